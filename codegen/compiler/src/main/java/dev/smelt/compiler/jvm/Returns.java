package dev.smelt.compiler.jvm;

import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Walker;

/** Tells whether a statement may end the function or kernel that it stands in. */
final class Returns extends Walker {
    private boolean found;

    private Returns() {}

    static boolean in(Stmt stmt) {
        Returns returns = new Returns();
        returns.walk(stmt);
        return returns.found;
    }

    @Override
    public Void visitReturn(Stmt.Return stmt) {
        found = true;
        return null;
    }
}
