package dev.smelt.compiler.sema.flow;

import dev.smelt.compiler.ast.JavaBinaryOp;
import dev.smelt.compiler.ast.JavaExpr;
import java.util.List;

/** Definite assignment by expressions that are used as values (JLS 16.1). */
final class AssignmentValues implements JavaExpr.Visitor<Void> {
    private final DefiniteAssignmentRule rule;
    private final AssignmentTracker tracker;
    private final AssignmentExits exits;

    AssignmentValues(DefiniteAssignmentRule rule, AssignmentTracker tracker, AssignmentExits exits) {
        this.rule = rule;
        this.tracker = tracker;
        this.exits = exits;
    }

    private void walk(JavaExpr expr) {
        rule.value(expr);
    }

    private void walk(List<JavaExpr> exprs) {
        exprs.forEach(rule::value);
    }

    @Override
    public Void visitLiteral(JavaExpr.Literal expr) {
        return null;
    }

    @Override
    public Void visitName(JavaExpr.Name expr) {
        tracker.read(expr.identifier(), expr.span());
        return null;
    }

    @Override
    public Void visitSelect(JavaExpr.Select expr) {
        walk(expr.target());
        return null;
    }

    @Override
    public Void visitCall(JavaExpr.Call expr) {
        if (expr.target() != null) {
            walk(expr.target());
        }
        walk(expr.arguments());
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
        walk(expr.arguments());
        return null;
    }

    @Override
    public Void visitNewArray(JavaExpr.NewArray expr) {
        walk(expr.lengths());
        if (expr.initializer() != null) {
            walk(expr.initializer());
        }
        return null;
    }

    @Override
    public Void visitArrayInit(JavaExpr.ArrayInit expr) {
        walk(expr.elements());
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
        assign(expr.target());
        return null;
    }

    @Override
    public Void visitBinary(JavaExpr.Binary expr) {
        if (expr.op() == JavaBinaryOp.AND || expr.op() == JavaBinaryOp.OR) {
            tracker.goTo(rule.condition(expr).joined());
        } else {
            walk(expr.left());
            walk(expr.right());
        }
        return null;
    }

    @Override
    public Void visitAssign(JavaExpr.Assign expr) {
        if (expr.op() != null || !(expr.target() instanceof JavaExpr.Name)) {
            walk(expr.target());
        }
        walk(expr.value());
        assign(expr.target());
        return null;
    }

    /** Only whole locals are tracked: to assign an element or a component is to read the local. */
    private void assign(JavaExpr target) {
        if (target instanceof JavaExpr.Name name) {
            tracker.assign(name.identifier(), name.span());
        }
    }

    @Override
    public Void visitConditional(JavaExpr.Conditional expr) {
        Branches branches = rule.condition(expr.condition());
        tracker.goTo(branches.whenTrue());
        walk(expr.then());
        Assignments afterThen = tracker.now();
        tracker.goTo(branches.whenFalse());
        walk(expr.otherwise());
        tracker.now().join(afterThen);
        return null;
    }

    @Override
    public Void visitCast(JavaExpr.Cast expr) {
        walk(expr.operand());
        return null;
    }

    @Override
    public Void visitSwitch(JavaExpr.Switch expr) {
        rule.value(expr.selector());
        rule.switchGroups(expr.cases(), tracker::goNowhere);
        exits.endSwitch(expr);
        return null;
    }

    /** It may have assigned anything: nothing more is said. */
    @Override
    public Void visitUnsupported(JavaExpr.Unsupported expr) {
        tracker.goNowhere();
        return null;
    }
}
