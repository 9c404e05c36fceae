package dev.smelt.compiler.lane;

import static dev.smelt.compiler.testing.Ir.INT;
import static dev.smelt.compiler.testing.Ir.array;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.KernelParameter.Kind;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.testing.Ir;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which variables share an array. That sharing changes no result is what the random kernels of {@code jvm} try. */
class LaneStorageTest {
    private final Ir ir = new Ir("Test.java");
    private final Variable x = ir.variable("x", array(INT));
    private final Variable n = ir.variable("n", INT);
    private final Variable t = ir.variable("t", INT);
    private final Variable a = ir.variable("a", INT);
    private final Variable b = ir.variable("b", INT);

    private List<Set<Variable>> arrays(Stmt... body) {
        KernelModule module = ir.module(
                List.of(),
                ir.kernel(
                        "k",
                        "",
                        List.of(ir.buffer(x), ir.uniform(n), ir.position(t, Kind.THREAD_INDEX_IN_THREADGROUP)),
                        body));
        return LaneStorage.of(LaneBuilder.build(module.kernels().get(0), module));
    }

    @Test
    void whatIsNeededOneAfterTheOtherShares() {
        assertThat(arrays(
                        ir.declare(a, ir.load(x, t)),
                        ir.barrier(),
                        ir.store(x, t, a),
                        ir.barrier(),
                        ir.declare(b, ir.load(x, t)),
                        ir.barrier(),
                        ir.store(x, t, b)))
                .containsExactly(Set.of(a, b));
    }

    @Test
    void whatIsNeededAtTheSameTimeDoesNot() {
        assertThat(arrays(
                        ir.declare(a, ir.load(x, t)),
                        ir.barrier(),
                        ir.declare(b, ir.add(ir.load(x, t), a)),
                        ir.barrier(),
                        ir.store(x, t, b)))
                .containsExactlyInAnyOrder(Set.of(a), Set.of(b));
    }

    @Test
    void othersOfAnotherTypeDoNot() {
        Variable flag = ir.variable("flag", Type.Scalar.BOOLEAN);
        assertThat(arrays(
                        ir.declare(a, ir.load(x, t)),
                        ir.barrier(),
                        ir.store(x, t, a),
                        ir.barrier(),
                        ir.declare(flag, ir.less(ir.load(x, t), 1)),
                        ir.barrier(),
                        ir.store(x, t, ir.conditional(flag, 1, 2))))
                .containsExactlyInAnyOrder(Set.of(a), Set.of(flag));
    }

    /** In the next round, what is last in the loop comes before what is first. */
    @Test
    void whatIsInALoopIsNeededInAllOfIt() {
        Variable k = ir.variable("k", INT);
        assertThat(arrays(
                        ir.declare(a, ir.load(x, t)),
                        ir.count(
                                k,
                                n,
                                ir.store(x, t, a),
                                ir.barrier(),
                                ir.declare(b, ir.load(x, k)),
                                ir.barrier(),
                                ir.store(x, t, b))))
                .containsExactlyInAnyOrder(Set.of(a), Set.of(b));
    }
}
