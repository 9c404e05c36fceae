package dev.smelt.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.source.SourceFile;
import dev.smelt.compiler.testing.Compiling;
import dev.smelt.compiler.testing.JavaClasses;
import dev.smelt.runtime.Device;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Kernels whose threads work together, and kernels on textures, compute on the JVM device what plain loops compute. The
 * gallery in {@code examples} does so on every device.
 */
class ThreadgroupsRunTest {
    private static final Path FOLDER = Path.of("src/test/resources/threadgroups");

    @Test
    void computeWhatLoopsCompute() throws Exception {
        String groups = Files.readString(FOLDER.resolve("Groups.java"));
        CompilationResult result = Compiling.compile(new SourceFile("Groups.java", groups));
        assertThat(Compiling.rendered(result)).isEmpty();
        Map<String, String> sources = new HashMap<>(Compiling.java(result));
        sources.put("demo/Groups.java", groups);
        sources.put("demo/Check.java", Files.readString(FOLDER.resolve("Check.java")));
        try (Device device = Device.jvm()) {
            assertThat((List<?>) JavaClasses.compile(sources)
                            .load("demo.Check")
                            .getMethod("wrongOn", Device.class)
                            .invoke(null, device))
                    .isEmpty();
        }
    }
}
