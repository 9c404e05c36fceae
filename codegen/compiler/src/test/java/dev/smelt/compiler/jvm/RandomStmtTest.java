package dev.smelt.compiler.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.testing.Ir;
import dev.smelt.compiler.testing.JvmRun;
import dev.smelt.compiler.testing.RandomStmt;
import dev.smelt.compiler.testing.StmtInterpreter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Loops, jumps and switches, reachable or not, against an interpreter and javac's rules. */
class RandomStmtTest {
    private static final int BODIES = 100;
    private static final int THREADS = 6;

    private final Ir ir = new Ir("Random.java");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void doesInKernelsAndInFunctionsWhatTheStatementsSay(long seed) {
        check(seed, BodyParts.USUAL_LIMIT);
    }

    @ParameterizedTest
    @CsvSource({"1, 60", "2, 100", "3, 200", "4, 400", "5, 60", "6, 20"})
    void doesTheSameInParts(long seed, int methodLimit) {
        check(seed, methodLimit);
    }

    private void check(long seed, int methodLimit) {
        List<Kernel> kernels = new ArrayList<>();
        List<Function> functions = new ArrayList<>();
        List<Stmt> bodies = new ArrayList<>();
        Variable out = ir.variable("out", Ir.array(Ir.INT));
        Variable position = ir.variable("position", Ir.INT);
        RandomStmt random = new RandomStmt(ir, seed, out, position);
        for (int k = 0; k < BODIES; k++) {
            Stmt.Block body = random.body(1 + k % 5);
            bodies.add(body);
            Function function = ir.function("f" + k, "", List.of(out, position), new Type.NoValue(), body);
            functions.add(function);
            kernels.add(ir.kernel("inline" + k, "", List.of(ir.buffer(out), ir.position(position)), body));
            kernels.add(ir.kernel(
                    "called" + k,
                    "",
                    List.of(ir.buffer(out), ir.position(position)),
                    ir.invoke(function, out, position)));
        }
        KernelModule module = ir.module(functions, kernels.toArray(new Kernel[0]));
        JvmRun run = new JvmRun(JvmEmitter.emit(module, methodLimit)).line(THREADS);
        for (int k = 0; k < BODIES; k++) {
            int[] expected = new int[THREADS];
            for (int i = 0; i < THREADS; i++) {
                int at = i;
                Map<Variable, Object> values = new HashMap<>();
                values.put(position, i);
                StmtInterpreter.run(bodies.get(k), values, stored -> expected[at] = (Integer) stored);
            }
            int[] inline = new int[THREADS];
            run.run("inline" + k, inline);
            assertThat(inline).as("body %d", k).isEqualTo(expected);
            int[] called = new int[THREADS];
            run.run("called" + k, called);
            assertThat(called).as("body %d", k).isEqualTo(expected);
        }
    }
}
