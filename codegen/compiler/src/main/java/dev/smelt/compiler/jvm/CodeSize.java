package dev.smelt.compiler.jvm;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Walker;

/** Estimates the bytecode of a statement, rather too high than too low. */
final class CodeSize extends Walker {
    private int bytes;

    private CodeSize() {}

    static int of(Stmt stmt) {
        CodeSize size = new CodeSize();
        size.walk(stmt);
        return size.bytes;
    }

    private void add(int more) {
        bytes += more;
    }

    @Override
    public Void visitConstant(Expr.Constant expr) {
        add(3);
        return super.visitConstant(expr);
    }

    /** The load of a field of an object in a local, which is longer than that of a local. */
    @Override
    public Void visitRead(Expr.Read expr) {
        add(5);
        return super.visitRead(expr);
    }

    @Override
    public Void visitUnary(Expr.Unary expr) {
        add(8);
        return super.visitUnary(expr);
    }

    /** Arithmetic is one byte, but a comparison whose result is stored takes two jumps. */
    @Override
    public Void visitBinary(Expr.Binary expr) {
        add(expr.type() == Type.Scalar.BOOLEAN ? 9 : 3);
        return super.visitBinary(expr);
    }

    @Override
    public Void visitLogical(Expr.Logical expr) {
        add(9);
        return super.visitLogical(expr);
    }

    @Override
    public Void visitConditional(Expr.Conditional expr) {
        add(6);
        return super.visitConditional(expr);
    }

    @Override
    public Void visitConvert(Expr.Convert expr) {
        add(2);
        return super.visitConvert(expr);
    }

    @Override
    public Void visitBuiltinCall(Expr.BuiltinCall expr) {
        add(8);
        return super.visitBuiltinCall(expr);
    }

    @Override
    public Void visitCall(Expr.Call expr) {
        add(3);
        return super.visitCall(expr);
    }

    @Override
    public Void visitLoad(Expr.Load expr) {
        add(8);
        return super.visitLoad(expr);
    }

    @Override
    public Void visitLength(Expr.Length expr) {
        add(6);
        return super.visitLength(expr);
    }

    @Override
    public Void visitField(Expr.Field expr) {
        add(3);
        return super.visitField(expr);
    }

    @Override
    public Void visitNewStruct(Expr.NewStruct expr) {
        add(7);
        return super.visitNewStruct(expr);
    }

    @Override
    public Void visitDeclare(Stmt.Declare stmt) {
        add(6);
        return super.visitDeclare(stmt);
    }

    /** Each element is stored for itself. */
    @Override
    public Void visitDeclareArray(Stmt.DeclareArray stmt) {
        add(8 + 8 * stmt.values().size());
        return super.visitDeclareArray(stmt);
    }

    @Override
    public Void visitAssign(Stmt.Assign stmt) {
        add(6);
        return super.visitAssign(stmt);
    }

    @Override
    public Void visitStore(Stmt.Store stmt) {
        add(8);
        return super.visitStore(stmt);
    }

    @Override
    public Void visitInvoke(Stmt.Invoke stmt) {
        add(8);
        return super.visitInvoke(stmt);
    }

    @Override
    public Void visitInvokeBuiltin(Stmt.InvokeBuiltin stmt) {
        add(8);
        return super.visitInvokeBuiltin(stmt);
    }

    @Override
    public Void visitIf(Stmt.If stmt) {
        add(8);
        return super.visitIf(stmt);
    }

    @Override
    public Void visitFor(Stmt.For stmt) {
        add(8);
        return super.visitFor(stmt);
    }

    @Override
    public Void visitDoWhile(Stmt.DoWhile stmt) {
        add(4);
        return super.visitDoWhile(stmt);
    }

    @Override
    public Void visitSwitch(Stmt.Switch stmt) {
        add(16
                + 8
                        * stmt.groups().stream()
                                .mapToInt(group -> group.labels().size())
                                .sum());
        return super.visitSwitch(stmt);
    }

    @Override
    public Void visitBreak(Stmt.Break stmt) {
        add(3);
        return null;
    }

    @Override
    public Void visitContinue(Stmt.Continue stmt) {
        add(3);
        return null;
    }

    @Override
    public Void visitReturn(Stmt.Return stmt) {
        add(8);
        return super.visitReturn(stmt);
    }
}
