package dev.smelt.compiler.msl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.ast.CompilationUnit;
import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.pass.Passes;
import dev.smelt.compiler.sema.Analyzer;
import dev.smelt.compiler.source.SourceFile;
import dev.smelt.compiler.syntax.JavaParser;
import dev.smelt.compiler.testing.Golden;
import dev.smelt.compiler.testing.MslOnClang;
import dev.smelt.compiler.testing.ValidatedPasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** From Java to MSL that clang accepts; the intermediate representation is validated behind every pass. */
class JavaToMslTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden/msl-java");

    private final Golden golden = new Golden("msl-java", ".metal");

    private static List<Path> sources() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> emitsWhatIsExpectedAndClangAccepts() {
        return sources().stream().map(file -> DynamicTest.dynamicTest(nameOf(file), () -> check(file)));
    }

    private void check(Path file) throws IOException {
        KernelModule module = ValidatedPasses.run(Passes.COMMON, module(file));
        ValidatedPasses.run(Passes.FOR_MSL, module);
        String text = MslEmitter.emit(module).text();
        golden.check(nameOf(file), text);
        MslOnClang.compile(text).close();
    }

    private static KernelModule module(Path file) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        SourceFile source = new SourceFile(file.getFileName().toString(), Files.readString(file));
        CompilationUnit unit = JavaParser.parseFile(source, diagnostics);
        List<KernelModule> modules = Analyzer.analyze(List.of(unit), diagnostics);
        assertThat(diagnostics.sorted())
                .filteredOn(diagnostic -> diagnostic.isError())
                .isEmpty();
        assertThat(modules).hasSize(1);
        return modules.get(0);
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    @Test
    void hasNoOrphans() throws IOException {
        List<String> expected = sources().stream().map(JavaToMslTest::nameOf).toList();
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.filter(file -> file.toString().endsWith(".metal")))
                    .allSatisfy(file -> assertThat(file.getFileName().toString().replace(".metal", ""))
                            .isIn(expected));
        }
    }
}
