package dev.smelt.compiler.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.ir.BinaryOp;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.testing.Ir;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProveNoOverflowTest {
    private final PassFixture fixture = new PassFixture();
    private final Ir ir = fixture.ir;
    private final Variable k = ir.variable("k", Ir.INT);

    private String after(Stmt... body) {
        return fixture.after(new ProveNoOverflow(), body);
    }

    private String value(Expr expr) {
        String text = after(ir.store(fixture.a, 0, expr));
        return text.substring("a[0] = ".length(), text.length() - 2);
    }

    @Test
    void provesNextPosition() {
        assertThat(value(ir.add(fixture.i, 1))).isEqualTo("(i +! 1)");
        assertThat(value(ir.add(fixture.i, 2))).isEqualTo("(i + 2)");
        assertThat(value(ir.subtract(fixture.i, 2))).isEqualTo("(i -! 2)");
        assertThat(value(ir.multiply(fixture.i, 2))).isEqualTo("(i * 2)");
    }

    @Test
    void provesNothingOfUniformsAndElements() {
        assertThat(value(ir.add(fixture.n, 1))).isEqualTo("(n + 1)");
        assertThat(value(ir.subtract(ir.load(fixture.a, 0), 1))).isEqualTo("(a[0] - 1)");
        assertThat(value(ir.subtract(0, fixture.n))).isEqualTo("(0 - n)");
    }

    @Test
    void provesLengths() {
        assertThat(value(ir.subtract(ir.length(fixture.a), 1))).isEqualTo("(a.length -! 1)");
        assertThat(value(ir.add(ir.length(fixture.a), 1))).isEqualTo("(a.length + 1)");
    }

    @Test
    void provesMasksRemaindersShiftsAndSmallTypes() {
        Expr masked = ir.binary(BinaryOp.BIT_AND, fixture.n, 255);
        assertThat(value(ir.multiply(masked, 1000))).isEqualTo("((n & 255) *! 1000)");
        Expr rest = ir.binary(BinaryOp.REMAINDER, fixture.n, 10);
        assertThat(value(ir.subtract(rest, 10))).isEqualTo("((n % 10) -! 10)");
        Expr shifted = ir.binary(BinaryOp.SHIFT_RIGHT_UNSIGNED, fixture.n, 4);
        assertThat(value(ir.multiply(shifted, 7))).isEqualTo("((n >>> 4) *! 7)");
        assertThat(value(ir.multiply(shifted, 9))).isEqualTo("((n >>> 4) * 9)");
        Expr small = ir.convert(Ir.INT, ir.convert(Ir.SHORT, fixture.n));
        assertThat(value(ir.multiply(small, 65535))).isEqualTo("((int) (short) n *! 65535)");
        assertThat(value(ir.multiply(small, 65537))).isEqualTo("((int) (short) n * 65537)");
        Expr divided = ir.divide(fixture.n, 2);
        assertThat(value(ir.add(divided, divided))).isEqualTo("((n / 2) +! (n / 2))");
        assertThat(value(ir.add(ir.divide(fixture.n, fixture.n), 1))).isEqualTo("((n / n) + 1)");
    }

    @Test
    void provesLongsOfInts() {
        Expr wide = ir.convert(Ir.LONG, fixture.n);
        assertThat(value(ir.convert(Ir.INT, ir.multiply(wide, wide)))).isEqualTo("(int) ((long) n *! (long) n)");
        Expr square = ir.multiply(wide, wide);
        assertThat(value(ir.convert(Ir.INT, ir.multiply(square, wide))))
                .isEqualTo("(int) (((long) n *! (long) n) * (long) n)");
    }

    @Test
    void provesCountersOfLoops() {
        assertThat(after(ir.count(k, fixture.n, ir.store(fixture.a, ir.add(k, 1), ir.add(k, 2)))))
                .isEqualTo("""
                        label: for (int k = 0; (k < n); k = (k +! 1)) {
                            a[(k +! 1)] = (k + 2);
                        }
                        """);
    }

    @Test
    void provesCountersThatGoDown() {
        Expr last = ir.subtract(ir.length(fixture.a), 1);
        Expr again = ir.binary(BinaryOp.GREATER_OR_EQUAL, k, 0);
        assertThat(after(ir.loop(
                        ir.label("loop"),
                        List.of(ir.declare(k, last)),
                        again,
                        List.of(ir.assign(k, ir.subtract(k, 1))),
                        ir.store(fixture.a, k, 0))))
                .isEqualTo("""
                        loop: for (int k = (a.length -! 1); (k >= 0); k = (k -! 1)) {
                            a[k] = 0;
                        }
                        """);
    }

    @Test
    void doesNotProveStepsThatMayJumpOverTheBound() {
        assertThat(after(ir.loop(
                        ir.label("loop"),
                        List.of(ir.declare(k, 0)),
                        ir.less(k, fixture.n),
                        List.of(ir.assign(k, ir.add(k, 2))))))
                .contains("k = (k + 2)");
        assertThat(after(ir.loop(
                        ir.label("loop"),
                        List.of(ir.declare(ir.variable("m", Ir.INT), 0)),
                        ir.constant(true),
                        List.of(ir.assign(fixture.i, ir.add(fixture.i, 1))))))
                .contains("i = (i + 1)");
    }

    @Test
    void forgetsWhatABodyChanges() {
        assertThat(after(ir.count(
                        k,
                        10,
                        ir.store(fixture.a, 0, ir.add(k, 1)),
                        ir.when(ir.less(fixture.n, 3), ir.assign(k, fixture.n)),
                        ir.store(fixture.a, 0, ir.subtract(k, 1)))))
                .contains("a[0] = (k +! 1);")
                .contains("a[0] = (k - 1);");
    }

    @Test
    void usesGuards() {
        Stmt guard = ir.when(ir.binary(BinaryOp.GREATER_OR_EQUAL, fixture.n, 1000), ir.giveBack());
        assertThat(after(guard, ir.store(fixture.a, 0, ir.add(fixture.n, 1)))).contains("(n +! 1)");
        assertThat(after(ir.when(
                        ir.and(ir.less(0, fixture.n), ir.less(fixture.n, 46341)),
                        ir.store(fixture.a, 0, ir.multiply(fixture.n, fixture.n)))))
                .contains("(n *! n)");
        assertThat(after(ir.when(
                        ir.or(ir.less(0, fixture.n), ir.less(fixture.n, 46341)),
                        ir.store(fixture.a, 0, ir.multiply(fixture.n, fixture.n)))))
                .contains("(n * n)");
        assertThat(value(ir.conditional(ir.less(fixture.n, 5), ir.add(fixture.n, 1), ir.add(fixture.n, 1))))
                .isEqualTo("((n < 5) ? (n +! 1) : (n + 1))");
    }

    @Test
    void joinsWhatHoldsAtBreaksAndContinues() {
        Label loop = ir.label("loop");
        Variable m = ir.variable("m", Ir.INT);
        assertThat(after(
                        ir.declare(m, 0),
                        ir.whileLoop(
                                loop,
                                ir.less(m, 100),
                                ir.when(ir.less(ir.load(fixture.a, m), 0), ir.assign(m, fixture.n), ir.leave(loop)),
                                ir.assign(m, ir.add(m, 1))),
                        ir.store(fixture.a, 0, ir.add(m, 1))))
                .contains("m = (m +! 1);")
                .contains("a[0] = (m + 1);");
    }

    @Test
    void joinsGroupsThatFallThrough() {
        Variable m = ir.variable("m", Ir.INT);
        Label choice = ir.label("choice");
        assertThat(after(
                        ir.declare(m, 5),
                        ir.choose(
                                choice,
                                fixture.n,
                                ir.group(List.of(1), false, ir.assign(m, fixture.n)),
                                ir.group(List.of(2), false, ir.store(fixture.a, 0, ir.add(m, 1)), ir.leave(choice)),
                                ir.group(List.of(3), true, ir.store(fixture.a, 1, ir.add(m, 1))))))
                .contains("a[0] = (m + 1);")
                .contains("a[1] = (m +! 1);");
    }
}
