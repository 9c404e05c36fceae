package dev.smelt.compiler.sema;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.ir.Walker;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What some statements may change. */
final class Effects extends Walker {
    private final Set<Variable> assigned = new HashSet<>();
    private boolean changeMemory;

    private Effects() {}

    static Effects of(List<Stmt> statements) {
        Effects effects = new Effects();
        statements.forEach(effects::walk);
        return effects;
    }

    /** Whether an expression may have another value behind the statements than before them. */
    boolean mayChange(Expr expr) {
        if (Conversions.isErroneous(expr.type())) {
            return false;
        }
        Dependence dependence = new Dependence();
        dependence.walk(expr);
        return dependence.found;
    }

    @Override
    public Void visitAssign(Stmt.Assign stmt) {
        assigned.add(stmt.variable());
        return super.visitAssign(stmt);
    }

    @Override
    public Void visitStore(Stmt.Store stmt) {
        changeMemory = true;
        return super.visitStore(stmt);
    }

    @Override
    public Void visitInvoke(Stmt.Invoke stmt) {
        changeMemory = true;
        Variable result = stmt.result();
        if (result != null) {
            assigned.add(result);
        }
        return super.visitInvoke(stmt);
    }

    @Override
    public Void visitInvokeBuiltin(Stmt.InvokeBuiltin stmt) {
        // Behind a barrier, or a function of the simdgroup that waits for others, memory has what they wrote.
        changeMemory = true;
        Variable result = stmt.result();
        if (result != null) {
            assigned.add(result);
        }
        return super.visitInvokeBuiltin(stmt);
    }

    @Override
    public Void visitDeclareArray(Stmt.DeclareArray stmt) {
        changeMemory = true;
        return super.visitDeclareArray(stmt);
    }

    /** Looks for what the statements change. */
    private final class Dependence extends Walker {
        private boolean found;

        @Override
        public Void visitRead(Expr.Read expr) {
            found |= assigned.contains(expr.variable());
            return super.visitRead(expr);
        }

        @Override
        public Void visitLoad(Expr.Load expr) {
            found |= changeMemory;
            return super.visitLoad(expr);
        }

        @Override
        public Void visitCall(Expr.Call expr) {
            // A function that is given an array may load from it.
            found |= changeMemory;
            return super.visitCall(expr);
        }
    }
}
