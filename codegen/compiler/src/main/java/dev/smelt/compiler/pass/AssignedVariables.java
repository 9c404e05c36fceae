package dev.smelt.compiler.pass;

import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.ir.Walker;
import java.util.HashSet;
import java.util.Set;

/** Finds the variables that a statement may change. */
final class AssignedVariables extends Walker {
    private final Set<Variable> found = new HashSet<>();

    private AssignedVariables() {}

    static Set<Variable> in(Stmt stmt) {
        AssignedVariables variables = new AssignedVariables();
        variables.walk(stmt);
        return variables.found;
    }

    @Override
    public Void visitDeclare(Stmt.Declare stmt) {
        found.add(stmt.variable());
        return super.visitDeclare(stmt);
    }

    @Override
    public Void visitAssign(Stmt.Assign stmt) {
        found.add(stmt.variable());
        return super.visitAssign(stmt);
    }

    @Override
    public Void visitInvoke(Stmt.Invoke stmt) {
        Variable result = stmt.result();
        if (result != null) {
            found.add(result);
        }
        return super.visitInvoke(stmt);
    }

    @Override
    public Void visitInvokeBuiltin(Stmt.InvokeBuiltin stmt) {
        Variable result = stmt.result();
        if (result != null) {
            found.add(result);
        }
        return super.visitInvokeBuiltin(stmt);
    }
}
