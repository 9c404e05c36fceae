package dev.smelt.compiler.jvm;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelParameter.Position;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.lane.LaneProgram;
import dev.smelt.compiler.lane.LaneStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * Writes a kernel whose threads work together. The method that the runtime calls takes an object for the threadgroup
 * ({@link LaneFields}) and has the control run on it once; the control calls a method for each region, which has the
 * loops over the lanes ({@link RegionWriter}):
 *
 * <pre>{@code
 * private static void reduceControl(ReduceLanes lanes) {
 *     reduceRegion(lanes);
 *     for (lanes.stride = 128; lanes.stride > 0; lanes.stride >>= 1) {
 *         reduceRegion2(lanes);
 *     }
 * }
 * }</pre>
 */
final class LaneKernelWriter {
    static final ClassName MASK = ClassName.get(JvmTypes.SPI, "LaneMask");
    static final ClassName MATH = ClassName.get(JvmTypes.SPI, "LaneMath");
    static final ClassName MEMORY = ClassName.get(JvmTypes.SPI, "LaneMemory");
    static final ClassName ROUNDS = ClassName.get(JvmTypes.SPI, "LaneRounds");
    private static final ClassName SIMD = ClassName.get(JvmTypes.SPI, "SimdLanes");
    private static final ClassName CHECKS = ClassName.get(JvmTypes.SPI, "JvmChecks");

    /**
     * Rows of fewer threads gain nothing by being done at once. Tiles of 16 by 16 and 32 by 32 took 2.5 and 1.9 times as long as
     * lane by lane, of 8 by 8 twice as long; rows of 128 a half.
     */
    private static final int SHORT_ROW = 64;

    private final ClassContext context;
    private final Kernel kernel;
    private final LaneProgram program;
    private final LaneFields fields;
    private final List<MethodSpec> regions = new ArrayList<>();

    LaneKernelWriter(ClassContext context, Kernel kernel, LaneProgram program) {
        this.context = context;
        this.kernel = kernel;
        this.program = program;
        this.fields = new LaneFields(context, kernel, program);
    }

    /** The method that the runtime calls, the control, the regions, and the parts of those that are too long. */
    List<MethodSpec> write() {
        return write(KernelWriter.entry(context, kernel));
    }

    /**
     * The method that the runtime calls, and two forms of the kernel, of which it takes one by how long the rows of a threadgroup
     * are.
     *
     * @param strips what copies and computes for a row of threads at once
     * @param laneByLane what has each thread do it
     */
    static List<MethodSpec> write(ClassContext context, Kernel kernel, LaneProgram strips, LaneProgram laneByLane) {
        String inRows = context.freshMethod(kernel.name() + "InRows");
        String byLane = context.freshMethod(kernel.name() + "LaneByLane");
        List<MethodSpec> methods = new ArrayList<>();
        methods.add(KernelWriter.entry(context, kernel)
                .beginControlFlow("if (threadgroup.dispatchWidth() < $L)", SHORT_ROW)
                .addStatement("$L(arguments, threadgroup)", byLane)
                .nextControlFlow("else")
                .addStatement("$L(arguments, threadgroup)", inRows)
                .endControlFlow()
                .build());
        methods.addAll(new LaneKernelWriter(context, kernel, laneByLane).write(form(byLane)));
        methods.addAll(new LaneKernelWriter(context, kernel, strips).write(form(inRows)));
        return methods;
    }

    private static MethodSpec.Builder form(String name) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(KernelArguments.TYPE, "arguments")
                .addParameter(JvmTypes.THREADGROUP, "threadgroup");
    }

    private List<MethodSpec> write(MethodSpec.Builder entry) {
        context.types().add(fields.declare());
        String control = context.freshMethod(kernel.name() + "Control");
        List<MethodSpec> methods = new ArrayList<>();
        methods.add(entry(entry, control));
        methods.addAll(control(control));
        methods.addAll(regions);
        return methods;
    }

    private MethodSpec entry(MethodSpec.Builder entry, String control) {
        JavaCode.Builder code = JavaCode.builder()
                .addStatement(
                        "$T lanes = arguments.borrow(() -> new $T(arguments, threadgroup.$L()))",
                        fields.type(),
                        fields.type(),
                        fields.hasRowsApart() ? "dispatchLanesApart" : "dispatchLanes")
                .addStatement(
                        "lanes.$L.begin($L)",
                        fields.mask(),
                        fields.hasRowsApart() ? "threadgroup" : "threadgroup.lanes()")
                .addStatement("lanes.$L = threadgroup", fields.threadgroup());
        LaneLoop loop = new LaneLoop(context.locals(), "threadgroup", false);
        for (Position position : fields.positions()) {
            code.addStatement("lanes.$L =$W$L", fields.field(position.variable()), loop.value(position));
        }
        for (String memory : fields.memory()) {
            code.addStatement("$T.spoil(lanes.$L)", CHECKS, memory);
        }
        code.addStatement("$L(lanes)", control).addStatement("arguments.giveBack(lanes)");
        return entry.addCode(code.build().toBlock()).build();
    }

    private List<MethodSpec> control(String name) {
        Locals locals = context.locals();
        String lanes = locals.fresh("lanes");
        Frame frame = new Frame(fields.type(), fields.values());
        frame.shareIn(locals, lanes);
        Stmt.Block control = program.control();
        BodyWriter body = new BodyWriter(context, name, frame, control, this::step);
        JavaCode.Builder code = JavaCode.builder();
        StmtWriter writer = body.statements(code, locals, Exit.ofFunction(null));
        writer.write(control.statements());
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addJavadoc("What the threads of {@code $L} do together.\n", kernel.name())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(fields.type(), lanes)
                .addCode(code.build().toBlock());
        BodyWriter.suppressFallThrough(writer, method);
        List<MethodSpec> methods = new ArrayList<>(body.partMethods());
        methods.add(0, method.build());
        return methods;
    }

    private Optional<JavaCode> step(Stmt stmt, Locals locals) {
        String lanes = locals.frame();
        return program.step(stmt).map(step -> {
            if (step instanceof LaneStep.Region region) {
                return JavaCode.statement("$L($L)", region(region), lanes);
            } else if (step instanceof LaneStep.Regions regionsOfOne) {
                JavaCode.Builder calls = JavaCode.builder();
                regionsOfOne.regions().forEach(region -> calls.addStatement("$L($L)", region(region), lanes));
                return calls.build();
            } else if (step instanceof LaneStep.Simd simd) {
                return simd(simd, lanes);
            } else if (step instanceof LaneStep.Compute compute) {
                String arrays = Stream.concat(compute.arguments().stream(), Stream.of(compute.result()))
                        .map(variable -> lanes + "." + fields.array(variable))
                        .collect(Collectors.joining(", "));
                return JavaCode.statement(
                        "$L.$L.$L($L.$L, $L)", lanes, fields.math(), compute.function(), lanes, fields.mask(), arrays);
            } else if (step instanceof LaneStep.Largest largest) {
                return JavaCode.statement(
                        "$L =$W$T.largestMagnitude($L.$L, $L.$L)",
                        locals.nameOf(largest.result()),
                        JvmTypes.STRAIGHT_MATH,
                        lanes,
                        fields.mask(),
                        lanes,
                        fields.array(largest.values()));
            } else if (step instanceof LaneStep.Load load) {
                String method = load.spread() ? "spread" : "load";
                return copy(method, load.buffer(), load.index(), load.result(), locals);
            } else if (step instanceof LaneStep.Store store) {
                return copy("store", store.buffer(), store.index(), store.value(), locals);
            } else if (step instanceof LaneStep.Advance advance) {
                String name = context.freshMethod(kernel.name() + "Advance");
                regions.addAll(new AdvanceWriter(context, program, fields).write(name, advance));
                Variable open = advance.open();
                return open == null
                        ? JavaCode.statement("$L($L)", name, lanes)
                        : JavaCode.statement("$L = $L($L)", locals.nameOf(open), name, lanes);
            } else if (step instanceof LaneStep.Barrier barrier) {
                return barrier(barrier, lanes);
            } else if (step instanceof LaneStep.Rejoin rejoin) {
                return JavaCode.statement("$L.$L.rejoin($L)", lanes, fields.mask(), rejoin.code());
            }
            return JavaCode.statement("$L =$W$L.$L.anyActive()", locals.nameOf(program.active()), lanes, fields.mask());
        });
    }

    private JavaCode copy(String method, Variable buffer, Expr index, Variable value, Locals locals) {
        String lanes = locals.frame();
        if (program.isAtOwnPosition(index)) {
            return JavaCode.statement(
                    "$T.$L($L.$L, $L.$L, $L, $L.$L)",
                    MEMORY,
                    method,
                    lanes,
                    fields.mask(),
                    lanes,
                    fields.threadgroup(),
                    locals.nameOf(buffer),
                    lanes,
                    fields.array(value));
        }
        String name = context.freshMethod(kernel.name() + "Rows");
        RowWriter.Copy copy = new RowWriter.Copy(method, buffer, index, value);
        regions.add(RowWriter.write(context, program, fields, name, copy));
        return JavaCode.statement("$L($L)", name, lanes);
    }

    private String region(LaneStep.Region region) {
        String name = context.freshMethod(kernel.name() + "Region");
        int place = regions.size();
        regions.addAll(place, new RegionWriter(context, program, fields).write(name, region));
        return name;
    }

    /** Lanes of one Java thread are never apart in time: a barrier is only a place where none may be missing. */
    private JavaCode barrier(LaneStep.Barrier barrier, String lanes) {
        if (!program.isMasked()) {
            return JavaCode.EMPTY;
        }
        return JavaCode.statement(
                "$L.$L.$L($S)",
                lanes,
                fields.mask(),
                barrier.ofSimdgroup() ? "meetInSimdgroups" : "meet",
                barrier.span().file().fileName() + ":" + barrier.span().line());
    }

    private JavaCode simd(LaneStep.Simd simd, String lanes) {
        Variable result = simd.result();
        if (result == null) {
            return JavaCode.EMPTY;
        }
        String arrays = Stream.concat(simd.arguments().stream(), Stream.of(result))
                .map(variable -> lanes + "." + fields.array(variable))
                .collect(Collectors.joining(", "));
        return JavaCode.statement("$T.$L($L.$L, $L)", SIMD, simd.builtin().name(), lanes, fields.mask(), arrays);
    }
}
