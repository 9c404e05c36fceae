package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Walker;
import org.jspecify.annotations.Nullable;

/** Counts the operations of expressions and statements. */
final class Operations extends Walker {
    /** What a function of the user's is taken for: nobody has looked at it. */
    private static final int FUNCTION = 20;

    private int count;

    private Operations() {}

    static int in(@Nullable Expr expr) {
        Operations operations = new Operations();
        if (expr != null) {
            operations.walk(expr);
        }
        return operations.count;
    }

    /** Those of a statement and all in it. */
    static int in(Stmt stmt) {
        Operations operations = new Operations();
        operations.walk(stmt);
        return operations.count;
    }

    @Override
    public Void visitUnary(Expr.Unary expr) {
        count++;
        return super.visitUnary(expr);
    }

    @Override
    public Void visitBinary(Expr.Binary expr) {
        count++;
        return super.visitBinary(expr);
    }

    @Override
    public Void visitConditional(Expr.Conditional expr) {
        count++;
        return super.visitConditional(expr);
    }

    @Override
    public Void visitConvert(Expr.Convert expr) {
        count++;
        return super.visitConvert(expr);
    }

    /** A root or a fused multiply-add takes longer than a sum. */
    @Override
    public Void visitBuiltinCall(Expr.BuiltinCall expr) {
        count += StraightFunctions.isCall(expr.builtin()) ? StraightFunctions.operations(expr.builtin()) : 2;
        return super.visitBuiltinCall(expr);
    }

    @Override
    public Void visitStore(Stmt.Store stmt) {
        count++;
        return super.visitStore(stmt);
    }

    @Override
    public Void visitInvokeBuiltin(Stmt.InvokeBuiltin stmt) {
        count += 2;
        return super.visitInvokeBuiltin(stmt);
    }

    @Override
    public Void visitCall(Expr.Call expr) {
        count += FUNCTION;
        return super.visitCall(expr);
    }

    @Override
    public Void visitInvoke(Stmt.Invoke stmt) {
        count += FUNCTION;
        return super.visitInvoke(stmt);
    }
}
