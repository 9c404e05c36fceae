package dev.smelt.compiler.sema.flow;

import dev.smelt.compiler.ast.BinaryOp;
import dev.smelt.compiler.ast.Expr;
import dev.smelt.compiler.ast.UnaryOp;

/**
 * Definite assignment by expressions that are used as conditions (JLS 16.1.1 to 16.1.5, 16.1.7): what is assigned when
 * they are true, and what when they are false.
 */
final class AssignmentConditions implements Expr.Visitor<Branches> {
    private final DefiniteAssignmentRule rule;
    private final AssignmentTracker tracker;
    private final AssignmentExits exits;
    private final LogicalConstants constants;

    AssignmentConditions(
            DefiniteAssignmentRule rule, AssignmentTracker tracker, AssignmentExits exits, LogicalConstants constants) {
        this.rule = rule;
        this.tracker = tracker;
        this.exits = exits;
        this.constants = constants;
    }

    /** No path leads behind a constant condition by its other value. */
    Branches of(Expr condition) {
        if (constants.isTrue(condition)) {
            return new Branches(tracker.now(), tracker.nowhere());
        }
        if (constants.isFalse(condition)) {
            return new Branches(tracker.nowhere(), tracker.now());
        }
        return condition.accept(this);
    }

    private Branches value(Expr expr) {
        rule.value(expr);
        return new Branches(tracker.now(), tracker.now().copy());
    }

    @Override
    public Branches visitBinary(Expr.Binary expr) {
        if (expr.op() == BinaryOp.AND) {
            Branches left = of(expr.left());
            tracker.goTo(left.whenTrue());
            Branches right = of(expr.right());
            right.whenFalse().join(left.whenFalse());
            return right;
        }
        if (expr.op() == BinaryOp.OR) {
            Branches left = of(expr.left());
            tracker.goTo(left.whenFalse());
            Branches right = of(expr.right());
            right.whenTrue().join(left.whenTrue());
            return right;
        }
        return value(expr);
    }

    @Override
    public Branches visitUnary(Expr.Unary expr) {
        return expr.op() == UnaryOp.NOT ? of(expr.operand()).swapped() : value(expr);
    }

    @Override
    public Branches visitConditional(Expr.Conditional expr) {
        Branches condition = of(expr.condition());
        tracker.goTo(condition.whenTrue());
        Branches then = of(expr.then());
        tracker.goTo(condition.whenFalse());
        Branches otherwise = of(expr.otherwise());
        then.join(otherwise);
        return then;
    }

    @Override
    public Branches visitSwitch(Expr.Switch expr) {
        rule.value(expr.selector());
        exits.startCondition(expr);
        rule.switchGroups(expr.cases(), tracker::goNowhere);
        return exits.endCondition(expr);
    }

    @Override
    public Branches visitLiteral(Expr.Literal expr) {
        return value(expr);
    }

    @Override
    public Branches visitName(Expr.Name expr) {
        return value(expr);
    }

    @Override
    public Branches visitSelect(Expr.Select expr) {
        return value(expr);
    }

    @Override
    public Branches visitCall(Expr.Call expr) {
        return value(expr);
    }

    @Override
    public Branches visitIndex(Expr.Index expr) {
        return value(expr);
    }

    @Override
    public Branches visitNew(Expr.New expr) {
        return value(expr);
    }

    @Override
    public Branches visitNewArray(Expr.NewArray expr) {
        return value(expr);
    }

    @Override
    public Branches visitArrayInit(Expr.ArrayInit expr) {
        return value(expr);
    }

    @Override
    public Branches visitIncrement(Expr.Increment expr) {
        return value(expr);
    }

    @Override
    public Branches visitAssign(Expr.Assign expr) {
        return value(expr);
    }

    @Override
    public Branches visitCast(Expr.Cast expr) {
        return value(expr);
    }

    @Override
    public Branches visitUnsupported(Expr.Unsupported expr) {
        return value(expr);
    }
}
