package dev.smelt.compiler.jvm;

import static dev.smelt.compiler.testing.Ir.FLOAT;
import static dev.smelt.compiler.testing.Ir.INT;
import static dev.smelt.compiler.testing.Ir.array;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.testing.Golden;
import dev.smelt.compiler.testing.Ir;
import dev.smelt.compiler.testing.JvmRun;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bodies beyond what a method of Java may hold. */
class LongBodyTest {
    private static final int STATEMENTS = 8_000;

    private final Ir ir = new Ir("Long.java");
    private final Variable x = ir.variable("x", array(INT));
    private final Variable n = ir.variable("n", INT);
    private final Variable i = ir.variable("i", INT);

    /** A kernel and a function with as many statements as asked for, early returns, and a loop around most of it. */
    private KernelModule module(int statements) {
        Variable a = ir.variable("a", INT);
        Variable sum = ir.variable("sum", INT);
        Function function = ir.function("sum", "static int sum(int a)", List.of(a), INT, steps(statements, a, sum));
        Variable total = ir.variable("total", INT);
        Variable k = ir.variable("k", INT);
        Label loop = ir.label("");
        List<Stmt> body = new ArrayList<>();
        for (int s = 0; s < statements; s++) {
            body.add(ir.assign(total, ir.add(total, ir.multiply(k, s))));
        }
        body.add(ir.when(ir.less(10_000_000, total), ir.leave(loop)));
        body.add(ir.when(ir.less(i, 1), ir.giveBack()));
        return ir.module(
                List.of(function),
                ir.kernel(
                        "total",
                        "static void total(int[] x, int n, @ThreadPositionInGrid int i)",
                        List.of(ir.buffer(x), ir.uniform(n), ir.position(i)),
                        ir.declare(total, ir.call(function, i)),
                        ir.assign(n, ir.add(n, 1)),
                        ir.store(x, i, -1),
                        ir.loop(
                                loop,
                                List.of(ir.declare(k, 0)),
                                ir.less(k, n),
                                List.of(ir.assign(k, ir.add(k, 1))),
                                body.toArray(new Stmt[0])),
                        ir.store(x, i, total),
                        ir.giveBack()));
    }

    private Stmt[] steps(int statements, Variable a, Variable sum) {
        List<Stmt> steps = new ArrayList<>();
        steps.add(ir.declare(sum, 0));
        for (int s = 0; s < statements; s++) {
            steps.add(ir.assign(sum, ir.add(sum, ir.add(a, s))));
            if (s == statements / 2) {
                steps.add(ir.when(ir.equal(a, 3), ir.giveBack(sum)));
            }
        }
        steps.add(ir.giveBack(sum));
        return steps.toArray(new Stmt[0]);
    }

    private static int expected(int statements, int n, int i) {
        int total = 0;
        for (int s = 0; s < statements; s++) {
            total += i + s;
            if (s == statements / 2 && i == 3) {
                break;
            }
        }
        for (int k = 0; k < n + 1; k++) {
            for (int s = 0; s < statements; s++) {
                total += k * s;
            }
            if (10_000_000 < total) {
                break;
            }
            if (i < 1) {
                return -1;
            }
        }
        return total;
    }

    @Test
    void runsABodyOfThousandsOfStatements() {
        JvmRun run = new JvmRun(module(STATEMENTS)).line(6);
        run.uniforms().putInt(0, 3);
        int[] results = new int[6];
        run.run("total", results);
        for (int lane = 0; lane < results.length; lane++) {
            assertThat(results[lane]).isEqualTo(expected(STATEMENTS, 3, lane));
        }
    }

    @Test
    void runsABodyOfThousandsOfDifferentAccesses() {
        Variable y = ir.variable("y", array(FLOAT));
        List<Stmt> body = new ArrayList<>();
        for (int s = 0; s < STATEMENTS; s++) {
            body.add(ir.store(y, ir.add(i, s), ir.add(ir.load(y, ir.add(i, s)), 1f)));
        }
        KernelModule module = ir.module(
                List.of(), ir.kernel("k", "", List.of(ir.buffer(y), ir.position(i)), body.toArray(new Stmt[0])));
        float[] results = new float[STATEMENTS + 2];
        new JvmRun(module).line(3).run("k", results);
        assertThat(results[0]).isEqualTo(1f);
        assertThat(results[5]).isEqualTo(3f);
        assertThat(results[STATEMENTS + 1]).isEqualTo(1f);
    }

    @Test
    void looksLikeThis() {
        JvmSource source = JvmEmitter.emit(module(3), 100);
        new Golden("jvm-parts", ".java").check("total", source.text());
        JvmRun run = new JvmRun(source).line(5);
        run.uniforms().putInt(0, 2);
        int[] results = new int[5];
        run.run("total", results);
        for (int lane = 0; lane < results.length; lane++) {
            assertThat(results[lane]).isEqualTo(expected(3, 2, lane));
        }
    }
}
