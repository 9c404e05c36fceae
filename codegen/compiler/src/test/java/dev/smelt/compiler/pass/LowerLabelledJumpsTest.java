package dev.smelt.compiler.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.ir.Walker;
import dev.smelt.compiler.testing.Ir;
import dev.smelt.compiler.testing.RandomStmt;
import dev.smelt.compiler.testing.ValidatedPasses;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LowerLabelledJumpsTest {
    private final PassFixture fixture = new PassFixture();
    private final Ir ir = fixture.ir;

    @Test
    void leavesOuterLoopByFlag() {
        Label outer = ir.label("outer");
        Variable k = ir.variable("k", Ir.INT);
        Stmt body = ir.whileLoop(
                outer,
                ir.less(fixture.n, 3),
                ir.count(k, fixture.n, ir.when(ir.equal(k, 2), ir.leave(outer))),
                ir.store(fixture.a, 0, 1));
        assertThat(fixture.after(new LowerLabelledJumps(), body)).isEqualTo("""
                boolean leave_outer = false;
                outer: for (; (n < 3); ) {
                    label: for (int k = 0; (k < n); k = (k + 1)) {
                        if ((k == 2)) {
                            leave_outer = true;
                            break label;
                        }
                    }
                    if (leave_outer) {
                        break outer;
                    }
                    a[0] = 1;
                }
                """);
    }

    @Test
    void goesOnWithOuterLoopByFlag() {
        Label outer = ir.label("outer");
        Stmt body = ir.doWhile(
                outer,
                ir.less(fixture.n, 3),
                ir.doWhile(ir.label(""), true, ir.next(outer)),
                ir.store(fixture.a, 0, 1));
        assertThat(fixture.after(new LowerLabelledJumps(), body)).isEqualTo("""
                outer: do {
                    boolean next_outer = false;
                    label: do {
                        next_outer = true;
                        break label;
                    } while (true);
                    if (next_outer) {
                        continue outer;
                    }
                    a[0] = 1;
                } while ((n < 3));
                """);
    }

    @Test
    void keepsContinueInSwitch() {
        Label loop = ir.label("loop");
        Stmt body = ir.whileLoop(
                loop,
                ir.less(fixture.n, 3),
                ir.choose(ir.label("choice"), fixture.n, ir.group(List.of(1), false, ir.next(loop))));
        assertThat(fixture.after(new LowerLabelledJumps(), body)).isEqualTo("""
                loop: for (; (n < 3); ) {
                    choice: switch (n) {
                        case 1: {
                            continue loop;
                        }
                    }
                }
                """);
    }

    @Test
    void makesBlockLoopOfOneRound() {
        Label block = ir.label("block");
        Stmt body = ir.labeled(block, ir.when(ir.less(fixture.n, 3), ir.leave(block)), ir.store(fixture.a, 0, 1));
        assertThat(fixture.after(new LowerLabelledJumps(), body)).isEqualTo("""
                block: do {
                    if ((n < 3)) {
                        break block;
                    }
                    a[0] = 1;
                } while (false);
                """);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void keepsWhatRandomBodiesDo(long seed) {
        for (int k = 0; k < 200; k++) {
            RandomStmt random = new RandomStmt(ir, 1000 * seed + k, fixture.a, fixture.i);
            Stmt.Block body = random.body(1 + k % 5);
            KernelModule lowered =
                    ValidatedPasses.run(List.of(new LowerLabelledJumps(), new BoundLoops()), fixture.module(body));
            Stmt.Block rewritten = PassFixture.only(lowered).body();
            new DirectJumps().walk(rewritten);
            for (int i = 0; i < 4; i++) {
                Map<Variable, Object> values = Map.of(fixture.i, i);
                assertThat(PassFixture.run(rewritten, values)).isEqualTo(PassFixture.run(body, values));
            }
        }
    }

    /** Fails at a jump that MSL doesn't have. */
    private static final class DirectJumps extends Walker {
        private final Deque<Label> breakable = new ArrayDeque<>();
        private final Deque<Label> continuable = new ArrayDeque<>();

        private Void inLoop(Label label, Runnable body) {
            breakable.push(label);
            continuable.push(label);
            body.run();
            breakable.pop();
            continuable.pop();
            return null;
        }

        @Override
        public Void visitFor(Stmt.For stmt) {
            return inLoop(stmt.label(), () -> super.visitFor(stmt));
        }

        @Override
        public Void visitDoWhile(Stmt.DoWhile stmt) {
            return inLoop(stmt.label(), () -> super.visitDoWhile(stmt));
        }

        @Override
        public Void visitSwitch(Stmt.Switch stmt) {
            breakable.push(stmt.label());
            super.visitSwitch(stmt);
            breakable.pop();
            return null;
        }

        @Override
        public Void visitLabeled(Stmt.Labeled stmt) {
            throw new AssertionError("a labelled block is left");
        }

        @Override
        public Void visitBreak(Stmt.Break stmt) {
            assertThat(breakable.peek()).isEqualTo(stmt.label());
            return null;
        }

        @Override
        public Void visitContinue(Stmt.Continue stmt) {
            assertThat(continuable.peek()).isEqualTo(stmt.label());
            return null;
        }
    }
}
