package dev.smelt.compiler.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page about the JVM device shows what is generated. */
class JvmDevicePageTest {
    private static final Pattern CODE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void showsWhatTheGoldenHas() throws IOException {
        String page = Files.readString(Path.of("../../docs/jvm-device.md"));
        String golden = withoutIndent(Files.readString(Path.of("src/test/resources/golden/jvm/sigmoid.java")));
        List<String> blocks = CODE.matcher(page)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
        assertThat(blocks).hasSize(3);
        for (String block : blocks.subList(1, blocks.size())) {
            assertThat(golden).contains(withoutIndent(block));
        }
    }

    private static String withoutIndent(String text) {
        return text.replaceAll("(?m)^ +", "");
    }
}
