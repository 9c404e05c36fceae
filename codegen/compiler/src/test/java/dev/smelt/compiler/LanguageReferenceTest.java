package dev.smelt.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.source.SourceFile;
import dev.smelt.compiler.testing.Compiling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Makes the tables of {@code docs/language.md}, so that they cannot drift; {@code -Dgolden.update=true} rewrites them. */
class LanguageReferenceTest {
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");
    private static final Path ROOT = Path.of("..", "..");
    private static final Path REFERENCE = ROOT.resolve("docs/language.md");
    private static final Path DSL = ROOT.resolve("dsl/src/main/java/dev/smelt/dsl");
    private static final Pattern FORM = Pattern.compile("\\| `(.+?)` \\| `.*?` \\| (.*) \\|");
    private static final Pattern FUNCTION = Pattern.compile(
            "/\\*\\*((?:(?!\\*/).)*)\\*/\\s+@Builtin\\(([^)]*)\\)\\s+public static (\\w+) (\\w+)\\(([^)]*)\\)",
            Pattern.DOTALL);
    private static final Pattern BOUND =
            Pattern.compile("Precise: (.*?)\\.(?: |$)|(Exact|Correctly rounded)\\.|states no bound");
    private static final List<String> FLOAT_FUNCTIONS =
            List.of("TrigonometricFunctions", "ExponentialFunctions", "RoundingFunctions", "CommonFunctions");

    private static final String KERNEL = """
            import static dev.smelt.dsl.Msl.*;
            import dev.smelt.dsl.*;

            final class Reference {
                static final float SCALE = 0.5f;
                static final float[] TABLE = {1f, 2f, 3f, 4f};

                record Particle(Float3 position, float mass) {
                    float weight() {
                        return mass * 9.81f;
                    }
                }

                @Kernel
                static void kernel(
                        int a, int b, long m, long n, float x, float y, boolean p, Float3 v, Float3 w, Float4 c,
                        Float3x3 q, Particle body, byte[] bytes, short[] shorts, int[] ints, long[] longs, float[] floats,
                        Half[] halfs, Float3[] vectors, Particle[] bodies, @Threadgroup(32) float[] tile,
                        @Threadgroup(32) int[] counts, Texture2d from, Texture2d to, @ThreadPositionInGrid int i,
                        @ThreadIndexInThreadgroup int t) {
            %s
                }
            }
            """;

    @Test
    void formsBecomeTheMetalThatIsShown() throws IOException {
        compare("forms", row -> {
            Matcher form = FORM.matcher(row);
            assertThat(form.matches()).as(row).isTrue();
            String metal = metalOf(form.group(1).replace("\\|", "|"));
            return "| `%s` | `%s` | %s |".formatted(form.group(1), metal.replace("|", "\\|"), form.group(2));
        });
    }

    @Test
    void functionsHaveTheSpellingsAndBoundsOfTheirDeclarations() throws IOException {
        List<String> rows = new ArrayList<>();
        for (String file : FLOAT_FUNCTIONS) {
            Matcher function = FUNCTION.matcher(Files.readString(DSL.resolve(file + ".java")));
            while (function.find()) {
                List<String> spellings = Pattern.compile("\"(.*?)\"")
                        .matcher(function.group(2))
                        .results()
                        .map(quoted -> "`" + quoted.group(1) + "`")
                        .toList();
                rows.add("| `%s %s(%s)` | %s | %s | %s |"
                        .formatted(
                                function.group(3),
                                function.group(4),
                                function.group(5),
                                spellings.get(0),
                                spellings.size() > 1 ? spellings.get(1) : "the same",
                                boundIn(function.group(1), function.group(4))));
            }
        }
        assertThat(rows).hasSizeGreaterThan(50);
        compare("functions", rows);
    }

    private static String boundIn(String javadoc, String function) {
        Matcher bound =
                BOUND.matcher(javadoc.replaceAll("\\s+\\*\\s+|\\s+", " ").strip());
        assertThat(bound.find())
                .as("the Javadoc of " + function + " states its accuracy")
                .isTrue();
        if (bound.group(1) != null) {
            return bound.group(1);
        }
        return bound.group(2) == null ? "MSL states no bound" : bound.group(2).toLowerCase(Locale.ROOT);
    }

    /** What a statement becomes: the kernel's body without what reads uniforms and positions, on one line. */
    private static String metalOf(String statements) {
        CompilationResult result = Compiling.compile(new SourceFile("Reference.java", KERNEL.formatted(statements)));
        assertThat(Compiling.rendered(result).lines().filter(line -> line.contains(": error[")))
                .as(statements)
                .isEmpty();
        String metal = result.files().stream()
                .filter(file -> file.kind() == GeneratedFile.Kind.RESOURCE)
                .map(GeneratedFile::text)
                .collect(Collectors.joining());
        String body = metal.substring(metal.indexOf("kernel void kernel"));
        body = body.substring(body.indexOf("{\n") + 2, body.lastIndexOf("\n}"));
        return body.lines()
                .dropWhile(line -> !line.startsWith("#line"))
                .filter(line -> !line.startsWith("#line"))
                .map(String::strip)
                .collect(Collectors.joining(" "));
    }

    private interface RowMaker {
        String make(String row);
    }

    private static void compare(String table, RowMaker maker) throws IOException {
        compare(table, rowsOf(table).stream().map(maker::make).toList());
    }

    private static List<String> rowsOf(String table) throws IOException {
        return Files.readString(REFERENCE)
                .lines()
                .dropWhile(line -> !line.equals("<!-- " + table + " -->"))
                .skip(3)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }

    private static void compare(String table, List<String> expected) throws IOException {
        List<String> actual = rowsOf(table);
        if (UPDATE) {
            String text = Files.readString(REFERENCE);
            int head = text.indexOf("<!-- " + table + " -->");
            int start = text.indexOf("---|\n", head) + 5;
            int end =
                    actual.isEmpty() ? start : start + String.join("\n", actual).length() + 1;
            Files.writeString(
                    REFERENCE, text.substring(0, start) + String.join("\n", expected) + "\n" + text.substring(end));
        } else {
            assertThat(actual)
                    .as(REFERENCE + "; -Dgolden.update=true rewrites it")
                    .isEqualTo(expected);
        }
    }
}
