package dev.smelt.compiler.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.IrPrinter;
import dev.smelt.compiler.ir.IrValidator;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.ir.KernelParameter.Kind;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.testing.Ir;
import dev.smelt.compiler.testing.JvmRun;
import dev.smelt.compiler.testing.LaneInterpreter;
import dev.smelt.compiler.testing.RandomLanes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Barriers and sums of simdgroups in any control flow, against an interpreter that runs all threads in step. */
class RandomLanesTest {
    private static final int BODIES = 40;
    private static final int THREADS = 40;

    private final Ir ir = new Ir("Random.java");
    private final Variable out = ir.variable("out", Ir.array(Ir.INT));
    private final Variable tile = ir.variable("tile", Ir.array(Ir.INT));
    private final Variable start = ir.variable("start", Ir.INT);
    private final Variable t = ir.variable("t", Ir.INT);
    private final List<KernelParameter> parameters = List.of(
            ir.buffer(out),
            ir.threadgroup(tile, THREADS),
            ir.uniform(start),
            ir.position(t, Kind.THREAD_INDEX_IN_THREADGROUP));

    @ParameterizedTest
    @CsvSource({"1, 6000", "2, 6000", "3, 6000", "4, 100", "5, 50"})
    void doWhatTheStatementsSay(long seed, int methodLimit) {
        List<Kernel> kernels = new ArrayList<>();
        List<Function> functions = new ArrayList<>();
        List<Stmt> bodies = new ArrayList<>();
        RandomLanes random = new RandomLanes(ir, seed, out, tile, t, THREADS);
        for (int k = 0; k < BODIES; k++) {
            Stmt.Block body = random.body(start, 1 + k % 5);
            bodies.add(body);
            functions.add(new Function(
                    "f" + k, "f" + k, "", List.of(out, tile, start, t), new Type.NoValue(), body, false, ir.span()));
            kernels.add(ir.kernel("inline" + k, "", parameters, body));
            kernels.add(ir.kernel("called" + k, "", parameters, ir.invoke(functions.get(k), out, tile, start, t)));
        }
        KernelModule module = ir.module(functions, kernels.toArray(new Kernel[0]));
        IrValidator.validate(module);
        JvmRun run = new JvmRun(JvmEmitter.emit(module, methodLimit)).grid(THREADS, 1, 1, THREADS, 1, 1);
        for (int k = 0; k < BODIES; k++) {
            int given = k % 7;
            int[] expected = expected(bodies.get(k), given);
            run.uniforms().putInt(0, given);
            for (String kernel : List.of("inline" + k, "called" + k)) {
                int[] actual = new int[THREADS];
                run.run(kernel, actual);
                assertThat(actual)
                        .as(() -> kernel + ": " + IrPrinter.print(bodies.get(Integer.parseInt(kernel.substring(6)))))
                        .isEqualTo(expected);
            }
        }
    }

    private int[] expected(Stmt body, int given) {
        Object[] results = new Object[THREADS];
        Object[] memory = new Object[THREADS];
        Arrays.fill(results, 0);
        Arrays.fill(memory, 0);
        List<Map<Variable, Object>> values = new ArrayList<>();
        for (int lane = 0; lane < THREADS; lane++) {
            Map<Variable, Object> own = new HashMap<>();
            own.put(out, results);
            own.put(tile, memory);
            own.put(start, given);
            own.put(t, lane);
            values.add(own);
        }
        LaneInterpreter.run(body, values);
        return Arrays.stream(results).mapToInt(value -> (Integer) value).toArray();
    }
}
