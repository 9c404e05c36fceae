package dev.smelt.compiler.sema.flow;

import dev.smelt.compiler.ast.JavaBinaryOp;
import dev.smelt.compiler.ast.JavaExpr;
import dev.smelt.compiler.ast.JavaUnaryOp;

/**
 * Definite assignment by expressions that are used as conditions (JLS 16.1.1 to 16.1.5, 16.1.7): what is assigned when
 * they are true, and what when they are false.
 */
final class AssignmentConditions implements JavaExpr.Visitor<Branches> {
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
    Branches of(JavaExpr condition) {
        if (constants.isTrue(condition)) {
            return new Branches(tracker.now(), tracker.nowhere());
        }
        if (constants.isFalse(condition)) {
            return new Branches(tracker.nowhere(), tracker.now());
        }
        return condition.accept(this);
    }

    private Branches value(JavaExpr expr) {
        rule.value(expr);
        return new Branches(tracker.now(), tracker.now().copy());
    }

    @Override
    public Branches visitBinary(JavaExpr.Binary expr) {
        if (expr.op() == JavaBinaryOp.AND) {
            Branches left = of(expr.left());
            tracker.goTo(left.whenTrue());
            Branches right = of(expr.right());
            right.whenFalse().join(left.whenFalse());
            return right;
        }
        if (expr.op() == JavaBinaryOp.OR) {
            Branches left = of(expr.left());
            tracker.goTo(left.whenFalse());
            Branches right = of(expr.right());
            right.whenTrue().join(left.whenTrue());
            return right;
        }
        return value(expr);
    }

    @Override
    public Branches visitUnary(JavaExpr.Unary expr) {
        return expr.op() == JavaUnaryOp.NOT ? of(expr.operand()).swapped() : value(expr);
    }

    @Override
    public Branches visitConditional(JavaExpr.Conditional expr) {
        Branches condition = of(expr.condition());
        tracker.goTo(condition.whenTrue());
        Branches then = of(expr.then());
        tracker.goTo(condition.whenFalse());
        Branches otherwise = of(expr.otherwise());
        then.join(otherwise);
        return then;
    }

    @Override
    public Branches visitSwitch(JavaExpr.Switch expr) {
        rule.value(expr.selector());
        exits.startCondition(expr);
        rule.switchGroups(expr.cases(), tracker::goNowhere);
        return exits.endCondition(expr);
    }

    @Override
    public Branches visitLiteral(JavaExpr.Literal expr) {
        return value(expr);
    }

    @Override
    public Branches visitName(JavaExpr.Name expr) {
        return value(expr);
    }

    @Override
    public Branches visitSelect(JavaExpr.Select expr) {
        return value(expr);
    }

    @Override
    public Branches visitCall(JavaExpr.Call expr) {
        return value(expr);
    }

    @Override
    public Branches visitIndex(JavaExpr.Index expr) {
        return value(expr);
    }

    @Override
    public Branches visitNew(JavaExpr.New expr) {
        return value(expr);
    }

    @Override
    public Branches visitNewArray(JavaExpr.NewArray expr) {
        return value(expr);
    }

    @Override
    public Branches visitArrayInit(JavaExpr.ArrayInit expr) {
        return value(expr);
    }

    @Override
    public Branches visitIncrement(JavaExpr.Increment expr) {
        return value(expr);
    }

    @Override
    public Branches visitAssign(JavaExpr.Assign expr) {
        return value(expr);
    }

    @Override
    public Branches visitCast(JavaExpr.Cast expr) {
        return value(expr);
    }

    @Override
    public Branches visitUnsupported(JavaExpr.Unsupported expr) {
        return value(expr);
    }
}
