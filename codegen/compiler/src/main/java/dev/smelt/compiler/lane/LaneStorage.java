package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.ir.Walker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds out which variables with a value for each lane can keep it in the same array, since none of them is needed while
 * another is. The fewer arrays, the more of them stay in the first-level cache.
 *
 * <pre>{@code
 * before: argument = -x; exp = exp(argument); value = 1 / (1 + exp);
 * after:  argument and value share an array, exp has one of its own
 * }</pre>
 *
 * <p>A variable is needed from the first step that mentions it to the last; if one of them is in a loop of the control, in
 * the whole of the outermost such loop.
 */
public final class LaneStorage {
    private final LaneProgram program;
    private final Map<Variable, Span> spans = new LinkedHashMap<>();
    private int place;

    private LaneStorage(LaneProgram program) {
        this.program = program;
    }

    /** From one place of the control to another, both included. */
    private record Span(int first, int last) {
        Span with(Span other) {
            return new Span(Math.min(first, other.first), Math.max(last, other.last));
        }
    }

    /** The variables that share an array, for each array that is needed. */
    public static List<Set<Variable>> of(LaneProgram program) {
        LaneStorage storage = new LaneStorage(program);
        storage.new Places().walk(program.control());
        List<Set<Variable>> arrays = new ArrayList<>();
        List<Integer> taken = new ArrayList<>();
        List<Variable> inOrder = new ArrayList<>(program.perLane());
        inOrder.sort(Comparator.comparingInt(Variable::id));
        inOrder.sort(Comparator.comparingInt(variable -> storage.span(variable).first));
        for (Variable variable : inOrder) {
            Span span = storage.span(variable);
            int chosen = -1;
            for (int array = 0; array < arrays.size(); array++) {
                Variable other = arrays.get(array).iterator().next();
                boolean isFree = taken.get(array) < span.first && other.type().equals(variable.type());
                // The one that was used last is the one that is in the cache.
                if (isFree && storage.mayShare(other) && (chosen < 0 || taken.get(array) > taken.get(chosen))) {
                    chosen = array;
                }
            }
            if (chosen < 0 || !storage.mayShare(variable)) {
                arrays.add(new LinkedHashSet<>(Set.of(variable)));
                taken.add(span.last);
            } else {
                arrays.get(chosen).add(variable);
                taken.set(chosen, span.last);
            }
        }
        return arrays;
    }

    private Span span(Variable variable) {
        return spans.getOrDefault(variable, new Span(0, place));
    }

    private boolean mayShare(Variable variable) {
        return variable.type() instanceof Type.Scalar
                && !program.isLent(variable)
                && !variable.equals(program.exit())
                && spans.containsKey(variable);
    }

    /** Numbers the steps, a region of several for each. */
    private final class Places extends Walker {
        private int loops;
        private final Set<Variable> inLoop = new LinkedHashSet<>();

        private void mention(LaneStep step) {
            if (step instanceof LaneStep.Regions parts) {
                parts.regions().forEach(this::mention);
                return;
            }
            place++;
            for (Variable variable : step.variables()) {
                spans.merge(variable, new Span(place, place), Span::with);
                inLoop.add(variable);
            }
        }

        @Override
        public Void visitInvoke(Stmt.Invoke stmt) {
            program.step(stmt).ifPresent(this::mention);
            return null;
        }

        @Override
        public Void visitFor(Stmt.For stmt) {
            return loop(() -> super.visitFor(stmt));
        }

        @Override
        public Void visitDoWhile(Stmt.DoWhile stmt) {
            return loop(() -> super.visitDoWhile(stmt));
        }

        private Void loop(Runnable visit) {
            int first = place + 1;
            if (loops == 0) {
                inLoop.clear();
            }
            loops++;
            visit.run();
            loops--;
            if (loops == 0) {
                Span whole = new Span(first, place);
                inLoop.forEach(variable -> spans.merge(variable, whole, Span::with));
            }
            return null;
        }
    }
}
