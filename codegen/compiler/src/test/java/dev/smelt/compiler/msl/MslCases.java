package dev.smelt.compiler.msl;

import static dev.smelt.compiler.testing.Ir.BOOLEAN;
import static dev.smelt.compiler.testing.Ir.BYTE;
import static dev.smelt.compiler.testing.Ir.FLOAT;
import static dev.smelt.compiler.testing.Ir.INT;
import static dev.smelt.compiler.testing.Ir.LONG;
import static dev.smelt.compiler.testing.Ir.SHORT;
import static dev.smelt.compiler.testing.Ir.array;
import static dev.smelt.compiler.testing.Ir.struct;
import static dev.smelt.compiler.testing.Ir.vector;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.ir.KernelParameter.Kind;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.testing.Ir;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Kernels built by hand whose MSL is kept in {@code golden/msl}. */
final class MslCases {
    static final Map<String, Supplier<KernelModule>> ALL = new TreeMap<>();

    static {
        ALL.put("aliases", MslCases::aliases);
        ALL.put("constants", MslCases::constants);
        ALL.put("deep", MslCases::deep);
        ALL.put("effects", MslCases::effects);
        ALL.put("loops", MslCases::loops);
        ALL.put("map", MslCases::map);
        ALL.put("names", MslCases::names);
        ALL.put("positions", MslCases::positions);
        ALL.put("saxpy", MslCases::saxpy);
        ALL.put("structs", MslCases::structs);
        ALL.put("switches", MslCases::switches);
        ALL.put("unused", MslCases::unused);
    }

    private MslCases() {}

    static KernelModule saxpy() {
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
                                List.of(ir.uniform(a), ir.buffer(x), ir.buffer(y), ir.position(i)),
                                ir.at(13)
                                        .when(
                                                ir.less(i, ir.length(x)),
                                                ir.at(14)
                                                        .store(
                                                                y,
                                                                i,
                                                                ir.add(
                                                                        ir.multiply(a, ir.load(x, i)),
                                                                        ir.load(y, i))))));
    }

    static KernelModule map() {
        Ir ir = new Ir("Activations.java");
        Variable p = ir.variable("x", FLOAT);
        Function sigmoid = ir.at(7)
                .function(
                        "sigmoid",
                        "static float sigmoid(float x)",
                        List.of(p),
                        FLOAT,
                        ir.at(8)
                                .giveBack(ir.divide(
                                        1f,
                                        ir.add(
                                                1f,
                                                ir.builtin(
                                                        FLOAT,
                                                        "metal::precise::exp",
                                                        "metal::fast::exp",
                                                        ir.negate(p))))));
        Variable x = ir.variable("x", array(FLOAT));
        Variable result = ir.variable("result", array(FLOAT));
        Variable i = ir.variable("i", INT);
        return ir.module(
                List.of(sigmoid),
                ir.at(7)
                        .kernel(
                                "sigmoid",
                                "static float sigmoid(float x)",
                                List.of(ir.buffer(x), ir.buffer(result), ir.position(i)),
                                ir.at(7).store(result, i, ir.call(sigmoid, ir.load(x, i)))));
    }

    /** Other names for arrays, chosen at run time, with their lengths. */
    static KernelModule aliases() {
        Ir ir = new Ir("Aliases.java");
        Variable x = ir.variable("x", array(FLOAT));
        Variable y = ir.variable("y", array(FLOAT));
        Variable i = ir.variable("i", INT);
        Variable from = ir.variable("from", array(FLOAT));
        Variable to = ir.variable("to", array(FLOAT));
        return ir.module(
                List.of(),
                ir.at(3)
                        .kernel(
                                "choose",
                                "static void choose(float[] x, float[] y, @ThreadPositionInGrid int i)",
                                List.of(ir.buffer(x), ir.buffer(y), ir.position(i)),
                                ir.at(4).declare(from, ir.conditional(ir.less(i, 4), x, y)),
                                ir.at(5).declare(to),
                                ir.at(6).assign(to, y),
                                ir.at(7)
                                        .when(
                                                ir.less(i, ir.length(from)),
                                                ir.at(8)
                                                        .assign(
                                                                from,
                                                                ir.conditional(ir.less(ir.load(from, i), 0f), y, x))),
                                ir.at(10)
                                        .when(
                                                ir.less(i, ir.length(from)),
                                                ir.at(10).store(to, i, ir.load(from, i)))));
    }

    static KernelModule constants() {
        Ir ir = new Ir("Constants.java");
        Variable floats = ir.variable("floats", array(FLOAT));
        Variable ints = ir.variable("ints", array(INT));
        Variable longs = ir.variable("longs", array(LONG));
        Variable bytes = ir.variable("bytes", array(BYTE));
        Object[] values = {
            1f, -0f, 0.1f, 1e10f, Float.MAX_VALUE, Float.MIN_VALUE, Float.MIN_NORMAL, Float.NaN, Float.NEGATIVE_INFINITY
        };
        List<Stmt> body = new ArrayList<>();
        for (int k = 0; k < values.length; k++) {
            body.add(ir.at(4 + k).store(floats, k, values[k]));
        }
        body.add(ir.at(20).store(ints, 0, Integer.MIN_VALUE));
        body.add(ir.at(21).store(ints, 1, ir.add(ir.load(ints, 0), -2)));
        body.add(ir.at(22).store(ints, 2, ir.multiply(ir.load(ints, 0), 0xcc9e2d51)));
        body.add(ir.at(23).store(longs, 0, Long.MIN_VALUE));
        body.add(ir.at(24).store(longs, 1, ir.negate(ir.load(longs, 0))));
        body.add(ir.at(25).store(bytes, 0, ir.constant(BYTE, -128)));
        body.add(ir.at(26)
                .store(
                        bytes,
                        1,
                        ir.conditional(ir.less(ir.load(ints, 0), 0), ir.constant(BYTE, 1), ir.load(bytes, 0))));
        return ir.module(
                List.of(),
                ir.at(3)
                        .kernel(
                                "constants",
                                "static void constants(float[] floats, int[] ints, long[] longs, byte[] bytes)",
                                List.of(ir.buffer(floats), ir.buffer(ints), ir.buffer(longs), ir.buffer(bytes)),
                                body.toArray(new Stmt[0])));
    }

    /** Operators nested deeply to the right; what must stay lazy does. */
    static KernelModule deep() {
        Ir ir = new Ir("Deep.java");
        Ir here = ir.at(4);
        Variable x = ir.variable("x", array(FLOAT));
        Variable i = ir.variable("i", INT);
        Expr sum = here.load(x, i);
        for (int k = 0; k < 70; k++) {
            sum = here.add(here.load(x, k), sum);
        }
        Expr condition = here.less(here.load(x, i), 3f);
        for (int k = 0; k < 70; k++) {
            condition = here.and(here.less(here.load(x, k), 1f), condition);
        }
        Ir there = ir.at(7);
        Expr choice = there.constant(0f);
        for (int k = 0; k < 70; k++) {
            choice = there.conditional(there.less(i, k), there.load(x, k), choice);
        }
        return ir.module(
                List.of(),
                ir.at(3)
                        .kernel(
                                "deep",
                                "static void deep(float[] x, @ThreadPositionInGrid int i)",
                                List.of(ir.buffer(x), ir.position(i)),
                                here.whileLoop(
                                        ir.label(""),
                                        condition,
                                        ir.at(5)
                                                .store(
                                                        x,
                                                        i,
                                                        here.conditional(here.less(i, 100), sum, here.load(x, i)))),
                                there.store(x, i, choice)));
    }

    /** Calls for effects, into a variable and for nothing. */
    static KernelModule effects() {
        Ir ir = new Ir("Effects.java");
        Variable a = ir.variable("a", array(INT));
        Variable index = ir.variable("index", INT);
        Function take = new Function(
                "demo.Effects.take",
                "take",
                "static int take(int[] a, int index)",
                List.of(a, index),
                INT,
                ir.at(4)
                        .block(
                                ir.at(4).store(a, index, ir.add(ir.load(a, index), 1)),
                                ir.at(5).giveBack(ir.load(a, index))),
                false,
                ir.at(3).span());
        Variable values = ir.variable("values", array(INT));
        Variable i = ir.variable("i", INT);
        Variable taken = ir.variable("taken", INT);
        return ir.module(
                List.of(take),
                ir.at(8)
                        .kernel(
                                "effects",
                                "static void effects(int[] values, @ThreadPositionInGrid int i)",
                                List.of(ir.buffer(values), ir.position(i)),
                                ir.at(9).declare(taken),
                                ir.at(9).invokeInto(taken, take, values, i),
                                ir.at(10).invoke(take, values, taken)));
    }

    static KernelModule loops() {
        Ir ir = new Ir("Loops.java");
        Variable x = ir.variable("x", array(INT));
        Variable i = ir.variable("i", INT);
        Variable k = ir.variable("k", INT);
        Variable m = ir.variable("m", LONG);
        Variable n = ir.variable("n", INT);
        Variable j = ir.variable("j", INT);
        Label forever = ir.label("");
        Label again = ir.label("again");
        Label inner = ir.label("");
        return ir.module(
                List.of(),
                ir.at(3)
                        .kernel(
                                "loops",
                                "static void loops(int[] x, @ThreadPositionInGrid int i)",
                                List.of(ir.buffer(x), ir.position(i)),
                                ir.at(4)
                                        .loop(
                                                ir.label(""),
                                                List.of(ir.declare(k, 0), ir.declare(m, 7L)),
                                                ir.less(k, 5),
                                                List.of(ir.assign(k, ir.add(k, 1)), ir.assign(m, ir.add(m, 1L))),
                                                ir.at(5).store(x, k, ir.convert(INT, m))),
                                ir.at(7)
                                        .whileLoop(
                                                forever,
                                                true,
                                                ir.at(8)
                                                        .when(
                                                                ir.less(ir.load(x, i), 0),
                                                                ir.at(8).leave(forever)),
                                                ir.at(9).store(x, i, -1)),
                                ir.at(11).declare(n, 0),
                                ir.at(12)
                                        .doWhile(
                                                again,
                                                ir.at(19).less(n, 9),
                                                ir.at(13).assign(n, ir.add(n, 1)),
                                                ir.at(14)
                                                        .count(
                                                                inner,
                                                                j,
                                                                n,
                                                                ir.at(15)
                                                                        .when(
                                                                                ir.equal(ir.load(x, j), 3),
                                                                                ir.at(15)
                                                                                        .next(again)),
                                                                ir.at(16)
                                                                        .when(
                                                                                ir.equal(ir.load(x, j), 4),
                                                                                ir.at(16)
                                                                                        .leave(again))),
                                                ir.at(18).store(x, i, n))));
    }

    /** Names that mean something else in MSL, clash with each other, or with Smelt's own. */
    static KernelModule names() {
        Ir ir = new Ir("Names.java");
        Type.Struct struct = struct("Outer$half", "uint", FLOAT, "half", INT, "MAX", INT);
        Variable halves = ir.variable("constant", array(struct));
        Variable uniforms = ir.variable("uniforms", INT);
        Variable length = ir.variable("constant_length", INT);
        Variable position = ir.variable("thread_position_in_grid", INT);
        Variable half = ir.variable("half", struct);
        Variable first = ir.variable("t", INT);
        Variable second = ir.variable("t", INT);
        return ir.module(
                List.of(),
                ir.at(3)
                        .kernel(
                                "main",
                                "static void main(half[] constant, int uniforms, int constant_length)",
                                List.of(
                                        ir.buffer(halves),
                                        ir.uniform(uniforms),
                                        ir.uniform(length),
                                        ir.position(position)),
                                ir.at(4).declare(half, ir.load(halves, position)),
                                ir.at(5).declare(first, ir.add(uniforms, ir.field(half, 1))),
                                ir.at(6).declare(second, ir.add(ir.length(halves), ir.add(length, first))),
                                ir.at(7)
                                        .store(
                                                halves,
                                                position,
                                                ir.newStruct(struct, ir.field(half, 0), second, ir.field(half, 2)))));
    }

    static KernelModule positions() {
        Ir ir = new Ir("Positions.java");
        Variable out = ir.variable("out", array(INT));
        Variable p = ir.variable("p", vector(INT, 3));
        Variable size = ir.variable("size", vector(INT, 2));
        Variable same = ir.variable("same", INT);
        Variable lane = ir.variable("lane", INT);
        Variable unused = ir.variable("unused", INT);
        Expr x = ir.builtin(INT, "$0.x", "$0.x", p);
        Expr y = ir.builtin(INT, "$0.y", "$0.y", size);
        return ir.module(
                List.of(),
                ir.at(3)
                        .kernel(
                                "positions",
                                "static void positions(int[] out, @ThreadPositionInGrid Int3 p)",
                                List.of(
                                        ir.buffer(out),
                                        new KernelParameter.Position(p, Kind.THREAD_POSITION_IN_GRID),
                                        new KernelParameter.Position(size, Kind.THREADS_PER_GRID),
                                        new KernelParameter.Position(same, Kind.THREAD_POSITION_IN_GRID),
                                        new KernelParameter.Position(lane, Kind.THREAD_INDEX_IN_THREADGROUP),
                                        new KernelParameter.Position(unused, Kind.THREADS_PER_THREADGROUP)),
                                ir.at(4).assign(same, ir.add(same, ir.add(x, 1))),
                                ir.at(5).store(out, same, ir.add(y, lane))));
    }

    static KernelModule structs() {
        Ir ir = new Ir("Particles.java");
        Type float3 = vector(FLOAT, 3);
        Type.Struct state = struct("State", "alive", BOOLEAN, "age", SHORT);
        Type.Struct particle = struct("Particle", "position", float3, "mass", FLOAT, "state", state);
        Variable particles = ir.variable("particles", array(particle));
        Variable gravity = ir.variable("gravity", float3);
        Variable on = ir.variable("on", BOOLEAN);
        Variable origin = ir.variable("origin", particle);
        Variable i = ir.variable("i", INT);
        Variable p = ir.variable("p", particle);
        Expr moved = ir.builtin(float3, "$0 + $1", "$0 + $1", ir.field(p, 0), gravity);
        Expr older = ir.convert(SHORT, ir.add(ir.convert(INT, ir.field(ir.field(p, 2), 1)), 1));
        return ir.module(
                List.of(),
                ir.at(5)
                        .kernel(
                                "step",
                                "static void step(Particle[] particles, Float3 gravity, boolean on, Particle origin, int i)",
                                List.of(
                                        ir.buffer(particles),
                                        ir.uniform(gravity),
                                        ir.uniform(on),
                                        ir.uniform(origin),
                                        ir.position(i)),
                                ir.at(6).declare(p, ir.conditional(on, ir.load(particles, i), origin)),
                                ir.at(7)
                                        .store(
                                                particles,
                                                i,
                                                ir.newStruct(
                                                        particle,
                                                        moved,
                                                        ir.field(ir.load(particles, 0), 1),
                                                        ir.newStruct(state, ir.field(ir.field(p, 2), 0), older)))));
    }

    static KernelModule switches() {
        Ir ir = new Ir("Switches.java");
        Variable x = ir.variable("x", array(INT));
        Variable i = ir.variable("i", INT);
        Variable n = ir.variable("n", INT);
        Label outer = ir.label("outer");
        Label choice = ir.label("");
        Label block = ir.label("block");
        return ir.module(
                List.of(),
                ir.at(3)
                        .kernel(
                                "switches",
                                "static void switches(int[] x, @ThreadPositionInGrid int i)",
                                List.of(ir.buffer(x), ir.position(i)),
                                ir.at(4)
                                        .count(
                                                outer,
                                                n,
                                                8,
                                                ir.at(5)
                                                        .choose(
                                                                choice,
                                                                ir.load(x, n),
                                                                ir.at(6)
                                                                        .group(
                                                                                List.of(1, -2),
                                                                                false,
                                                                                ir.at(7)
                                                                                        .next(outer)),
                                                                ir.at(8)
                                                                        .group(
                                                                                List.of(3),
                                                                                false,
                                                                                ir.at(9)
                                                                                        .store(x, i, n)),
                                                                ir.at(10)
                                                                        .group(
                                                                                List.of(4),
                                                                                true,
                                                                                ir.at(11)
                                                                                        .leave(choice)),
                                                                ir.at(12)
                                                                        .group(
                                                                                List.of(Integer.MIN_VALUE),
                                                                                false,
                                                                                ir.at(13)
                                                                                        .leave(outer))),
                                                ir.at(15)
                                                        .labeled(
                                                                block,
                                                                ir.at(16)
                                                                        .when(
                                                                                ir.less(i, n),
                                                                                ir.at(16)
                                                                                        .leave(block)),
                                                                ir.at(17)
                                                                        .when(
                                                                                ir.less(i, 3),
                                                                                ir.at(17)
                                                                                        .leave(outer)),
                                                                ir.at(18).store(x, n, 0)))));
    }

    /** Java minds nothing of this; clang would. */
    static KernelModule unused() {
        Ir ir = new Ir("Unused.java");
        Variable ignored = ir.variable("ignored", INT);
        Variable never = ir.variable("never", array(FLOAT));
        Variable p = ir.variable("p", INT);
        Function helper = ir.at(3)
                .function(
                        "helper",
                        "static int helper(int ignored, float[] never, int p)",
                        List.of(ignored, never, p),
                        INT,
                        ir.at(4).assign(ignored, 3),
                        ir.at(5).giveBack(p));
        Function uncalled = ir.at(7)
                .function(
                        "uncalled",
                        "static int uncalled()",
                        List.of(),
                        INT,
                        ir.at(8).giveBack(1));
        Variable x = ir.variable("x", array(FLOAT));
        Variable out = ir.variable("out", array(INT));
        Variable k = ir.variable("k", FLOAT);
        Variable dead = ir.variable("dead", INT);
        Variable self = ir.variable("self", INT);
        return ir.module(
                List.of(helper, uncalled),
                ir.at(10)
                        .kernel(
                                "unused",
                                "static void unused(float[] x, int[] out, float k)",
                                List.of(ir.buffer(x), ir.buffer(out), ir.uniform(k)),
                                ir.at(11).declare(dead, 3),
                                ir.at(12).assign(dead, ir.add(dead, 1)),
                                ir.at(13).declare(self, ir.call(helper, 1, x, 2)),
                                ir.at(14).assign(self, self),
                                ir.at(15).when(ir.equal(self, self), ir.at(15).store(out, 0, self))));
    }
}
