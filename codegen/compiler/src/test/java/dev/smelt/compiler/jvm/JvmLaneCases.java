package dev.smelt.compiler.jvm;

import static dev.smelt.compiler.testing.Ir.FLOAT;
import static dev.smelt.compiler.testing.Ir.INT;
import static dev.smelt.compiler.testing.Ir.array;

import dev.smelt.compiler.ir.BinaryOp;
import dev.smelt.compiler.ir.Builtin;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.ir.KernelParameter.Access;
import dev.smelt.compiler.ir.KernelParameter.Kind;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.testing.Calls;
import dev.smelt.compiler.testing.Ir;
import dev.smelt.dsl.Msl;
import java.util.List;

/** Kernels whose threads work together, for goldens. */
final class JvmLaneCases {
    private JvmLaneCases() {}

    /** The sum of each threadgroup. */
    static KernelModule reduce() {
        Ir ir = new Ir("Sums.java");
        Variable x = ir.variable("x", array(FLOAT));
        Variable sums = ir.variable("sums", array(FLOAT));
        Variable tile = ir.variable("tile", array(FLOAT));
        Variable i = ir.variable("i", INT);
        Variable t = ir.variable("t", INT);
        Variable g = ir.variable("g", INT);
        Variable size = ir.variable("size", INT);
        Variable s = ir.variable("s", INT);
        return ir.module(
                List.of(),
                ir.at(12)
                        .kernel(
                                "reduce",
                                "static void reduce(float[] x, float[] sums, @Threadgroup(256) float[] tile, ...)",
                                List.of(
                                        ir.buffer(x),
                                        ir.buffer(sums),
                                        ir.threadgroup(tile, 256),
                                        ir.position(i),
                                        ir.position(t, Kind.THREAD_INDEX_IN_THREADGROUP),
                                        ir.position(g, Kind.THREADGROUP_POSITION_IN_GRID),
                                        ir.position(size, Kind.THREADS_PER_THREADGROUP)),
                                ir.store(tile, t, ir.load(x, i)),
                                ir.barrier(),
                                ir.loop(
                                        ir.label(""),
                                        List.of(ir.declare(s, ir.divide(size, 2))),
                                        ir.less(0, s),
                                        List.of(ir.assign(s, ir.binary(BinaryOp.SHIFT_RIGHT, s, 1))),
                                        ir.when(
                                                ir.less(t, s),
                                                ir.store(
                                                        tile,
                                                        t,
                                                        ir.add(ir.load(tile, t), ir.load(tile, ir.add(t, s))))),
                                        ir.barrier()),
                                ir.when(ir.equal(t, 0), ir.store(sums, g, ir.load(tile, 0)))));
    }

    /** Threads that return, take different ways, and call functions of the simdgroup within a function. */
    static KernelModule clusters() {
        Ir ir = new Ir("Clusters.java");
        Variable x = ir.variable("x", array(INT));
        Variable i = ir.variable("i", INT);
        Variable value = ir.variable("value", INT);
        Variable sum = ir.variable("sum", INT);
        Variable k = ir.variable("k", INT);
        Variable bound = ir.variable("bound", INT);
        Builtin simdSum = new Builtin(
                Builtin.Form.STATIC,
                Msl.class,
                "simdSum",
                List.of(INT),
                INT,
                "metal::simd_sum",
                "metal::simd_sum",
                Builtin.Effect.SIMDGROUP,
                false);
        Function share = new Function(
                "share",
                "share",
                "static int share(int value)",
                List.of(value),
                INT,
                ir.block(
                        ir.when(ir.less(value, 0), ir.giveBack(0)),
                        ir.declare(sum),
                        new Stmt.InvokeBuiltin(simdSum, List.of(ir.read(value)), sum, ir.span()),
                        ir.giveBack(ir.divide(ir.multiply(100, value), sum))),
                false,
                ir.span());
        Variable result = ir.variable("result", INT);
        return ir.module(
                List.of(share),
                ir.at(20)
                        .kernel(
                                "clusters",
                                "static void clusters(int[] x, int bound, @ThreadPositionInGrid int i)",
                                List.of(ir.buffer(x), ir.uniform(bound), ir.position(i)),
                                ir.when(ir.not(ir.less(i, ir.length(x))), ir.giveBack()),
                                ir.count(
                                        k,
                                        ir.load(x, i),
                                        ir.declare(result),
                                        ir.invokeInto(result, share, ir.subtract(ir.load(x, i), k)),
                                        ir.when(ir.less(bound, result), ir.store(x, i, result)))));
    }

    /** Sines of multiples of what each thread keeps, which stand in the loop over the lanes around them. */
    static KernelModule series() {
        Ir ir = new Ir("Series.java");
        Variable x = ir.variable("x", array(FLOAT));
        Variable y = ir.variable("y", array(FLOAT));
        Variable terms = ir.variable("terms", INT);
        Variable i = ir.variable("i", INT);
        Variable angle = ir.variable("angle", FLOAT);
        Variable sum = ir.variable("sum", FLOAT);
        Variable k = ir.variable("k", INT);
        Expr sine = new Calls(ir).underCast(Math.class, "sin", ir.multiply(ir.convert(FLOAT, k), angle));
        return ir.module(
                List.of(),
                ir.at(30)
                        .kernel(
                                "series",
                                "static void series(float[] x, float[] y, int terms, @ThreadPositionInGrid int i)",
                                List.of(
                                        new KernelParameter.Buffer(x, Access.READ),
                                        new KernelParameter.Buffer(y, Access.WRITE),
                                        ir.uniform(terms),
                                        ir.position(i)),
                                ir.declare(angle, ir.load(x, i)),
                                ir.declare(sum, 0f),
                                ir.count(k, terms, ir.assign(sum, ir.add(sum, sine))),
                                ir.store(y, i, sum)));
    }
}
