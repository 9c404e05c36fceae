package dev.smelt.compiler.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.ast.CompilationUnit;
import dev.smelt.compiler.ast.JavaExpr;
import dev.smelt.compiler.ast.JavaStmt;
import dev.smelt.compiler.ast.TypeDecl;
import dev.smelt.compiler.diag.DiagnosticRenderer;
import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.source.SourceFile;
import dev.smelt.compiler.source.SourceReader;
import dev.smelt.compiler.source.Span;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sources for tests, and short ways to parse them. */
final class Sources {
    private Sources() {}

    static SourceFile resource(String name) throws IOException {
        try (InputStream in = Sources.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return SourceReader.read(in.readAllBytes(), name);
        }
    }

    /** The folder of the whole project, above that in which the tests run. */
    static Path projectRoot() {
        @Nullable Path path = Path.of("").toAbsolutePath();
        while (path != null && !Files.exists(path.resolve("ARCHITECTURE.md"))) {
            path = path.getParent();
        }
        return Objects.requireNonNull(path, "the project's root");
    }

    static Span span(String text) {
        return new Span(new SourceFile("A.java", text), 0, text.length());
    }

    /** An expression without mistakes. */
    static JavaExpr expr(String text) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<JavaExpr> expr = JavaParser.parseExpression(span(text), diagnostics);
        assertThat(rendered(diagnostics)).isEmpty();
        return expr.orElseThrow();
    }

    /** Statements without mistakes, in a block. */
    static JavaStmt.Block block(String text) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<JavaStmt.Block> block = JavaParser.parseBody(span("{" + text + "}"), diagnostics);
        assertThat(rendered(diagnostics)).isEmpty();
        return block.orElseThrow();
    }

    /** The one statement of a text without mistakes. */
    static JavaStmt stmt(String text) {
        JavaStmt.Block block = block(text);
        assertThat(block.statements()).hasSize(1);
        return block.statements().get(0);
    }

    /** A file without mistakes. */
    static CompilationUnit file(String text) {
        Diagnostics diagnostics = new Diagnostics();
        CompilationUnit unit = JavaParser.parseFile(new SourceFile("A.java", text), diagnostics);
        assertThat(rendered(diagnostics)).isEmpty();
        return unit;
    }

    /** The mistakes in a file and in all of its bodies and values. */
    static String mistakes(SourceFile file) {
        Diagnostics diagnostics = new Diagnostics();
        parseAll(file, diagnostics);
        return rendered(diagnostics);
    }

    static String mistakes(String text) {
        return mistakes(new SourceFile("A.java", text));
    }

    static void parseAll(SourceFile file, Diagnostics diagnostics) {
        JavaParser.parseFile(file, diagnostics).types().forEach(type -> parseAll(type, diagnostics));
    }

    private static void parseAll(TypeDecl type, Diagnostics diagnostics) {
        type.methods().forEach(method -> {
            if (method.body() != null) {
                JavaParser.parseBody(method.body(), diagnostics);
            }
        });
        type.fields().forEach(field -> {
            if (field.initializer() != null) {
                JavaParser.parseExpression(field.initializer(), diagnostics);
            }
        });
        type.types().forEach(nested -> parseAll(nested, diagnostics));
    }

    static String rendered(Diagnostics diagnostics) {
        return diagnostics.sorted().stream().map(DiagnosticRenderer::render).collect(Collectors.joining());
    }
}
