package dev.smelt.compiler.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Visits every statement and expression below the one it is given, in the order of the text. A rule overrides the forms
 * that it is about, and calls {@code super} to go on below.
 */
public abstract class JavaWalker implements JavaExpr.Visitor<Void>, JavaStmt.Visitor<Void> {
    public final void walk(@Nullable JavaExpr expr) {
        if (expr != null) {
            expr.accept(this);
        }
    }

    public final void walk(@Nullable JavaStmt stmt) {
        if (stmt != null) {
            stmt.accept(this);
        }
    }

    public final void walkExprs(List<? extends JavaExpr> exprs) {
        exprs.forEach(this::walk);
    }

    public final void walkStmts(List<? extends JavaStmt> stmts) {
        stmts.forEach(this::walk);
    }

    public final void walkCases(List<SwitchCase> cases) {
        for (SwitchCase group : cases) {
            walkExprs(group.labels());
            walkStmts(group.body());
        }
    }

    @Override
    public Void visitLiteral(JavaExpr.Literal expr) {
        return null;
    }

    @Override
    public Void visitName(JavaExpr.Name expr) {
        return null;
    }

    @Override
    public Void visitSelect(JavaExpr.Select expr) {
        walk(expr.target());
        return null;
    }

    @Override
    public Void visitCall(JavaExpr.Call expr) {
        walk(expr.target());
        walkExprs(expr.arguments());
        return null;
    }

    @Override
    public Void visitIndex(JavaExpr.Index expr) {
        walk(expr.array());
        walk(expr.index());
        return null;
    }

    @Override
    public Void visitNew(JavaExpr.New expr) {
        walkExprs(expr.arguments());
        return null;
    }

    @Override
    public Void visitNewArray(JavaExpr.NewArray expr) {
        walkExprs(expr.lengths());
        walk(expr.initializer());
        return null;
    }

    @Override
    public Void visitArrayInit(JavaExpr.ArrayInit expr) {
        walkExprs(expr.elements());
        return null;
    }

    @Override
    public Void visitUnary(JavaExpr.Unary expr) {
        walk(expr.operand());
        return null;
    }

    @Override
    public Void visitIncrement(JavaExpr.Increment expr) {
        walk(expr.target());
        return null;
    }

    @Override
    public Void visitBinary(JavaExpr.Binary expr) {
        walk(expr.left());
        walk(expr.right());
        return null;
    }

    @Override
    public Void visitAssign(JavaExpr.Assign expr) {
        walk(expr.target());
        walk(expr.value());
        return null;
    }

    @Override
    public Void visitConditional(JavaExpr.Conditional expr) {
        walk(expr.condition());
        walk(expr.then());
        walk(expr.otherwise());
        return null;
    }

    @Override
    public Void visitCast(JavaExpr.Cast expr) {
        walk(expr.operand());
        return null;
    }

    @Override
    public Void visitSwitch(JavaExpr.Switch expr) {
        walk(expr.selector());
        walkCases(expr.cases());
        return null;
    }

    @Override
    public Void visitUnsupported(JavaExpr.Unsupported expr) {
        return null;
    }

    @Override
    public Void visitBlock(JavaStmt.Block stmt) {
        walkStmts(stmt.statements());
        return null;
    }

    @Override
    public Void visitLocal(JavaStmt.Local stmt) {
        for (JavaStmt.Local.Declarator declarator : stmt.declarators()) {
            walk(declarator.initializer());
        }
        return null;
    }

    @Override
    public Void visitExpression(JavaStmt.Expression stmt) {
        walk(stmt.expr());
        return null;
    }

    @Override
    public Void visitIf(JavaStmt.If stmt) {
        walk(stmt.condition());
        walk(stmt.then());
        walk(stmt.otherwise());
        return null;
    }

    @Override
    public Void visitWhile(JavaStmt.While stmt) {
        walk(stmt.condition());
        walk(stmt.body());
        return null;
    }

    @Override
    public Void visitDoWhile(JavaStmt.DoWhile stmt) {
        walk(stmt.body());
        walk(stmt.condition());
        return null;
    }

    @Override
    public Void visitFor(JavaStmt.For stmt) {
        walkStmts(stmt.init());
        walk(stmt.condition());
        walkExprs(stmt.update());
        walk(stmt.body());
        return null;
    }

    @Override
    public Void visitForEach(JavaStmt.ForEach stmt) {
        walk(stmt.array());
        walk(stmt.body());
        return null;
    }

    @Override
    public Void visitSwitch(JavaStmt.Switch stmt) {
        walk(stmt.selector());
        walkCases(stmt.cases());
        return null;
    }

    @Override
    public Void visitLabeled(JavaStmt.Labeled stmt) {
        walk(stmt.body());
        return null;
    }

    @Override
    public Void visitReturn(JavaStmt.Return stmt) {
        walk(stmt.value());
        return null;
    }

    @Override
    public Void visitBreak(JavaStmt.Break stmt) {
        return null;
    }

    @Override
    public Void visitContinue(JavaStmt.Continue stmt) {
        return null;
    }

    @Override
    public Void visitYield(JavaStmt.Yield stmt) {
        walk(stmt.value());
        return null;
    }

    @Override
    public Void visitEmpty(JavaStmt.Empty stmt) {
        return null;
    }

    @Override
    public Void visitAssert(JavaStmt.Assert stmt) {
        walk(stmt.condition());
        return null;
    }

    @Override
    public Void visitUnsupported(JavaStmt.Unsupported stmt) {
        return null;
    }
}
