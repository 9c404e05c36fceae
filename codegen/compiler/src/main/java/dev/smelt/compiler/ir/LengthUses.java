package dev.smelt.compiler.ir;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Finds the arrays whose length may be needed: all that are used otherwise than by loading and storing elements, since
 * a function that is given an array can ask for its length.
 */
final class LengthUses extends Walker {
    private final Set<Variable> found = new LinkedHashSet<>();

    private LengthUses() {}

    static Set<Variable> in(Stmt body) {
        LengthUses uses = new LengthUses();
        uses.walk(body);
        return uses.found;
    }

    @Override
    public Void visitRead(Expr.Read expr) {
        if (expr.type() instanceof Type.Array) {
            found.add(expr.variable());
        }
        return null;
    }

    @Override
    public Void visitLoad(Expr.Load expr) {
        walkBeyondName(expr.array());
        walk(expr.index());
        return null;
    }

    @Override
    public Void visitStore(Stmt.Store stmt) {
        walkBeyondName(stmt.array());
        walk(stmt.index());
        walk(stmt.value());
        return null;
    }

    /** Builtins ask no array for its length. */
    @Override
    public Void visitInvokeBuiltin(Stmt.InvokeBuiltin stmt) {
        stmt.arguments().forEach(this::walkBeyondName);
        return null;
    }

    private void walkBeyondName(Expr array) {
        if (!(array instanceof Expr.Read read && read.type() instanceof Type.Array)) {
            walk(array);
        }
    }
}
