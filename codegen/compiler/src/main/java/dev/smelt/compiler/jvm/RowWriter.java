package dev.smelt.compiler.jvm;

import com.palantir.javapoet.MethodSpec;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.KernelParameter.Position;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.lane.LaneProgram;
import dev.smelt.compiler.lane.Mentions;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Writes the method that copies stretches of memory, one for each row of the threadgroup, to or from an array over the
 * lanes:
 *
 * <pre>{@code
 * private static void blurRows(BlurLanes lanes) {
 *     ...
 *         for (int gridY = threadgroup.firstY(); gridY < endY; gridY++) {
 *             int gridX = threadgroup.firstX();
 *             LaneMemory.loadRow(lanes.mask, lanes.x, gridY * lanes.width + gridX, lanes.load, lane, threadgroup.width());
 *             lane += threadgroup.width();
 *         }
 * }
 * }</pre>
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
        locals.share(lanes, fields.values());
        String threadgroup = locals.fresh("threadgroup");
        JavaCode.Builder code = JavaCode.builder()
                .addStatement("$T $L = $L.$L", JvmTypes.THREADGROUP, threadgroup, lanes, fields.threadgroup());
        LaneLoop loop = new LaneLoop(locals, threadgroup, false);
        loop.declareEnds(code);
        String lane = locals.fresh("lane");
        code.addStatement("int $L = 0", lane);
        loop.beginRows(code, locals.fresh("gridX"));
        Set<Variable> mentioned = Mentions.in(index);
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
                "$T.$LRow($L.$L, $L, $L, $L.$L, $L, $L.width())",
                LaneKernelWriter.MEMORY,
                copy,
                lanes,
                fields.mask(),
                locals.nameOf(buffer),
                new ExprWriter(context, locals).code(index),
                lanes,
                fields.array(value),
                lane,
                threadgroup);
        code.addStatement("$L += $L.width()", lane, threadgroup);
        loop.endRows(code);
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(fields.type(), lanes)
                .addCode(code.build().toBlock())
                .build();
    }
}
