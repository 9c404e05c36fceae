package dev.smelt.compiler.jvm;

import com.palantir.javapoet.MethodSpec;
import dev.smelt.compiler.ir.KernelParameter.Kind;
import dev.smelt.compiler.ir.KernelParameter.Position;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.lane.LaneProgram;
import dev.smelt.compiler.lane.LaneStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Writes a region of a lane program as a method with the loops over the lanes. What lives longer than the region is
 * loaded into locals before a lane's turn and stored behind it:
 *
 * <pre>{@code
 * private static void reduceRegion(ReduceLanes lanes) {
 *     JvmThreadgroup threadgroup = lanes.threadgroup;
 *     float[] x = lanes.x;
 *     float[] sums = lanes.sum;
 *     ...
 *             for (int i = threadgroup.firstX(); i < endX; i++) {
 *                 int lane = row + i;
 *                 float sum = sums[lane];
 *                 sum += x[i];
 *                 sums[lane] = sum;
 *             }
 * }
 * }</pre>
 */
final class RegionWriter {
    private final ClassContext context;
    private final LaneProgram program;
    private final LaneFields fields;

    RegionWriter(ClassContext context, LaneProgram program, LaneFields fields) {
        this.context = context;
        this.program = program;
        this.fields = fields;
    }

    /** The method of a region, and those of its parts if it is too long for one. */
    List<MethodSpec> write(String name, LaneStep.Region region) {
        return write(name, region, fields.mask() + ".lanes()");
    }

    /**
     * The same for as many lanes as are packed.
     *
     * @param count how many, of the object for the threadgroup
     */
    List<MethodSpec> write(String name, LaneStep.Region region, String count) {
        List<Position> positions = program.positionsIn(region);
        List<Variable> values = fields.valuesAmong(region.mentioned());
        boolean flat = !context.isChecked() && positions.stream().allMatch(LaneProgram::isOfLane);
        Optional<LaneRange> range = context.isChecked()
                ? Optional.empty()
                : LaneRange.of(region.body(), program.kernel(), fields.values().keySet())
                        .filter(found -> flat == found.countsAllLanes());
        Stmt.Block stmts = range.map(LaneRange::body).orElse(region.body());
        List<Variable> loaded = LaneFields.sorted(region.loaded());
        Set<Variable> given = new LinkedHashSet<>(values);
        given.addAll(loaded);
        positions.forEach(position -> given.add(position.variable()));
        given.addAll(region.carried().keySet());
        BodyWriter body = new BodyWriter(context, name, given, region.loaded(), stmts);

        Locals locals = context.locals();
        JavaCode.Builder code = JavaCode.builder();
        String lanes = locals.fresh("lanes");
        String threadgroup = flat ? "" : locals.fresh("threadgroup");
        if (!flat) {
            code.addStatement("$T $L = $L.$L", JvmTypes.THREADGROUP, threadgroup, lanes, fields.threadgroup());
        }
        body.begin(code, locals);
        for (Variable value : values) {
            body.declare(code, locals, value, JavaCode.of("$L.$L", lanes, fields.field(value)));
        }
        Map<Variable, String> arrays = new LinkedHashMap<>();
        for (Variable variable : loaded) {
            String array = locals.fresh(variable.name() + "Lanes");
            arrays.put(variable, array);
            code.addStatement("$T $L = $L.$L", fields.arrayOf(variable), array, lanes, fields.array(variable));
        }
        region.carried().forEach((variable, first) -> body.declare(code, locals, variable, JavaCode.of("$L", first)));
        LaneLoop loop = flat ? null : new LaneLoop(locals, threadgroup, context.isChecked());
        if (loop != null && fields.hasRowsApart()) {
            loop.setPitch(JavaCode.of("$L.$L.pitch()", lanes, fields.mask()));
        }
        String lane = loop == null
                ? beginFlat(code, locals, lanes, positions, body, range, count)
                : beginNested(code, locals, loop, positions, body, range, !arrays.isEmpty());
        arrays.forEach((variable, array) -> body.declare(code, locals, variable, JavaCode.of("$L[$L]", array, lane)));
        StmtWriter writer = body.statements(code, locals, Exit.ofFunction(null));
        locals.enter();
        writer.write(region.before());
        writer.write(stmts.statements());
        locals.leave();
        arrays.forEach((variable, array) -> {
            if (region.stored().contains(variable)) {
                code.addStatement("$L[$L] = $L", array, lane, locals.nameOf(variable));
            }
        });
        if (loop == null) {
            code.endControlFlow();
        } else {
            loop.end(code);
        }
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(fields.type(), lanes)
                .addCode(code.build().toBlock());
        BodyWriter.suppressFallThrough(writer, method);
        List<MethodSpec> methods = new ArrayList<>(body.partMethods());
        methods.add(0, method.build());
        return methods;
    }

    private JavaCode bound(LaneRange range, Locals locals) {
        return new ExprWriter(context, locals).code(range.bound());
    }

    /** One loop over all lanes, which HotSpot likes best; the name of its variable. */
    private String beginFlat(
            JavaCode.Builder code,
            Locals locals,
            String lanes,
            List<Position> positions,
            BodyWriter body,
            Optional<LaneRange> range,
            String count) {
        JavaCode all = JavaCode.of("$L.$L", lanes, count);
        JavaCode zero = JavaCode.of("0");
        JavaCode bound = range.map(found -> bound(found, locals)).orElse(zero);
        JavaCode start = range.filter(LaneRange::hasStart)
                .map(found -> found.start(bound, zero, all))
                .orElse(zero);
        String end = locals.fresh("end");
        code.addStatement(
                "int $L =$W$L",
                end,
                range.filter(LaneRange::hasEnd)
                        .map(found -> found.end(bound, zero, all))
                        .orElse(all));
        String lane = locals.fresh("lane");
        code.beginControlFlow("for (int $L = $L; $L < $L; $L++)", lane, start, lane, end, lane);
        for (Position position : positions) {
            body.declare(code, locals, position.variable(), LaneLoop.ofLane(position.kind(), lane));
        }
        return lane;
    }

    /** Loops over the positions in the grid; the name of the lane's number, which there is only if it is asked for. */
    private String beginNested(
            JavaCode.Builder code,
            Locals locals,
            LaneLoop loop,
            List<Position> positions,
            BodyWriter body,
            Optional<LaneRange> range,
            boolean asksForLane) {
        loop.declareEnds(code);
        range.ifPresent(found -> loop.restrict(code, found, bound(found, locals)));
        Optional<Variable> counter = counter(positions, body);
        String x = counter.map(locals::declare).orElseGet(() -> locals.fresh("gridX"));
        String row = asksForLane ? locals.fresh("row") : "";
        loop.begin(code, x, "", row);
        for (Position position : positions) {
            if (!counter.equals(Optional.of(position.variable()))) {
                body.declare(code, locals, position.variable(), loop.value(position));
            }
        }
        if (!asksForLane) {
            return "";
        }
        String lane = locals.fresh("lane");
        code.addStatement("int $L = $L + $L", lane, row, x);
        return lane;
    }

    /** The position that can be the variable of the innermost loop itself. */
    private static Optional<Variable> counter(List<Position> positions, BodyWriter body) {
        return positions.stream()
                .filter(position -> position.kind() == Kind.THREAD_POSITION_IN_GRID && position.dimensions() == 1)
                .map(Position::variable)
                .filter(variable -> !body.isShared(variable))
                .findFirst();
    }
}
