package dev.smelt.compiler.sema;

import dev.smelt.compiler.ast.JavaBinaryOp;
import dev.smelt.compiler.ast.JavaUnaryOp;
import java.util.Optional;

/**
 * Java's operators on values known at compile time. The class of a value is its type: {@link Boolean}, {@link Byte},
 * {@link Short}, {@link Integer}, {@link Long}, {@link Float} or {@link Double}. Results are Java's own, since Java
 * computes them.
 */
final class ConstantMath {
    private ConstantMath() {}

    static Optional<Object> unary(JavaUnaryOp op, Object value) {
        if (op == JavaUnaryOp.NOT) {
            return value instanceof Boolean b ? Optional.of(!b) : Optional.empty();
        }
        if (!(value instanceof Number number)) {
            return Optional.empty();
        }
        if (isDouble(value)) {
            return floatingUnary(op, number.doubleValue()).map(d -> (Object) d);
        }
        if (value instanceof Float f) {
            return floatingUnary(op, f).map(d -> (Object) d.floatValue());
        }
        if (value instanceof Long l) {
            return Optional.of(op == JavaUnaryOp.PLUS ? l : op == JavaUnaryOp.NEGATE ? -l : ~l);
        }
        int i = number.intValue();
        return Optional.of(op == JavaUnaryOp.PLUS ? i : op == JavaUnaryOp.NEGATE ? -i : ~i);
    }

    private static Optional<Double> floatingUnary(JavaUnaryOp op, double value) {
        return switch (op) {
            case PLUS -> Optional.of(value);
            case NEGATE -> Optional.of(-value);
            case NOT, COMPLEMENT -> Optional.empty();
        };
    }

    static Optional<Object> binary(JavaBinaryOp op, Object left, Object right) {
        if (left instanceof Boolean l && right instanceof Boolean r) {
            return booleans(op, l, r);
        }
        if (!(left instanceof Number l) || !(right instanceof Number r)) {
            return Optional.empty();
        }
        switch (op) {
            case SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED -> {
                return isFloating(left) || isFloating(right) ? Optional.empty() : Optional.of(shift(op, l, r));
            }
            default -> {
                if (isDouble(left) || isDouble(right)) {
                    return doubles(op, l.doubleValue(), r.doubleValue());
                }
                if (isFloating(left) || isFloating(right)) {
                    return floats(op, l.floatValue(), r.floatValue());
                }
                return left instanceof Long || right instanceof Long
                        ? longs(op, l.longValue(), r.longValue())
                        : ints(op, l.intValue(), r.intValue());
            }
        }
    }

    private static boolean isDouble(Object value) {
        return value instanceof Double;
    }

    private static boolean isFloating(Object value) {
        return value instanceof Float || value instanceof Double;
    }

    private static Object shift(JavaBinaryOp op, Number left, Number right) {
        long amount = right.longValue();
        if (left instanceof Long l) {
            return switch (op) {
                case SHIFT_LEFT -> l << amount;
                case SHIFT_RIGHT -> l >> amount;
                default -> l >>> amount;
            };
        }
        int i = left.intValue();
        return switch (op) {
            case SHIFT_LEFT -> i << amount;
            case SHIFT_RIGHT -> i >> amount;
            default -> i >>> amount;
        };
    }

    private static Optional<Object> booleans(JavaBinaryOp op, boolean l, boolean r) {
        return switch (op) {
            case AND, BIT_AND -> Optional.of(l && r);
            case OR, BIT_OR -> Optional.of(l || r);
            case BIT_XOR, NOT_EQUAL -> Optional.of(l != r);
            case EQUAL -> Optional.of(l == r);
            default -> Optional.empty();
        };
    }

    /** An integer division by zero is no constant: Java throws, and so it is left to run time. */
    private static Optional<Object> ints(JavaBinaryOp op, int l, int r) {
        return switch (op) {
            case ADD -> Optional.of(l + r);
            case SUBTRACT -> Optional.of(l - r);
            case MULTIPLY -> Optional.of(l * r);
            case DIVIDE -> r == 0 ? Optional.empty() : Optional.of(l / r);
            case REMAINDER -> r == 0 ? Optional.empty() : Optional.of(l % r);
            case BIT_AND -> Optional.of(l & r);
            case BIT_OR -> Optional.of(l | r);
            case BIT_XOR -> Optional.of(l ^ r);
            default -> compared(op, Integer.compare(l, r));
        };
    }

    private static Optional<Object> longs(JavaBinaryOp op, long l, long r) {
        return switch (op) {
            case ADD -> Optional.of(l + r);
            case SUBTRACT -> Optional.of(l - r);
            case MULTIPLY -> Optional.of(l * r);
            case DIVIDE -> r == 0 ? Optional.empty() : Optional.of(l / r);
            case REMAINDER -> r == 0 ? Optional.empty() : Optional.of(l % r);
            case BIT_AND -> Optional.of(l & r);
            case BIT_OR -> Optional.of(l | r);
            case BIT_XOR -> Optional.of(l ^ r);
            default -> compared(op, Long.compare(l, r));
        };
    }

    private static Optional<Object> compared(JavaBinaryOp op, int order) {
        return switch (op) {
            case LESS -> Optional.of(order < 0);
            case LESS_OR_EQUAL -> Optional.of(order <= 0);
            case GREATER -> Optional.of(order > 0);
            case GREATER_OR_EQUAL -> Optional.of(order >= 0);
            case EQUAL -> Optional.of(order == 0);
            case NOT_EQUAL -> Optional.of(order != 0);
            default -> Optional.empty();
        };
    }

    private static Optional<Object> floats(JavaBinaryOp op, float l, float r) {
        return switch (op) {
            case ADD -> Optional.of(l + r);
            case SUBTRACT -> Optional.of(l - r);
            case MULTIPLY -> Optional.of(l * r);
            case DIVIDE -> Optional.of(l / r);
            case REMAINDER -> Optional.of(l % r);
            default -> floatingCompared(op, l, r);
        };
    }

    private static Optional<Object> doubles(JavaBinaryOp op, double l, double r) {
        return switch (op) {
            case ADD -> Optional.of(l + r);
            case SUBTRACT -> Optional.of(l - r);
            case MULTIPLY -> Optional.of(l * r);
            case DIVIDE -> Optional.of(l / r);
            case REMAINDER -> Optional.of(l % r);
            default -> floatingCompared(op, l, r);
        };
    }

    /** Not by {@code Double.compare}, which orders NaN and tells 0 from -0. */
    private static Optional<Object> floatingCompared(JavaBinaryOp op, double l, double r) {
        return switch (op) {
            case LESS -> Optional.of(l < r);
            case LESS_OR_EQUAL -> Optional.of(l <= r);
            case GREATER -> Optional.of(l > r);
            case GREATER_OR_EQUAL -> Optional.of(l >= r);
            case EQUAL -> Optional.of(l == r);
            case NOT_EQUAL -> Optional.of(l != r);
            default -> Optional.empty();
        };
    }

    /** A value as the primitive type of this name, as Java's cast makes it; empty if there is no such cast. */
    static Optional<Object> cast(Object value, String primitive) {
        if (value instanceof Boolean) {
            return primitive.equals("boolean") ? Optional.of(value) : Optional.empty();
        }
        Number number = (Number) value;
        // Floats and doubles saturate on their way to int and long, and reach byte and short through int (JLS 5.1.3).
        boolean floating = isFloating(value);
        long integral = floating ? (long) number.doubleValue() : number.longValue();
        int narrowed = floating ? (int) number.doubleValue() : number.intValue();
        return switch (primitive) {
            case "byte" -> Optional.of((byte) narrowed);
            case "short" -> Optional.of((short) narrowed);
            case "int" -> Optional.of(narrowed);
            case "long" -> Optional.of(integral);
            case "float" -> Optional.of(number.floatValue());
            case "double" -> Optional.of(number.doubleValue());
            default -> Optional.empty();
        };
    }
}
