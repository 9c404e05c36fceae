package dev.smelt.compiler.msl;

import static dev.smelt.compiler.testing.Ir.BOOLEAN;
import static dev.smelt.compiler.testing.Ir.BYTE;
import static dev.smelt.compiler.testing.Ir.FLOAT;
import static dev.smelt.compiler.testing.Ir.INT;
import static dev.smelt.compiler.testing.Ir.LONG;
import static dev.smelt.compiler.testing.Ir.SHORT;
import static dev.smelt.compiler.testing.Ir.array;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.ir.BinaryOp;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.UnaryOp;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.testing.Ir;
import dev.smelt.compiler.testing.MslOnClang;
import dev.smelt.compiler.testing.NativeBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Runs what is emitted for each operator on edge values, and compares with Java. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MslArithmeticTest {
    private static final int[] INTS = {
        0,
        1,
        -1,
        2,
        -2,
        3,
        7,
        -7,
        31,
        32,
        33,
        63,
        64,
        -31,
        -32,
        -33,
        65536,
        46341,
        0x12345678,
        -559038737,
        Integer.MAX_VALUE,
        Integer.MAX_VALUE - 1,
        Integer.MIN_VALUE,
        Integer.MIN_VALUE + 1
    };
    private static final long[] LONGS = {
        0,
        1,
        -1,
        2,
        -2,
        3,
        7,
        -7,
        63,
        64,
        65,
        1L << 31,
        1L << 32,
        -(1L << 31),
        3037000500L,
        0x123456789abcdefL,
        Long.MAX_VALUE,
        Long.MAX_VALUE - 1,
        Long.MIN_VALUE,
        Long.MIN_VALUE + 1,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE
    };
    private static final float[] FLOATS = {
        0f,
        -0f,
        1f,
        -1f,
        0.5f,
        -0.5f,
        1.5f,
        2.5f,
        -2.5f,
        127.5f,
        128f,
        -128.5f,
        -129f,
        32768f,
        40000f,
        65535.5f,
        0x1p24f,
        0x1p31f,
        Math.nextDown(0x1p31f),
        -0x1p31f,
        Math.nextDown(-0x1p31f),
        0x1p32f,
        0x1p63f,
        Math.nextDown(0x1p63f),
        -0x1p63f,
        Math.nextDown(-0x1p63f),
        0x1p67f,
        -0x1p67f,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        Float.MIN_VALUE,
        Float.MIN_NORMAL,
        0.1f,
        (float) Math.PI,
        Float.NaN,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY
    };

    private final Ir ir = new Ir("Arithmetic.java");
    private final List<Kernel> kernels = new ArrayList<>();
    private final Map<String, Runnable> checks = new LinkedHashMap<>();
    private @Nullable MslOnClang library;

    @BeforeAll
    void compile() {
        addIntOperators();
        addLongOperators();
        addFloatOperators();
        addConversions();
        addUnary();
        addTrees();
        String text = MslEmitter.emit(ir.module(List.of(), kernels.toArray(new Kernel[0])))
                .text();
        library = MslOnClang.compile(text);
    }

    private MslOnClang library() {
        return Objects.requireNonNull(library);
    }

    @AfterAll
    void close() {
        library().close();
    }

    @Test
    void computesAsJavaDoes() {
        checks.values().forEach(Runnable::run);
    }

    private interface IntFunction2 {
        int apply(int a, int b);
    }

    private interface LongFunction2 {
        long apply(long a, long b);
    }

    private interface FloatFunction2 {
        float apply(float a, float b);
    }

    /** A kernel {@code result[i] = f(a[i], b[i])}. */
    private void kernel(String name, Type a, Type b, Type result, BiFunction<Expr, Expr, Expr> body) {
        Variable left = ir.variable("a", array(a));
        Variable right = ir.variable("b", array(b));
        Variable out = ir.variable("result", array(result));
        Variable i = ir.variable("i", INT);
        kernels.add(ir.kernel(
                name,
                name,
                List.of(ir.buffer(left), ir.buffer(right), ir.buffer(out), ir.position(i)),
                ir.store(out, i, body.apply(ir.load(left, i), ir.load(right, i)))));
    }

    private void intKernel(String name, BiFunction<Expr, Expr, Expr> body, IntFunction2 java) {
        kernel(name, INT, INT, INT, body);
        checks.put(name, () -> {
            int n = INTS.length * INTS.length;
            int[] a = new int[n];
            int[] b = new int[n];
            for (int i = 0; i < n; i++) {
                a[i] = INTS[i / INTS.length];
                b[i] = INTS[i % INTS.length];
            }
            NativeBuffer out = NativeBuffer.ofBytes(4 * n);
            library().run(name, n, NativeBuffer.of(a), NativeBuffer.of(b), out);
            int[] actual = out.ints(n);
            for (int i = 0; i < n; i++) {
                assertThat(actual[i]).as("%s of %s and %s", name, a[i], b[i]).isEqualTo(java.apply(a[i], b[i]));
            }
        });
    }

    private void longKernel(String name, BiFunction<Expr, Expr, Expr> body, LongFunction2 java) {
        kernel(name, LONG, LONG, LONG, body);
        checks.put(name, () -> {
            int n = LONGS.length * LONGS.length;
            long[] a = new long[n];
            long[] b = new long[n];
            for (int i = 0; i < n; i++) {
                a[i] = LONGS[i / LONGS.length];
                b[i] = LONGS[i % LONGS.length];
            }
            NativeBuffer out = NativeBuffer.ofBytes(8 * n);
            library().run(name, n, NativeBuffer.of(a), NativeBuffer.of(b), out);
            long[] actual = out.longs(n);
            for (int i = 0; i < n; i++) {
                assertThat(actual[i]).as("%s of %s and %s", name, a[i], b[i]).isEqualTo(java.apply(a[i], b[i]));
            }
        });
    }

    private void floatKernel(String name, BiFunction<Expr, Expr, Expr> body, FloatFunction2 java) {
        kernel(name, FLOAT, FLOAT, FLOAT, body);
        checks.put(name, () -> {
            int n = FLOATS.length * FLOATS.length;
            float[] a = new float[n];
            float[] b = new float[n];
            for (int i = 0; i < n; i++) {
                a[i] = FLOATS[i / FLOATS.length];
                b[i] = FLOATS[i % FLOATS.length];
            }
            NativeBuffer out = NativeBuffer.ofBytes(4 * n);
            library().run(name, n, NativeBuffer.of(a), NativeBuffer.of(b), out);
            float[] actual = out.floats(n);
            for (int i = 0; i < n; i++) {
                // As bits, so that -0 differs from 0; all NaN alike.
                assertThat(Float.floatToIntBits(actual[i]))
                        .as("%s of %s and %s", name, a[i], b[i])
                        .isEqualTo(Float.floatToIntBits(java.apply(a[i], b[i])));
            }
        });
    }

    private void addIntOperators() {
        addInt("int_add", BinaryOp.ADD, (a, b) -> a + b);
        addInt("int_subtract", BinaryOp.SUBTRACT, (a, b) -> a - b);
        addInt("int_multiply", BinaryOp.MULTIPLY, (a, b) -> a * b);
        addInt("int_divide", BinaryOp.DIVIDE, (a, b) -> b == 0 ? a : a / b);
        addInt("int_remainder", BinaryOp.REMAINDER, (a, b) -> b == 0 ? 0 : a % b);
        addInt("int_left", BinaryOp.SHIFT_LEFT, (a, b) -> a << b);
        addInt("int_right", BinaryOp.SHIFT_RIGHT, (a, b) -> a >> b);
        addInt("int_right_unsigned", BinaryOp.SHIFT_RIGHT_UNSIGNED, (a, b) -> a >>> b);
        addInt("int_and", BinaryOp.BIT_AND, (a, b) -> a & b);
        addInt("int_or", BinaryOp.BIT_OR, (a, b) -> a | b);
        addInt("int_xor", BinaryOp.BIT_XOR, (a, b) -> a ^ b);
        addInt("int_less", BinaryOp.LESS, (a, b) -> a < b ? 1 : 0);
        addInt("int_not_equal", BinaryOp.NOT_EQUAL, (a, b) -> a != b ? 1 : 0);
        addInt("int_greater_or_equal", BinaryOp.GREATER_OR_EQUAL, (a, b) -> a >= b ? 1 : 0);
    }

    private void addInt(String name, BinaryOp op, IntFunction2 java) {
        intKernel(name, (a, b) -> number(ir.binary(op, a, b)), java);
    }

    private Expr number(Expr expr) {
        return expr.type() == BOOLEAN ? ir.conditional(expr, 1, 0) : expr;
    }

    private void addLongOperators() {
        addLong("long_add", BinaryOp.ADD, (a, b) -> a + b);
        addLong("long_subtract", BinaryOp.SUBTRACT, (a, b) -> a - b);
        addLong("long_multiply", BinaryOp.MULTIPLY, (a, b) -> a * b);
        addLong("long_divide", BinaryOp.DIVIDE, (a, b) -> b == 0 ? a : a / b);
        addLong("long_remainder", BinaryOp.REMAINDER, (a, b) -> b == 0 ? 0 : a % b);
        addLong("long_and", BinaryOp.BIT_AND, (a, b) -> a & b);
        addLong("long_xor", BinaryOp.BIT_XOR, (a, b) -> a ^ b);
        longKernel("long_left", (a, b) -> ir.binary(BinaryOp.SHIFT_LEFT, a, ir.convert(INT, b)), (a, b) -> a << b);
        longKernel("long_right", (a, b) -> ir.binary(BinaryOp.SHIFT_RIGHT, a, ir.convert(INT, b)), (a, b) -> a >> b);
        longKernel(
                "long_right_unsigned",
                (a, b) -> ir.binary(BinaryOp.SHIFT_RIGHT_UNSIGNED, a, ir.convert(INT, b)),
                (a, b) -> a >>> b);
        longKernel("long_left_70", (a, b) -> ir.binary(BinaryOp.SHIFT_LEFT, a, 70), (a, b) -> a << 70);
    }

    private void addLong(String name, BinaryOp op, LongFunction2 java) {
        longKernel(name, (a, b) -> ir.binary(op, a, b), java);
    }

    private void addFloatOperators() {
        floatKernel("float_add", ir::add, (a, b) -> a + b);
        floatKernel("float_subtract", ir::subtract, (a, b) -> a - b);
        floatKernel("float_multiply", ir::multiply, (a, b) -> a * b);
        floatKernel("float_divide", ir::divide, (a, b) -> a / b);
        floatKernel("float_remainder", (a, b) -> ir.binary(BinaryOp.REMAINDER, a, b), (a, b) -> a % b);
        floatKernel("float_negate", (a, b) -> ir.negate(a), (a, b) -> -a);
        floatKernel("float_multiply_add", (a, b) -> ir.add(ir.multiply(a, b), a), (a, b) -> a * b + a);
        floatKernel("float_less", (a, b) -> ir.conditional(ir.less(a, b), 1f, -0f), (a, b) -> a < b ? 1f : -0f);
        floatKernel(
                "float_equal",
                (a, b) -> ir.conditional(ir.equal(a, b), a, Float.NaN),
                (a, b) -> a == b ? a : Float.NaN);
        floatKernel(
                "float_constants",
                (a, b) -> ir.conditional(ir.less(a, Float.MIN_VALUE), Float.NEGATIVE_INFINITY, Float.MIN_VALUE),
                (a, b) -> a < Float.MIN_VALUE ? Float.NEGATIVE_INFINITY : Float.MIN_VALUE);
    }

    private void addConversions() {
        addFromFloat("float_to_int", INT);
        addFromFloat("float_to_long", LONG);
        addFromFloat("float_to_short", SHORT);
        addFromFloat("float_to_byte", BYTE);
        intKernel("int_to_byte", (a, b) -> ir.convert(INT, ir.convert(BYTE, a)), (a, b) -> (byte) a);
        intKernel("int_to_short", (a, b) -> ir.convert(INT, ir.convert(SHORT, a)), (a, b) -> (short) a);
        intKernel("int_to_float", (a, b) -> ir.convert(INT, ir.convert(FLOAT, a)), (a, b) -> (int) (float) a);
        intKernel(
                "bytes",
                (a, b) -> ir.add(
                        ir.multiply(ir.convert(INT, ir.convert(BYTE, a)), ir.convert(INT, ir.convert(SHORT, b))), b),
                (a, b) -> (byte) a * (short) b + b);
        longKernel("long_to_int", (a, b) -> ir.convert(LONG, ir.convert(INT, a)), (a, b) -> (int) a);
        longKernel("long_to_byte", (a, b) -> ir.convert(LONG, ir.convert(BYTE, a)), (a, b) -> (byte) a);
        longKernel("long_to_float", (a, b) -> ir.convert(LONG, ir.convert(FLOAT, a)), (a, b) -> (long) (float) a);
    }

    private void addFromFloat(String name, Type.Scalar to) {
        kernel(name, FLOAT, FLOAT, LONG, (a, b) -> ir.convert(LONG, ir.convert(to, a)));
        checks.put(name, () -> {
            NativeBuffer out = NativeBuffer.ofBytes(8 * FLOATS.length);
            library().run(name, FLOATS.length, NativeBuffer.of(FLOATS), NativeBuffer.of(FLOATS), out);
            long[] actual = out.longs(FLOATS.length);
            for (int i = 0; i < FLOATS.length; i++) {
                assertThat(actual[i]).as("%s of %s", name, FLOATS[i]).isEqualTo(converted(FLOATS[i], to));
            }
        });
    }

    private static long converted(float value, Type.Scalar to) {
        return switch (to) {
            case INT -> (int) value;
            case LONG -> (long) value;
            case SHORT -> (short) value;
            case BYTE -> (byte) value;
            default -> throw new AssertionError(to);
        };
    }

    private void addUnary() {
        intKernel("int_negate", (a, b) -> ir.negate(a), (a, b) -> -a);
        intKernel("int_negate_twice", (a, b) -> ir.negate(ir.negate(a)), (a, b) -> a);
        intKernel("int_complement", (a, b) -> ir.unary(UnaryOp.COMPLEMENT, ir.add(a, b)), (a, b) -> ~(a + b));
        longKernel("long_negate", (a, b) -> ir.negate(a), (a, b) -> -a);
    }

    private void addTrees() {
        intKernel(
                "chain",
                (a, b) -> ir.add(ir.multiply(a, 31), ir.subtract(b, ir.multiply(a, b))),
                (a, b) -> a * 31 + (b - a * b));
        intKernel(
                "hash",
                (a, b) -> ir.multiply(
                        ir.binary(BinaryOp.BIT_XOR, a, ir.binary(BinaryOp.SHIFT_RIGHT_UNSIGNED, ir.add(a, b), 16)),
                        0x85ebca6b),
                (a, b) -> (a ^ ((a + b) >>> 16)) * 0x85ebca6b);
        intKernel(
                "minimum",
                (a, b) -> ir.subtract(ir.add(a, Integer.MIN_VALUE), -2147483648),
                (a, b) -> a + Integer.MIN_VALUE - -2147483648);
        intKernel(
                "mixed",
                (a, b) -> ir.binary(
                        BinaryOp.SHIFT_RIGHT,
                        ir.add(ir.binary(BinaryOp.BIT_AND, a, ir.divide(b, 3)), ir.negate(b)),
                        ir.binary(BinaryOp.BIT_OR, a, 33)),
                (a, b) -> ((a & (b / 3)) + -b) >> (a | 33));
        intKernel(
                "booleans",
                (a, b) -> number(ir.binary(
                        BinaryOp.BIT_XOR,
                        ir.binary(BinaryOp.BIT_AND, ir.less(a, b), ir.less(0, a)),
                        ir.binary(BinaryOp.BIT_OR, ir.equal(a, 3), ir.not(ir.less(b, a))))),
                (a, b) -> (a < b && 0 < a) ^ (a == 3 || !(b < a)) ? 1 : 0);
        intKernel(
                "logic",
                (a, b) -> number(
                        ir.or(ir.and(ir.less(a, b), ir.less(0, a)), ir.not(ir.and(ir.less(a, 7), ir.less(b, 5))))),
                (a, b) -> (a < b && 0 < a) || !(a < 7 && b < 5) ? 1 : 0);
    }
}
