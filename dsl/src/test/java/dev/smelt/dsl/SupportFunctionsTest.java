package dev.smelt.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Executable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The MSL text of the {@code smelt_} functions: present, used, complete. */
final class SupportFunctionsTest {

    private static final Path FOLDER = Path.of("src/main/resources/dev/smelt/dsl/msl");
    private static final Pattern DEFINITION =
            Pattern.compile("(?m)^(?:inline (\\w+)|constexpr metal::sampler) (\\w+)\\(([^)]*)\\)(?: \\{|;)$");

    @Test
    void everyNameHasAFileAndEveryFileIsUsed() {
        Set<String> reached = new TreeSet<>();
        Deque<String> pending = new ArrayDeque<>(namesInSpellings());
        while (!pending.isEmpty()) {
            String name = pending.pop();
            if (reached.add(name)) {
                pending.addAll(Builtins.supportFunctionsIn(text(name)));
            }
        }
        assertThat(reached).isEqualTo(files());
    }

    @Test
    void aFileDefinesTheFunctionsOfItsNameOnly() {
        assertThat(files())
                .allSatisfy(name -> assertThat(DEFINITION.matcher(text(name)).results())
                        .extracting(definition -> definition.group(2))
                        .isNotEmpty()
                        .containsOnly(name));
    }

    @Test
    void aFileHasEachOverloadThatIsCalledByItsBareName() {
        for (Executable builtin : Builtins.all()) {
            String spelling = Builtins.spellingsOf(builtin).get(0);
            if (spelling.matches("smelt_\\w+")) {
                String types = Builtins.argumentsOf(builtin).stream()
                        .map(MslTypes::nameOf)
                        .collect(Collectors.joining(", "));
                assertThat(overloadsOf(spelling)).as("%s", builtin).contains(types);
            }
        }
    }

    @Test
    void textsAreOnTheClassPath() throws IOException {
        try (var stream = Msl.class.getResourceAsStream("msl/smelt_div.metal")) {
            assertThat(stream).isNotNull().isNotEmpty();
        }
    }

    @Test
    void textsOpenWithACommentAndEndWithANewline() {
        assertThat(files())
                .allSatisfy(name -> assertThat(text(name)).startsWith("// ").containsPattern("[};]\n\\z"));
    }

    @Test
    void callsOfOtherFunctionsDoNotGoInCircles() {
        assertThat(files()).allSatisfy(name -> assertThat(reachedFrom(name)).doesNotContain(name));
    }

    private static Set<String> reachedFrom(String name) {
        Set<String> reached = new TreeSet<>();
        Deque<String> pending = new ArrayDeque<>(calledBy(name));
        while (!pending.isEmpty()) {
            String next = pending.pop();
            if (reached.add(next)) {
                pending.addAll(calledBy(next));
            }
        }
        return reached;
    }

    private static Set<String> calledBy(String name) {
        Set<String> called = new TreeSet<>(Builtins.supportFunctionsIn(text(name)));
        called.remove(name);
        return called;
    }

    private static Set<String> overloadsOf(String name) {
        return DEFINITION
                .matcher(text(name))
                .results()
                .map(SupportFunctionsTest::typesOf)
                .collect(Collectors.toSet());
    }

    private static String typesOf(MatchResult definition) {
        return Arrays.stream(definition.group(3).split(", "))
                .map(parameter ->
                        parameter.replaceAll("^(const )?(device|threadgroup|thread|constant) (\\w+)\\* .*", "$3[]"))
                .map(parameter -> parameter.contains(" ") ? parameter.substring(0, parameter.indexOf(' ')) : parameter)
                .collect(Collectors.joining(", "));
    }

    private static Set<String> namesInSpellings() {
        Stream<String> ofFunctions = Builtins.all().stream().flatMap(builtin -> Builtins.spellingsOf(builtin).stream());
        return Stream.concat(ofFunctions, Builtins.spellingsOfConstants().stream())
                .flatMap(spelling -> Builtins.supportFunctionsIn(spelling).stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> files() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replace(".metal", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String name) {
        try {
            return Files.readString(FOLDER.resolve(name + ".metal"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
