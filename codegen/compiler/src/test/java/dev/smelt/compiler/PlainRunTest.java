package dev.smelt.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.testing.PlainRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kernel in {@code src/test/resources/language} computes on the JVM device what its Java method computes. */
class PlainRunTest {
    private static final Path FOLDER = Path.of("src/test/resources/language");

    static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("sources")
    void computesWhatJavaComputes(Path file) throws IOException, ReflectiveOperationException {
        String name = file.getFileName().toString().replace(".java", "");
        String source = Files.readString(file);
        int kernels = source.split("@Kernel", -1).length - 1;
        PlainRun.compareAll(name, source, kernels);
    }

    @Test
    void hasSources() throws IOException {
        assertThat(sources()).isNotEmpty();
    }
}
