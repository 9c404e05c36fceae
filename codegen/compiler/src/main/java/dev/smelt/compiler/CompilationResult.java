package dev.smelt.compiler;

import dev.smelt.compiler.diag.Diagnostic;
import java.util.List;

/**
 * What came of a compilation.
 *
 * @param diagnostics by file and place; errors and warnings
 * @param files what was generated; empty if there was an error
 */
public record CompilationResult(List<Diagnostic> diagnostics, List<GeneratedFile> files) {
    public CompilationResult {
        diagnostics = List.copyOf(diagnostics);
        files = List.copyOf(files);
    }

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
}
