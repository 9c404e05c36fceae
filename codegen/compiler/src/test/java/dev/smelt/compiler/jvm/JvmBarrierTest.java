package dev.smelt.compiler.jvm;

import static dev.smelt.compiler.testing.Ir.INT;
import static dev.smelt.compiler.testing.Ir.array;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smelt.compiler.ir.BinaryOp;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.ir.KernelParameter.Kind;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.testing.Ir;
import dev.smelt.compiler.testing.JvmRun;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Kernels with barriers against what they compute by definition. */
class JvmBarrierTest {
    private static final int GROUP = 8;

    private final Ir ir = new Ir("Test.java");
    private final Variable x = ir.variable("x", array(INT));
    private final Variable out = ir.variable("out", array(INT));
    private final Variable tile = ir.variable("tile", array(INT));
    private final Variable i = ir.variable("i", INT);
    private final Variable t = ir.variable("t", INT);
    private final Variable group = ir.variable("group", INT);
    private final Variable size = ir.variable("size", INT);
    private final List<KernelParameter> parameters = List.of(
            ir.buffer(x),
            ir.buffer(out),
            ir.threadgroup(tile, GROUP),
            ir.position(i),
            ir.position(t, Kind.THREAD_INDEX_IN_THREADGROUP),
            ir.position(group, Kind.THREADGROUP_POSITION_IN_GRID),
            ir.position(size, Kind.THREADS_PER_THREADGROUP));

    private int[] run(int[] input, int results, List<Function> functions, Stmt... body) {
        int[] result = new int[results];
        new JvmRun(ir.module(functions, ir.kernel("k", "", parameters, body)))
                .grid(input.length, 1, 1, GROUP, 1, 1)
                .run("k", input, result);
        return result;
    }

    private static int[] numbers(int count) {
        int[] numbers = new int[count];
        for (int n = 0; n < count; n++) {
            numbers[n] = (n * 37 + 11) % 101;
        }
        return numbers;
    }

    private Stmt atEnd(Stmt... body) {
        return ir.when(ir.equal(t, 0), body);
    }

    @Test
    void reducesWithAUniformLoop() {
        int[] input = numbers(29);
        Variable s = ir.variable("s", INT);
        int[] sums = run(
                input,
                4,
                List.of(),
                ir.store(tile, t, ir.load(x, i)),
                ir.loop(
                        ir.label(""),
                        List.of(ir.declare(s, GROUP / 2)),
                        ir.less(0, s),
                        List.of(ir.assign(s, ir.divide(s, 2))),
                        ir.barrier(),
                        ir.when(
                                ir.and(ir.less(t, s), ir.less(ir.add(t, s), size)),
                                ir.store(tile, t, ir.add(ir.load(tile, t), ir.load(tile, ir.add(t, s)))))),
                atEnd(ir.store(out, group, ir.load(tile, 0))));
        int[] expected = new int[4];
        for (int n = 0; n < input.length; n++) {
            expected[n / GROUP] += input[n];
        }
        assertThat(sums).isEqualTo(expected);
    }

    @Test
    void keepsValuesOverABarrier() {
        int[] input = numbers(21);
        Variable mine = ir.variable("mine", INT);
        Expr other = ir.subtract(ir.subtract(size, 1), t);
        int[] result = run(
                input,
                21,
                List.of(),
                ir.declare(mine, ir.multiply(ir.load(x, i), 3)),
                ir.store(tile, t, mine),
                ir.barrier(),
                ir.store(out, i, ir.add(mine, ir.load(tile, other))));
        for (int n = 0; n < 21; n++) {
            int first = n / GROUP * GROUP;
            int last = Math.min(first + GROUP, 21) - 1;
            assertThat(result[n]).isEqualTo(3 * input[n] + 3 * input[first + last - n]);
        }
    }

    @Test
    void goesOnWithoutThreadsThatHaveReturned() {
        int[] input = numbers(16);
        int[] result = run(
                input,
                16,
                List.of(),
                ir.store(tile, t, 0),
                ir.barrier(),
                ir.when(ir.less(5, t), ir.giveBack()),
                ir.store(tile, t, ir.load(x, i)),
                ir.barrier(),
                ir.store(out, i, ir.load(tile, ir.subtract(7, t))));
        for (int n = 0; n < 16; n++) {
            int other = 7 - n % 8;
            int expected = n % 8 > 5 || other > 5 ? 0 : input[n / 8 * 8 + other];
            assertThat(result[n]).isEqualTo(expected);
        }
    }

    @Test
    void takesABranchFromMemoryIfAllAgree() {
        Variable from = ir.variable("from", INT);
        int[] input = numbers(16);
        Arrays.fill(input, 8, 16, 7);
        Arrays.fill(input, 0, 8, -7);
        Stmt[] body = {
            ir.declare(from, ir.load(x, i)),
            ir.store(tile, t, i),
            ir.whenElse(
                    ir.less(0, from),
                    ir.block(ir.barrier(), ir.store(out, i, ir.load(tile, ir.subtract(7, t)))),
                    ir.block(ir.store(tile, t, ir.negate(i)), ir.at(33).barrier(), ir.store(out, i, ir.load(tile, t)))),
            ir.barrier(),
            ir.store(out, i, ir.add(ir.load(out, i), 1000))
        };
        int[] result = run(input, 16, List.of(), body);
        for (int n = 0; n < 16; n++) {
            assertThat(result[n]).isEqualTo(1000 + (n < 8 ? -n : 15 - (n - 8)));
        }
        input[3] = 5;
        assertThatThrownBy(() -> run(input, 16, List.of(), body))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "the threads of a threadgroup disagree: of its threadgroup, thread 3 comes to the barrier in"
                                + " Test.java:1, thread 0 does not");
    }

    @Test
    void inlinesFunctionsWithBarriersLoopsAndEarlyReturns() {
        Variable memory = ir.variable("memory", array(INT));
        Variable value = ir.variable("value", INT);
        Variable at = ir.variable("at", INT);
        Variable count = ir.variable("count", INT);
        Variable k = ir.variable("k", INT);
        Variable sum = ir.variable("sum", INT);
        Function total = new Function(
                "total",
                "total",
                "",
                List.of(memory, value, at, count),
                INT,
                ir.block(
                        ir.store(memory, at, value),
                        ir.barrier(),
                        ir.declare(sum, 0),
                        ir.count(
                                k,
                                count,
                                ir.assign(sum, ir.add(sum, ir.load(memory, k))),
                                ir.when(ir.less(1000, sum), ir.giveBack(-1))),
                        ir.assign(value, ir.add(value, 1)),
                        ir.giveBack(ir.add(sum, value))),
                false,
                ir.span());
        Variable first = ir.variable("first", INT);
        Variable second = ir.variable("second", INT);
        int[] input = numbers(21);
        int[] result = run(
                input,
                21,
                List.of(total),
                ir.declare(first),
                ir.declare(second),
                ir.invokeInto(first, total, tile, ir.load(x, i), t, size),
                ir.barrier(),
                ir.invokeInto(second, total, tile, first, t, size),
                ir.store(out, i, second));
        for (int g = 0; g < 21; g += GROUP) {
            int end = Math.min(g + GROUP, 21);
            int[] firsts = new int[end - g];
            for (int n = g; n < end; n++) {
                firsts[n - g] = total(Arrays.copyOfRange(input, g, end), input[n]);
            }
            for (int n = g; n < end; n++) {
                assertThat(result[n]).isEqualTo(total(firsts, firsts[n - g]));
            }
        }
    }

    private static int total(int[] values, int own) {
        int sum = 0;
        for (int value : values) {
            sum += value;
            if (sum > 1000) {
                return -1;
            }
        }
        return sum + own + 1;
    }

    @Test
    void hasTheControlComputeWhatLoopsDependOn() {
        Variable levels = ir.variable("levels", INT);
        Variable s = ir.variable("s", INT);
        Variable sum = ir.variable("sum", INT);
        Label loop = ir.label("");
        int[] input = numbers(16);
        // levels = log2(size), in a loop of its own; then a loop that is left in the middle, by all.
        int[] result = run(
                input,
                16,
                List.of(),
                ir.declare(levels, 0),
                ir.declare(sum, 0),
                ir.whileLoop(
                        ir.label(""),
                        ir.less(ir.binary(BinaryOp.SHIFT_LEFT, 1, levels), size),
                        ir.assign(levels, ir.add(levels, 1))),
                ir.loop(
                        loop,
                        List.of(ir.declare(s, 0)),
                        ir.constant(true),
                        List.of(ir.assign(s, ir.add(s, 1)), ir.assign(sum, ir.add(sum, i))),
                        ir.store(tile, t, ir.add(sum, s)),
                        ir.barrier(),
                        ir.when(ir.equal(s, levels), ir.leave(loop)),
                        ir.when(ir.equal(s, 1), ir.next(loop)),
                        ir.assign(sum, ir.add(sum, ir.load(tile, ir.subtract(7, t)))),
                        ir.barrier()),
                ir.store(out, i, sum));
        int[] sums = new int[16];
        for (int step = 0; step < 3; step++) {
            int[] before = sums.clone();
            for (int n = 0; n < 16; n++) {
                sums[n] += (step == 1 ? 0 : before[n / 8 * 8 + 7 - n % 8] + step) + n;
            }
        }
        assertThat(result).isEqualTo(sums);
    }

    @Test
    void disagreesWhenThreadsLeaveALoopAtDifferentTimes() {
        Variable k = ir.variable("k", INT);
        Stmt body = ir.count(k, ir.load(x, i), ir.store(tile, t, k), ir.barrier());
        int[] same = {3, 3, 3, 3, 3, 3, 3, 3};
        Stmt.Store last = ir.store(out, i, ir.load(tile, t));
        assertThat(run(same, 8, List.of(), body, last)).containsOnly(2);
        int[] other = {3, 3, 3, 3, 2, 3, 3, 3};
        assertThatThrownBy(() -> run(other, 8, List.of(), body, last))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("thread 0 comes to the barrier in Test.java:1, thread 4 does not");
    }

    @Test
    void endsAnEndlessLoopWhoseThreadsHaveAllReturned() {
        Variable left = ir.variable("left", INT);
        int[] input = numbers(12);
        int[] result = run(
                input,
                12,
                List.of(),
                ir.declare(left, ir.add(t, 1)),
                ir.whileLoop(
                        ir.label(""),
                        true,
                        ir.store(tile, t, left),
                        ir.barrier(),
                        ir.assign(left, ir.subtract(left, 1)),
                        ir.store(out, i, ir.add(ir.load(out, i), ir.load(tile, 7))),
                        ir.when(ir.equal(left, 0), ir.giveBack())));
        for (int n = 0; n < 8; n++) {
            int expected = 0;
            for (int round = 0; round <= n; round++) {
                expected += 8 - round;
            }
            assertThat(result[n]).isEqualTo(expected);
        }
    }

    @Test
    void keepsEachThreadsOwnArraysAndOtherNamesOverBarriers() {
        Variable own = ir.variable("own", array(INT));
        Variable name = ir.variable("name", array(INT));
        int[] input = numbers(8);
        int[] result = run(
                input,
                8,
                List.of(),
                ir.declareArray(own, 2, i, ir.load(x, i)),
                ir.declare(name, ir.conditional(ir.less(t, 4), own, x)),
                ir.store(tile, t, ir.load(own, 1)),
                ir.barrier(),
                ir.store(own, 0, ir.add(ir.load(own, 0), ir.load(tile, ir.subtract(7, t)))),
                ir.barrier(),
                ir.store(out, i, ir.add(ir.multiply(1000, ir.load(own, 0)), ir.load(name, 1))));
        for (int n = 0; n < 8; n++) {
            assertThat(result[n]).isEqualTo(1000 * (n + input[7 - n]) + (n < 4 ? input[n] : input[1]));
        }
    }

    @Test
    void takesAnAssignedParameterForALocal() {
        Variable n = ir.variable("n", INT);
        int[] result = new int[8];
        JvmRun run = new JvmRun(ir.module(
                List.of(),
                ir.kernel(
                        "k",
                        "",
                        List.of(
                                ir.buffer(out),
                                ir.uniform(n),
                                ir.threadgroup(tile, GROUP),
                                ir.position(t, Kind.THREAD_INDEX_IN_THREADGROUP)),
                        ir.store(tile, t, t),
                        ir.whileLoop(
                                ir.label(""),
                                ir.less(0, n),
                                ir.barrier(),
                                ir.assign(n, ir.subtract(n, 1)),
                                ir.assign(t, ir.add(t, 1))),
                        ir.store(out, ir.subtract(t, 3), ir.add(ir.load(tile, ir.subtract(10, t)), n)))));
        run.uniforms().putInt(0, 3);
        run.grid(8, 1, 1, 8, 1, 1).run("k", result);
        assertThat(result).containsExactly(7, 6, 5, 4, 3, 2, 1, 0);
    }
}
