package dev.smelt.compiler.sema.flow;

import dev.smelt.compiler.ast.BinaryOp;
import dev.smelt.compiler.ast.Expr;
import java.util.List;

/** Definite assignment by expressions that are used as values (JLS 16.1). */
final class AssignmentValues implements Expr.Visitor<Void> {
    private final DefiniteAssignmentRule rule;
    private final AssignmentTracker tracker;
    private final AssignmentExits exits;

    AssignmentValues(DefiniteAssignmentRule rule, AssignmentTracker tracker, AssignmentExits exits) {
        this.rule = rule;
        this.tracker = tracker;
        this.exits = exits;
    }

    private void walk(Expr expr) {
        rule.value(expr);
    }

    private void walk(List<Expr> exprs) {
        exprs.forEach(rule::value);
    }

    @Override
    public Void visitLiteral(Expr.Literal expr) {
        return null;
    }

    @Override
    public Void visitName(Expr.Name expr) {
        tracker.read(expr.identifier(), expr.span());
        return null;
    }

    @Override
    public Void visitSelect(Expr.Select expr) {
        walk(expr.target());
        return null;
    }

    @Override
    public Void visitCall(Expr.Call expr) {
        if (expr.target() != null) {
            walk(expr.target());
        }
        walk(expr.arguments());
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
        walk(expr.arguments());
        return null;
    }

    @Override
    public Void visitNewArray(Expr.NewArray expr) {
        walk(expr.lengths());
        if (expr.initializer() != null) {
            walk(expr.initializer());
        }
        return null;
    }

    @Override
    public Void visitArrayInit(Expr.ArrayInit expr) {
        walk(expr.elements());
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
        assign(expr.target());
        return null;
    }

    @Override
    public Void visitBinary(Expr.Binary expr) {
        if (expr.op() == BinaryOp.AND || expr.op() == BinaryOp.OR) {
            tracker.goTo(rule.condition(expr).joined());
        } else {
            walk(expr.left());
            walk(expr.right());
        }
        return null;
    }

    @Override
    public Void visitAssign(Expr.Assign expr) {
        if (expr.op() != null || !(expr.target() instanceof Expr.Name)) {
            walk(expr.target());
        }
        walk(expr.value());
        assign(expr.target());
        return null;
    }

    /** Only whole locals are tracked: to assign an element or a component is to read the local. */
    private void assign(Expr target) {
        if (target instanceof Expr.Name name) {
            tracker.assign(name.identifier(), name.span());
        }
    }

    @Override
    public Void visitConditional(Expr.Conditional expr) {
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
    public Void visitCast(Expr.Cast expr) {
        walk(expr.operand());
        return null;
    }

    @Override
    public Void visitSwitch(Expr.Switch expr) {
        rule.value(expr.selector());
        rule.switchGroups(expr.cases(), tracker::goNowhere);
        exits.endSwitch(expr);
        return null;
    }

    /** It may have assigned anything: nothing more is said. */
    @Override
    public Void visitUnsupported(Expr.Unsupported expr) {
        tracker.goNowhere();
        return null;
    }
}
