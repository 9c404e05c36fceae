package dev.smelt.compiler.jvm;

import static dev.smelt.compiler.testing.Ir.BOOLEAN;
import static dev.smelt.compiler.testing.Ir.FLOAT;
import static dev.smelt.compiler.testing.Ir.INT;
import static dev.smelt.compiler.testing.Ir.LONG;
import static dev.smelt.compiler.testing.Ir.SHORT;
import static dev.smelt.compiler.testing.Ir.array;
import static dev.smelt.compiler.testing.Ir.struct;
import static dev.smelt.compiler.testing.Ir.vector;

import dev.smelt.compiler.ir.BinaryOp;
import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.ir.KernelParameter.Access;
import dev.smelt.compiler.ir.KernelParameter.Kind;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.testing.Calls;
import dev.smelt.compiler.testing.Ir;
import dev.smelt.dsl.Float3;
import dev.smelt.dsl.MathMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Kernels built by hand whose Java is kept in {@code golden/jvm}. */
public final class JvmCases {
    static final Map<String, Supplier<KernelModule>> ALL = new TreeMap<>(Map.of(
            "saxpy", JvmCases::saxpy,
            "sigmoid", JvmCases::sigmoid,
            "fourier", JvmCases::fourier,
            "guarded", JvmCases::guarded,
            "particles", JvmCases::particles,
            "image", JvmCases::image,
            "storage", JvmCases::storage,
            "jumps", JvmCases::jumps,
            "choices", JvmCases::choices,
            "clashes", JvmCases::clashes));

    private JvmCases() {}

    /** {@code y[i] = a * x[i] + y[i]}. */
    public static KernelModule saxpy() {
        Ir ir = new Ir("Activations.java");
        Variable a = ir.variable("a", FLOAT);
        Variable x = ir.variable("x", array(FLOAT));
        Variable y = ir.variable("y", array(FLOAT));
        Variable i = ir.variable("i", INT);
        return ir.module(
                List.of(),
                ir.at(12)
                        .kernel(
                                "saxpy",
                                "static void saxpy(float a, float[] x, float[] y, @ThreadPositionInGrid int i)",
                                List.of(
                                        ir.uniform(a),
                                        new KernelParameter.Buffer(x, Access.READ),
                                        ir.buffer(y),
                                        ir.position(i)),
                                ir.store(y, i, ir.add(ir.multiply(a, ir.load(x, i)), ir.load(y, i)))));
    }

    /** A map kernel that calls the user's function. */
    public static KernelModule sigmoid() {
        Ir ir = new Ir("Activations.java");
        Variable p = ir.variable("x", FLOAT);
        String signature = "static float sigmoid(float x)";
        Function sigmoid = ir.at(7)
                .function(
                        "sigmoid",
                        signature,
                        List.of(p),
                        FLOAT,
                        ir.giveBack(ir.divide(
                                1f, ir.add(1f, new Calls(ir).underCast(Math.class, "exp", ir.negate(p))))));
        Variable x = ir.variable("x", array(FLOAT));
        Variable result = ir.variable("result", array(FLOAT));
        Variable i = ir.variable("i", INT);
        Kernel kernel = new Kernel(
                "sigmoid",
                signature,
                MathMode.JAVA,
                true,
                List.of(
                        new KernelParameter.Buffer(x, Access.READ),
                        new KernelParameter.Buffer(result, Access.WRITE),
                        ir.position(i)),
                ir.block(ir.store(result, i, ir.call(sigmoid, ir.load(x, i)))),
                ir.at(7).span());
        return ir.module(List.of(sigmoid), kernel);
    }

    /** A loop of many terms for each element. */
    public static KernelModule fourier() {
        Ir ir = new Ir("Fourier.java");
        Variable x = ir.variable("x", array(FLOAT));
        Variable y = ir.variable("y", array(FLOAT));
        Variable terms = ir.variable("terms", INT);
        Variable i = ir.variable("i", INT);
        Variable sum = ir.variable("sum", FLOAT);
        Variable k = ir.variable("k", INT);
        Variable n = ir.variable("n", INT);
        return ir.module(
                List.of(),
                ir.at(30)
                        .kernel(
                                "fourier",
                                "static void fourier(float[] x, float[] y, int terms, @ThreadPositionInGrid int i)",
                                List.of(
                                        new KernelParameter.Buffer(x, Access.READ),
                                        new KernelParameter.Buffer(y, Access.WRITE),
                                        ir.uniform(terms),
                                        ir.position(i)),
                                ir.declare(sum, 0f),
                                ir.count(
                                        k,
                                        terms,
                                        ir.declare(n, ir.add(ir.multiply(2, k), 1)),
                                        ir.assign(
                                                sum,
                                                ir.add(
                                                        sum,
                                                        ir.divide(
                                                                new Calls(ir)
                                                                        .underCast(
                                                                                Math.class,
                                                                                "sin",
                                                                                ir.multiply(
                                                                                        ir.convert(FLOAT, n),
                                                                                        ir.load(x, i))),
                                                                ir.convert(FLOAT, n))))),
                                ir.store(y, i, ir.multiply(sum, (float) (4 / Math.PI)))));
    }

    /** An early return, parameters that the body changes, and a last return that says nothing. */
    static KernelModule guarded() {
        Ir ir = new Ir("Guarded.java");
        Variable x = ir.variable("x", array(INT));
        Variable n = ir.variable("n", INT);
        Variable i = ir.variable("i", INT);
        return ir.module(
                List.of(),
                ir.kernel(
                        "guarded",
                        "static void guarded(int[] x, int n, @ThreadPositionInGrid int i)",
                        List.of(ir.buffer(x), ir.uniform(n), ir.position(i)),
                        ir.assign(i, ir.subtract(i, 1)),
                        ir.when(ir.or(ir.less(i, 0), ir.binary(BinaryOp.GREATER_OR_EQUAL, i, n)), ir.giveBack()),
                        ir.assign(n, ir.multiply(n, 2)),
                        ir.store(x, i, n),
                        ir.giveBack()));
    }

    private static Type.Struct particle() {
        return struct(
                "Simulation$Particle", "position", vector(FLOAT, 3), "mass", FLOAT, "alive", BOOLEAN, "kind", SHORT);
    }

    /** Records and vectors in memory and as uniforms. */
    static KernelModule particles() {
        Ir ir = new Ir("Simulation.java");
        Calls calls = new Calls(ir);
        Type.Struct particle = particle();
        Variable particles = ir.variable("particles", array(particle));
        Variable wind = ir.variable("wind", vector(FLOAT, 3));
        Variable i = ir.variable("i", INT);
        Variable p = ir.variable("p", particle);
        Variable q = ir.variable("p", particle);
        Function pushed = ir.function(
                "pushed",
                "Particle pushed(Float3 wind)",
                List.of(q, ir.variable("unused", array(particle))),
                particle,
                ir.giveBack(ir.newStruct(
                        particle,
                        calls.method("mul", vector(FLOAT, 3), ir.field(q, 0), 2f),
                        ir.negate(ir.field(q, 1)),
                        ir.not(ir.field(q, 2)),
                        ir.constant(SHORT, -3))));
        return ir.module(
                List.of(pushed),
                ir.kernel(
                        "step",
                        "static void step(Particle[] particles, Float3 wind, @ThreadPositionInGrid int i)",
                        List.of(ir.buffer(particles), ir.uniform(wind), ir.position(i)),
                        ir.declare(p, ir.load(particles, i)),
                        ir.when(
                                ir.field(p, 2),
                                ir.store(
                                        particles,
                                        i,
                                        ir.newStruct(
                                                particle,
                                                calls.method("add", vector(FLOAT, 3), ir.field(p, 0), wind),
                                                ir.add(ir.field(p, 1), ir.convert(FLOAT, ir.length(particles))),
                                                ir.field(p, 2),
                                                ir.field(p, 3)))),
                        ir.store(particles, i, ir.call(pushed, ir.load(particles, i), particles))));
    }

    /** Positions of two and three dimensions, and all their kinds. */
    static KernelModule image() {
        Ir ir = new Ir("Image.java");
        Calls calls = new Calls(ir);
        Variable pixels = ir.variable("pixels", array(vector(FLOAT, 3)));
        Variable p = ir.variable("p", vector(INT, 2));
        Variable size = ir.variable("size", vector(INT, 3));
        Variable local = ir.variable("local", vector(INT, 3));
        Variable group = ir.variable("group", INT);
        Variable lane = ir.variable("lane", INT);
        Variable at = ir.variable("at", INT);
        return ir.module(
                List.of(),
                ir.kernel(
                        "shade",
                        "static void shade(Float3[] pixels, ...)",
                        List.of(
                                ir.buffer(pixels),
                                ir.position(p),
                                new KernelParameter.Position(size, Kind.THREADS_PER_GRID),
                                new KernelParameter.Position(local, Kind.THREAD_POSITION_IN_THREADGROUP),
                                new KernelParameter.Position(group, Kind.THREADGROUP_POSITION_IN_GRID),
                                new KernelParameter.Position(lane, Kind.THREAD_INDEX_IN_THREADGROUP)),
                        ir.declare(
                                at,
                                ir.add(
                                        ir.multiply(calls.method("y", INT, p), calls.method("x", INT, size)),
                                        calls.method("x", INT, p))),
                        ir.store(
                                pixels,
                                at,
                                calls.construct(
                                        Float3.class,
                                        vector(FLOAT, 3),
                                        ir.convert(FLOAT, calls.method("z", INT, local)),
                                        ir.convert(FLOAT, group),
                                        ir.convert(FLOAT, lane)))));
    }

    /** Booleans, halves, bytes and longs in memory. */
    static KernelModule storage() {
        Ir ir = new Ir("Storage.java");
        Calls calls = new Calls(ir);
        Type half = new Type.Half();
        Variable flags = ir.variable("flags", array(BOOLEAN));
        Variable halves = ir.variable("halves", array(half));
        Variable bytes = ir.variable("bytes", array(Ir.BYTE));
        Variable longs = ir.variable("longs", array(LONG));
        Variable i = ir.variable("i", INT);
        return ir.module(
                List.of(),
                ir.kernel(
                        "convert",
                        "static void convert(boolean[] flags, Half[] halves, byte[] bytes, long[] longs, int i)",
                        List.of(
                                ir.buffer(flags),
                                ir.buffer(halves),
                                ir.buffer(bytes),
                                ir.buffer(longs),
                                ir.position(i)),
                        ir.when(
                                ir.not(ir.load(flags, i)),
                                ir.store(
                                        halves,
                                        i,
                                        calls.function(
                                                dev.smelt.dsl.Half.class,
                                                "of",
                                                half,
                                                calls.method("floatValue", FLOAT, ir.load(halves, i))))),
                        ir.store(
                                flags,
                                i,
                                ir.binary(
                                        BinaryOp.GREATER,
                                        ir.convert(LONG, ir.convert(INT, ir.load(bytes, i))),
                                        ir.load(longs, i))),
                        ir.store(
                                bytes,
                                i,
                                ir.convert(
                                        Ir.BYTE,
                                        ir.binary(
                                                BinaryOp.SHIFT_RIGHT_UNSIGNED,
                                                ir.convert(INT, ir.load(bytes, i)),
                                                ir.load(bytes, i).type() == Ir.BYTE
                                                        ? ir.convert(INT, ir.load(bytes, 0))
                                                        : ir.constant(1)))),
                        ir.store(longs, i, ir.convert(LONG, ir.length(flags))),
                        ir.store(flags, 0, true)));
    }

    /** Loops of all kinds, with jumps between them. */
    static KernelModule jumps() {
        Ir ir = new Ir("Jumps.java");
        Variable out = ir.variable("out", array(INT));
        Variable i = ir.variable("i", INT);
        Variable a = ir.variable("a", INT);
        Variable b = ir.variable("b", INT);
        Variable c = ir.variable("c", INT);
        Label outer = ir.label("outer");
        Label inner = ir.label("");
        Label forever = ir.label("");
        Label block = ir.label("block");
        Label repeat = ir.label("");
        return ir.module(
                List.of(),
                ir.kernel(
                        "jump",
                        "static void jump(int[] out, @ThreadPositionInGrid int i)",
                        List.of(ir.buffer(out), ir.position(i)),
                        ir.declare(c),
                        ir.assign(c, 0),
                        ir.loop(
                                outer,
                                List.of(ir.declare(a, 0), ir.declare(b, i)),
                                ir.less(a, 10),
                                List.of(ir.assign(a, ir.add(a, 1)), ir.assign(b, ir.subtract(b, 1))),
                                ir.whileLoop(
                                        inner,
                                        true,
                                        ir.assign(c, ir.add(c, 3)),
                                        ir.when(ir.less(ir.add(c, b), 20), ir.next(outer)),
                                        ir.when(ir.less(100, c), ir.leave(outer)),
                                        ir.leave(inner)),
                                ir.assign(c, ir.add(c, 1))),
                        ir.labeled(
                                block,
                                ir.doWhile(
                                        repeat,
                                        ir.less(c, 200),
                                        ir.assign(c, ir.add(c, 7)),
                                        ir.when(ir.equal(ir.binary(BinaryOp.BIT_AND, c, 3), 0), ir.next(repeat)),
                                        ir.when(ir.equal(ir.binary(BinaryOp.BIT_AND, c, 7), 1), ir.leave(block))),
                                ir.assign(c, ir.negate(c))),
                        ir.store(out, i, c),
                        ir.whileLoop(forever, true, ir.giveBack()),
                        ir.store(out, i, -1)));
    }

    /** A switch that falls through, and division. */
    static KernelModule choices() {
        Ir ir = new Ir("Choices.java");
        Variable x = ir.variable("x", array(INT));
        Variable d = ir.variable("d", INT);
        Variable i = ir.variable("i", INT);
        Variable t = ir.variable("t", INT);
        Label choice = ir.label("");
        Stmt.Switch.Group[] groups = {
            ir.group(List.of(0), false, ir.store(x, i, ir.divide(ir.load(x, i), d)), ir.leave(choice)),
            ir.group(List.of(1, 2), false, ir.declare(t, 5), ir.store(x, i, t)),
            ir.group(List.of(), true, ir.store(x, i, ir.binary(BinaryOp.REMAINDER, ir.load(x, i), d)))
        };
        return ir.module(
                List.of(),
                ir.kernel(
                        "choose",
                        "static void choose(int[] x, int d, @ThreadPositionInGrid int i)",
                        List.of(ir.buffer(x), ir.uniform(d), ir.position(i)),
                        ir.choose(choice, ir.binary(BinaryOp.REMAINDER, i, 4), groups)));
    }

    /** Names that would clash with those of the generated class. */
    static KernelModule clashes() {
        Ir ir = new Ir("Clashes.java");
        Variable math = ir.variable("Math", array(FLOAT));
        Variable threadgroup = ir.variable("threadgroup", FLOAT);
        Variable endX = ir.variable("endX", FLOAT);
        Variable yield = ir.variable("yield", INT);
        Variable first = ir.variable("v", FLOAT);
        Variable second = ir.variable("v", FLOAT);
        Type.Struct record = struct("Float3", "dev", FLOAT);
        Function divide = ir.function(
                "divide",
                "static int divide(int a, int b) /* not the /* other */",
                List.of(ir.variable("a", INT)),
                FLOAT,
                ir.giveBack(ir.field(ir.newStruct(record, 2f), 0)));
        Variable unused = ir.variable("a", INT);
        Function hashCode = ir.function("hashCode", "static int hashCode()", List.of(), INT, ir.giveBack(7));
        return ir.module(
                List.of(divide, hashCode),
                ir.kernel(
                        "yield",
                        "static void yield(...)",
                        List.of(ir.buffer(math), ir.uniform(threadgroup), ir.uniform(endX), ir.position(yield)),
                        ir.block(ir.declare(first, ir.call(divide, ir.divide(yield, ir.length(math))))),
                        ir.declare(unused, ir.call(hashCode)),
                        ir.declare(second, new Calls(ir).function(Math.class, "abs", FLOAT, ir.negate(-2f))),
                        ir.store(math, yield, ir.add(second, ir.add(threadgroup, endX)))));
    }
}
