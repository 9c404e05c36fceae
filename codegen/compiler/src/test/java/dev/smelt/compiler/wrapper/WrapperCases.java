package dev.smelt.compiler.wrapper;

import static dev.smelt.compiler.testing.Ir.BOOLEAN;
import static dev.smelt.compiler.testing.Ir.FLOAT;
import static dev.smelt.compiler.testing.Ir.INT;
import static dev.smelt.compiler.testing.Ir.array;
import static dev.smelt.compiler.testing.Ir.struct;
import static dev.smelt.compiler.testing.Ir.vector;

import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.ir.KernelParameter.Access;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.jvm.JvmCases;
import dev.smelt.compiler.testing.Calls;
import dev.smelt.compiler.testing.Ir;
import dev.smelt.dsl.MathMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Modules whose wrappers are kept in {@code golden/wrapper}. */
final class WrapperCases {
    static final Map<String, Supplier<KernelModule>> ALL = new TreeMap<>(Map.of(
            "activations", WrapperCases::activations,
            "scene", WrapperCases::scene,
            "unnamed", WrapperCases::unnamed,
            "clashes", WrapperCases::clashes));

    /** What the records of {@link #scene} look like in the user's source. */
    static final String SCENE_RECORDS = """
            package demo;

            import dev.smelt.dsl.*;

            public class Scene {
                public record Ray(Float3 from, Float3 to) {}

                public record Camera(Ray ray, Float3x3 turn, Half zoom, boolean on, short id) {}
            }
            """;

    static final String UNNAMED_RECORDS = "record InBatch(float x) {}";

    private WrapperCases() {}

    /** A grid kernel and a map kernel. */
    static KernelModule activations() {
        KernelModule saxpy = JvmCases.saxpy();
        KernelModule sigmoid = JvmCases.sigmoid();
        List<Kernel> kernels = new ArrayList<>(saxpy.kernels());
        kernels.addAll(sigmoid.kernels());
        return new KernelModule(saxpy.source(), "demo", "Activations", false, List.of(), sigmoid.functions(), kernels);
    }

    /** A nested public class with uniforms that are records, and arrays of everything. */
    static KernelModule scene() {
        Ir ir = new Ir("Scene.java");
        Calls calls = new Calls(ir);
        Type.Struct ray = struct("Scene$Ray", "from", vector(FLOAT, 3), "to", vector(FLOAT, 3));
        Type.Struct camera = struct(
                "Scene$Camera",
                "ray",
                ray,
                "turn",
                new Type.Matrix(3),
                "zoom",
                new Type.Half(),
                "on",
                BOOLEAN,
                "id",
                Ir.SHORT);
        Variable rays = ir.variable("rays", array(ray));
        Variable hits = ir.variable("hits", array(BOOLEAN));
        Variable weights = ir.variable("weights", array(new Type.Half()));
        Variable with = ir.variable("with", camera);
        Variable i = ir.variable("i", INT);
        Kernel trace = ir.at(20)
                .kernel(
                        "trace",
                        "static void trace(Ray[] rays, Camera with, boolean[] hits, Half[] weights, int i)",
                        List.of(ir.buffer(rays), ir.uniform(with), ir.buffer(hits), ir.buffer(weights), ir.position(i)),
                        ir.store(
                                rays,
                                i,
                                ir.newStruct(
                                        ray,
                                        calls.method(
                                                "mul",
                                                vector(FLOAT, 3),
                                                ir.field(with, 1),
                                                ir.field(ir.load(rays, i), 0)),
                                        ir.field(ir.field(with, 0), 1))),
                        ir.store(
                                hits,
                                i,
                                ir.binary(
                                        dev.smelt.compiler.ir.BinaryOp.BIT_AND,
                                        ir.field(with, 3),
                                        ir.less(i, ir.length(weights)))),
                        ir.store(weights, i, ir.field(with, 2)));
        Variable points = ir.variable("points", array(vector(FLOAT, 4)));
        Variable k = ir.variable("k", FLOAT);
        Variable result = ir.variable("result", array(vector(FLOAT, 4)));
        Variable j = ir.variable("i", INT);
        Kernel scaled = map(
                ir.at(30),
                "scaled",
                "static Float4 scaled(Float4 points, @Uniform float k)",
                List.of(
                        new KernelParameter.Buffer(points, Access.READ),
                        ir.uniform(k),
                        new KernelParameter.Buffer(result, Access.WRITE),
                        ir.position(j)),
                ir.store(result, j, calls.method("mul", vector(FLOAT, 4), ir.load(points, j), k)));
        return new KernelModule(
                trace.span().file(), "demo", "Scene$Kernels", true, List.of(), List.of(), List.of(trace, scaled));
    }

    /** In the unnamed package; a map kernel without inputs, a grid kernel without arrays, a record called InBatch. */
    static KernelModule unnamed() {
        Ir ir = new Ir("Plain.java");
        Type.Struct record = new Type.Struct("", "InBatch", List.of(new Type.Struct.Field("x", FLOAT)));
        Variable values = ir.variable("values", array(record));
        Variable k = ir.variable("k", FLOAT);
        Variable result = ir.variable("result", array(FLOAT));
        Variable i = ir.variable("i", INT);
        Kernel constant = map(
                ir.at(3),
                "constant",
                "static float constant(@Uniform float k)",
                List.of(ir.uniform(k), new KernelParameter.Buffer(result, Access.WRITE), ir.position(i)),
                ir.store(result, i, k));
        Kernel nothing = ir.at(4).kernel("nothing", "static void nothing()", List.of());
        Variable j = ir.variable("i", INT);
        Kernel fill = ir.at(5)
                .kernel(
                        "fill",
                        "static void fill(InBatch[] values, int i)",
                        List.of(ir.buffer(values), ir.position(j)),
                        ir.store(values, j, ir.newStruct(record, ir.convert(FLOAT, j))));
        return new KernelModule(
                constant.span().file(), "", "Plain", false, List.of(), List.of(), List.of(constant, nothing, fill));
    }

    /** Kernels and parameters called like what the wrapper has. */
    static KernelModule clashes() {
        Ir ir = new Ir("Clashes.java");
        List<Kernel> kernels = new ArrayList<>();
        for (String name : List.of(
                "load",
                "in",
                "close",
                "equals",
                "hashCode",
                "toString",
                "getClass",
                "wait",
                "notify",
                "clone",
                "yield",
                "record",
                "encodeFoo",
                "foo",
                "Foo",
                "FOO",
                "module",
                "library",
                "run")) {
            Variable x = ir.variable("x", array(FLOAT));
            Variable i = ir.variable("i", INT);
            kernels.add(ir.kernel(
                    name,
                    "static void " + name + "(float[] x, int i)",
                    List.of(ir.buffer(x), ir.position(i)),
                    ir.store(x, i, ir.add(ir.load(x, i), 1f))));
        }
        for (String name : List.of("loadMap", "inMap", "mapped")) {
            kernels.add(clashingMap(ir, name));
        }
        return ir.module(List.of(), kernels.toArray(new Kernel[0]));
    }

    private static Kernel clashingMap(Ir ir, String name) {
        List<KernelParameter> parameters = new ArrayList<>();
        List<Variable> uniforms = new ArrayList<>();
        for (String parameter : List.of(
                "result",
                "grid",
                "library",
                "batch",
                "staging",
                "invocation",
                "Objects",
                "MODULE",
                "SAXPY",
                "MAPPED")) {
            Variable variable = ir.variable(parameter, FLOAT);
            uniforms.add(variable);
            parameters.add(ir.uniform(variable));
        }
        Variable device = ir.variable("device", array(FLOAT));
        Variable result = ir.variable("result", array(FLOAT));
        Variable i = ir.variable("i", INT);
        parameters.add(new KernelParameter.Buffer(device, Access.READ));
        parameters.add(new KernelParameter.Buffer(result, Access.WRITE));
        parameters.add(ir.position(i));
        return map(
                ir,
                name,
                "static float " + name + "(...)",
                parameters,
                ir.store(result, i, ir.add(ir.load(device, i), uniforms.get(0))));
    }

    private static Kernel map(Ir ir, String name, String signature, List<KernelParameter> parameters, Stmt... body) {
        return new Kernel(name, signature, MathMode.JAVA, true, parameters, ir.block(body), ir.span());
    }
}
