package dev.smelt.compiler.msl;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.ir.Walker;
import java.util.HashSet;
import java.util.Set;

/** The variables that a body reads and assigns, and the functions that it calls. */
final class BodyUses extends Walker {
    private final Set<Variable> read = new HashSet<>();
    private final Set<Variable> assigned = new HashSet<>();
    private final Set<String> called = new HashSet<>();

    BodyUses(Stmt body) {
        walk(body);
    }

    boolean isRead(Variable variable) {
        return read.contains(variable);
    }

    boolean isUsed(Variable variable) {
        return isRead(variable) || isAssigned(variable);
    }

    boolean isAssigned(Variable variable) {
        return assigned.contains(variable);
    }

    /** The ids of the functions. */
    Set<String> called() {
        return called;
    }

    @Override
    public Void visitCall(Expr.Call expr) {
        called.add(expr.function());
        return super.visitCall(expr);
    }

    @Override
    public Void visitRead(Expr.Read expr) {
        read.add(expr.variable());
        return null;
    }

    @Override
    public Void visitAssign(Stmt.Assign stmt) {
        assigned.add(stmt.variable());
        return super.visitAssign(stmt);
    }

    @Override
    public Void visitInvoke(Stmt.Invoke stmt) {
        Variable result = stmt.result();
        if (result != null) {
            assigned.add(result);
        }
        called.add(stmt.function());
        return super.visitInvoke(stmt);
    }

    @Override
    public Void visitInvokeBuiltin(Stmt.InvokeBuiltin stmt) {
        Variable result = stmt.result();
        if (result != null) {
            assigned.add(result);
        }
        return super.visitInvokeBuiltin(stmt);
    }
}
