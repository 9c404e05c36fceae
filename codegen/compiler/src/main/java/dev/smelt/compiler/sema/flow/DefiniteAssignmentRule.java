package dev.smelt.compiler.sema.flow;

import dev.smelt.compiler.ast.JavaExpr;
import dev.smelt.compiler.ast.JavaStmt;
import dev.smelt.compiler.ast.Parameter;
import dev.smelt.compiler.ast.SwitchCase;
import dev.smelt.compiler.diag.Diagnostics;
import java.util.List;

/**
 * Locals are read only where every path to the place has assigned them, and finals assigned only where none has (JLS
 * 16). One walk in the order of evaluation, that knows at each place which locals are assigned; split over statements,
 * values, and conditions, which know it twice: for true and for false.
 */
final class DefiniteAssignmentRule {
    private final AssignmentTracker tracker;
    private final AssignmentExits exits;
    private final AssignmentStatements statements;
    private final AssignmentValues values;
    private final AssignmentConditions conditions;

    private DefiniteAssignmentRule(JumpDestinations jumps, LogicalConstants constants, Diagnostics diagnostics) {
        tracker = new AssignmentTracker(diagnostics);
        exits = new AssignmentExits(jumps, tracker);
        statements = new AssignmentStatements(this, tracker, exits);
        values = new AssignmentValues(this, tracker, exits);
        conditions = new AssignmentConditions(this, tracker, exits, constants);
    }

    static void check(
            List<Parameter> parameters,
            JavaStmt.Block body,
            JumpDestinations jumps,
            LogicalConstants constants,
            Diagnostics diagnostics) {
        DefiniteAssignmentRule rule = new DefiniteAssignmentRule(jumps, constants, diagnostics);
        for (Parameter parameter : parameters) {
            LocalVariable.Kind kind =
                    parameter.modifiers().has("final") ? LocalVariable.Kind.FINAL_PARAMETER : LocalVariable.Kind.PLAIN;
            rule.tracker.now().assign(rule.tracker.declare(parameter.name(), kind));
        }
        rule.walk(body);
    }

    void walk(JavaStmt stmt) {
        stmt.accept(statements);
    }

    /** Walks an expression for its value. */
    void value(JavaExpr expr) {
        expr.accept(values);
    }

    /** Walks a condition; the present place is then undefined until the caller takes one of the two. */
    Branches condition(JavaExpr expr) {
        return conditions.of(expr);
    }

    /** Walks the groups of a switch of either kind, from behind its selector to behind the last group. */
    void switchGroups(List<SwitchCase> cases, Runnable afterArrow) {
        Assignments selected = tracker.now().copy();
        tracker.openScope();
        for (SwitchCase group : cases) {
            tracker.now().join(selected);
            group.labels().forEach(this::value);
            if (group.arrow()) {
                tracker.openScope();
                group.body().forEach(this::walk);
                tracker.closeScope();
                afterArrow.run();
            } else {
                group.body().forEach(this::walk);
            }
        }
        tracker.closeScope();
    }
}
