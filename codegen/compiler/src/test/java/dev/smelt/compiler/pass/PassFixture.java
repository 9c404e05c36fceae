package dev.smelt.compiler.pass;

import dev.smelt.compiler.ir.IrPrinter;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.testing.Ir;
import dev.smelt.compiler.testing.StmtInterpreter;
import dev.smelt.compiler.testing.ValidatedPasses;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A kernel {@code k(int[] a, int n, @ThreadPositionInGrid int i)} to run passes on. */
final class PassFixture {
    final Ir ir = new Ir("Test.java");
    final Variable a = ir.variable("a", Ir.array(Ir.INT));
    final Variable n = ir.variable("n", Ir.INT);
    final Variable i = ir.variable("i", Ir.INT);

    KernelModule module(Stmt... body) {
        List<KernelParameter> parameters = List.of(ir.buffer(a), ir.uniform(n), ir.position(i));
        return ir.module(List.of(), ir.kernel("k", "", parameters, body));
    }

    static Kernel only(KernelModule module) {
        return module.kernels().get(0);
    }

    /** The body behind a pass, printed, without the kernel's head and end. */
    String after(Pass pass, Stmt... body) {
        String text = IrPrinter.print(only(ValidatedPasses.run(List.of(pass), module(body))));
        return text.substring(text.indexOf('\n') + 1, text.lastIndexOf('}')).replaceAll("(?m)^ {4}", "");
    }

    /** What a body stores, in order. */
    static List<Object> run(Stmt body, Map<Variable, Object> values) {
        List<Object> stored = new ArrayList<>();
        StmtInterpreter.run(body, new HashMap<>(values), stored::add);
        return stored;
    }
}
