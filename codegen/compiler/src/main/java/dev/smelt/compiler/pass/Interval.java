package dev.smelt.compiler.pass;

import dev.smelt.compiler.ir.BinaryOp;
import dev.smelt.compiler.ir.Type;
import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/** The integers from {@code low} to {@code high}, both included, among which a value is. */
record Interval(long low, long high) {
    static Interval all(Type type) {
        if (type instanceof Type.Scalar scalar) {
            return switch (scalar) {
                case BYTE -> new Interval(Byte.MIN_VALUE, Byte.MAX_VALUE);
                case SHORT -> new Interval(Short.MIN_VALUE, Short.MAX_VALUE);
                case INT -> new Interval(Integer.MIN_VALUE, Integer.MAX_VALUE);
                case LONG, BOOLEAN, FLOAT -> new Interval(Long.MIN_VALUE, Long.MAX_VALUE);
            };
        }
        return type instanceof Type.Vector vector ? all(vector.element()) : all(Type.Scalar.LONG);
    }

    boolean contains(Interval other) {
        return low <= other.low && other.high <= high;
    }

    /** This, if it lies within; else all values of the type, as what doesn't fit wraps. */
    Interval within(Type type) {
        Interval all = all(type);
        return all.contains(this) ? this : all;
    }

    Interval join(Interval other) {
        return new Interval(Math.min(low, other.low), Math.max(high, other.high));
    }

    /** What is in both; this where there is nothing, which only happens where control never is. */
    Interval meet(Interval other) {
        long newLow = Math.max(low, other.low);
        long newHigh = Math.min(high, other.high);
        return newLow <= newHigh ? new Interval(newLow, newHigh) : this;
    }

    private boolean isNonNegative() {
        return low >= 0;
    }

    /** The results of a sum, difference or product as unbounded integers, or null where they don't fit into a long. */
    static @Nullable Interval exactly(BinaryOp op, Interval a, Interval b) {
        try {
            return switch (op) {
                case ADD -> new Interval(Math.addExact(a.low, b.low), Math.addExact(a.high, b.high));
                case SUBTRACT -> new Interval(Math.subtractExact(a.low, b.high), Math.subtractExact(a.high, b.low));
                case MULTIPLY -> ofCorners(Math::multiplyExact, a, b);
                default -> throw new AssertionError(op);
            };
        } catch (ArithmeticException e) {
            return null;
        }
    }

    private static Interval ofCorners(LongBinaryOperator op, Interval a, Interval b) {
        long w = op.applyAsLong(a.low, b.low);
        long x = op.applyAsLong(a.low, b.high);
        long y = op.applyAsLong(a.high, b.low);
        long z = op.applyAsLong(a.high, b.high);
        return new Interval(Math.min(Math.min(w, x), Math.min(y, z)), Math.max(Math.max(w, x), Math.max(y, z)));
    }

    /** The results of an operator that isn't a sum, difference or product, on values of a type. */
    static Interval of(BinaryOp op, Type.Scalar type, Interval a, Interval b) {
        return switch (op) {
            case DIVIDE -> quotient(type, a, b);
            case REMAINDER -> remainder(type, a, b);
            case SHIFT_RIGHT -> shiftedRight(type, a, b);
            case SHIFT_RIGHT_UNSIGNED -> shiftedRightUnsigned(type, a, b);
            case BIT_AND -> and(type, a, b);
            case BIT_OR, BIT_XOR ->
                a.isNonNegative() && b.isNonNegative() ? new Interval(0, ones(Math.max(a.high, b.high))) : all(type);
            default -> all(type);
        };
    }

    private static Interval quotient(Type.Scalar type, Interval a, Interval b) {
        if (b.low > 0) {
            return ofCorners((x, y) -> x / y, a, b);
        }
        return a.isNonNegative() && b.isNonNegative() ? new Interval(0, a.high) : all(type);
    }

    private static Interval remainder(Type.Scalar type, Interval a, Interval b) {
        // Its sign is the dividend's; it is nearer to zero than the divisor, no further than the dividend, or zero.
        if (b.low == Long.MIN_VALUE) {
            return all(type);
        }
        long most = Math.max(0, Math.max(Math.abs(b.low), Math.abs(b.high)) - 1);
        return new Interval(Math.max(Math.min(a.low, 0), -most), Math.min(Math.max(a.high, 0), most));
    }

    private static Interval shiftedRight(Type.Scalar type, Interval a, Interval b) {
        if (b.low == b.high) {
            int amount = amount(type, b);
            return new Interval(a.low >> amount, a.high >> amount);
        }
        return new Interval(Math.min(a.low, 0), Math.max(a.high, 0));
    }

    private static Interval shiftedRightUnsigned(Type.Scalar type, Interval a, Interval b) {
        if (a.isNonNegative()) {
            return shiftedRight(type, a, b);
        }
        int amount = b.low == b.high ? amount(type, b) : 0;
        if (amount == 0) {
            return all(type);
        }
        long unsigned = type == Type.Scalar.LONG ? -1L : 0xffffffffL;
        return new Interval(0, unsigned >>> amount);
    }

    private static int amount(Type.Scalar type, Interval b) {
        return (int) (b.low & (type == Type.Scalar.LONG ? 63 : 31));
    }

    private static Interval and(Type.Scalar type, Interval a, Interval b) {
        if (!a.isNonNegative() && !b.isNonNegative()) {
            return all(type);
        }
        long most = !a.isNonNegative() ? b.high : !b.isNonNegative() ? a.high : Math.min(a.high, b.high);
        return new Interval(0, most);
    }

    /** The number with ones in all places up to the highest of this one. */
    private static long ones(long value) {
        return value == 0 ? 0 : (Long.highestOneBit(value) << 1) - 1;
    }
}
