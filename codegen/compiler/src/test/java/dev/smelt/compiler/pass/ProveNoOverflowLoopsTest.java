package dev.smelt.compiler.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.ir.BinaryOp;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.testing.Ir;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class ProveNoOverflowLoopsTest {
    private static final int NESTED_LOOPS = 18;

    private final Ir ir = new Ir("Loops.java");
    private final Variable out = ir.variable("out", Ir.array(Ir.INT));
    private final Variable n = ir.variable("n", Ir.INT);
    private final Variable i = ir.variable("i", Ir.INT);

    private Stmt run(Stmt loop) {
        Kernel kernel = ir.kernel("k", "", List.of(ir.buffer(out), ir.uniform(n)), loop);
        return new ProveNoOverflow()
                .run(ir.module(List.of(), kernel))
                .kernels()
                .get(0)
                .body()
                .statements()
                .get(0);
    }

    private static boolean updateIsExact(Stmt loop) {
        return ((Expr.Binary) ((Stmt.For) loop).update().get(0).value()).exact();
    }

    @Test
    void provesTheCounterOfALoop() {
        assertThat(updateIsExact(run(ir.count(i, n, ir.store(out, i, 0))))).isTrue();
    }

    /** {@code i <= n} with n = 2^31 - 1 wraps. */
    @Test
    void doesNotProveACounterThatReachesItsBound() {
        Stmt loop = ir.loop(
                ir.label(""),
                List.of(ir.declare(i, 0)),
                ir.binary(BinaryOp.LESS_OR_EQUAL, i, n),
                List.of(ir.assign(i, ir.add(i, 1))),
                ir.store(out, 0, i));
        assertThat(updateIsExact(run(loop))).isFalse();
    }

    @Test
    void doesNotProveACounterThatTheBodyAssigns() {
        assertThat(updateIsExact(run(ir.count(i, n, ir.assign(i, n))))).isFalse();
    }

    @Test
    void takesNoLongerForLoopsInEachOther() {
        Stmt loop = ir.store(out, 0, n);
        for (int depth = 0; depth < NESTED_LOOPS; depth++) {
            Variable counter = ir.variable("i", Ir.INT);
            loop = ir.count(counter, n, ir.assign(n, ir.add(n, counter)), loop);
        }
        Stmt nest = loop;
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> run(nest));
    }
}
