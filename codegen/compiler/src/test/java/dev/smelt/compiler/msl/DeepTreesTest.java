package dev.smelt.compiler.msl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.pass.Passes;
import dev.smelt.compiler.testing.Ir;
import dev.smelt.compiler.testing.MslOnClang;
import dev.smelt.compiler.testing.NativeBuffer;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Expressions that are 3,000 operators deep, each way. */
class DeepTreesTest {
    private static final int DEPTH = 3000;

    private final Ir ir = new Ir("Deep.java").at(5);

    private Kernel kernel(String name, Function<Variable, Expr> value) {
        Variable array = ir.variable("x", Ir.array(Ir.INT));
        return ir.kernel(name, "", List.of(ir.buffer(array)), ir.store(array, 0, value.apply(array)));
    }

    private Expr nest(Expr start, BinaryOperator<Expr> step, Expr leaf) {
        Expr tree = start;
        for (int k = 0; k < DEPTH; k++) {
            tree = step.apply(tree, leaf);
        }
        return tree;
    }

    private KernelModule module() {
        return ir.module(
                List.of(),
                kernel("left", array -> nest(ir.constant(0), ir::add, ir.load(array, 1))),
                kernel("right", array -> nest(ir.constant(0), (tree, leaf) -> ir.add(leaf, tree), ir.load(array, 1))),
                kernel("negated", array -> nest(ir.load(array, 1), (tree, leaf) -> ir.negate(tree), ir.constant(0))),
                kernel(
                        "and",
                        array -> ir.conditional(
                                nest(ir.less(0, 1), (tree, leaf) -> ir.and(leaf, tree), ir.less(0, ir.load(array, 1))),
                                1,
                                2)),
                kernel(
                        "choice",
                        array -> nest(
                                ir.constant(77),
                                (tree, leaf) -> ir.conditional(ir.less(ir.load(array, 1), 0), leaf, tree),
                                ir.constant(5))));
    }

    private static <T> T onLargeStack(FutureTask<T> task) throws Exception {
        Thread thread = new Thread(null, task, "deep", 512L << 20);
        thread.start();
        return task.get();
    }

    @Test
    void compilesAndRuns() throws Exception {
        String text = onLargeStack(new FutureTask<>(
                () -> MslEmitter.emit(Passes.run(Passes.COMMON, module())).text()));
        try (MslOnClang library = MslOnClang.compile(text)) {
            assertThat(run(library, "left")).isEqualTo(3 * DEPTH);
            assertThat(run(library, "right")).isEqualTo(3 * DEPTH);
            assertThat(run(library, "negated")).isEqualTo(3);
            assertThat(run(library, "and_")).isEqualTo(1);
            assertThat(run(library, "choice")).isEqualTo(77);
        }
    }

    private static int run(MslOnClang library, String kernel) {
        NativeBuffer buffer = NativeBuffer.of(0, 3);
        library.run(kernel, 1, buffer);
        return buffer.ints(1)[0];
    }
}
