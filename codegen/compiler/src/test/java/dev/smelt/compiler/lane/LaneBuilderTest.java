package dev.smelt.compiler.lane;

import static dev.smelt.compiler.testing.Ir.INT;
import static dev.smelt.compiler.testing.Ir.array;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smelt.compiler.ir.BinaryOp;
import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.IrPrinter;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.KernelParameter.Kind;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.testing.Ir;
import dev.smelt.compiler.testing.JvmRun;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes control, what regions, and where variables live. */
class LaneBuilderTest {
    private final Ir ir = new Ir("Test.java");
    private final Variable x = ir.variable("x", array(INT));
    private final Variable n = ir.variable("n", INT);
    private final Variable t = ir.variable("t", INT);

    private LaneProgram build(Stmt... body) {
        KernelModule module = ir.module(
                List.of(),
                ir.kernel(
                        "k",
                        "",
                        List.of(ir.buffer(x), ir.uniform(n), ir.position(t, Kind.THREAD_INDEX_IN_THREADGROUP)),
                        body));
        return LaneBuilder.build(module.kernels().get(0), module);
    }

    private static String control(LaneProgram program) {
        return IrPrinter.print(program.control());
    }

    private static List<LaneStep.Region> regions(LaneProgram program) {
        return program.steps().values().stream()
                .filter(LaneStep.Region.class::isInstance)
                .map(LaneStep.Region.class::cast)
                .toList();
    }

    @Test
    void leavesLoopsWithoutBarriersInTheirRegion() {
        Variable k = ir.variable("k", INT);
        LaneProgram program = build(ir.count(k, n, ir.store(x, t, k)), ir.barrier(), ir.store(x, t, 1));
        assertThat(program.control().statements()).hasSize(3);
        assertThat(program.perLane()).isEmpty();
        assertThat(program.shared()).isEmpty();
        assertThat(program.isMasked()).isFalse();
        assertThat(regions(program)).hasSize(2);
    }

    @Test
    void computesOnceWhatUniformControlDependsOn() {
        Variable bound = ir.variable("bound", INT);
        Variable k = ir.variable("k", INT);
        Variable mine = ir.variable("mine", INT);
        LaneProgram program = build(
                ir.declare(mine, ir.load(x, t)),
                ir.declare(bound, ir.multiply(n, 2)),
                ir.count(k, bound, ir.barrier(), ir.store(x, t, ir.add(mine, k))));
        assertThat(program.shared()).containsExactlyInAnyOrder(bound, k);
        assertThat(program.perLane()).containsExactly(mine);
        // The assignment stands before the region, so that it doesn't divide it.
        assertThat(program.control().statements().get(0)).isInstanceOf(Stmt.Assign.class);
        assertThat(control(program)).contains("(k < bound)").doesNotContain("mine");
        assertThat(program.isMasked()).isFalse();
    }

    @Test
    void doesNotMoveAnAssignmentBeforeAReadOfTheOldValue() {
        Variable s = ir.variable("s", INT);
        LaneProgram program = build(
                ir.declare(s, n),
                ir.store(x, t, s),
                ir.assign(s, ir.add(s, 1)),
                ir.store(x, t, ir.add(s, ir.load(x, t))),
                ir.barrier());
        assertThat(regions(program)).hasSize(2);
        assertThat(program.control().statements().get(0)).isInstanceOf(Stmt.Assign.class);
        assertThat(program.control().statements().get(2)).isInstanceOf(Stmt.Assign.class);
    }

    @Test
    void keepsAJumpThatAllTakeInTheControl() {
        Label loop = ir.label("");
        LaneProgram program = build(
                ir.whileLoop(loop, true, ir.barrier(), ir.when(ir.less(n, 3), ir.leave(loop)), ir.store(x, t, 1)));
        assertThat(program.isMasked()).isFalse();
        assertThat(control(program)).contains("break");
    }

    @Test
    void masksOnlyWhereLanesMayLeave() {
        LaneProgram alike = build(ir.when(ir.less(3, n), ir.giveBack()), ir.barrier());
        assertThat(alike.isMasked()).isFalse();
        LaneProgram different = build(ir.when(ir.less(3, t), ir.giveBack()), ir.barrier());
        assertThat(different.isMasked()).isTrue();
        assertThat(different.perLane()).containsExactly(different.exit());
    }

    @Test
    void copiesParametersThatTheBodyChanges() {
        LaneProgram program =
                build(ir.assign(n, ir.add(n, 1)), ir.barrier(), ir.store(x, t, ir.binary(BinaryOp.MULTIPLY, n, t)));
        assertThat(Mentions.in(program.kernel().body()).assigned()).doesNotContain(n);
        assertThat(program.shared()).hasSize(1);
    }

    @Test
    void refusesFunctionsThatMultiplyBeyondMeasure() {
        List<Function> chain = new ArrayList<>();
        Stmt.Block body = ir.block(ir.barrier());
        for (int link = 0; link < 30; link++) {
            Function function =
                    new Function("f" + link, "f", "", List.of(), new Type.NoValue(), body, false, ir.span());
            chain.add(function);
            body = ir.block(ir.invoke(function), ir.invoke(function));
        }
        Kernel kernel =
                ir.kernel("k", "", List.of(ir.buffer(x)), body.statements().toArray(new Stmt[0]));
        KernelModule module = ir.module(chain, kernel);
        assertThatThrownBy(() -> LaneBuilder.build(kernel, module)).isInstanceOf(ProgramTooLargeException.class);
        assertThatThrownBy(() -> new JvmRun(module).run("k", new int[1]))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("kernel k is too large for the JVM device once its functions with barriers are put in place"
                        + " of their calls");
    }

    @Test
    void takesTheLengthOfEachLanesOwnArrayForItsOwn() {
        Variable own = ir.variable("own", array(INT));
        Variable k = ir.variable("k", INT);
        LaneProgram program = build(ir.declareArray(own, 4), ir.count(k, ir.length(own), ir.barrier()));
        assertThat(program.shared()).isEmpty();
        assertThat(program.perLane()).contains(own, k);
    }
}
