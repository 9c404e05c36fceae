package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.ir.Walker;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many statements of a body give a variable a value. */
final class AssignmentCounts extends Walker {
    private final Map<Variable, Integer> counts = new HashMap<>();

    private AssignmentCounts() {}

    /** Those of a body. */
    static AssignmentCounts in(Stmt.Block body) {
        AssignmentCounts assignments = new AssignmentCounts();
        assignments.visitBlock(body);
        return assignments;
    }

    /** How many give this one a value. */
    int of(Variable variable) {
        return counts.getOrDefault(variable, 0);
    }

    private void count(@Nullable Variable variable) {
        if (variable != null) {
            counts.merge(variable, 1, Integer::sum);
        }
    }

    @Override
    public Void visitDeclare(Stmt.Declare stmt) {
        count(stmt.value() == null ? null : stmt.variable());
        return super.visitDeclare(stmt);
    }

    @Override
    public Void visitAssign(Stmt.Assign stmt) {
        count(stmt.variable());
        return super.visitAssign(stmt);
    }

    @Override
    public Void visitInvoke(Stmt.Invoke stmt) {
        count(stmt.result());
        return super.visitInvoke(stmt);
    }

    @Override
    public Void visitInvokeBuiltin(Stmt.InvokeBuiltin stmt) {
        count(stmt.result());
        return super.visitInvokeBuiltin(stmt);
    }
}
