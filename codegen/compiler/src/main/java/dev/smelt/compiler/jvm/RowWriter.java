package dev.smelt.compiler.jvm;

import com.palantir.javapoet.MethodSpec;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.KernelParameter.Position;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.lane.LaneProgram;
import dev.smelt.compiler.lane.Mentions;
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
 *     LaneMask mask = lanes.mask;
 *     float[] x = lanes.x;
 *     int width = lanes.width;
 *     float[] loadLanes = lanes.load;
 *     int size = threadgroup.width();
 *     ...
 *         for (int gridY = threadgroup.firstY(); gridY < endY; gridY++) {
 *             int gridX = threadgroup.firstX();
 *             LaneMemory.loadRow(mask, x, gridY * width + gridX, loadLanes, lane, size);
 *             lane += size;
 *         }
 * }
 * }</pre>
 *
 * <p>What the rows have alike is in locals, as HotSpot reads fields again behind each copy.
 */
final class RowWriter {
    private final ClassContext context;
    private final LaneProgram program;
    private final LaneFields fields;

    RowWriter(ClassContext context, LaneProgram program, LaneFields fields) {
        this.context = context;
        this.program = program;
        this.fields = fields;
    }

    /**
     * The method called {@code name}.
     *
     * @param copy what is done with each row: {@code load}, {@code spread} or {@code store}
     */
    MethodSpec write(String name, String copy, Variable buffer, Expr index, Variable value) {
        Locals locals = context.locals();
        String lanes = locals.fresh("lanes");
        String threadgroup = locals.fresh("threadgroup");
        JavaCode.Builder code = JavaCode.builder()
                .addStatement("$T $L = $L.$L", JvmTypes.THREADGROUP, threadgroup, lanes, fields.threadgroup());
        Set<Variable> mentioned = new HashSet<>(Mentions.in(index));
        mentioned.add(buffer);
        for (Variable variable : fields.valuesAmong(mentioned)) {
            code.addStatement(
                    "$T $L = $L.$L",
                    context.types().of(variable.type()),
                    locals.declare(variable),
                    lanes,
                    fields.field(variable));
        }
        String mask = locals.fresh("mask");
        String array = locals.fresh(value.name() + "Lanes");
        String size = locals.fresh("size");
        code.addStatement("$T $L = $L.$L", LaneKernelWriter.MASK, mask, lanes, fields.mask())
                .addStatement("$T $L = $L.$L", fields.arrayOf(value), array, lanes, fields.array(value))
                .addStatement("int $L = $L.width()", size, threadgroup);
        LaneLoop loop = new LaneLoop(locals, threadgroup, false);
        loop.declareEnds(code);
        String lane = locals.fresh("lane");
        code.addStatement("int $L = 0", lane);
        loop.beginRows(code, locals.fresh("gridX"));
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
        code.addStatement(
                        "$T.$LRow($L, $L, $L, $L, $L, $L)",
                        LaneKernelWriter.MEMORY,
                        copy,
                        mask,
                        locals.nameOf(buffer),
                        new ExprWriter(context, locals).code(index),
                        array,
                        lane,
                        size)
                .addStatement("$L += $L", lane, size);
        loop.endRows(code);
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(fields.type(), lanes)
                .addCode(code.build().toBlock())
                .build();
    }
}
