package dev.smelt.compiler.jvm;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Walker;

/** Tells which expressions are constant expressions of Java when they are written out (JLS 17, section 15.29). */
final class Constants extends Walker {
    private boolean constant = true;

    private Constants() {}

    static boolean isConstant(Expr expr) {
        Constants constants = new Constants();
        constants.walk(expr);
        return constants.constant;
    }

    private Void no() {
        constant = false;
        return null;
    }

    @Override
    public Void visitRead(Expr.Read expr) {
        return no();
    }

    @Override
    public Void visitBuiltinCall(Expr.BuiltinCall expr) {
        return no();
    }

    @Override
    public Void visitCall(Expr.Call expr) {
        return no();
    }
}
