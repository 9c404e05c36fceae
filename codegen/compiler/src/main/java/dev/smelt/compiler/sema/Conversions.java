package dev.smelt.compiler.sema;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Type.Scalar;
import java.util.Optional;

/** Which types convert to which, and how (JLS chapter 5). */
final class Conversions {
    private Conversions() {}

    static boolean isErroneous(Type type) {
        return type instanceof Type.Erroneous
                || (type instanceof Type.Array array && array.element() instanceof Type.Erroneous);
    }

    /** Whether a value may be assigned or passed as it is: the same type, or a wider number. */
    static boolean isAssignable(Type from, Type to) {
        if (from.equals(to)) {
            return true;
        }
        // In the order of their declaration each numeric type widens to the ones after it.
        return from instanceof Scalar f
                && to instanceof Scalar t
                && f.isNumeric()
                && t.isNumeric()
                && f.compareTo(t) < 0;
    }

    /** Whether Java has a cast from one to the other that kernels have too. */
    static boolean isCastable(Type from, Type to) {
        return from.equals(to)
                || (from instanceof Scalar f && to instanceof Scalar t && f.isNumeric() && t.isNumeric());
    }

    /** The type in which an operator on one number works: {@code int} at least. */
    static Scalar promoted(Scalar type) {
        return type.compareTo(Scalar.INT) < 0 ? Scalar.INT : type;
    }

    /** The type in which an operator on two numbers works. */
    static Scalar promoted(Scalar left, Scalar right) {
        Scalar wider = left.compareTo(right) >= 0 ? left : right;
        return promoted(wider);
    }

    /** Whether an {@code int} constant may be assigned to a narrower type because it fits. */
    static boolean fits(Object constant, Type to) {
        if (!(constant instanceof Integer || constant instanceof Short || constant instanceof Byte)) {
            return false;
        }
        int value = ((Number) constant).intValue();
        return (to == Scalar.BYTE && value == (byte) value) || (to == Scalar.SHORT && value == (short) value);
    }

    /** An expression in another numeric type. Constants are converted at once. */
    static Expr convert(Expr expr, Scalar to) {
        if (expr.type() == to) {
            return expr;
        }
        if (expr instanceof Expr.Constant constant) {
            Optional<Object> value = ConstantMath.cast(constant.value(), to.javaName());
            return constant(value.orElseThrow(), expr);
        }
        return new Expr.Convert(to, expr, expr.span());
    }

    private static Expr constant(Object value, Expr at) {
        return new Expr.Constant(typeOf(value), normalized(value), at.span());
    }

    /** The type of a constant's value; not of a {@link Double}. */
    static Scalar typeOf(Object value) {
        if (value instanceof Boolean) {
            return Scalar.BOOLEAN;
        }
        if (value instanceof Byte) {
            return Scalar.BYTE;
        }
        if (value instanceof Short) {
            return Scalar.SHORT;
        }
        if (value instanceof Integer) {
            return Scalar.INT;
        }
        if (value instanceof Long) {
            return Scalar.LONG;
        }
        if (value instanceof Float) {
            return Scalar.FLOAT;
        }
        throw new AssertionError("no type for " + value.getClass());
    }

    /** As {@link Expr.Constant} holds it: {@code byte} and {@code short} as {@link Integer}. */
    static Object normalized(Object value) {
        return value instanceof Byte || value instanceof Short ? (Object) ((Number) value).intValue() : value;
    }
}
