package dev.smelt.compiler.pass;

import dev.smelt.compiler.ir.BinaryOp;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Rewriter;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.UnaryOp;

/**
 * Rebuilds expressions with {@code exact} set where it is proved, and finds their intervals on the way: after each visit
 * {@link #last} is that of the visited expression, if it is an integer.
 */
final class IntervalEvaluator extends Rewriter {
    private Ranges ranges = new Ranges();
    private Interval last = Interval.all(Type.Scalar.LONG);

    Expr rewrite(Expr expr, Ranges where) {
        Ranges outer = ranges;
        ranges = where;
        Expr rewritten = rewrite(expr);
        ranges = outer;
        return rewritten;
    }

    /** The interval of an expression. */
    Interval range(Expr expr, Ranges where) {
        rewrite(expr, where);
        return last;
    }

    /** The interval of the expression that was rewritten last. */
    Interval last() {
        return last;
    }

    private Expr unknown(Expr expr) {
        last = Interval.all(expr.type());
        return expr;
    }

    @Override
    public Expr visitConstant(Expr.Constant expr) {
        if (!expr.type().isIntegral()) {
            return unknown(expr);
        }
        long value = ((Number) expr.value()).longValue();
        last = new Interval(value, value);
        return expr;
    }

    @Override
    public Expr visitRead(Expr.Read expr) {
        last = ranges.get(expr.variable());
        return expr;
    }

    @Override
    public Expr visitUnary(Expr.Unary expr) {
        Expr rewritten = super.visitUnary(expr);
        if (expr.op() == UnaryOp.NEGATE && expr.type() != Type.Scalar.FLOAT && last.low() != Long.MIN_VALUE) {
            last = new Interval(-last.high(), -last.low()).within(expr.type());
            return rewritten;
        }
        return unknown(rewritten);
    }

    @Override
    public Expr visitBinary(Expr.Binary expr) {
        Expr left = rewrite(expr.left());
        Interval a = last;
        Expr right = rewrite(expr.right());
        Interval b = last;
        boolean exact = expr.exact();
        if (!expr.type().isIntegral()) {
            last = Interval.all(expr.type());
        } else if (isRing(expr.op())) {
            Interval result = Interval.exactly(expr.op(), a, b);
            boolean fits = result != null && Interval.all(expr.type()).contains(result);
            exact |= fits;
            last = fits && result != null ? result : Interval.all(expr.type());
        } else {
            exact |= isDivision(expr.op()) && a.low() >= 0 && b.low() > 0;
            last = Interval.of(expr.op(), expr.type(), a, b);
        }
        return left == expr.left() && right == expr.right() && exact == expr.exact()
                ? expr
                : new Expr.Binary(expr.op(), left, right, expr.type(), exact, expr.span());
    }

    private static boolean isDivision(BinaryOp op) {
        return op == BinaryOp.DIVIDE || op == BinaryOp.REMAINDER;
    }

    private static boolean isRing(BinaryOp op) {
        return op == BinaryOp.ADD || op == BinaryOp.SUBTRACT || op == BinaryOp.MULTIPLY;
    }

    /** An operand that is evaluated only if a condition holds, or if it doesn't. */
    private Expr under(Expr condition, boolean holds, Expr expr) {
        Ranges narrowed = ranges.copy();
        narrowed.assume(condition, holds, this);
        return rewrite(expr, narrowed);
    }

    @Override
    public Expr visitLogical(Expr.Logical expr) {
        Expr left = rewrite(expr.left());
        Expr right = under(expr.left(), expr.and(), expr.right());
        return left == expr.left() && right == expr.right()
                ? expr
                : new Expr.Logical(expr.and(), left, right, expr.span());
    }

    @Override
    public Expr visitConditional(Expr.Conditional expr) {
        Expr condition = rewrite(expr.condition());
        Expr then = under(expr.condition(), true, expr.then());
        Interval ifTrue = last;
        Expr otherwise = under(expr.condition(), false, expr.otherwise());
        last = ifTrue.join(last);
        return condition == expr.condition() && then == expr.then() && otherwise == expr.otherwise()
                ? expr
                : new Expr.Conditional(condition, then, otherwise, expr.span());
    }

    @Override
    public Expr visitConvert(Expr.Convert expr) {
        Expr rewritten = super.visitConvert(expr);
        if (expr.operand().type() == Type.Scalar.FLOAT || !expr.type().isIntegral()) {
            return unknown(rewritten);
        }
        last = last.within(expr.type());
        return rewritten;
    }

    @Override
    public Expr visitBuiltinCall(Expr.BuiltinCall expr) {
        Expr rewritten = super.visitBuiltinCall(expr);
        boolean component = expr.builtin().spelling().matches("\\$0\\.[xyzw]")
                && expr.type() == Type.Scalar.INT
                && expr.arguments().get(0) instanceof Expr.Read;
        if (component) {
            last = ranges.get(((Expr.Read) expr.arguments().get(0)).variable());
            return rewritten;
        }
        return unknown(rewritten);
    }

    @Override
    public Expr visitCall(Expr.Call expr) {
        return unknown(super.visitCall(expr));
    }

    @Override
    public Expr visitLoad(Expr.Load expr) {
        return unknown(super.visitLoad(expr));
    }

    @Override
    public Expr visitLength(Expr.Length expr) {
        Expr rewritten = super.visitLength(expr);
        last = new Interval(0, Integer.MAX_VALUE);
        return rewritten;
    }

    @Override
    public Expr visitField(Expr.Field expr) {
        return unknown(super.visitField(expr));
    }

    @Override
    public Expr visitNewStruct(Expr.NewStruct expr) {
        return unknown(super.visitNewStruct(expr));
    }
}
