package dev.smelt.compiler.msl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.pass.Passes;
import dev.smelt.compiler.testing.ExprInterpreter;
import dev.smelt.compiler.testing.Ir;
import dev.smelt.compiler.testing.MslOnClang;
import dev.smelt.compiler.testing.NativeBuffer;
import dev.smelt.compiler.testing.RandomExpr;
import dev.smelt.compiler.testing.RandomStmt;
import dev.smelt.compiler.testing.StmtInterpreter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions and control flow at random, compiled by clang without a warning, run, and compared with an interpreter. */
class MslRandomTest {
    private static final int BODIES = 120;
    private static final int THREADS = 6;
    private static final int EXPRESSIONS = 250;
    private static final int[] INTS = {0, 1, -1, 7, 31, Integer.MAX_VALUE, Integer.MIN_VALUE, 123456789};
    private static final long[] LONGS = {0, -1, 5, 64, Long.MIN_VALUE, 1L << 40, Long.MAX_VALUE, -3};
    private static final float[] FLOATS = {0f, -0f, 1.5f, Float.NaN, Float.POSITIVE_INFINITY, -3e38f, 1.4e-45f, -7f};
    private static final byte[] BYTES = {0, -1, 127, -128, 3, 8, 64, -64};
    private static final byte[] FLAGS = {0, 1, 1, 0, 0, 1, 0, 1};

    private final Ir ir = new Ir("Random.java");

    private static MslOnClang compile(KernelModule module) {
        return MslOnClang.compile(
                MslEmitter.emit(Passes.run(Passes.COMMON, module)).text());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void doesWhatTheStatementsSay(long seed) {
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
        try (MslOnClang library = compile(ir.module(functions, kernels.toArray(new Kernel[0])))) {
            for (int k = 0; k < BODIES; k++) {
                int[] expected = new int[THREADS];
                for (int i = 0; i < THREADS; i++) {
                    int at = i;
                    Map<Variable, Object> values = new HashMap<>();
                    values.put(position, i);
                    StmtInterpreter.run(bodies.get(k), values, stored -> expected[at] = (Integer) stored);
                }
                for (String form : List.of("inline", "called")) {
                    NativeBuffer actual = NativeBuffer.ofBytes(4 * THREADS);
                    library.run(form + k, THREADS, actual);
                    assertThat(actual.ints(THREADS)).as("%s %d", form, k).isEqualTo(expected);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Type.Scalar.class)
    void meansWhatTheExpressionMeans(Type.Scalar type) {
        List<Kernel> kernels = new ArrayList<>();
        List<Expr> exprs = new ArrayList<>();
        List<Variable> variables = List.of(
                ir.variable("a", Ir.INT),
                ir.variable("b", Ir.LONG),
                ir.variable("c", Ir.FLOAT),
                ir.variable("d", Ir.BYTE),
                ir.variable("e", Ir.BOOLEAN));
        RandomExpr random = new RandomExpr(ir, type.name().hashCode(), variables);
        for (int k = 0; k < EXPRESSIONS; k++) {
            exprs.add(random.next(type, 1 + k % 6));
            kernels.add(kernel("k" + k, exprs.get(k), variables));
        }
        try (MslOnClang library = compile(ir.module(List.of(), kernels.toArray(new Kernel[0])))) {
            for (int k = 0; k < EXPRESSIONS; k++) {
                NativeBuffer results = NativeBuffer.ofBytes(8 * INTS.length);
                library.run(
                        "k" + k,
                        INTS.length,
                        NativeBuffer.of(INTS),
                        NativeBuffer.of(LONGS),
                        NativeBuffer.of(FLOATS),
                        NativeBuffer.of(BYTES),
                        NativeBuffer.of(FLAGS),
                        results);
                for (int i = 0; i < INTS.length; i++) {
                    assertThat(get(type, results, i))
                            .as("%d: %s", i, exprs.get(k))
                            .isEqualTo(ExprInterpreter.evaluate(exprs.get(k), values(variables, i)));
                }
            }
        }
    }

    private static Map<Variable, Object> values(List<Variable> variables, int i) {
        Map<Variable, Object> values = new HashMap<>();
        values.put(variables.get(0), INTS[i]);
        values.put(variables.get(1), LONGS[i]);
        values.put(variables.get(2), FLOATS[i]);
        values.put(variables.get(3), (int) BYTES[i]);
        values.put(variables.get(4), FLAGS[i] != 0);
        return values;
    }

    /** Reads each variable from a buffer, and stores what the expression makes of them. */
    private Kernel kernel(String name, Expr expr, List<Variable> variables) {
        List<KernelParameter> parameters = new ArrayList<>();
        List<Stmt> body = new ArrayList<>();
        Variable position = ir.variable("i", Ir.INT);
        for (Variable variable : variables) {
            Variable array = ir.variable(variable.name() + "s", Ir.array(variable.type()));
            parameters.add(ir.buffer(array));
            body.add(ir.declare(variable, ir.load(array, position)));
        }
        Variable results = ir.variable("results", Ir.array(expr.type()));
        parameters.add(ir.buffer(results));
        parameters.add(ir.position(position));
        body.add(ir.store(results, position, expr));
        return ir.kernel(name, "", parameters, body.toArray(new Stmt[0]));
    }

    private static Object get(Type.Scalar type, NativeBuffer results, int i) {
        return switch (type) {
            case BOOLEAN -> results.byteArray(8)[i] != 0;
            case BYTE -> (int) results.byteArray(8)[i];
            case SHORT -> (int) results.shorts(8)[i];
            case INT -> results.ints(8)[i];
            case LONG -> results.longs(8)[i];
            case FLOAT -> results.floats(8)[i];
        };
    }
}
