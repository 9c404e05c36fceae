package dev.smelt.compiler.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.testing.Ir;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemoveUnusedLocalsTest {
    private final PassFixture fixture = new PassFixture();
    private final Ir ir = fixture.ir;

    @Test
    void removesWhatOnlyFeedsItself() {
        Variable dead = ir.variable("dead", Ir.INT);
        Variable fed = ir.variable("fed", Ir.INT);
        assertThat(fixture.after(
                        new RemoveUnusedLocals(),
                        ir.declare(fed, 3),
                        ir.declare(dead, fed),
                        ir.assign(dead, ir.add(dead, fed)),
                        ir.store(fixture.a, 0, 1)))
                .isEqualTo("a[0] = 1;\n");
    }

    @Test
    void keepsWhatAConditionNeeds() {
        Variable bound = ir.variable("bound", Ir.INT);
        Variable k = ir.variable("k", Ir.INT);
        Variable count = ir.variable("count", Ir.INT);
        assertThat(fixture.after(
                        new RemoveUnusedLocals(),
                        ir.declare(bound, 3),
                        ir.loop(
                                ir.label("loop"),
                                List.of(ir.declare(k, 0), ir.declare(count, 0)),
                                ir.less(k, bound),
                                List.of(ir.assign(k, ir.add(k, 1)), ir.assign(count, ir.add(count, 2))),
                                ir.store(fixture.a, k, 1))))
                .isEqualTo("""
                        int bound = 3;
                        loop: for (int k = 0; (k < bound); k = (k + 1)) {
                            a[k] = 1;
                        }
                        """);
    }

    @Test
    void removesAssignmentsToThemselves() {
        Variable same = ir.variable("same", Ir.INT);
        assertThat(fixture.after(
                        new RemoveUnusedLocals(),
                        ir.declare(same, 3),
                        ir.assign(same, same),
                        ir.store(fixture.a, 0, same)))
                .isEqualTo("int same = 3;\na[0] = same;\n");
    }
}
