package dev.smelt.compiler.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.GeneratedFile.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildStateTest {
    @TempDir
    private Path directory;

    @Test
    void readsWhatItWrote() throws Exception {
        BuildState state = new BuildState(
                "abc",
                List.of("A.java:1:2: warning[S0411]: x\n    a\\n\tb\r\n    ^", "two"),
                List.of(new BuildState.Output(Kind.SOURCE, "def", "a b/C.java")));
        Path file = directory.resolve("new/state");
        state.write(file);

        assertThat(BuildState.read(file)).isEqualTo(state);
    }

    @Test
    void takesAnAbsentOrCutFileForNone() throws Exception {
        Path file = directory.resolve("state");
        assertThat(BuildState.read(file)).isEqualTo(BuildState.NONE);

        new BuildState("abc", List.of(), List.of()).write(file);
        String whole = Files.readString(file);
        for (int length = 0; length < whole.length() - 1; length++) {
            Files.writeString(file, whole.substring(0, length));
            assertThat(BuildState.read(file)).isEqualTo(BuildState.NONE);
        }
    }
}
