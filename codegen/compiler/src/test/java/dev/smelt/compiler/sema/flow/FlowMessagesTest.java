package dev.smelt.compiler.sema.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.diag.Diagnostic;
import dev.smelt.compiler.diag.DiagnosticRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Holds every message, as its user sees it, against {@code messages.golden}. */
final class FlowMessagesTest {
    private static final Path GOLDEN = Path.of("src/test/resources/flow/messages.golden");

    @Test
    void rendersEveryMessage() throws IOException {
        String actual = String.join("\n", firstOfEachMessage().values());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(GOLDEN, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void showsEveryCode() {
        List<String> shown = firstOfEachMessage().keySet().stream()
                .map(key -> key.substring(0, 5))
                .distinct()
                .toList();
        assertThat(shown)
                .containsExactlyElementsOf(Arrays.stream(Code.values())
                        .map(Code::id)
                        .filter(id -> id.compareTo("S0551") >= 0 && id.compareTo("S0569") <= 0)
                        .toList());
    }

    /** By code and by message without its names: how the first that was reported is rendered. */
    private static Map<String, String> firstOfEachMessage() {
        Map<String, String> rendered = new TreeMap<>();
        for (FlowCase flowCase : FlowCase.all()) {
            for (Diagnostic diagnostic : flowCase.diagnostics()) {
                String message = diagnostic.message().replaceAll("'\\w+'|\\d+", "_");
                rendered.putIfAbsent(diagnostic.code().id() + message, DiagnosticRenderer.render(diagnostic));
            }
        }
        return rendered;
    }
}
