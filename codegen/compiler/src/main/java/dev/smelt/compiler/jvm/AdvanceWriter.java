package dev.smelt.compiler.jvm;

import com.palantir.javapoet.MethodSpec;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.lane.LaneProgram;
import dev.smelt.compiler.lane.LaneStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/**
 * Writes the first rounds of a loop that each lane leaves when it likes, for all lanes together:
 *
 * <pre>{@code
 * private static void mandelbrotAdvance(MandelbrotLanes lanes) {
 *     LaneRounds rounds = lanes.rounds;
 *     if (!rounds.begin(lanes.mask)) {
 *         return;
 *     }
 *     rounds.bound(lanes.n, lanes.limit, 1, false);
 *     rounds.pack(lanes.x, lanes.x2);
 *     while (rounds.next()) {
 *         rounds.keep(lanes.x2, lanes.x3);
 *         rounds.widen(lanes.margin);
 *         int together = rounds.together();
 *         for (int round = 0; round < together; round++) {
 *             FractalsKernelsJvm.mandelbrotRound.run(lanes);
 *         }
 *         rounds.choose(lanes.margin, false);
 *         rounds.leave(lanes.x3, lanes.x, lanes.x2);
 *         rounds.closed();
 *     }
 *     rounds.end(lanes.x2, lanes.x);
 *     rounds.ended();
 *     rounds.count(lanes.n, 1);
 * }
 * }</pre>
 *
 * <p>If the margins tell exactly in which round a lane leaves, each round has an array of its own for them, and nothing is
 * kept:
 *
 * <pre>{@code
 *     rounds.forget(lanes.x);
 *     while (rounds.nextExactly(false)) {
 *         int together = rounds.together();
 *         for (int round = 0; round < together; round++) {
 *             lanes.margin = rounds.margins();
 *             FractalsKernelsJvm.mandelbrotRound.run(lanes);
 *         }
 *         rounds.chooseExactly();
 *         rounds.close(lanes.x2);
 *         rounds.closed();
 *     }
 *     ...
 *     return rounds.areOpen();
 * }</pre>
 */
final class AdvanceWriter {
    private final ClassContext context;
    private final LaneProgram program;
    private final LaneFields fields;

    AdvanceWriter(ClassContext context, LaneProgram program, LaneFields fields) {
        this.context = context;
        this.program = program;
        this.fields = fields;
    }

    /** The method called {@code name}, and those of the rounds. */
    List<MethodSpec> write(String name, LaneStep.Advance step) {
        Locals locals = context.locals();
        String lanes = locals.fresh("lanes");
        locals.share(lanes, fields.values());
        String rounds = locals.fresh("rounds");
        ExprWriter exprs = new ExprWriter(context, locals);
        JavaCode.Builder code = JavaCode.builder()
                .addStatement("$T $L = $L.$L", LaneKernelWriter.ROUNDS, rounds, lanes, fields.rounds())
                .beginControlFlow("if (!$L.begin($L.$L))", rounds, lanes, fields.mask())
                .addStatement(step.isExact() ? "return true" : "return")
                .endControlFlow();
        for (LaneStep.Bound bound : step.bounds()) {
            code.addStatement(
                    "$L.bound($L, $L, $L, $L)",
                    rounds,
                    array(lanes, bound.counter()),
                    exprs.code(bound.limit()),
                    bound.step(),
                    bound.included());
        }
        for (LaneStep.Packed each : step.state()) {
            code.addStatement("$L.pack($L, $L)", rounds, array(lanes, each.lanes()), array(lanes, each.packed()));
        }
        for (LaneStep.Packed each : step.constants()) {
            code.addStatement("$L.pack($L, $L)", rounds, array(lanes, each.lanes()), array(lanes, each.packed()));
        }
        List<MethodSpec> methods = step.isExact()
                ? exactly(code, locals, lanes, rounds, step)
                : carefully(code, locals, lanes, rounds, step);
        for (LaneStep.Packed each : step.constants()) {
            code.addStatement("$L.close($L)", rounds, array(lanes, each.packed()));
        }
        code.addStatement("$L.closed()", rounds).endControlFlow();
        for (LaneStep.Packed each : step.state()) {
            code.addStatement("$L.end($L, $L)", rounds, array(lanes, each.packed()), array(lanes, each.lanes()));
        }
        code.addStatement("$L.ended()", rounds);
        for (LaneStep.Counter each : step.counters()) {
            code.addStatement("$L.count($L, $L)", rounds, array(lanes, each.counter()), each.step());
        }
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(fields.type(), lanes);
        if (step.isExact()) {
            code.addStatement("return $L.areOpen()", rounds);
            method.returns(boolean.class);
        }
        methods.add(0, method.addCode(code.build().toBlock()).build());
        return methods;
    }

    private List<MethodSpec> carefully(
            JavaCode.Builder code, Locals locals, String lanes, String rounds, LaneStep.Advance step) {
        String margin = array(lanes, step.margin());
        code.beginControlFlow("while ($L.next())", rounds);
        for (LaneStep.Packed each : step.state()) {
            code.addStatement("$L.keep($L, $L)", rounds, array(lanes, each.packed()), kept(lanes, each));
        }
        code.addStatement("$L.widen($L)", rounds, margin);
        List<MethodSpec> methods = round(code, locals, lanes, rounds, step);
        code.addStatement("$L.choose($L, $L)", rounds, margin, step.positive());
        for (LaneStep.Packed each : step.state()) {
            code.addStatement(
                    "$L.leave($L, $L, $L)",
                    rounds,
                    kept(lanes, each),
                    array(lanes, each.lanes()),
                    array(lanes, each.packed()));
        }
        return methods;
    }

    /** Writes rounds of which a lane that leaves does the last for nothing, and goes back nowhere. */
    private List<MethodSpec> exactly(
            JavaCode.Builder code, Locals locals, String lanes, String rounds, LaneStep.Advance step) {
        for (LaneStep.Packed each : step.state()) {
            code.addStatement("$L.forget($L)", rounds, array(lanes, each.lanes()));
        }
        code.beginControlFlow("while ($L.nextExactly($L))", rounds, step.positive());
        List<MethodSpec> methods = round(code, locals, lanes, rounds, step);
        code.addStatement("$L.chooseExactly()", rounds);
        for (LaneStep.Packed each : step.state()) {
            code.addStatement("$L.close($L)", rounds, array(lanes, each.packed()));
        }
        return methods;
    }

    private List<MethodSpec> round(
            JavaCode.Builder code, Locals locals, String lanes, String rounds, LaneStep.Advance step) {
        List<MethodSpec> methods = new ArrayList<>();
        String together = locals.fresh("together");
        String round = locals.fresh("round");
        code.addStatement("int $L = $L.together()", together, rounds)
                .beginControlFlow("for (int $L = 0; $L < $L; $L++)", round, round, together, round);
        if (step.isExact()) {
            code.addStatement("$L = $L.margins()", array(lanes, step.margin()), rounds);
        }
        // One loop that stores into several arrays: see LaneCode.
        boolean isAlone = step.rounds().size() == 1;
        for (LaneStep.Region region : step.rounds()) {
            String name = context.freshMethod(program.kernel().name() + "Round");
            methods.addAll(
                    new RegionWriter(context, program, fields).write(name, region, fields.rounds() + ".running()"));
            if (isAlone) {
                code.addStatement("$L.run($L)", context.laneCode(name, fields.type()), lanes);
            } else {
                code.addStatement("$L($L)", name, lanes);
            }
        }
        code.endControlFlow();
        return methods;
    }

    private String array(String lanes, Variable variable) {
        return lanes + "." + fields.array(variable);
    }

    private String kept(String lanes, LaneStep.Packed each) {
        return array(lanes, Objects.requireNonNull(each.kept()));
    }
}
