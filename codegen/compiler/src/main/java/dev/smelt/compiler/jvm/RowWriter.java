package dev.smelt.compiler.jvm;

import com.palantir.javapoet.MethodSpec;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.KernelParameter.Position;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.lane.LaneProgram;
import dev.smelt.compiler.lane.Mentions;
import dev.smelt.compiler.lane.RowStrides;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Writes the method that copies stretches of memory, one for each row of the threadgroup, to or from an array over the
 * lanes:
 *
 * <pre>{@code
 * private static void blurRows(BlurLanes lanes) {
 *     JvmThreadgroup threadgroup = lanes.threadgroup;
 *     float[] x = lanes.x;
 *     int width = lanes.width;
 *     Int2 p = new Int2(threadgroup.firstX(), threadgroup.firstY());
 *     LaneMemory.loadRows(lanes.mask, threadgroup, x, p.y() * width + p.x(), width, 0, lanes.load);
 * }
 * }</pre>
 *
 * <p>Where an index is not as much more for each further row ({@link RowStrides}), it is computed for each of them:
 *
 * <pre>{@code
 *         for (int gridY = threadgroup.firstY(); gridY < endY; gridY++) {
 *             int gridX = threadgroup.firstX();
 *             LaneMemory.loadRow(mask, x, gridY / 2 * width + gridX, loadLanes, lane, size);
 *             lane += size;
 *         }
 * }</pre>
 *
 * <p>What the rows have alike is in locals, as HotSpot reads fields again behind each copy.
 */
final class RowWriter {
    private final ClassContext context;
    private final LaneProgram program;
    private final LaneFields fields;
    private final Copy copy;
    private final Locals locals;
    private final String lanes;
    private final String threadgroup;
    private final LaneLoop loop;
    private final JavaCode.Builder code = JavaCode.builder();

    /**
     * What is copied.
     *
     * @param name what is done with each row: {@code load}, {@code spread} or {@code store}
     * @param buffer the kernel's array
     * @param index for the first lane of a row
     * @param value has an array over the lanes
     */
    record Copy(String name, Variable buffer, Expr index, Variable value) {}

    private RowWriter(ClassContext context, LaneProgram program, LaneFields fields, Copy copy) {
        this.context = context;
        this.program = program;
        this.fields = fields;
        this.copy = copy;
        this.locals = context.locals();
        this.lanes = locals.fresh("lanes");
        this.threadgroup = locals.fresh("threadgroup");
        this.loop = new LaneLoop(locals, threadgroup, false);
    }

    /** A method of a name that copies. */
    static MethodSpec write(ClassContext context, LaneProgram program, LaneFields fields, String name, Copy copy) {
        RowWriter writer = new RowWriter(context, program, fields, copy);
        writer.write();
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(fields.type(), writer.lanes)
                .addCode(writer.code.build().toBlock())
                .build();
    }

    private void write() {
        code.addStatement("$T $L = $L.$L", JvmTypes.THREADGROUP, threadgroup, lanes, fields.threadgroup());
        Set<Variable> mentioned = new HashSet<>(Mentions.in(copy.index()));
        mentioned.add(copy.buffer());
        for (Variable variable : fields.valuesAmong(mentioned)) {
            code.addStatement(
                    "$T $L = $L.$L",
                    context.types().of(variable.type()),
                    locals.declare(variable),
                    lanes,
                    fields.field(variable));
        }
        RowStrides.of(copy.index(), program.kernel()).ifPresentOrElse(this::copyAll, this::copyEach);
    }

    private void copyAll(RowStrides strides) {
        loop.stayAtFirst();
        declarePositions();
        code.addStatement(
                "$T.$LRows($L.$L, $L, $L,$W$L, $L, $L,$W$L.$L)",
                LaneKernelWriter.MEMORY,
                copy.name(),
                lanes,
                fields.mask(),
                threadgroup,
                locals.nameOf(copy.buffer()),
                written(copy.index()),
                written(strides.y()),
                written(strides.z()),
                lanes,
                fields.array(copy.value()));
    }

    private void copyEach() {
        String mask = locals.fresh("mask");
        String array = locals.fresh(copy.value().name() + "Lanes");
        String size = locals.fresh("size");
        code.addStatement("$T $L = $L.$L", LaneKernelWriter.MASK, mask, lanes, fields.mask())
                .addStatement("$T $L = $L.$L", fields.arrayOf(copy.value()), array, lanes, fields.array(copy.value()))
                .addStatement("int $L = $L.width()", size, threadgroup);
        loop.declareEnds(code);
        String lane = locals.fresh("lane");
        code.addStatement("int $L = 0", lane);
        loop.beginRows(code, locals.fresh("gridX"));
        declarePositions();
        code.addStatement(
                        "$T.$LRow($L, $L, $L, $L, $L, $L)",
                        LaneKernelWriter.MEMORY,
                        copy.name(),
                        mask,
                        locals.nameOf(copy.buffer()),
                        written(copy.index()),
                        array,
                        lane,
                        size)
                .addStatement("$L += $L", lane, fields.hasRowsApart() ? mask + ".pitch()" : size);
        loop.endRows(code);
    }

    private void declarePositions() {
        Set<Variable> mentioned = Mentions.in(copy.index());
        for (Position position : program.kernel().positions()) {
            Variable variable = position.variable();
            if (mentioned.contains(variable) && !fields.values().containsKey(variable)) {
                code.addStatement(
                        "$T $L =$W$L",
                        context.types().of(variable.type()),
                        locals.declare(variable),
                        loop.value(position));
            }
        }
    }

    private JavaCode written(Expr expr) {
        return new ExprWriter(context, locals).code(expr);
    }
}
