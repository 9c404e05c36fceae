package dev.smelt.compiler.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.testing.ExprInterpreter;
import dev.smelt.compiler.testing.Ir;
import dev.smelt.compiler.testing.JvmRun;
import dev.smelt.compiler.testing.RandomExpr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Parentheses, conversions, division and literals, against an interpreter. */
class RandomExprTest {
    private static final int KERNELS = 250;
    private static final int[] INTS = {0, 1, -1, 7, 31, Integer.MAX_VALUE, Integer.MIN_VALUE, 123456789};
    private static final long[] LONGS = {0, -1, 5, 64, Long.MIN_VALUE, 1L << 40, Long.MAX_VALUE, -3};
    private static final float[] FLOATS = {0f, -0f, 1.5f, Float.NaN, Float.POSITIVE_INFINITY, -3e38f, 1.4e-45f, -7f};
    private static final byte[] BYTES = {0, -1, 127, -128, 3, 8, 64, -64};
    private static final byte[] FLAGS = {0, 1, 1, 0, 0, 1, 0, 1};

    private final Ir ir = new Ir("Random.java");

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
        for (int k = 0; k < KERNELS; k++) {
            exprs.add(random.next(type, 1 + k % 6));
            kernels.add(kernel("k" + k, exprs.get(k), variables));
        }
        JvmRun run = new JvmRun(ir.module(List.of(), kernels.toArray(new Kernel[0]))).line(INTS.length);
        for (int k = 0; k < KERNELS; k++) {
            Object results = newArray(type);
            run.run("k" + k, INTS, LONGS, FLOATS, BYTES, FLAGS, results);
            for (int i = 0; i < INTS.length; i++) {
                Map<Variable, Object> values = new HashMap<>();
                values.put(variables.get(0), INTS[i]);
                values.put(variables.get(1), LONGS[i]);
                values.put(variables.get(2), FLOATS[i]);
                values.put(variables.get(3), (int) BYTES[i]);
                values.put(variables.get(4), FLAGS[i] != 0);
                assertThat(get(type, results, i))
                        .as("%s for %s", exprs.get(k), values)
                        .isEqualTo(ExprInterpreter.evaluate(exprs.get(k), values));
            }
        }
    }

    private Kernel kernel(String name, Expr expr, List<Variable> variables) {
        List<KernelParameter> parameters = new ArrayList<>();
        List<Stmt> body = new ArrayList<>();
        Variable i = ir.variable("i", Ir.INT);
        for (Variable variable : variables) {
            Variable array = ir.variable(variable.name() + "s", Ir.array(variable.type()));
            parameters.add(ir.buffer(array));
            body.add(ir.declare(variable, ir.load(array, i)));
        }
        Variable results = ir.variable("results", Ir.array(expr.type()));
        parameters.add(ir.buffer(results));
        parameters.add(ir.position(i));
        body.add(ir.store(results, i, expr));
        return ir.kernel(name, "", parameters, body.toArray(new Stmt[0]));
    }

    private static Object newArray(Type.Scalar type) {
        int n = INTS.length;
        return switch (type) {
            case BOOLEAN, BYTE -> new byte[n];
            case SHORT -> new short[n];
            case INT -> new int[n];
            case LONG -> new long[n];
            case FLOAT -> new float[n];
        };
    }

    private static Object get(Type.Scalar type, Object array, int i) {
        return switch (type) {
            case BOOLEAN -> ((byte[]) array)[i] != 0;
            case BYTE -> (int) ((byte[]) array)[i];
            case SHORT -> (int) ((short[]) array)[i];
            case INT -> ((int[]) array)[i];
            case LONG -> ((long[]) array)[i];
            case FLOAT -> ((float[]) array)[i];
        };
    }
}
