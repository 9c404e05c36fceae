package dev.smelt.compiler;

import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.source.SourceFile;
import java.util.List;

/** Compiles the kernels of a set of Java sources. */
public final class SmeltCompiler {
    private SmeltCompiler() {}

    /**
     * Compiles all kernels found in the sources.
     *
     * @param sources the sources of one project; kernels may use helpers, constants and records of any of them
     * @param diagnostics what reading the sources has found, such as invalid UTF-8; more is added
     */
    public static CompilationResult compile(List<SourceFile> sources, Diagnostics diagnostics) {
        return new CompilationResult(diagnostics.sorted(), List.of());
    }
}
