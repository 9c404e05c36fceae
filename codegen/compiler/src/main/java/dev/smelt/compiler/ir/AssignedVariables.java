package dev.smelt.compiler.ir;

import java.util.HashSet;
import java.util.Set;

/** Finds the variables that a statement may change. */
public final class AssignedVariables extends Walker {
    private final Set<Variable> found = new HashSet<>();
    private final boolean withDeclared;

    private AssignedVariables(boolean withDeclared) {
        this.withDeclared = withDeclared;
    }

    /** The variables that change after they are declared. */
    public static Set<Variable> in(Stmt stmt) {
        return in(stmt, false);
    }

    /** The same and those that are declared within the statement. */
    public static Set<Variable> andDeclaredIn(Stmt stmt) {
        return in(stmt, true);
    }

    private static Set<Variable> in(Stmt stmt, boolean withDeclared) {
        AssignedVariables variables = new AssignedVariables(withDeclared);
        variables.walk(stmt);
        return variables.found;
    }

    @Override
    public Void visitDeclare(Stmt.Declare stmt) {
        if (withDeclared) {
            found.add(stmt.variable());
        }
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
