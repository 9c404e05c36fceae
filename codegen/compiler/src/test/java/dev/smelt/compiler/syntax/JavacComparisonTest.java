package dev.smelt.compiler.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.source.SourceFile;
import dev.smelt.compiler.source.SourceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Declarations, bodies and values are what javac takes them for, with the same extents in the text. */
class JavacComparisonTest {
    @Test
    void readsTheOddestFormsAsJavacDoes() throws IOException {
        assertThat(JavacComparison.compare(Sources.resource("Zoo.java"))).isEmpty();
    }

    @Test
    void readsEveryFormOfStatementAndExpressionAsJavacDoes() throws IOException {
        assertThat(JavacComparison.compare(Sources.resource("Bodies.java"))).isEmpty();
    }

    @Test
    void readsTheSourcesOfThisProjectAsJavacDoes() throws IOException {
        List<Path> paths = sources(Sources.projectRoot());
        assertThat(paths).hasSizeGreaterThan(50);
        for (Path path : paths) {
            SourceFile file = SourceReader.read(path, path.toString());
            assertThat(JavacComparison.compare(file)).isEmpty();
        }
    }

    private static List<Path> sources(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> path.toString().contains("src"))
                    .filter(path -> !path.toString().contains("target"))
                    // What tests of mistakes read is no Java.
                    .filter(path -> !path.toString().contains("test/resources"))
                    .sorted()
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
