package dev.smelt.compiler.sema.flow;

import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.source.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Follows reads and assignments of locals along the flow, and reports those that Java refuses. Names that are not
 * locals are not tracked.
 */
final class AssignmentTracker {
    private final Diagnostics diagnostics;
    private final Scopes<LocalVariable> scopes = new Scopes<>();
    private final List<FinalAssignment> finalAssignments = new ArrayList<>();
    private final Set<Span> reported = new HashSet<>();
    private int variables;
    private int loops;
    private Assignments now = Assignments.none();

    AssignmentTracker(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** An assignment of a final without an initialiser, and {@link Assignments#unreachableSince} there. */
    private record FinalAssignment(LocalVariable variable, Span span, int unreachableSince) {}

    /**
     * A loop at the place that it repeats.
     *
     * @param number of the loop among all of the method, from 1
     * @param variables how many were declared before it
     * @param touched the finals that may have been assigned before it
     * @param firstAssignment where its assignments start in the list of all
     */
    record Loop(int number, int variables, BitSet touched, int firstAssignment) {}

    /** What has been assigned at the present place; the caller may change it. */
    Assignments now() {
        return now;
    }

    void goTo(Assignments place) {
        now = place;
    }

    /** Continues where no path leads, as behind a jump. */
    void goNowhere() {
        now = nowhere();
    }

    Assignments nowhere() {
        return Assignments.unreachable(variables, loops);
    }

    /** How many loops have started. */
    int loops() {
        return loops;
    }

    void openScope() {
        scopes.open();
    }

    void closeScope() {
        scopes.close();
    }

    LocalVariable declare(String name, LocalVariable.Kind kind) {
        LocalVariable variable = new LocalVariable(variables++, name, kind);
        scopes.declare(name, variable);
        return variable;
    }

    void read(String name, Span span) {
        LocalVariable variable = scopes.find(name);
        if (variable != null && !now.isAssigned(variable)) {
            now.assume(variable);
            diagnostics.report(
                    Code.NOT_ASSIGNED,
                    span,
                    "'" + name + "' may be read here before it has a value",
                    "give '" + name + "' a value where it is declared, or on every path that leads here");
        }
    }

    void assign(String name, Span span) {
        LocalVariable variable = scopes.find(name);
        if (variable == null) {
            return;
        }
        switch (variable.kind()) {
            case PLAIN -> {}
            case FINAL -> assignFinal(variable, span);
            case CONSTANT ->
                reportFinal(
                        Code.FINAL_CHANGED,
                        span,
                        name,
                        "'" + name + "' is final and keeps the value of its declaration");
            case FINAL_PARAMETER ->
                reportFinal(Code.FINAL_CHANGED, span, name, "parameter '" + name + "' is final and keeps its value");
        }
        now.assign(variable);
    }

    private void assignFinal(LocalVariable variable, Span span) {
        String name = variable.name();
        if (!now.isUnassigned(variable)) {
            reportFinal(
                    Code.FINAL_ASSIGNED_TWICE, span, name, "'" + name + "' is final and may already have a value here");
        }
        finalAssignments.add(new FinalAssignment(variable, span, now.unreachableSince(variable)));
    }

    private void reportFinal(Code code, Span span, String name, String message) {
        if (reported.add(span)) {
            diagnostics.report(
                    code, span, message, "remove 'final' from the declaration of '" + name + "', or use another local");
        }
    }

    /** Starts a loop, at the place that it repeats. */
    Loop enterLoop() {
        return new Loop(++loops, variables, now.touched(variables), finalAssignments.size());
    }

    /**
     * Ends a loop, at the place where it goes back. A final from outside that was assigned on the way here would be
     * assigned again: JLS 16.2.10 takes it as unassigned at the start of the loop only if it still is here. All its
     * assignments in the loop are then mistakes, but for those that no path leads to from there.
     *
     * @return those finals
     */
    BitSet repeatLoop(Loop loop) {
        BitSet again = now.touched(loop.variables);
        again.andNot(loop.touched);
        if (again.isEmpty()) {
            return again;
        }
        for (FinalAssignment assignment : finalAssignments.subList(loop.firstAssignment, finalAssignments.size())) {
            String name = assignment.variable.name();
            boolean reached = assignment.unreachableSince < loop.number;
            if (reached && again.get(assignment.variable.index())) {
                reportFinal(
                        Code.FINAL_ASSIGNED_IN_LOOP,
                        assignment.span,
                        name,
                        "'" + name + "' is final and would be assigned again when the loop repeats");
            }
        }
        return again;
    }
}
