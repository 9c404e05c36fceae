package dev.smelt.compiler.sema;

import dev.smelt.compiler.ast.Annotation;
import dev.smelt.compiler.ast.MethodDecl;
import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.MathMode;
import java.util.Optional;

/** Reads the {@code math} of {@code @Kernel(math = MathMode.FAST)}. */
final class MathModes {
    private final KernelFinder annotations;
    private final Diagnostics diagnostics;

    MathModes(KernelFinder annotations, Diagnostics diagnostics) {
        this.annotations = annotations;
        this.diagnostics = diagnostics;
    }

    MathMode of(MethodDecl method, TypeSymbol owner) {
        Optional<Annotation.Argument> argument = annotations.find(method.modifiers(), Kernel.class, owner).stream()
                .flatMap(annotation -> annotation.arguments().stream())
                .filter(a -> a.name().equals("math"))
                .findFirst();
        if (argument.isEmpty()) {
            return MathMode.JAVA;
        }
        // An enum constant can only be written by its name, alone after a static import or behind a dot.
        String written = argument.get().value().text().strip();
        String constant = written.substring(written.lastIndexOf('.') + 1).strip();
        for (MathMode mode : MathMode.values()) {
            if (mode.name().equals(constant)) {
                return mode;
            }
        }
        diagnostics.report(
                Code.BAD_MATH_MODE,
                argument.get().value(),
                "'" + written + "' is no math mode",
                "write MathMode.JAVA or MathMode.FAST");
        return MathMode.JAVA;
    }
}
