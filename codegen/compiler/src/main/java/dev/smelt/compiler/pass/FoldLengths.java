package dev.smelt.compiler.pass;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.Rewriter;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.ir.Walker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes numbers for the lengths of arrays that have always the same: threadgroup memory, constants, and the thread's own.
 *
 * <p>Precondition: none. Guarantee: the length of a variable that stands for one such array alone is not asked for.
 *
 * <pre>{@code
 * before: float[] t = new float[4]; for (int k = 0; k < t.length; k = k + 1) { ... }
 * after:  float[] t = new float[4]; for (int k = 0; k < 4; k = k + 1) { ... }
 * }</pre>
 */
public final class FoldLengths implements Pass {
    @Override
    public KernelModule run(KernelModule module) {
        Map<Variable, Integer> constants = new HashMap<>();
        module.constants()
                .forEach(constant ->
                        constants.put(constant.variable(), constant.values().size()));
        List<Function> functions = module.functions().stream()
                .map(function -> Bodies.withBody(function, fold(function.body(), constants)))
                .toList();
        return module.withBodies(
                functions,
                module.kernels().stream()
                        .map(kernel -> kernel.withBody(fold(kernel.body(), lengths(kernel, constants))))
                        .toList());
    }

    private static Map<Variable, Integer> lengths(Kernel kernel, Map<Variable, Integer> constants) {
        Map<Variable, Integer> lengths = new HashMap<>(constants);
        kernel.threadgroups().forEach(memory -> lengths.put(memory.variable(), memory.length()));
        return lengths;
    }

    private static Stmt.Block fold(Stmt.Block body, Map<Variable, Integer> outer) {
        Map<Variable, Integer> lengths = new HashMap<>(outer);
        new Walker() {
            @Override
            public Void visitDeclareArray(Stmt.DeclareArray stmt) {
                lengths.put(stmt.variable(), stmt.length());
                return super.visitDeclareArray(stmt);
            }
        }.walk(body);
        return new Rewriter() {
            @Override
            public Expr visitLength(Expr.Length expr) {
                Integer length = expr.array() instanceof Expr.Read read ? lengths.get(read.variable()) : null;
                return length == null
                        ? super.visitLength(expr)
                        : new Expr.Constant(Type.Scalar.INT, length, expr.span());
            }
        }.rewriteBlock(body);
    }
}
