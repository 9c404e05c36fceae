package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.Builtin;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Walker;

/** Looks for what may change memory, or wait for others that do. */
final class MemoryChanges extends Walker {
    private boolean found;

    private MemoryChanges() {}

    /** Whether there may be any in a statement. */
    static boolean areIn(Stmt stmt) {
        MemoryChanges changes = new MemoryChanges();
        changes.walk(stmt);
        return changes.found;
    }

    @Override
    public Void visitStore(Stmt.Store stmt) {
        found = true;
        return null;
    }

    @Override
    public Void visitInvoke(Stmt.Invoke stmt) {
        found = true;
        return null;
    }

    @Override
    public Void visitCall(Expr.Call expr) {
        found = true;
        return null;
    }

    @Override
    public Void visitInvokeBuiltin(Stmt.InvokeBuiltin stmt) {
        Builtin builtin = stmt.builtin();
        found |= !builtin.isPure() || stmt.result() == null;
        return super.visitInvokeBuiltin(stmt);
    }
}
