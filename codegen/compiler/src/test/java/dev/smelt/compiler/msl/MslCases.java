package dev.smelt.compiler.msl;

import static dev.smelt.compiler.testing.Ir.FLOAT;
import static dev.smelt.compiler.testing.Ir.INT;
import static dev.smelt.compiler.testing.Ir.array;

import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.testing.Ir;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Kernels built by hand whose MSL is kept in {@code golden/msl}. */
final class MslCases {
    static final Map<String, Supplier<KernelModule>> ALL = new TreeMap<>(Map.of(
            "saxpy", MslCases::saxpy,
            "map", MslCases::map));

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
}
