package dev.smelt.compiler.pass;

import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.Stmt;
import java.util.List;
import java.util.function.UnaryOperator;

/** Rewrites the bodies of a module's functions and kernels, each on its own. */
final class Bodies {
    private Bodies() {}

    static KernelModule map(KernelModule module, UnaryOperator<Stmt.Block> rewrite) {
        List<Function> functions = module.functions().stream()
                .map(function -> withBody(function, rewrite.apply(function.body())))
                .toList();
        return module.withBodies(
                functions,
                module.kernels().stream()
                        .map(kernel -> kernel.withBody(rewrite.apply(kernel.body())))
                        .toList());
    }

    static Function withBody(Function function, Stmt.Block body) {
        return new Function(
                function.id(),
                function.name(),
                function.signature(),
                function.parameters(),
                function.result(),
                body,
                function.pure(),
                function.span());
    }
}
