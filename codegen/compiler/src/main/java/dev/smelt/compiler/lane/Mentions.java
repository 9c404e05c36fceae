package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.ir.Walker;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables that statements read, declare and assign. */
public final class Mentions extends Walker {
    private final Set<Variable> all = new LinkedHashSet<>();
    private final Set<Variable> used = new LinkedHashSet<>();
    private final Set<Variable> assigned = new LinkedHashSet<>();

    Mentions() {}

    /** Those of a statement. */
    public static Mentions in(Stmt stmt) {
        Mentions mentions = new Mentions();
        mentions.walk(stmt);
        return mentions;
    }

    /** All variables of an expression. */
    public static Set<Variable> in(Expr expr) {
        Mentions mentions = new Mentions();
        mentions.walk(expr);
        return mentions.all;
    }

    /** All variables. */
    public Set<Variable> all() {
        return all;
    }

    /** Those that are not only declared. */
    Set<Variable> used() {
        return used;
    }

    /** Those that are given a value. */
    public Set<Variable> assigned() {
        return assigned;
    }

    private void assign(@Nullable Variable variable) {
        if (variable != null) {
            all.add(variable);
            used.add(variable);
            assigned.add(variable);
        }
    }

    @Override
    public Void visitRead(Expr.Read expr) {
        all.add(expr.variable());
        used.add(expr.variable());
        return null;
    }

    @Override
    public Void visitDeclare(Stmt.Declare stmt) {
        all.add(stmt.variable());
        if (stmt.value() != null) {
            assign(stmt.variable());
        }
        return super.visitDeclare(stmt);
    }

    @Override
    public Void visitDeclareArray(Stmt.DeclareArray stmt) {
        assign(stmt.variable());
        return super.visitDeclareArray(stmt);
    }

    @Override
    public Void visitAssign(Stmt.Assign stmt) {
        assign(stmt.variable());
        return super.visitAssign(stmt);
    }

    @Override
    public Void visitInvoke(Stmt.Invoke stmt) {
        assign(stmt.result());
        return super.visitInvoke(stmt);
    }

    @Override
    public Void visitInvokeBuiltin(Stmt.InvokeBuiltin stmt) {
        assign(stmt.result());
        return super.visitInvokeBuiltin(stmt);
    }
}
