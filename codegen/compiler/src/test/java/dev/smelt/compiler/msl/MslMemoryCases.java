package dev.smelt.compiler.msl;

import static dev.smelt.compiler.testing.Ir.BOOLEAN;
import static dev.smelt.compiler.testing.Ir.FLOAT;
import static dev.smelt.compiler.testing.Ir.INT;
import static dev.smelt.compiler.testing.Ir.array;
import static dev.smelt.compiler.testing.Ir.struct;

import dev.smelt.compiler.ir.Builtin.Effect;
import dev.smelt.compiler.ir.ConstantArray;
import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.KernelParameter.Kind;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.testing.Ir;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Kernels built by hand with arrays in every address space; their MSL is kept in {@code golden/msl}. */
final class MslMemoryCases {
    static final Map<String, Supplier<KernelModule>> ALL = new TreeMap<>();

    static {
        ALL.put("own-arrays", MslMemoryCases::ownArrays);
        ALL.put("reduction", MslMemoryCases::reduction);
        ALL.put("spaces", MslMemoryCases::spaces);
        ALL.put("truth", MslMemoryCases::truth);
    }

    private MslMemoryCases() {}

    /** Arrays of the thread's own: set anew in each round, under other names, long, and one that nobody reads. */
    static KernelModule ownArrays() {
        Ir ir = new Ir("OwnArrays.java");
        Variable y = ir.variable("y", array(INT));
        Variable i = ir.variable("i", INT);
        Variable zeros = ir.variable("zeros", array(INT));
        Variable three = ir.variable("three", array(INT));
        Variable long_ = ir.variable("many", array(INT));
        Variable alias = ir.variable("alias", array(INT));
        Variable unread = ir.variable("unread", array(FLOAT));
        Variable k = ir.variable("k", INT);
        Object[] many = new Object[40];
        for (int j = 0; j < many.length; j++) {
            many[j] = j * j;
        }
        return ir.module(
                List.of(),
                ir.at(3)
                        .kernel(
                                "own",
                                "static void own(int[] y, @ThreadPositionInGrid int i)",
                                List.of(ir.buffer(y), ir.position(i)),
                                ir.at(4).declareArray(long_, 40, many),
                                ir.at(10).declareArray(unread, 3),
                                ir.at(11).store(unread, 1, 2f),
                                ir.at(12)
                                        .count(
                                                k,
                                                3,
                                                ir.at(13).declareArray(zeros, 8),
                                                ir.at(14).declareArray(three, 3, k, i, ir.load(long_, k)),
                                                ir.at(15).declare(alias, ir.conditional(ir.less(k, 2), zeros, three)),
                                                ir.at(16).store(zeros, k, ir.add(ir.load(zeros, k), 1)),
                                                ir.at(17)
                                                        .store(
                                                                y,
                                                                k,
                                                                ir.add(
                                                                        ir.length(alias),
                                                                        ir.add(
                                                                                ir.load(alias, k),
                                                                                ir.length(three)))))));
    }

    /** A sum over the threadgroup, with barriers in a loop, and an atomic addition of each group's. */
    static KernelModule reduction() {
        Ir ir = new Ir("Reduction.java");
        Variable x = ir.variable("x", array(INT));
        Variable total = ir.variable("total", array(INT));
        Variable tile = ir.variable("tile", array(INT));
        Variable i = ir.variable("i", INT);
        Variable lane = ir.variable("lane", INT);
        Variable stride = ir.variable("stride", INT);
        Variable before = ir.variable("before", INT);
        return ir.module(
                List.of(),
                ir.at(3)
                        .kernel(
                                "reduce",
                                "static void reduce(int[] x, int[] total, @Threadgroup(64) int[] tile, ...)",
                                List.of(
                                        ir.buffer(x),
                                        ir.buffer(total),
                                        ir.threadgroup(tile, 64),
                                        ir.position(i),
                                        ir.position(lane, Kind.THREAD_INDEX_IN_THREADGROUP)),
                                ir.at(4).store(tile, lane, ir.load(x, i)),
                                ir.at(5).barrier(),
                                ir.at(6)
                                        .loop(
                                                ir.label(""),
                                                List.of(ir.declare(stride, ir.divide(ir.length(tile), 2))),
                                                ir.less(0, stride),
                                                List.of(ir.assign(stride, ir.divide(stride, 2))),
                                                ir.at(7)
                                                        .when(
                                                                ir.less(lane, stride),
                                                                ir.at(8)
                                                                        .store(
                                                                                tile,
                                                                                lane,
                                                                                ir.add(
                                                                                        ir.load(tile, lane),
                                                                                        ir.load(
                                                                                                tile,
                                                                                                ir.add(
                                                                                                        lane,
                                                                                                        stride))))),
                                                ir.at(10).barrier()),
                                ir.at(12).declare(before),
                                ir.at(12)
                                        .when(
                                                ir.equal(lane, 0),
                                                ir.at(13)
                                                        .effect(
                                                                Effect.ATOMIC,
                                                                before,
                                                                INT,
                                                                "metal::atomic_fetch_add_explicit((device metal::atomic_int*) $0 + $1, $2,"
                                                                        + " metal::memory_order_relaxed)",
                                                                total,
                                                                0,
                                                                ir.load(tile, 0)),
                                                ir.at(14).store(total, 1, before))));
    }

    /** One helper on arrays of all address spaces, and one that calls it on two. */
    static KernelModule spaces() {
        Ir ir = new Ir("Spaces.java");
        Variable a = ir.variable("a", array(INT));
        Variable n = ir.variable("n", INT);
        Variable k = ir.variable("k", INT);
        Variable sum = ir.variable("sum", INT);
        Function sumOf = ir.at(3)
                .function(
                        "sum",
                        "static int sum(int[] a)",
                        List.of(a),
                        INT,
                        ir.at(4).declare(sum, 0),
                        ir.at(5).count(k, ir.length(a), ir.at(5).assign(sum, ir.add(sum, ir.load(a, k)))),
                        ir.at(6).giveBack(sum));
        Variable from = ir.variable("from", array(INT));
        Variable to = ir.variable("to", array(INT));
        Function copy = ir.at(9)
                .function(
                        "copy",
                        "static void copy(int[] from, int[] to, int n)",
                        List.of(from, to, n),
                        new Type.NoValue(),
                        ir.at(10).store(to, n, ir.add(ir.call(sumOf, from), ir.call(sumOf, to))));
        Variable primes = ir.variable("PRIMES", array(INT));
        ConstantArray constants = ir.at(13).constants(primes, 2, 3, 5, 7);
        Variable y = ir.variable("y", array(INT));
        Variable i = ir.variable("i", INT);
        Variable tile = ir.variable("tile", array(INT));
        Variable own = ir.variable("own", array(INT));
        Stmt[] body = {
            ir.at(16).declareArray(own, 2, 1, i),
            ir.at(17).invoke(copy, primes, own, 0),
            ir.at(18).store(tile, i, ir.call(sumOf, own)),
            ir.at(19).barrier(),
            ir.at(20).when(ir.equal(i, 0), ir.at(20).invoke(copy, tile, y, 1)),
            ir.at(21).store(y, 2, ir.add(ir.call(sumOf, primes), ir.load(primes, i)))
        };
        return ir.module(
                List.of(constants),
                List.of(sumOf, copy),
                ir.at(15)
                        .kernel(
                                "spaces",
                                "static void spaces(int[] y, @Threadgroup(4) int[] tile, @ThreadPositionInGrid int i)",
                                List.of(ir.buffer(y), ir.threadgroup(tile, 4), ir.position(i)),
                                body));
    }

    /** Truth values in threadgroup memory, alone and in a record in a record. */
    static KernelModule truth() {
        Ir ir = new Ir("Truth.java");
        Type.Struct inner = struct("Inner", "on", BOOLEAN, "value", FLOAT);
        Type.Struct outer = struct("Outer", "inner", inner, "off", BOOLEAN, "count", INT);
        Variable y = ir.variable("y", array(INT));
        Variable flags = ir.variable("flags", array(BOOLEAN));
        Variable records = ir.variable("records", array(outer));
        Variable i = ir.variable("i", INT);
        Variable a = ir.variable("a", array(BOOLEAN));
        Variable at = ir.variable("at", INT);
        Function flip = ir.at(3)
                .function(
                        "flip",
                        "static void flip(boolean[] a, int at)",
                        List.of(a, at),
                        new Type.NoValue(),
                        ir.at(4).store(a, at, ir.not(ir.load(a, at))));
        return ir.module(
                List.of(flip),
                ir.at(8)
                        .kernel(
                                "truth",
                                "static void truth(int[] y, @Threadgroup(8) boolean[] flags, ...)",
                                List.of(
                                        ir.buffer(y),
                                        ir.threadgroup(flags, 8),
                                        ir.threadgroup(records, 8),
                                        ir.position(i)),
                                ir.at(9).store(flags, i, ir.less(i, 4)),
                                ir.at(10).invoke(flip, flags, i),
                                ir.at(11)
                                        .store(
                                                records,
                                                i,
                                                ir.newStruct(
                                                        outer,
                                                        ir.newStruct(inner, ir.load(flags, i), 1f),
                                                        ir.not(ir.load(flags, i)),
                                                        i)),
                                ir.at(12)
                                        .store(
                                                y,
                                                i,
                                                ir.conditional(
                                                        ir.and(
                                                                ir.field(ir.field(ir.load(records, i), 0), 0),
                                                                ir.not(ir.field(ir.load(records, i), 1))),
                                                        ir.field(ir.load(records, i), 2),
                                                        -1))));
    }
}
