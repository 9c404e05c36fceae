package dev.smelt.compiler.sema.flow;

import dev.smelt.compiler.ast.Expr;
import dev.smelt.compiler.ast.Stmt;
import dev.smelt.compiler.ast.SwitchCase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Visits every statement and expression below the one it is given, in the order of the text. A rule overrides the forms
 * that it is about, and calls {@code super} to go on below.
 */
abstract class AstWalker implements Expr.Visitor<Void>, Stmt.Visitor<Void> {
    final void walk(@Nullable Expr expr) {
        if (expr != null) {
            expr.accept(this);
        }
    }

    final void walk(@Nullable Stmt stmt) {
        if (stmt != null) {
            stmt.accept(this);
        }
    }

    final void walkExprs(List<? extends Expr> exprs) {
        exprs.forEach(this::walk);
    }

    final void walkStmts(List<? extends Stmt> stmts) {
        stmts.forEach(this::walk);
    }

    final void walkCases(List<SwitchCase> cases) {
        for (SwitchCase group : cases) {
            walkExprs(group.labels());
            walkStmts(group.body());
        }
    }

    @Override
    public Void visitLiteral(Expr.Literal expr) {
        return null;
    }

    @Override
    public Void visitName(Expr.Name expr) {
        return null;
    }

    @Override
    public Void visitSelect(Expr.Select expr) {
        walk(expr.target());
        return null;
    }

    @Override
    public Void visitCall(Expr.Call expr) {
        walk(expr.target());
        walkExprs(expr.arguments());
        return null;
    }

    @Override
    public Void visitIndex(Expr.Index expr) {
        walk(expr.array());
        walk(expr.index());
        return null;
    }

    @Override
    public Void visitNew(Expr.New expr) {
        walkExprs(expr.arguments());
        return null;
    }

    @Override
    public Void visitNewArray(Expr.NewArray expr) {
        walkExprs(expr.lengths());
        walk(expr.initializer());
        return null;
    }

    @Override
    public Void visitArrayInit(Expr.ArrayInit expr) {
        walkExprs(expr.elements());
        return null;
    }

    @Override
    public Void visitUnary(Expr.Unary expr) {
        walk(expr.operand());
        return null;
    }

    @Override
    public Void visitIncrement(Expr.Increment expr) {
        walk(expr.target());
        return null;
    }

    @Override
    public Void visitBinary(Expr.Binary expr) {
        walk(expr.left());
        walk(expr.right());
        return null;
    }

    @Override
    public Void visitAssign(Expr.Assign expr) {
        walk(expr.target());
        walk(expr.value());
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
    public Void visitCast(Expr.Cast expr) {
        walk(expr.operand());
        return null;
    }

    @Override
    public Void visitSwitch(Expr.Switch expr) {
        walk(expr.selector());
        walkCases(expr.cases());
        return null;
    }

    @Override
    public Void visitUnsupported(Expr.Unsupported expr) {
        return null;
    }

    @Override
    public Void visitBlock(Stmt.Block stmt) {
        walkStmts(stmt.statements());
        return null;
    }

    @Override
    public Void visitLocal(Stmt.Local stmt) {
        for (Stmt.Local.Declarator declarator : stmt.declarators()) {
            walk(declarator.initializer());
        }
        return null;
    }

    @Override
    public Void visitExpression(Stmt.Expression stmt) {
        walk(stmt.expr());
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
    public Void visitWhile(Stmt.While stmt) {
        walk(stmt.condition());
        walk(stmt.body());
        return null;
    }

    @Override
    public Void visitDoWhile(Stmt.DoWhile stmt) {
        walk(stmt.body());
        walk(stmt.condition());
        return null;
    }

    @Override
    public Void visitFor(Stmt.For stmt) {
        walkStmts(stmt.init());
        walk(stmt.condition());
        walkExprs(stmt.update());
        walk(stmt.body());
        return null;
    }

    @Override
    public Void visitForEach(Stmt.ForEach stmt) {
        walk(stmt.array());
        walk(stmt.body());
        return null;
    }

    @Override
    public Void visitSwitch(Stmt.Switch stmt) {
        walk(stmt.selector());
        walkCases(stmt.cases());
        return null;
    }

    @Override
    public Void visitLabeled(Stmt.Labeled stmt) {
        walk(stmt.body());
        return null;
    }

    @Override
    public Void visitReturn(Stmt.Return stmt) {
        walk(stmt.value());
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
    public Void visitYield(Stmt.Yield stmt) {
        walk(stmt.value());
        return null;
    }

    @Override
    public Void visitEmpty(Stmt.Empty stmt) {
        return null;
    }

    @Override
    public Void visitUnsupported(Stmt.Unsupported stmt) {
        return null;
    }
}
