package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.BinaryOp;
import dev.smelt.compiler.ir.Builtin;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.UnaryOp;
import dev.smelt.compiler.ir.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How far from 0 straight code's floats can be in any lane, as an expression that is the same for all lanes:
 *
 * <pre>{@code
 * of:  a = n * x - 0.5f
 * is:  abs(n) * x + 0.5f, x standing for the largest magnitude that it has in a lane
 * }</pre>
 *
 * <p>The bound is computed by the float arithmetic that it bounds. Rounding keeps order, so it is one without any slack;
 * where a lane has an infinite value or NaN on the way, so has the bound.
 */
final class MagnitudeBound {
    private static final Builtin ABS =
            Builtin.pure(Builtin.Form.STATIC, Math.class, "abs", List.of(Type.Scalar.FLOAT), Type.Scalar.FLOAT, "abs");

    /** A longer expression than this is not worth it, to be computed each time. */
    private static final int MOST_OPERATIONS = 20;

    private final Set<Variable> alike;
    private final Predicate<Variable> isKnown;
    private final Map<Variable, Optional<Expr>> assigned = new HashMap<>();

    /**
     * For some code, from its begin.
     *
     * @param alike variables that are the same for all lanes
     * @param isKnown whether the largest magnitude of a variable of the lanes can be known when the code begins
     */
    MagnitudeBound(Set<Variable> alike, Predicate<Variable> isKnown) {
        this.alike = alike;
        this.isKnown = isKnown;
    }

    /** Follows an assignment. */
    void assign(Variable variable, Expr value) {
        assigned.put(variable, variable.type() == Type.Scalar.FLOAT ? of(value) : Optional.empty());
    }

    /** Follows an assignment of a value of which nothing is known. */
    void assign(Variable variable) {
        assigned.put(variable, Optional.empty());
    }

    /** The bound of a float, at the present place; empty if there is none. */
    Optional<Expr> of(Expr value) {
        return bound(value).filter(bound -> Operations.in(bound) <= MOST_OPERATIONS);
    }

    private Optional<Expr> bound(Expr value) {
        if (value.type() != Type.Scalar.FLOAT) {
            return Optional.empty();
        }
        if (alike.containsAll(Mentions.in(value)) && StraightCode.isPlain(value)) {
            return Optional.of(abs(value));
        } else if (value instanceof Expr.Read read) {
            Variable variable = read.variable();
            return assigned.getOrDefault(variable, isKnown.test(variable) ? Optional.of(value) : Optional.empty());
        } else if (value instanceof Expr.Unary unary && unary.op() == UnaryOp.NEGATE) {
            return bound(unary.operand());
        } else if (value instanceof Expr.Binary binary) {
            return bound(binary);
        } else if (value instanceof Expr.BuiltinCall call
                && call.builtin().name().equals("abs")) {
            return bound(call.arguments().get(0));
        }
        return Optional.empty();
    }

    private Optional<Expr> bound(Expr.Binary value) {
        Optional<Expr> left = bound(value.left());
        Optional<Expr> right = bound(value.right());
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        return switch (value.op()) {
            case ADD, SUBTRACT -> Optional.of(of(BinaryOp.ADD, left.get(), right.get(), value));
            case MULTIPLY -> Optional.of(of(BinaryOp.MULTIPLY, left.get(), right.get(), value));
            case DIVIDE ->
                // A divisor that is no further from 0 than that may be nearer.
                alike.containsAll(Mentions.in(value.right()))
                        ? Optional.of(of(BinaryOp.DIVIDE, left.get(), right.get(), value))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Expr of(BinaryOp op, Expr left, Expr right, Expr.Binary value) {
        return new Expr.Binary(op, left, right, value.type(), false, value.span());
    }

    private static Expr abs(Expr value) {
        return value instanceof Expr.Constant constant && constant.value() instanceof Float number
                ? new Expr.Constant(constant.type(), Math.abs(number), value.span())
                : new Expr.BuiltinCall(ABS, List.of(value), value.span());
    }
}
