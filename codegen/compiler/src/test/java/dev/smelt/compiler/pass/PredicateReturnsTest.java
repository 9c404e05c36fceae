package dev.smelt.compiler.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.ir.BinaryOp;
import dev.smelt.compiler.ir.Builtin;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.IrPrinter;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.ir.KernelParameter.Kind;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Rewriter;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.ir.Walker;
import dev.smelt.compiler.testing.GroupInterpreter;
import dev.smelt.compiler.testing.Ir;
import dev.smelt.compiler.testing.RandomGroup;
import dev.smelt.compiler.testing.ValidatedPasses;
import dev.smelt.compiler.uniformity.Control;
import dev.smelt.compiler.uniformity.Level;
import dev.smelt.compiler.uniformity.Uniformity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Threads that return early come to the barriers, touch nothing, and change nothing for the others. */
class PredicateReturnsTest {
    private static final int THREADS = 4;
    private static final int MODULES = 150;

    private final Ir ir = new Ir("Group.java");
    private final Variable x = ir.variable("x", Ir.array(Ir.INT));
    private final Variable n = ir.variable("n", Ir.INT);
    private final Variable tile = ir.variable("tile", Ir.array(Ir.INT));
    private final Variable i = ir.variable("i", Ir.INT);
    private final Variable k = ir.variable("k", Ir.INT);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void keepsWhatRandomKernelsCompute(int n) {
        List<AssertionError> failures = new ArrayList<>();
        for (int seed = 0; seed < MODULES; seed++) {
            KernelModule module = RandomGroup.module(seed, THREADS);
            try {
                module.kernels().forEach(kernel -> checkControl(kernel, module));
                KernelModule predicated = ValidatedPasses.run(List.of(new PredicateReturns()), module);
                check(seed, n, module, predicated);
                KernelModule allActive = allActive(predicated);
                allActive.kernels().forEach(kernel -> checkControl(kernel, allActive));
                check(seed, n, module, ValidatedPasses.run(Passes.FOR_MSL, ValidatedPasses.run(Passes.COMMON, module)));
            } catch (AssertionError e) {
                failures.add(e);
            }
        }
        // The shortest is the easiest to read.
        failures.stream()
                .min(Comparator.comparing(
                        failure -> String.valueOf(failure.getMessage()).length()))
                .ifPresent(failure -> {
                    throw new AssertionError(failures.size() + " fail", failure);
                });
    }

    private static void check(int seed, int n, KernelModule before, KernelModule after) {
        try {
            assertThat(run(after, n, true)).isEqualTo(run(before, n, false));
        } catch (AssertionError e) {
            throw new AssertionError(
                    "seed " + seed + ", n " + n + "\n" + IrPrinter.print(before) + "\n" + IrPrinter.print(after), e);
        }
    }

    /** Values that only active threads have right are alike for these, which is what the analysis is asked about. */
    private static KernelModule allActive(KernelModule module) {
        Rewriter all = new Rewriter() {
            @Override
            public Expr visitRead(Expr.Read expr) {
                boolean isFlag = expr.variable().name().equals("active");
                return isFlag ? new Expr.Constant(Ir.BOOLEAN, true, expr.span()) : expr;
            }

            @Override
            public Stmt visitBreak(Stmt.Break stmt) {
                return stmt.label().name().equals("returned") ? new Stmt.Block(List.of(), stmt.span()) : stmt;
            }
        };
        return module.withBodies(
                module.functions().stream()
                        .map(function -> new Function(
                                function.id(),
                                function.name(),
                                function.signature(),
                                function.parameters(),
                                function.result(),
                                all.rewriteBlock(function.body()),
                                function.pure(),
                                function.span()))
                        .toList(),
                module.kernels().stream()
                        .map(kernel -> kernel.withBody(all.rewriteBlock(kernel.body())))
                        .toList());
    }

    /** No barrier is under control that diverges, as the analysis sees it. */
    private static void checkControl(Kernel kernel, KernelModule module) {
        Uniformity uniformity = Uniformity.of(kernel, module);
        checkBarriers(kernel.body(), uniformity.controlIn(kernel.body(), Level.UNIFORM));
        for (Function function : module.functions()) {
            checkBarriers(function.body(), uniformity.controlIn(function.body(), uniformity.ofCalls(function)));
        }
    }

    private static void checkBarriers(Stmt body, Control control) {
        new Walker() {
            @Override
            public Void visitInvokeBuiltin(Stmt.InvokeBuiltin stmt) {
                if (stmt.builtin().effect() == Builtin.Effect.THREADGROUP_BARRIER) {
                    assertThat(control.at(stmt)).as("%s", stmt.span()).isNotEqualTo(Level.VARYING);
                }
                return null;
            }
        }.walk(body);
    }

    private static Object[] run(KernelModule module, int n, boolean strict) {
        Object[] out = new Object[THREADS];
        Object[] same = {n & 1, (n >> 1) + 1, 3 - (n & 3), n + 1};
        GroupInterpreter.run(module, THREADS, strict, (parameter, lane) -> argument(parameter, lane, n, out, same));
        return out;
    }

    private static Object argument(KernelParameter parameter, int lane, int n, Object[] out, Object[] same) {
        return switch (parameter.variable().name()) {
            case "out" -> out;
            case "same" -> same;
            case "n" -> n;
            case "lane" -> lane;
            default -> throw new AssertionError(parameter);
        };
    }

    private KernelModule module(List<Function> functions, Stmt... body) {
        List<KernelParameter> parameters = List.of(
                ir.buffer(x),
                ir.uniform(n),
                ir.threadgroup(tile, 64),
                ir.position(i, Kind.THREAD_INDEX_IN_THREADGROUP));
        return ir.module(functions, ir.kernel("k", "", parameters, body));
    }

    private String after(Stmt... body) {
        return after(List.of(), body);
    }

    private String after(List<Function> functions, Stmt... body) {
        KernelModule module = ValidatedPasses.run(List.of(new PredicateReturns()), module(functions, body));
        StringBuilder text = new StringBuilder();
        module.functions().forEach(function -> text.append(IrPrinter.print(function)));
        String kernel = IrPrinter.print(module.kernels().get(0));
        return text
                + kernel.substring(kernel.indexOf('\n') + 1, kernel.lastIndexOf('}'))
                        .replaceAll("(?m)^ {4}", "");
    }

    private Stmt returnBeyondTheEnd() {
        return ir.when(ir.not(ir.less(i, n)), ir.giveBack());
    }

    @Test
    void guardsWhatIsBehindAReturn() {
        Variable value = ir.variable("value", Ir.INT);
        assertThat(after(
                        returnBeyondTheEnd(),
                        ir.declare(value, ir.load(x, i)),
                        ir.store(tile, i, value),
                        ir.barrier(),
                        ir.store(x, i, ir.add(value, ir.load(tile, 0)))))
                .isEqualTo("""
                        boolean active = true;
                        if (!(i < n)) {
                            active = false;
                        }
                        int value = <later>;
                        if (active) {
                            value = x[i];
                            tile[i] = value;
                        }
                        Msl.builtin();
                        if (active) {
                            x[i] = (value + tile[0]);
                        }
                        """.replace(" = <later>", ""));
    }

    @Test
    void leavesAloneWhatHasNoBarrierBehindAReturn() {
        Stmt[] body = {
            ir.store(tile, i, i), ir.barrier(), ir.when(ir.less(n, i), ir.giveBack()), ir.store(x, i, ir.load(tile, 0))
        };
        assertThat(after(body)).doesNotContain("active");
        assertThat(after(returnBeyondTheEnd(), ir.store(x, i, 1))).doesNotContain("active");
    }

    @Test
    void letsAllThreadsGoRoundALoopOfUniformBounds() {
        Variable rounds = ir.variable("rounds", Ir.INT);
        assertThat(after(
                        returnBeyondTheEnd(),
                        ir.declare(rounds, ir.binary(BinaryOp.BIT_AND, n, 7)),
                        ir.count(k, rounds, ir.store(tile, i, ir.load(x, k)), ir.barrier())))
                .isEqualTo("""
                        boolean active = true;
                        if (!(i < n)) {
                            active = false;
                        }
                        int rounds = (n & 7);
                        label: for (int k = 0; (k < rounds); k = (k +! 1)) {
                            if (active) {
                                tile[i] = x[k];
                            }
                            Msl.builtin();
                        }
                        """);
    }

    /** A thread beyond the end can't load the bound; whether it would is not even known. */
    @Test
    void tellsThreadsThatHaveReturnedWhatIsInMemory() {
        String text = after(returnBeyondTheEnd(), ir.count(k, ir.load(x, 0), ir.store(tile, i, k), ir.barrier()));
        assertThat(text).contains("""
                label: for (int k = 0; true; k = (k + 1)) {
                    vote[0] = 0;
                    Msl.builtin();
                    if (active) {
                        vote[0] = ((k < x[0]) ? 1 : 0);
                    }
                    Msl.builtin();
                    boolean goesOn = (vote[0] != 0);
                    Msl.builtin();
                    if (!goesOn) {
                        break label;
                    }
                """);
    }

    @Test
    void endsEndlessLoopsOnceAllHaveReturned() {
        Label label = ir.label("");
        String text = after(ir.whileLoop(
                label,
                true,
                ir.store(tile, i, i),
                ir.barrier(),
                ir.when(ir.less(ir.load(x, i), 0), ir.giveBack()),
                ir.barrier()));
        assertThat(text).contains("vote[0] = (true ? 1 : 0);");
    }

    /** All return together, so that no thread is left in the loop. */
    @Test
    void leavesLoopsByUniformReturns() {
        Label label = ir.label("");
        assertThat(after(
                        ir.declare(k, 0),
                        ir.whileLoop(
                                label,
                                true,
                                ir.barrier(),
                                ir.assign(k, ir.add(k, 1)),
                                ir.when(ir.less(n, k), ir.giveBack()))))
                .isEqualTo("""
                        end: {
                            int k = 0;
                            label: for (; true; ) {
                                Msl.builtin();
                                k = (k + 1);
                                if ((n < k)) {
                                    break end;
                                }
                            }
                        }
                        """);
    }

    @Test
    void passesTheFlagToFunctionsWithBarriers() {
        Variable a = ir.variable("a", Ir.array(Ir.INT));
        Variable at = ir.variable("at", Ir.INT);
        Function shared = new Function(
                "shared",
                "shared",
                "",
                List.of(a, at),
                Ir.INT,
                ir.block(ir.store(a, at, at), ir.barrier(), ir.giveBack(ir.load(a, 0))),
                false,
                ir.span());
        Variable first = ir.variable("first", Ir.INT);
        assertThat(after(
                        List.of(shared),
                        returnBeyondTheEnd(),
                        ir.declare(first),
                        ir.invokeInto(first, shared, tile, i),
                        ir.store(x, i, first)))
                .isEqualTo("""
                        int shared(a: int[], at: int, active: boolean) {
                            if (active) {
                                a[at] = at;
                            }
                            Msl.builtin();
                            if (active) {
                                return a[0];
                            }
                            int nothing;
                            return nothing;
                        }
                        boolean active = true;
                        if (!(i < n)) {
                            active = false;
                        }
                        int first;
                        first = shared(tile, i, active);
                        if (active) {
                            x[i] = first;
                        }
                        """);
    }

    /** Peers have got a barrier in an inner branch wrong: unbalanced braces (TornadoVM#837). */
    @Test
    void guardsInBranchesAroundABarrier() {
        assertThat(after(
                        returnBeyondTheEnd(),
                        ir.when(
                                ir.less(3, n),
                                ir.when(ir.less(5, n), ir.store(tile, i, 1), ir.barrier()),
                                ir.store(x, i, ir.load(tile, 0)))))
                .contains("""
                        if ((3 < n)) {
                            if ((5 < n)) {
                                if (active) {
                                    tile[i] = 1;
                                }
                                Msl.builtin();
                            }
                            if (active) {
                                x[i] = tile[0];
                            }
                        }
                        """);
    }

    /** What a thread leaves by {@code break} in a group of a switch, it doesn't fall into the next group. */
    @Test
    void doesNotFallIntoTheNextGroupOfASwitch() {
        Label label = ir.label("");
        String text = after(
                returnBeyondTheEnd(),
                ir.choose(
                        label,
                        n,
                        ir.group(List.of(0), false, ir.barrier(), ir.store(x, i, 1), ir.leave(label)),
                        ir.group(List.of(1), false, ir.barrier(), ir.store(x, i, 2))));
        assertThat(text).containsSubsequence("x[i] = 1", "}\n        break label;\n    }\n    case 1");
    }

    @Test
    void keepsSimdgroupFunctionsToActiveThreads() {
        Variable sum = ir.variable("sum", Ir.INT);
        String text = after(
                returnBeyondTheEnd(),
                ir.declare(sum),
                ir.effect(Builtin.Effect.SIMDGROUP, sum, Ir.INT, "metal::simd_sum", i),
                ir.barrier(),
                ir.store(x, i, sum));
        assertThat(text).contains("if (active) {\n    sum = Msl.builtin(i);\n}\n");
    }

    @Test
    void hasNothingToDoWithKernelsWithoutBarriers() {
        KernelModule module = module(List.of(), returnBeyondTheEnd(), ir.store(x, i, 1));
        assertThat(new PredicateReturns().run(module)).isSameAs(module);
    }
}
