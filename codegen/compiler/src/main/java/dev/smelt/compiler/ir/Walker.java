package dev.smelt.compiler.ir;

import java.util.List;

/**
 * Visits every expression and statement below the one it is given, operands before operators, in Java's order of
 * evaluation. What looks for something overrides the nodes that it looks for, and calls {@code super} to go on below.
 */
public abstract class Walker implements Expr.Visitor<Void>, Stmt.Visitor<Void> {
    /** Visits an expression and all below it. */
    public final void walk(Expr expr) {
        expr.accept(this);
    }

    /** Visits a statement and all below it. */
    public final void walk(Stmt stmt) {
        stmt.accept(this);
    }

    private void walkExprs(List<Expr> exprs) {
        exprs.forEach(this::walk);
    }

    private void walkStmts(List<? extends Stmt> stmts) {
        stmts.forEach(this::walk);
    }

    @Override
    public Void visitConstant(Expr.Constant expr) {
        return null;
    }

    @Override
    public Void visitRead(Expr.Read expr) {
        return null;
    }

    @Override
    public Void visitUnary(Expr.Unary expr) {
        walk(expr.operand());
        return null;
    }

    @Override
    public Void visitBinary(Expr.Binary expr) {
        walk(expr.left());
        walk(expr.right());
        return null;
    }

    @Override
    public Void visitLogical(Expr.Logical expr) {
        walk(expr.left());
        walk(expr.right());
        return null;
    }

    @Override
    public Void visitConditional(Expr.Conditional expr) {
        walk(expr.condition());
        walk(expr.then());
        walk(expr.otherwise());
        return null;
    }

    @Override
    public Void visitConvert(Expr.Convert expr) {
        walk(expr.operand());
        return null;
    }

    @Override
    public Void visitBuiltinCall(Expr.BuiltinCall expr) {
        walkExprs(expr.arguments());
        return null;
    }

    @Override
    public Void visitCall(Expr.Call expr) {
        walkExprs(expr.arguments());
        return null;
    }

    @Override
    public Void visitLoad(Expr.Load expr) {
        walk(expr.array());
        walk(expr.index());
        return null;
    }

    @Override
    public Void visitLength(Expr.Length expr) {
        walk(expr.array());
        return null;
    }

    @Override
    public Void visitField(Expr.Field expr) {
        walk(expr.struct());
        return null;
    }

    @Override
    public Void visitNewStruct(Expr.NewStruct expr) {
        walkExprs(expr.components());
        return null;
    }

    @Override
    public Void visitBlock(Stmt.Block stmt) {
        walkStmts(stmt.statements());
        return null;
    }

    @Override
    public Void visitDeclare(Stmt.Declare stmt) {
        Expr value = stmt.value();
        if (value != null) {
            walk(value);
        }
        return null;
    }

    @Override
    public Void visitDeclareArray(Stmt.DeclareArray stmt) {
        walkExprs(stmt.values());
        return null;
    }

    @Override
    public Void visitAssign(Stmt.Assign stmt) {
        walk(stmt.value());
        return null;
    }

    @Override
    public Void visitStore(Stmt.Store stmt) {
        walk(stmt.array());
        walk(stmt.index());
        walk(stmt.value());
        return null;
    }

    @Override
    public Void visitInvoke(Stmt.Invoke stmt) {
        walkExprs(stmt.arguments());
        return null;
    }

    @Override
    public Void visitInvokeBuiltin(Stmt.InvokeBuiltin stmt) {
        walkExprs(stmt.arguments());
        return null;
    }

    @Override
    public Void visitIf(Stmt.If stmt) {
        walk(stmt.condition());
        walk(stmt.then());
        walk(stmt.otherwise());
        return null;
    }

    @Override
    public Void visitFor(Stmt.For stmt) {
        walkStmts(stmt.init());
        walk(stmt.condition());
        walk(stmt.body());
        walkStmts(stmt.update());
        return null;
    }

    @Override
    public Void visitDoWhile(Stmt.DoWhile stmt) {
        walk(stmt.body());
        walk(stmt.condition());
        return null;
    }

    @Override
    public Void visitLabeled(Stmt.Labeled stmt) {
        walk(stmt.body());
        return null;
    }

    @Override
    public Void visitSwitch(Stmt.Switch stmt) {
        walk(stmt.selector());
        stmt.groups().forEach(group -> walk(group.body()));
        return null;
    }

    @Override
    public Void visitBreak(Stmt.Break stmt) {
        return null;
    }

    @Override
    public Void visitContinue(Stmt.Continue stmt) {
        return null;
    }

    @Override
    public Void visitReturn(Stmt.Return stmt) {
        Expr value = stmt.value();
        if (value != null) {
            walk(value);
        }
        return null;
    }
}
