package dev.smelt.compiler.sema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.CompilationResult;
import dev.smelt.compiler.source.SourceFile;
import dev.smelt.compiler.testing.Compiling;
import dev.smelt.compiler.testing.JavaClasses;
import dev.smelt.compiler.testing.Mutants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every source of the examples with kernels in it, cut off anywhere and changed in many ways: the compiler ends with
 * diagnostics, or with code that javac accepts, and takes no time over it. Each pass is validated on the way.
 *
 * <p>There are 2,000 ways for each source, of which a day has a tenth: each run says which. {@code -Dsmelt.mutations=2000}
 * tries them all; {@code -Dsmelt.mutations.from=F -Dsmelt.mutations=N} tries N from F on.
 */
class MutatedSourcesTest {
    private static final Path SOURCES = Path.of(System.getProperty("smelt.mutated.sources", "../../examples"));
    private static final int OF_A_DAY = 200;
    private static final int DAYS = 10;
    private static final int WAYS = Integer.getInteger("smelt.mutations", OF_A_DAY);
    private static final int FROM = Integer.getInteger("smelt.mutations.from", firstOfToday());
    private static final int SECONDS = 20;
    /** Of what compiles of each source, how many are compiled on by javac. */
    private static final int JAVAC_SAMPLE = 3;

    /** All count from 0 if it was said how many there should be. */
    private static int firstOfToday() {
        int day = Math.floorMod(LocalDate.now(ZoneOffset.UTC).toEpochDay(), DAYS);
        return System.getProperty("smelt.mutations") == null ? day * OF_A_DAY : 0;
    }

    private static List<Path> sources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("main"))
                    .filter(file -> read(file).contains("@Kernel"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> endsInDiagnosticsOrInCode() {
        System.out.printf(
                "Mutations of each source: %d from %d on; to repeat them: %s%n", WAYS, FROM, options(FROM, WAYS));
        return sources().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }

    private static void check(Path file) {
        String name = file.getFileName().toString();
        String text = read(file);
        List<SourceFile> others = neighbours(file);
        CompilationResult whole = Compiling.compile(with(others, new SourceFile(name, text)), SECONDS);
        assertThat(Compiling.rendered(whole)).as("the source itself").isEmpty();
        assertThat(whole.files()).isNotEmpty();

        Mutants mutants = new Mutants(text);
        Map<Integer, Good> good = new ConcurrentSkipListMap<>();
        IntStream.range(FROM, FROM + WAYS).parallel().forEach(seed -> {
            Random random = new Random(seed);
            String mutant = seed % 4 == 0 ? cut(text, random) : mutants.next(random);
            List<SourceFile> sources = with(others, new SourceFile(name, mutant));
            try {
                CompilationResult result = check(sources);
                if (!result.files().isEmpty() && good.size() < JAVAC_SAMPLE) {
                    Map<String, String> written = new HashMap<>();
                    sources.forEach(source -> written.put(source.path(), source.text()));
                    good.put(seed, new Good(written, Compiling.java(result)));
                }
            } catch (AssertionError e) {
                throw new AssertionError("to repeat it: " + options(seed, 1) + "\n" + mutant, e);
            }
        });
        good.values().forEach(Good::check);
    }

    private static CompilationResult check(List<SourceFile> sources) {
        CompilationResult result = Compiling.compile(sources, SECONDS);
        String said = Compiling.rendered(result);
        assertThat(result.hasErrors() && said.isEmpty())
                .as("errors, but no message")
                .isFalse();
        assertThat(result.hasErrors() && !result.files().isEmpty())
                .as("errors, and files")
                .isFalse();
        return result;
    }

    private static String options(int from, int ways) {
        return "-Dtest=MutatedSourcesTest -Dsmelt.mutations.from=" + from + " -Dsmelt.mutations=" + ways;
    }

    /** Sources that compile, and what was generated from them. */
    private record Good(Map<String, String> written, Map<String, String> generated) {
        void check() {
            Map<String, String> all = new HashMap<>(written);
            all.putAll(generated);
            try {
                JavaClasses.compile(all);
            } catch (AssertionError e) {
                // What is wrong with code outside of kernels is javac's to say.
                if (isJava(written)) {
                    throw e;
                }
            }
        }

        private static boolean isJava(Map<String, String> sources) {
            try {
                JavaClasses.compile(sources);
                return true;
            } catch (AssertionError e) {
                return false;
            }
        }
    }

    private static String cut(String text, Random random) {
        int at = random.nextInt(text.length());
        return random.nextInt(4) == 0 ? text.substring(at) : text.substring(0, at);
    }

    private static List<SourceFile> with(List<SourceFile> others, SourceFile file) {
        List<SourceFile> all = new ArrayList<>(others);
        all.add(file);
        return all;
    }

    /** What the kernels of a file use beside it: the sources of its folder, if it cannot be compiled alone. */
    private static List<SourceFile> neighbours(Path file) {
        SourceFile alone = new SourceFile(file.getFileName().toString(), read(file));
        if (!Compiling.compile(List.of(alone), SECONDS).hasErrors()) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(file.getParent())) {
            return files.filter(other -> other.toString().endsWith(".java") && !other.equals(file))
                    .map(other -> new SourceFile(other.getFileName().toString(), read(other)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
