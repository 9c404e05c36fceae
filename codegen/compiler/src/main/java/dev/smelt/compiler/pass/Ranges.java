package dev.smelt.compiler.pass;

import dev.smelt.compiler.ir.BinaryOp;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The intervals of integer variables at a place of a program; of a vector, the one that holds all its components. A
 * variable that isn't known can have any value.
 */
final class Ranges {
    private final Map<Variable, Interval> known = new HashMap<>();

    Ranges copy() {
        Ranges copy = new Ranges();
        copy.known.putAll(known);
        return copy;
    }

    Interval get(Variable variable) {
        Interval interval = known.get(variable);
        return interval == null ? Interval.all(variable.type()) : interval;
    }

    void set(Variable variable, Interval interval) {
        known.put(variable, interval);
    }

    void forget(Variable variable) {
        known.remove(variable);
    }

    /** What holds whichever of two ways led here; null stands for one that is never taken. */
    static @Nullable Ranges join(@Nullable Ranges a, @Nullable Ranges b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        Ranges both = new Ranges();
        a.known.forEach((variable, interval) -> {
            Interval other = b.known.get(variable);
            if (other != null) {
                both.known.put(variable, interval.join(other));
            }
        });
        return both;
    }

    /** Whether all that is known here holds there too. */
    boolean covers(Ranges other) {
        return known.entrySet().stream().allMatch(entry -> entry.getValue().contains(other.get(entry.getKey())));
    }

    /** This, with the bounds that are lower or higher there gone, so that a loop is soon stable. */
    Ranges widen(Ranges next) {
        Ranges widened = new Ranges();
        known.forEach((variable, interval) -> {
            Interval other = next.get(variable);
            Interval all = Interval.all(variable.type());
            long low = other.low() < interval.low() ? all.low() : interval.low();
            long high = other.high() > interval.high() ? all.high() : interval.high();
            widened.known.put(variable, new Interval(low, high));
        });
        return widened;
    }

    /** Narrows variables by a condition that holds, or that doesn't. */
    void assume(Expr condition, boolean holds, IntervalEvaluator evaluator) {
        if (condition instanceof Expr.Unary unary) {
            assume(unary.operand(), !holds, evaluator);
        } else if (condition instanceof Expr.Logical logical && logical.and() == holds) {
            assume(logical.left(), holds, evaluator);
            assume(logical.right(), holds, evaluator);
        } else if (condition instanceof Expr.Binary binary
                && isIntegral(binary.left().type())) {
            BinaryOp op = holds ? binary.op() : negated(binary.op());
            Interval left = evaluator.range(binary.left(), this);
            Interval right = evaluator.range(binary.right(), this);
            narrow(binary.left(), op, right);
            narrow(binary.right(), mirrored(op), left);
        }
    }

    private static boolean isIntegral(Type type) {
        return type instanceof Type.Scalar scalar && scalar.isIntegral();
    }

    /** By {@code expr op bound}. */
    private void narrow(Expr expr, BinaryOp op, Interval bound) {
        if (expr instanceof Expr.Convert convert
                && isIntegral(convert.operand().type())
                && isWidening((Type.Scalar) convert.operand().type(), convert.type())) {
            narrow(convert.operand(), op, bound);
            return;
        }
        if (!(expr instanceof Expr.Read read)) {
            return;
        }
        Interval all = Interval.all(Type.Scalar.LONG);
        Interval possible = switch (op) {
            case LESS -> new Interval(all.low(), bound.high() == all.low() ? all.low() : bound.high() - 1);
            case LESS_OR_EQUAL -> new Interval(all.low(), bound.high());
            case GREATER -> new Interval(bound.low() == all.high() ? all.high() : bound.low() + 1, all.high());
            case GREATER_OR_EQUAL -> new Interval(bound.low(), all.high());
            case EQUAL -> bound;
            default -> all;
        };
        known.put(read.variable(), get(read.variable()).meet(possible));
    }

    private static boolean isWidening(Type.Scalar from, Type.Scalar to) {
        return Interval.all(to).contains(Interval.all(from));
    }

    private static BinaryOp negated(BinaryOp op) {
        return switch (op) {
            case LESS -> BinaryOp.GREATER_OR_EQUAL;
            case LESS_OR_EQUAL -> BinaryOp.GREATER;
            case GREATER -> BinaryOp.LESS_OR_EQUAL;
            case GREATER_OR_EQUAL -> BinaryOp.LESS;
            case EQUAL -> BinaryOp.NOT_EQUAL;
            case NOT_EQUAL -> BinaryOp.EQUAL;
            default -> op;
        };
    }

    private static BinaryOp mirrored(BinaryOp op) {
        return switch (op) {
            case LESS -> BinaryOp.GREATER;
            case LESS_OR_EQUAL -> BinaryOp.GREATER_OR_EQUAL;
            case GREATER -> BinaryOp.LESS;
            case GREATER_OR_EQUAL -> BinaryOp.LESS_OR_EQUAL;
            default -> op;
        };
    }
}
