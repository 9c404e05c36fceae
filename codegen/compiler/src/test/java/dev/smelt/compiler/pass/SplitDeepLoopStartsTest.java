package dev.smelt.compiler.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.IrValidator;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.testing.Ir;
import dev.smelt.compiler.testing.StmtInterpreter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SplitDeepLoopStartsTest {
    private final Ir ir = new Ir("Deep.java");

    /** {@code for (int i = 1, j = ((i + 1) + 1) + 1; ...)}: the part of j's value reads i. */
    @Test
    void keepsTheOrderOfTheStartsOfALoop() {
        Variable out = ir.variable("out", Ir.array(Ir.INT));
        Variable i = ir.variable("i", Ir.INT);
        Variable j = ir.variable("j", Ir.INT);
        Expr deep = ir.add(ir.add(ir.add(i, 1), 1), 1);
        Stmt.Block body = ir.block(ir.loop(
                ir.label(""),
                List.of(ir.declare(i, 1), ir.declare(j, deep)),
                ir.less(i, 3),
                List.of(ir.assign(i, ir.add(i, 1))),
                ir.store(out, 0, j)));
        Kernel kernel = ir.kernel("k", "", List.of(ir.buffer(out)), body);
        KernelModule split = SplitDeepExpressions.split(ir.module(List.of(), kernel), 2);
        IrValidator.validate(split);
        assertThat(stores(split.kernels().get(0).body()))
                .isEqualTo(stores(body))
                .isEqualTo(List.of(4, 4));
    }

    private static List<Object> stores(Stmt.Block body) {
        Map<Variable, Object> values = new HashMap<>();
        List<Object> stored = new ArrayList<>();
        StmtInterpreter.run(body, values, stored::add);
        return stored;
    }
}
