package dev.smelt.compiler.sema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.CompilationResult;
import dev.smelt.compiler.sema.flow.Javac;
import dev.smelt.compiler.source.SourceFile;
import dev.smelt.compiler.source.SourceReader;
import dev.smelt.compiler.testing.Compiling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Code outside kernels and their helpers, of any form that Java 17 has, is never refused. */
class OtherCodeTest {
    private static final String IMPORTS = "package zoo; import dev.smelt.dsl.Kernel; ";

    @Test
    void acceptsEveryFormOfJava() throws IOException {
        String zoo = Files.readString(Path.of("src/test/resources/sema/zoo.txt"));
        SourceFile file = new SourceFile("zoo/Zoo.java", IMPORTS + zoo);
        assertThat(Javac.errors(List.of(file)).get(0)).isEmpty();
        CompilationResult result = Compiling.compile(file);
        assertThat(Compiling.rendered(result)).isEmpty();
        assertThat(result.files()).hasSize(3);
    }

    @Test
    void acceptsFilesThatDeclareNoTypes() {
        assertThat(Compiling.rendered(Compiling.compile(
                        new SourceFile(
                                "module-info.java", "/** Kernel. */ @Deprecated open module a.b { requires c.d; }"),
                        new SourceFile("package-info.java", "/** Kernel. */ @Deprecated package a.b; import c.Kernel;"),
                        new SourceFile("Kernel.java", ""),
                        new SourceFile("KernelA.java", "// Kernel"),
                        new SourceFile("KernelB.java", ";;;import a.Kernel;;"))))
                .isEmpty();
    }

    /** The sources of this repository, or those in the folder that the property {@code smelt.sources} names. */
    @Test
    void acceptsTheSourcesOfThisRepository() throws IOException {
        List<SourceFile> files = new ArrayList<>();
        Path root = Path.of(System.getProperty("smelt.sources", "../.."));
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(OtherCodeTest::isJava).sorted().toList()) {
                SourceFile read = SourceReader.read(path, root.relativize(path).toString());
                // So that each file is read as one that may have kernels.
                files.add(new SourceFile(read.path(), read.text() + "\n// Kernel"));
            }
        }
        assertThat(files).isNotEmpty();
        long start = System.nanoTime();
        CompilationResult result = Compiling.compile(files, 300);
        System.out.printf("%d files: %d ms%n", files.size(), (System.nanoTime() - start) / 1_000_000);
        assertThat(result.diagnostics().stream().map(d -> d.span() + " " + d.code() + " " + d.message()))
                .isEmpty();
    }

    private static boolean isJava(Path path) {
        boolean generated =
                path.toString().contains("target/") || path.toString().contains("src/test/resources");
        return path.toString().endsWith(".java") && Files.isRegularFile(path) && !generated;
    }
}
