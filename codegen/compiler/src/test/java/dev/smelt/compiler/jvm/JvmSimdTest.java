package dev.smelt.compiler.jvm;

import static dev.smelt.compiler.testing.Ir.BOOLEAN;
import static dev.smelt.compiler.testing.Ir.FLOAT;
import static dev.smelt.compiler.testing.Ir.INT;
import static dev.smelt.compiler.testing.Ir.LONG;
import static dev.smelt.compiler.testing.Ir.array;
import static dev.smelt.compiler.testing.Ir.vector;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.ir.BinaryOp;
import dev.smelt.compiler.ir.Builtin;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.KernelParameter.Kind;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.testing.Calls;
import dev.smelt.compiler.testing.Ir;
import dev.smelt.compiler.testing.JvmRun;
import dev.smelt.dsl.Float2;
import dev.smelt.dsl.Msl;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions of the simdgroup against what each lane should see, with lanes that take no part and short simdgroups. */
class JvmSimdTest {
    /** Some of a simdgroup's lanes do nothing, and of the last simdgroup there are only a few. */
    private static final int LANES = 75;

    private final Ir ir = new Ir("Test.java");
    private final Calls calls = new Calls(ir);
    private final Variable x = ir.variable("x", array(INT));
    private final Variable amount = ir.variable("amount", array(INT));
    private final Variable out = ir.variable("out", array(INT));
    private final Variable t = ir.variable("t", INT);
    private final Variable result = ir.variable("result", INT);

    private Stmt simd(String name, Variable into, Object... arguments) {
        List<Expr> exprs = Arrays.stream(arguments).map(ir::expr).toList();
        List<Type> types = exprs.stream().map(Expr::type).toList();
        Builtin builtin = new Builtin(
                Builtin.Form.STATIC,
                Msl.class,
                name,
                types,
                into.type(),
                "unused",
                "unused",
                Builtin.Effect.SIMDGROUP,
                false);
        return new Stmt.InvokeBuiltin(builtin, exprs, into, ir.span());
    }

    private static int[] numbers(int count) {
        return IntStream.range(0, count).map(n -> (n * 37 + 11) % 23 - 9).toArray();
    }

    private int[] run(int[] input, int[] amounts, Stmt... body) {
        int[] results = new int[input.length];
        JvmRun run = new JvmRun(ir.module(
                List.of(),
                ir.kernel(
                        "k",
                        "",
                        List.of(
                                ir.buffer(x),
                                ir.buffer(amount),
                                ir.buffer(out),
                                ir.position(t, Kind.THREAD_INDEX_IN_THREADGROUP)),
                        body)));
        run.grid(5, 5, 3, 5, 5, 3).run("k", input, amounts, results);
        return results;
    }

    private static boolean takesPart(int lane) {
        return lane % 3 != 1;
    }

    private static int[] active(int lane) {
        int first = lane / 32 * 32;
        return IntStream.range(first, Math.min(first + 32, LANES))
                .filter(JvmSimdTest::takesPart)
                .toArray();
    }

    private Stmt[] underACondition(Stmt call) {
        return new Stmt[] {
            ir.declare(result, -1000),
            ir.when(ir.not(ir.equal(ir.binary(BinaryOp.REMAINDER, t, 3), 1)), call),
            ir.store(out, t, result)
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "simdSum",
                "simdProduct",
                "simdMin",
                "simdMax",
                "simdAnd",
                "simdOr",
                "simdXor",
                "simdPrefixInclusiveSum",
                "simdPrefixExclusiveSum",
                "simdPrefixInclusiveProduct",
                "simdPrefixExclusiveProduct",
                "simdBroadcastFirst"
            })
    void combineTheLanesThatTakePart(String name) {
        int[] input = numbers(LANES);
        int[] results = run(input, input, underACondition(simd(name, result, ir.load(x, t))));
        for (int lane = 0; lane < LANES; lane++) {
            int me = lane;
            IntStream all = Arrays.stream(active(lane)).map(other -> input[other]);
            IntStream before =
                    Arrays.stream(active(lane)).filter(other -> other < me).map(other -> input[other]);
            int expected = switch (name) {
                case "simdSum" -> all.sum();
                case "simdProduct" -> all.reduce(1, (a, b) -> a * b);
                case "simdMin" -> all.min().orElseThrow();
                case "simdMax" -> all.max().orElseThrow();
                case "simdAnd" -> all.reduce(-1, (a, b) -> a & b);
                case "simdOr" -> all.reduce(0, (a, b) -> a | b);
                case "simdXor" -> all.reduce(0, (a, b) -> a ^ b);
                case "simdPrefixInclusiveSum" -> before.sum() + input[me];
                case "simdPrefixExclusiveSum" -> before.sum();
                case "simdPrefixInclusiveProduct" -> before.reduce(1, (a, b) -> a * b) * input[me];
                case "simdPrefixExclusiveProduct" -> before.reduce(1, (a, b) -> a * b);
                default -> input[active(lane)[0]];
            };
            assertThat(results[lane]).as("lane %d", lane).isEqualTo(takesPart(lane) ? expected : -1000);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "simdShuffle",
                "simdShuffleUp",
                "simdShuffleDown",
                "simdShuffleXor",
                "simdShuffleRotateUp",
                "simdShuffleRotateDown",
                "simdBroadcast"
            })
    void giveTheValuesOfOtherLanes(String name) {
        int[] input = numbers(LANES);
        for (int given : new int[] {0, 1, 2, 5, 16, 31, 32, -1}) {
            int[] amounts = new int[LANES];
            Arrays.fill(amounts, given);
            int[] results = run(input, amounts, underACondition(simd(name, result, ir.load(x, t), ir.load(amount, t))));
            for (int lane = 0; lane < LANES; lane++) {
                int place = lane % 32;
                int wanted = switch (name) {
                    case "simdShuffleUp" -> place - given;
                    case "simdShuffleDown" -> place + given;
                    case "simdShuffleXor" -> place ^ given;
                    case "simdShuffleRotateUp" -> Math.floorMod(place - given, 32);
                    case "simdShuffleRotateDown" -> Math.floorMod(place + given, 32);
                    default -> given;
                };
                int from = lane - place + wanted;
                boolean known = wanted >= 0 && wanted < 32 && from < LANES && takesPart(from);
                int expected = known ? input[from] : input[lane];
                assertThat(results[lane])
                        .as("lane %d given %d", lane, given)
                        .isEqualTo(takesPart(lane) ? expected : -1000);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"simdAll, true", "simdAny, false"})
    void vote(String name, boolean all) {
        Variable verdict = ir.variable("verdict", BOOLEAN);
        int[] input = new int[LANES];
        Arrays.fill(input, all ? 1 : 0);
        input[40] = 1 - input[40];
        int[] results = run(
                input,
                input,
                ir.declare(verdict),
                simd(name, verdict, ir.equal(ir.load(x, t), 1)),
                ir.store(out, t, ir.conditional(verdict, 1, 0)));
        for (int lane = 0; lane < LANES; lane++) {
            assertThat(results[lane]).isEqualTo((lane / 32 == 1) != all ? 1 : 0);
        }
    }

    @Test
    void workOnFloatsVectorsAndLongs() {
        Variable sum = ir.variable("sum", vector(FLOAT, 2));
        Variable big = ir.variable("big", LONG);
        Variable least = ir.variable("least", FLOAT);
        Expr pair = calls.construct(Float2.class, vector(FLOAT, 2), ir.convert(FLOAT, t), 1f);
        int[] results = run(
                new int[LANES],
                new int[LANES],
                ir.declare(sum),
                ir.declare(big),
                ir.declare(least),
                simd("simdSum", sum, pair),
                simd("simdShuffleXor", big, ir.multiply(ir.convert(LONG, t), 1L << 33), 1),
                simd("simdMin", least, ir.conditional(ir.less(3, t), ir.convert(FLOAT, t), Float.NaN)),
                ir.store(
                        out,
                        t,
                        ir.add(
                                ir.add(
                                        ir.convert(INT, calls.method("x", FLOAT, sum)),
                                        ir.convert(INT, ir.binary(BinaryOp.SHIFT_RIGHT, big, 33))),
                                ir.convert(INT, ir.multiply(least, 10000f)))));
        for (int lane = 0; lane < LANES; lane++) {
            int first = lane / 32 * 32;
            int end = Math.min(first + 32, LANES);
            int other = (lane ^ 1) < LANES ? lane ^ 1 : lane;
            int expected = IntStream.range(first, end).sum() + other + 10000 * Math.max(first, 4);
            assertThat(results[lane]).as("lane %d", lane).isEqualTo(expected);
        }
    }

    /** The Collatz steps of each lane, counted by votes: lanes leave the loop one after another. */
    @Test
    void workInLoopsThatLanesLeaveAtDifferentTimes() {
        Variable n = ir.variable("n", INT);
        Variable steps = ir.variable("steps", INT);
        Variable running = ir.variable("running", INT);
        Variable total = ir.variable("total", INT);
        Label loop = ir.label("");
        int[] input = IntStream.range(0, LANES).map(lane -> lane % 9 + 1).toArray();
        int[] results = run(
                input,
                input,
                ir.declare(n, ir.load(x, t)),
                ir.declare(total, 0),
                ir.declare(steps, 0),
                ir.loop(
                        loop,
                        List.of(),
                        ir.constant(true),
                        List.of(ir.assign(steps, ir.add(steps, 1))),
                        ir.when(ir.equal(n, 1), ir.leave(loop)),
                        ir.declare(running),
                        simd("simdSum", running, 1),
                        ir.assign(total, ir.add(total, running)),
                        ir.when(
                                ir.equal(ir.binary(BinaryOp.BIT_AND, n, 1), 0),
                                ir.assign(n, ir.divide(n, 2)),
                                ir.next(loop)),
                        ir.assign(n, ir.add(ir.multiply(n, 3), 1))),
                ir.store(out, t, ir.add(total, ir.multiply(1000, steps))));
        int[] own = Arrays.stream(input).map(JvmSimdTest::collatz).toArray();
        for (int lane = 0; lane < LANES; lane++) {
            int first = lane / 32 * 32;
            int end = Math.min(first + 32, LANES);
            int expected = 0;
            for (int step = 0; step < own[lane]; step++) {
                for (int other = first; other < end; other++) {
                    expected += own[other] > step ? 1 : 0;
                }
            }
            assertThat(results[lane]).isEqualTo(expected + 1000 * own[lane]);
        }
    }

    private static int collatz(int start) {
        int steps = 0;
        for (int n = start; n != 1; n = n % 2 == 0 ? n / 2 : 3 * n + 1) {
            steps++;
        }
        return steps;
    }

    @Test
    void workUnderSwitchesThatLanesGoThroughDifferently() {
        Variable sum = ir.variable("sum", INT);
        Label choice = ir.label("");
        int[] input = numbers(LANES);
        int[] results = run(
                input,
                input,
                ir.declare(sum, 0),
                ir.declare(result, 0),
                ir.choose(
                        choice,
                        ir.binary(BinaryOp.REMAINDER, t, 4),
                        ir.group(List.of(0), false, simd("simdSum", sum, 1), ir.assign(result, ir.add(result, sum))),
                        ir.group(
                                List.of(1),
                                false,
                                simd("simdSum", sum, 100),
                                ir.assign(result, ir.add(result, sum)),
                                ir.leave(choice)),
                        ir.group(List.of(2), false, simd("simdSum", sum, 10000), ir.assign(result, sum))),
                ir.store(out, t, result));
        for (int lane = 0; lane < LANES; lane++) {
            int first = lane / 32 * 32;
            int[] of = new int[4];
            for (int other = first; other < Math.min(first + 32, LANES); other++) {
                of[other % 4]++;
            }
            int expected = switch (lane % 4) {
                case 0 -> of[0] + 100 * (of[0] + of[1]);
                case 1 -> 100 * (of[0] + of[1]);
                case 2 -> 10000 * of[2];
                default -> 0;
            };
            assertThat(results[lane]).as("lane %d", lane).isEqualTo(expected);
        }
    }

    /** Threads return before the call, within functions and in the kernel. */
    @Test
    void leaveOutThreadsThatHaveReturned() {
        Variable value = ir.variable("value", INT);
        Variable sum = ir.variable("sum", INT);
        Function positive = new Function(
                "sumOfPositive",
                "sumOfPositive",
                "",
                List.of(value),
                INT,
                ir.block(
                        ir.when(ir.less(value, 1), ir.giveBack(-1)),
                        ir.declare(sum),
                        simd("simdSum", sum, value),
                        ir.giveBack(sum)),
                false,
                ir.span());
        int[] input = numbers(LANES);
        int[] results = new int[LANES];
        new JvmRun(ir.module(
                        List.of(positive),
                        ir.kernel(
                                "k",
                                "",
                                List.of(ir.buffer(x), ir.buffer(out), ir.position(t, Kind.THREAD_INDEX_IN_THREADGROUP)),
                                ir.declare(result),
                                ir.when(ir.less(70, t), ir.giveBack()),
                                ir.invokeInto(result, positive, ir.load(x, t)),
                                ir.store(out, t, result))))
                .grid(LANES, 1, 1, LANES, 1, 1)
                .run("k", input, results);
        for (int lane = 0; lane < LANES; lane++) {
            int first = lane / 32 * 32;
            int expected = Arrays.stream(input, first, Math.min(first + 32, 71))
                    .filter(n -> n > 0)
                    .sum();
            assertThat(results[lane]).isEqualTo(lane > 70 ? 0 : input[lane] > 0 ? expected : -1);
        }
    }
}
