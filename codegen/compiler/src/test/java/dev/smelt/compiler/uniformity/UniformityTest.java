package dev.smelt.compiler.uniformity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.ir.BinaryOp;
import dev.smelt.compiler.ir.Builtin;
import dev.smelt.compiler.ir.ConstantArray;
import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.ir.KernelParameter.Kind;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.testing.Ir;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UniformityTest {
    private final Ir ir = new Ir("Group.java");
    private final Variable a = ir.variable("a", Ir.array(Ir.INT));
    private final Variable n = ir.variable("n", Ir.INT);
    private final Variable i = ir.variable("i", Ir.INT);
    private final Variable v = ir.variable("v", Ir.INT);
    private final Variable k = ir.variable("k", Ir.INT);
    private final Variable table = ir.variable("TABLE", Ir.array(Ir.INT));
    private final ConstantArray constants = ir.constants(table, 1, 2, 3);
    private final List<Function> functions = new ArrayList<>();
    private final Stmt.InvokeBuiltin barrier = ir.barrier();
    private final Label label = ir.label("label");

    private Kernel kernel(Stmt... body) {
        List<KernelParameter> parameters =
                List.of(ir.buffer(a), ir.uniform(n), ir.position(i, Kind.THREAD_INDEX_IN_THREADGROUP));
        return ir.kernel("k", "", parameters, body);
    }

    private KernelModule module(Kernel kernel) {
        return ir.module(List.of(constants), functions, kernel);
    }

    private Level of(Variable variable, Stmt... body) {
        Kernel kernel = kernel(body);
        return Uniformity.of(kernel, module(kernel)).of(variable);
    }

    /** The level of control at the barrier, which is in the body once. */
    private Level atBarrier(Stmt... body) {
        Kernel kernel = kernel(body);
        return Uniformity.of(kernel, module(kernel))
                .controlIn(kernel.body(), Level.UNIFORM)
                .at(barrier);
    }

    @Test
    void takesADifferenceOfPositionsForOneThatMayBeAlike() {
        assertThat(of(v, ir.declare(v, ir.binary(BinaryOp.SUBTRACT, i, i)))).isEqualTo(Level.UNKNOWN);
        assertThat(of(v, ir.declare(v, ir.binary(BinaryOp.SUBTRACT, i, n)))).isEqualTo(Level.VARYING);
        assertThat(of(v, ir.declare(v, ir.binary(BinaryOp.ADD, i, i)))).isEqualTo(Level.VARYING);
    }

    private Stmt whenVarying(Stmt... then) {
        return ir.when(ir.less(i, 3), then);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void knowsWhatThreadsOfAThreadgroupHaveAlike(Kind kind) {
        boolean alike = switch (kind) {
            case THREADGROUP_POSITION_IN_GRID,
                    THREADS_PER_GRID,
                    THREADS_PER_THREADGROUP,
                    THREADGROUPS_PER_GRID,
                    DISPATCH_THREADS_PER_THREADGROUP,
                    THREADS_PER_SIMDGROUP -> true;
            case THREAD_POSITION_IN_GRID,
                    THREAD_POSITION_IN_THREADGROUP,
                    THREAD_INDEX_IN_THREADGROUP,
                    THREAD_INDEX_IN_SIMDGROUP,
                    SIMDGROUP_INDEX_IN_THREADGROUP -> false;
        };
        Kernel kernel = ir.kernel("k", "", List.of(ir.position(v, kind)));
        assertThat(Uniformity.of(kernel, module(kernel)).of(v)).isEqualTo(alike ? Level.UNIFORM : Level.VARYING);
    }

    @Test
    void computesWithLevels() {
        assertThat(of(v, ir.declare(v, ir.add(n, 1)))).isEqualTo(Level.UNIFORM);
        assertThat(of(v, ir.declare(v, ir.add(n, i)))).isEqualTo(Level.VARYING);
        assertThat(of(v, ir.declare(v, n), ir.assign(v, i))).isEqualTo(Level.VARYING);
    }

    @Test
    void doesNotKnowWhatIsInMemory() {
        assertThat(of(v, ir.declare(v, ir.load(a, 0)))).isEqualTo(Level.UNKNOWN);
        assertThat(of(v, ir.declare(v, ir.load(a, i)))).isEqualTo(Level.UNKNOWN);
        assertThat(of(v, ir.declare(v, ir.load(table, n)))).isEqualTo(Level.UNIFORM);
        assertThat(of(v, ir.declare(v, ir.load(table, i)))).isEqualTo(Level.UNKNOWN);
    }

    /** Which value a thread has depends on which way it came. */
    @Test
    void countsTheControlAroundAnAssignment() {
        assertThat(of(v, ir.declare(v, 0), whenVarying(ir.assign(v, 1)))).isEqualTo(Level.VARYING);
        assertThat(of(v, ir.declare(v, 0), ir.when(ir.less(n, 3), ir.assign(v, 1))))
                .isEqualTo(Level.UNIFORM);
    }

    @Test
    void countsVaryingRoundsOfALoop() {
        Stmt round = ir.assign(v, ir.add(v, 1));
        assertThat(of(v, ir.declare(v, 0), ir.count(k, i, round))).isEqualTo(Level.VARYING);
        assertThat(of(v, ir.declare(v, 0), ir.count(k, n, round))).isEqualTo(Level.UNIFORM);
    }

    @Test
    void seesBarriersInBranchesAndLoops() {
        assertThat(atBarrier(barrier)).isEqualTo(Level.UNIFORM);
        assertThat(atBarrier(whenVarying(barrier))).isEqualTo(Level.VARYING);
        assertThat(atBarrier(ir.when(ir.less(ir.load(a, 0), 1), barrier))).isEqualTo(Level.UNKNOWN);
        assertThat(atBarrier(ir.count(k, n, barrier))).isEqualTo(Level.UNIFORM);
        assertThat(atBarrier(ir.count(k, i, barrier))).isEqualTo(Level.VARYING);
    }

    /** Threads that have left the loop are missing in its next rounds, also before the jump. */
    @Test
    void seesThatThreadsHaveLeftALoop() {
        Stmt leave = whenVarying(ir.leave(label));
        assertThat(atBarrier(ir.count(label, k, n, barrier, leave))).isEqualTo(Level.VARYING);
        assertThat(atBarrier(ir.count(label, k, n, leave), barrier)).isEqualTo(Level.UNIFORM);
        assertThat(atBarrier(ir.labeled(label, ir.count(k, n, barrier, leave)))).isEqualTo(Level.VARYING);
    }

    @Test
    void seesThatThreadsGoOnWithTheNextRound() {
        Stmt next = whenVarying(ir.next(label));
        assertThat(atBarrier(ir.count(label, k, n, next, barrier))).isEqualTo(Level.VARYING);
        assertThat(atBarrier(ir.count(label, k, n, barrier, next))).isEqualTo(Level.UNIFORM);
    }

    @Test
    void doesNotTakeABreakOfABlockForOneOfTheLoopAroundIt() {
        Stmt block = ir.labeled(label, whenVarying(ir.leave(label)), ir.store(a, i, 1));
        assertThat(atBarrier(ir.count(k, n, block, barrier))).isEqualTo(Level.UNIFORM);
        Stmt choice = ir.choose(label, n, ir.group(List.of(0), false, whenVarying(ir.leave(label))));
        assertThat(atBarrier(ir.count(k, n, barrier, choice))).isEqualTo(Level.UNIFORM);
    }

    @Test
    void doesNotTakeAJumpOfOneBranchForOneBeforeTheOther() {
        Stmt choice = ir.whenElse(ir.less(n, 3), ir.block(whenVarying(ir.leave(label))), ir.block(barrier));
        assertThat(atBarrier(ir.labeled(label, choice))).isEqualTo(Level.UNIFORM);
        assertThat(atBarrier(ir.labeled(
                        label,
                        ir.whenElse(ir.less(n, 3), ir.block(whenVarying(ir.leave(label))), ir.block()),
                        barrier)))
                .isEqualTo(Level.VARYING);
    }

    @Test
    void takesAJumpOfOneGroupForOneBeforeTheNextOnlyIfThatIsFallenInto() {
        Stmt.Switch.Group falls = ir.group(List.of(0), false, whenVarying(ir.leave(label)));
        Stmt.Switch.Group ends = ir.group(List.of(0), false, whenVarying(ir.leave(label)), ir.leave(label));
        Stmt.Switch.Group waits = ir.group(List.of(1), false, barrier);
        assertThat(atBarrier(ir.choose(label, n, ends, waits))).isEqualTo(Level.UNIFORM);
        assertThat(atBarrier(ir.choose(label, n, falls, waits))).isEqualTo(Level.VARYING);
    }

    @Test
    void knowsThatALoopOnFalseDoesNotGoRound() {
        Stmt leave = whenVarying(ir.leave(label));
        assertThat(atBarrier(ir.doWhile(label, false, barrier, leave))).isEqualTo(Level.UNIFORM);
        assertThat(atBarrier(ir.doWhile(label, ir.less(n, 0), barrier, leave))).isEqualTo(Level.VARYING);
    }

    /** Threads that have returned take no part any more; a pass lets them come to barriers. */
    @Test
    void doesNotCountReturnsOfAKernel() {
        assertThat(atBarrier(whenVarying(ir.giveBack()), barrier)).isEqualTo(Level.UNIFORM);
    }

    @Test
    void countsReturnsOfAFunctionInItAndNotBehindItsCall() {
        Variable x = ir.variable("x", Ir.INT);
        Stmt.InvokeBuiltin inside = ir.barrier();
        Function f =
                ir.function("f", "", List.of(x), new Type.NoValue(), ir.when(ir.less(x, 3), ir.giveBack()), inside);
        functions.add(f);
        for (boolean varying : new boolean[] {false, true}) {
            Kernel kernel = kernel(ir.invoke(f, varying ? i : n), barrier);
            Uniformity uniformity = Uniformity.of(kernel, module(kernel));
            assertThat(uniformity.controlIn(kernel.body(), Level.UNIFORM).at(barrier))
                    .isEqualTo(Level.UNIFORM);
            assertThat(uniformity.of(x)).isEqualTo(varying ? Level.VARYING : Level.UNIFORM);
        }
    }

    @Test
    void joinsTheArgumentsAndTheControlOfAllCalls() {
        Variable x = ir.variable("x", Ir.INT);
        Function f = ir.function("f", "", List.of(x), Ir.INT, ir.giveBack(ir.add(x, 1)));
        functions.add(f);
        assertThat(of(v, ir.declare(v, ir.call(f, n)))).isEqualTo(Level.UNIFORM);
        assertThat(of(v, ir.declare(v, ir.call(f, i)))).isEqualTo(Level.VARYING);
        Kernel kernel = kernel(ir.invoke(f, n), whenVarying(ir.invoke(f, n)));
        assertThat(Uniformity.of(kernel, module(kernel)).ofCalls(f)).isEqualTo(Level.VARYING);
    }

    @Test
    void takesWhatASimdgroupFindsForVarying() {
        Stmt sum = ir.effect(Builtin.Effect.SIMDGROUP, v, Ir.INT, "metal::simd_sum", n);
        assertThat(of(v, ir.declare(v), sum)).isEqualTo(Level.VARYING);
    }

    /** A value that goes round a loop may become varying only in the second round. */
    @Test
    void goesRoundUntilNothingChanges() {
        Variable w = ir.variable("w", Ir.INT);
        Stmt loop = ir.count(k, n, ir.assign(v, w), ir.assign(w, ir.binary(BinaryOp.ADD, w, i)));
        assertThat(of(v, ir.declare(v, 0), ir.declare(w, 0), loop)).isEqualTo(Level.VARYING);
    }
}
