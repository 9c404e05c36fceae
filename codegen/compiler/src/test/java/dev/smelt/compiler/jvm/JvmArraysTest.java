package dev.smelt.compiler.jvm;

import static dev.smelt.compiler.testing.Ir.BOOLEAN;
import static dev.smelt.compiler.testing.Ir.FLOAT;
import static dev.smelt.compiler.testing.Ir.INT;
import static dev.smelt.compiler.testing.Ir.LONG;
import static dev.smelt.compiler.testing.Ir.array;
import static dev.smelt.compiler.testing.Ir.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smelt.compiler.ir.Builtin;
import dev.smelt.compiler.ir.ConstantArray;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.testing.Calls;
import dev.smelt.compiler.testing.Ir;
import dev.smelt.compiler.testing.JvmRun;
import dev.smelt.dsl.Float3;
import dev.smelt.dsl.Half;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays of the thread's own, of constants, and under other names. */
class JvmArraysTest {
    private final Ir ir = new Ir("Test.java");
    private final Calls calls = new Calls(ir);
    private final Variable out = ir.variable("out", array(FLOAT));
    private final Variable i = ir.variable("i", INT);
    private final Variable a = ir.variable("a", array(FLOAT));
    private final List<KernelParameter> parameters = List.of(ir.buffer(out), ir.position(i));

    private float[] run(int threads, Stmt... body) {
        float[] result = new float[threads];
        new JvmRun(ir.module(List.of(), ir.kernel("k", "", parameters, body)))
                .line(threads)
                .run("k", result);
        return result;
    }

    @Test
    void giveEachThreadItsOwn() {
        Variable k = ir.variable("k", INT);
        assertThat(run(
                        6,
                        ir.declareArray(a, 4),
                        ir.store(a, ir.binary(dev.smelt.compiler.ir.BinaryOp.BIT_AND, i, 3), 2f),
                        ir.count(k, 4, ir.store(out, i, ir.add(ir.load(out, i), ir.load(a, k))))))
                .containsOnly(2f);
    }

    @Test
    void areSetAnewEachTimeControlComes() {
        Variable k = ir.variable("k", INT);
        assertThat(run(
                        3,
                        ir.count(
                                k,
                                5,
                                ir.declareArray(a, 2),
                                ir.store(a, 1, ir.add(ir.load(a, 1), 1f)),
                                ir.store(out, i, ir.load(a, 1)))))
                .containsOnly(1f);
    }

    @Test
    void takeInitializersThatDependOnTheThread() {
        assertThat(run(
                        3,
                        ir.declareArray(a, 3, 1f, ir.convert(FLOAT, i), 100f),
                        ir.store(out, i, ir.add(ir.load(a, 1), ir.load(a, 2)))))
                .containsExactly(100f, 101f, 102f);
    }

    @Test
    void knowTheirLength() {
        assertThat(run(1, ir.declareArray(a, 7), ir.store(out, i, ir.convert(FLOAT, ir.length(a)))))
                .containsExactly(7f);
    }

    @Test
    void failBeyondTheirEnds() {
        assertThatThrownBy(() -> run(5, ir.declareArray(a, 4), ir.store(out, i, ir.load(a, i))))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void ofBooleansHoldTruth() {
        Variable flags = ir.variable("flags", array(BOOLEAN));
        assertThat(run(
                        3,
                        ir.declareArray(flags, 3, true, ir.less(i, 1), false),
                        ir.store(flags, 2, ir.not(ir.load(flags, 1))),
                        ir.store(
                                out,
                                i,
                                ir.add(
                                        ir.conditional(ir.load(flags, 0), 1f, 0f),
                                        ir.add(
                                                ir.conditional(ir.load(flags, 1), 10f, 0f),
                                                ir.conditional(ir.load(flags, 2), 100f, 0f))))))
                .containsExactly(11f, 101f, 101f);
    }

    @Test
    void ofHalvesVectorsAndRecordsHaveOneFormInAllPlaces() {
        Type.Vector float3 = vector(FLOAT, 3);
        Type.Struct ray = Ir.struct("Ray", "origin", float3, "weight", new Type.Half(), "hit", BOOLEAN);
        Variable devices = ir.variable("rays", array(ray));
        Variable own = ir.variable("own", array(ray));
        Variable any = ir.variable("any", array(ray));
        Variable at = ir.variable("at", INT);
        Function weight = ir.function(
                "weight",
                "",
                List.of(any, at),
                FLOAT,
                ir.giveBack(ir.add(
                        ir.add(
                                calls.method("x", FLOAT, ir.field(ir.load(any, at), 0)),
                                calls.method("floatValue", FLOAT, ir.field(ir.load(any, at), 1))),
                        ir.add(
                                ir.conditional(ir.field(ir.load(any, at), 2), 1000f, 0f),
                                ir.convert(FLOAT, ir.length(any))))));
        Expr origin = calls.construct(Float3.class, float3, ir.convert(FLOAT, i), 1f, 2f);
        Expr half = calls.function(Half.class, "of", new Type.Half(), 0.5f);
        Kernel kernel = ir.kernel(
                "k",
                "",
                List.of(ir.buffer(out), ir.buffer(devices), ir.position(i)),
                ir.declareArray(own, 2, ir.newStruct(ray, origin, half, true), ir.load(devices, 0)),
                ir.store(devices, 1, ir.load(own, 0)),
                ir.store(out, i, ir.add(ir.call(weight, own, 0), ir.call(weight, devices, 2))));
        ByteBuffer memory = ByteBuffer.allocate(3 * 32).order(ByteOrder.nativeOrder());
        memory.putFloat(64, 70f);
        float[] result = new float[2];
        new JvmRun(ir.module(List.of(weight), kernel)).line(2).run("k", result, memory);
        assertThat(result).containsExactly(1000f + 0.5f + 2f + 70f + 3f, 1000f + 1f + 0.5f + 2f + 70f + 3f);
        assertThat(memory.getFloat(32 + 4)).isEqualTo(1f);
    }

    @Test
    void canHaveOtherNames() {
        Variable b = ir.variable("b", array(FLOAT));
        Variable name = ir.variable("name", array(FLOAT));
        assertThat(run(
                        4,
                        ir.declareArray(a, 1, 1f),
                        ir.declareArray(b, 2, 2f, 0f),
                        ir.declare(name, ir.conditional(ir.less(i, 2), a, b)),
                        ir.store(name, 0, ir.add(ir.load(name, 0), ir.convert(FLOAT, ir.length(name)))),
                        ir.when(ir.equal(i, 3), ir.assign(name, a)),
                        ir.store(out, i, ir.load(name, 0))))
                .containsExactly(2f, 2f, 4f, 1f);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 64, 65, 1000})
    void ofConstantsMayHaveAnyLength(int length) {
        Variable table = ir.variable("TABLE", array(INT));
        Variable flags = ir.variable("FLAGS", array(BOOLEAN));
        Variable points = ir.variable("POINTS", array(vector(FLOAT, 3)));
        Object[] numbers = IntStream.range(0, length).mapToObj(n -> n * n - 5).toArray();
        Object[] truths = IntStream.range(0, length).mapToObj(n -> n % 3 == 0).toArray();
        Object[] vectors = IntStream.range(0, length)
                .mapToObj(n -> calls.construct(Float3.class, vector(FLOAT, 3), (float) n, 1f, 2f))
                .toArray();
        List<ConstantArray> constants =
                List.of(ir.constants(table, numbers), ir.constants(flags, truths), ir.constants(points, vectors));
        Variable any = ir.variable("any", array(INT));
        Function last =
                ir.function("last", "", List.of(any), INT, ir.giveBack(ir.load(any, ir.subtract(ir.length(any), 1))));
        // A local of the same name must not hide the constants.
        Variable clash = ir.variable("TABLE", FLOAT);
        Kernel kernel = ir.kernel(
                "k",
                "",
                parameters,
                ir.declare(clash, ir.convert(FLOAT, ir.add(ir.load(table, i), ir.call(last, table)))),
                ir.when(ir.load(flags, i), ir.assign(clash, ir.add(clash, 0.5f))),
                ir.store(out, i, ir.add(clash, calls.method("x", FLOAT, ir.load(points, i)))));
        float[] result = new float[length];
        new JvmRun(ir.module(constants, List.of(last), kernel)).line(length).run("k", result);
        for (int n = 0; n < length; n++) {
            float expected = n * n - 5 + (length - 1) * (length - 1) - 5 + (n % 3 == 0 ? 0.5f : 0f) + n;
            assertThat(result[n]).isEqualTo(expected);
        }
    }

    @Test
    void areSharedByThePartsOfALongBody() {
        Variable table = ir.variable("TABLE", array(FLOAT));
        List<Stmt> body = new ArrayList<>();
        body.add(ir.declareArray(a, 2));
        for (int n = 0; n < 40; n++) {
            body.add(ir.store(a, n % 2, ir.add(ir.load(a, n % 2), ir.load(table, n % 3))));
        }
        body.add(ir.store(out, i, ir.add(ir.load(a, 0), ir.multiply(100f, ir.load(a, 1)))));
        Kernel kernel = ir.kernel("k", "", parameters, body.toArray(new Stmt[0]));
        float[] result = new float[2];
        new JvmRun(JvmEmitter.emit(ir.module(List.of(ir.constants(table, 1f, 2f, 3f)), List.of(), kernel), 100))
                .line(2)
                .run("k", result);
        float[] expected = new float[2];
        for (int n = 0; n < 40; n++) {
            expected[n % 2] += 1 + n % 3;
        }
        assertThat(result).containsOnly(expected[0] + 100f * expected[1]);
    }

    @Test
    void runsAKernelOfMoreParametersThanTheJvmAllows() {
        List<KernelParameter> many = new ArrayList<>(parameters);
        Expr sum = ir.constant(0L);
        Variable changed = ir.variable("u0", LONG);
        for (int n = 0; n < 200; n++) {
            Variable uniform = n == 0 ? changed : ir.variable("u" + n, LONG);
            many.add(ir.uniform(uniform));
            sum = ir.add(sum, uniform);
        }
        JvmRun run = new JvmRun(ir.module(
                List.of(),
                ir.kernel(
                        "k",
                        "",
                        many,
                        ir.assign(changed, ir.add(changed, 1L)),
                        ir.store(out, i, ir.convert(FLOAT, sum)))));
        for (int n = 0; n < 200; n++) {
            run.uniforms().putLong(8 * n, n);
        }
        float[] result = new float[3];
        run.line(3).run("k", result);
        assertThat(result).containsOnly(19901f);
    }

    @Test
    void callsBuiltinsForTheirEffect() {
        Variable got = ir.variable("got", FLOAT);
        Builtin get = new Builtin(
                Builtin.Form.STATIC,
                java.lang.reflect.Array.class,
                "getFloat",
                List.of(array(FLOAT), INT),
                FLOAT,
                "unused",
                "unused",
                Builtin.Effect.ATOMIC_LOAD,
                false);
        List<Expr> arguments = List.of(ir.read(out), ir.read(i));
        float[] result = {1f, 2f, 3f};
        new JvmRun(ir.module(
                        List.of(),
                        ir.kernel(
                                "k",
                                "",
                                parameters,
                                ir.declare(got),
                                new Stmt.InvokeBuiltin(get, arguments, null, ir.span()),
                                new Stmt.InvokeBuiltin(get, arguments, got, ir.span()),
                                ir.store(out, i, ir.add(got, 10f)))))
                .line(3)
                .run("k", result);
        assertThat(Arrays.toString(result)).isEqualTo("[11.0, 12.0, 13.0]");
    }
}
