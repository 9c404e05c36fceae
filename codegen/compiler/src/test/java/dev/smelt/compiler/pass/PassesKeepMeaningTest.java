package dev.smelt.compiler.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.testing.Ir;
import dev.smelt.compiler.testing.RandomExpr;
import dev.smelt.compiler.testing.RandomStmt;
import dev.smelt.compiler.testing.StmtInterpreter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random kernels store the same, in the same order, before and after each pass; the results are valid. */
class PassesKeepMeaningTest {
    private static final int BODIES = 400;
    private static final int[] POSITIONS = {0, 1, 2, 3, 7, 1000, Integer.MAX_VALUE - 1};

    private record Named(String name, Pass pass) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Named> passes() {
        Pass all = module -> Passes.run(Passes.FOR_MSL, Passes.run(Passes.COMMON, module));
        return List.of(
                new Named("LowerLabelledJumps", new LowerLabelledJumps()),
                new Named("BoundLoops", new BoundLoops()),
                new Named("RemoveUnusedLocals", new RemoveUnusedLocals()),
                new Named("ProveNoOverflow", new ProveNoOverflow()),
                new Named("SplitDeepExpressions to 1", module -> SplitDeepExpressions.split(module, 1)),
                new Named("SplitDeepExpressions to 2", module -> SplitDeepExpressions.split(module, 2)),
                new Named(
                        "split, then lowered",
                        module -> Passes.run(
                                List.of(new LowerLabelledJumps(), new BoundLoops()),
                                SplitDeepExpressions.split(module, 1))),
                new Named("all", all));
    }

    @ParameterizedTest
    @MethodSource("passes")
    void ofStatements(Named pass) {
        for (int seed = 0; seed < BODIES; seed++) {
            Ir ir = new Ir("Random.java");
            Variable out = ir.variable("out", Ir.array(Ir.INT));
            Variable position = ir.variable("position", Ir.INT);
            Stmt.Block body = new RandomStmt(ir, seed, out, position).body(1 + seed % 6);
            check(pass, ir, out, position, body);
        }
    }

    @ParameterizedTest
    @MethodSource("passes")
    void ofExpressions(Named pass) {
        for (int seed = 0; seed < BODIES; seed++) {
            Ir ir = new Ir("Random.java");
            Variable out = ir.variable("out", Ir.array(Ir.INT));
            Variable position = ir.variable("position", Ir.INT);
            Variable i = ir.variable("i", Ir.INT);
            RandomExpr random = new RandomExpr(ir, seed, List.of(i, position));
            Stmt.Block body = ir.block(ir.count(
                    i,
                    4,
                    ir.store(out, position, random.next(Type.Scalar.INT, 6)),
                    ir.when(random.next(Type.Scalar.BOOLEAN, 6), ir.store(out, position, i))));
            check(pass, ir, out, position, body);
        }
    }

    private static void check(Named pass, Ir ir, Variable out, Variable position, Stmt.Block body) {
        Kernel kernel = ir.kernel("k", "", List.of(ir.buffer(out), ir.position(position)), body);
        KernelModule after = Passes.run(List.of(pass.pass()), ir.module(List.of(), kernel));
        Stmt.Block rewritten = after.kernels().get(0).body();
        for (int at : POSITIONS) {
            assertThat(stores(rewritten, position, at)).isEqualTo(stores(body, position, at));
        }
    }

    private static List<Object> stores(Stmt.Block body, Variable position, int at) {
        Map<Variable, Object> values = new HashMap<>();
        values.put(position, at);
        List<Object> stored = new ArrayList<>();
        StmtInterpreter.run(body, values, stored::add);
        return stored;
    }
}
