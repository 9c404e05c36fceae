package dev.smelt.compiler.msl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Follows {@code #line} as a compiler does: what a user would be shown for a line of MSL must be where it is from. */
class LineMappingTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden/msl-java");
    private static final Pattern DIRECTIVE = Pattern.compile("#line (\\d+).*");
    private static final Pattern HEAD =
            Pattern.compile("(?:static inline|kernel) \\w+ (\\w+?)(?:_|_function|_fast|_1)?\\(.*");
    private static final Pattern KEYWORD = Pattern.compile(" *(?:} )?(return|switch|case \\d+|else if|if)\\b.*");

    @ParameterizedTest
    @ValueSource(strings = {"Activations", "Arrays", "Images", "Integers", "Jumps", "MathModes", "Names", "Vectors"})
    void pointsToTheJavaLine(String name) throws IOException {
        List<String> java = Files.readAllLines(FOLDER.resolve(name + ".java"));
        int line = 0;
        int checked = 0;
        for (String msl : Files.readAllLines(FOLDER.resolve(name + ".metal"))) {
            Matcher directive = DIRECTIVE.matcher(msl);
            if (directive.matches()) {
                line = Integer.parseInt(directive.group(1));
                continue;
            }
            if (line > 0) {
                checked += check(msl, line, java);
                line++;
            }
        }
        assertThat(checked).isGreaterThan(3);
    }

    private static int check(String msl, int line, List<String> java) {
        boolean generated = msl.contains("return {}") || msl.matches(" *if \\((leave|next)_\\w+\\) .*");
        Matcher head = HEAD.matcher(msl);
        Matcher keyword = KEYWORD.matcher(msl);
        String expected = head.matches() ? head.group(1) : keyword.matches() ? keyword.group(1) : "";
        if (generated || expected.isEmpty()) {
            return 0;
        }
        assertThat(line).as(msl).isLessThanOrEqualTo(java.size());
        assertThat(java.get(line - 1)).as("line %d, of %s", line, msl).contains(expected);
        return 1;
    }
}
