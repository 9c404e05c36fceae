package dev.smelt.compiler.jvm;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.KernelParameter.Kind;
import dev.smelt.compiler.lane.Collectives;
import dev.smelt.compiler.lane.LaneBuilder;
import dev.smelt.compiler.lane.LaneProgram;
import dev.smelt.compiler.lane.ProgramTooLargeException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Writes the class that runs a module's kernels on the JVM device. For
 *
 * <pre>{@code
 * final class Activations {
 *     @Kernel
 *     static void saxpy(float a, float[] x, float[] y, @ThreadPositionInGrid int i) {
 *         y[i] = a * x[i] + y[i];
 *     }
 * }
 * }</pre>
 *
 * it is
 *
 * <pre>{@code
 * final class ActivationsKernelsJvm {
 *     static void saxpy(JvmArguments arguments, JvmThreadgroup threadgroup) {
 *         saxpyLanes(threadgroup, arguments.floatAt(0), arguments.floats(0), arguments.floats(1));
 *     }
 *
 *     private static void saxpyLanes(JvmThreadgroup threadgroup, float a, float[] x, float[] y) {
 *         ...
 *                 for (int i = threadgroup.firstX(); i < endX; i++) {
 *                     y[i] = a * x[i] + y[i];
 *                 }
 *     }
 *
 *     static void saxpyIndices(IndexContext context, int x, int y, int z) {
 *         int i = x;
 *         context.access(0, i);
 *         context.access(1, i);
 *     }
 * }
 * }</pre>
 *
 * followed by the user's functions that kernels call, as private methods, and whatever helpers and records all these
 * need.
 */
public final class JvmEmitter {
    /** What tells nothing of threadgroups. */
    private static final Set<Kind> IN_GRID = EnumSet.of(Kind.THREAD_POSITION_IN_GRID, Kind.THREADS_PER_GRID);

    private final KernelModule module;
    private final ClassName name;
    private final ClassContext context;
    private final boolean laneByLane;
    private final Map<String, String> kernels = new LinkedHashMap<>();
    private final Set<String> rows = new HashSet<>();
    private final Map<String, String> indexChecks = new LinkedHashMap<>();

    private JvmEmitter(KernelModule module, int methodLimit, boolean checked, boolean laneByLane) {
        String suffix = checked ? "KernelsJvmChecked" : "KernelsJvm";
        this.module = module;
        this.laneByLane = laneByLane;
        this.name = ClassName.get(module.packageName(), module.className().replace('$', '_') + suffix);
        this.context = new ClassContext(name, module, methodLimit, checked);
    }

    /** The class of a module. */
    public static JvmSource emit(KernelModule module) {
        return emit(module, BodyParts.USUAL_LIMIT);
    }

    /** The class of a module whose checks were inserted; nothing is checked before it runs. */
    public static JvmSource emitChecked(KernelModule module) {
        // A strip of threads has no line of its own for each of them, which a check that fails would tell.
        return new JvmEmitter(module, BodyParts.USUAL_LIMIT, true, true).emit();
    }

    /** The class of a module with all that each thread does one after the other, to measure what strips gain. */
    public static JvmSource emitLaneByLane(KernelModule module) {
        return new JvmEmitter(module, BodyParts.USUAL_LIMIT, false, true).emit();
    }

    /** The same with another limit for the length of methods, in bytes. */
    static JvmSource emit(KernelModule module, int methodLimit) {
        return new JvmEmitter(module, methodLimit, false, false).emit();
    }

    private JvmSource emit() {
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addJavadoc("The kernels of {@code $L} for the JVM device.\n", module.binaryName())
                .addModifiers(Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        type.addFields(context.constants().fields());
        module.kernels().forEach(kernel -> addKernel(type, kernel));
        type.addFields(context.laneCodes());
        FunctionWriter functions = new FunctionWriter(context);
        Collectives collectives = Collectives.in(module);
        for (Function function : module.functions()) {
            // The others are inlined wherever they are called.
            if (!collectives.isCollective(function.id())) {
                type.addMethods(functions.write(function));
            }
        }
        type.addMethods(context.helpers().methods());
        type.addTypes(context.types().nestedTypes());
        String text = JavaFile.builder(name.packageName(), type.build())
                .addFileComment(
                        "Generated by Smelt from $L.",
                        SourceComment.signature(module.source().fileName()))
                .indent("    ")
                .build()
                .toString();
        return new JvmSource(name.packageName(), name.simpleName(), text, kernels, rows, indexChecks);
    }

    private List<MethodSpec> methodsOf(Kernel kernel) {
        if (!LaneBuilder.isNeeded(kernel, module)) {
            Optional<LaneProgram> faster = laneByLane ? Optional.empty() : LaneBuilder.buildIfFaster(kernel, module);
            if (faster.isPresent()) {
                return new LaneKernelWriter(context, kernel, faster.get()).write();
            }
            if (kernel.positions().stream().allMatch(position -> IN_GRID.contains(position.kind()))) {
                rows.add(kernel.name());
            }
            return new KernelWriter(context, kernel).write();
        }
        try {
            LaneProgram byLane = LaneBuilder.buildLaneByLane(kernel, module);
            if (!laneByLane) {
                LaneProgram strips = LaneBuilder.build(kernel, module);
                if (!alone(kernel, strips).equals(alone(kernel, byLane))) {
                    return LaneKernelWriter.write(context, kernel, strips, byLane);
                }
            }
            return new LaneKernelWriter(context, kernel, byLane).write();
        } catch (ProgramTooLargeException e) {
            String message = "kernel " + kernel.name() + " is too large for the JVM device once its functions with"
                    + " barriers are put in place of their calls";
            return List.of(KernelWriter.entry(context, kernel)
                    .addStatement("throw new $T($S)", UnsupportedOperationException.class, message)
                    .build());
        }
    }

    /** What would be written of a program in a class of its own, to tell whether two are the same. */
    private String alone(Kernel kernel, LaneProgram program) {
        ClassContext own = new ClassContext(name, module, context.methodLimit(), false);
        return new LaneKernelWriter(own, kernel, program).write().toString()
                + own.types().nestedTypes();
    }

    private void addKernel(TypeSpec.Builder type, Kernel kernel) {
        type.addMethods(methodsOf(kernel));
        kernels.put(kernel.name(), context.kernelMethod(kernel.name()));
        if (context.isChecked()) {
            return;
        }
        String indices = context.freshMethod(kernel.name() + "Indices");
        new IndexCheckWriter(context, kernel).write(indices).ifPresent(method -> {
            type.addMethod(method);
            indexChecks.put(kernel.name(), indices);
        });
    }
}
