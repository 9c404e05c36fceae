package dev.smelt.compiler.msl;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.FloatText;
import dev.smelt.compiler.ir.Type;
import java.util.Locale;

/** How constants are written in MSL, so that they have the same bits as in Java. */
final class Literals {
    /** Negative numbers below this are taken for bits, and written so. */
    private static final int LARGEST_DECIMAL = -0xffff;

    private Literals() {}

    /** A constant of exactly its type. */
    static Fragment of(Expr.Constant constant) {
        return switch (constant.type()) {
            case BOOLEAN -> Fragment.primary(constant.value().toString());
            case BYTE, SHORT ->
                Fragment.call(
                        TypeSpelling.scalar(constant.type()), constant.value().toString());
            case INT -> ofInt((Integer) constant.value());
            case LONG -> ofLong((Long) constant.value());
            case FLOAT -> ofFloat((Float) constant.value());
        };
    }

    static Fragment ofInt(int value) {
        // There are no negative literals in C++: -2147483648 would negate a long.
        return value == Integer.MIN_VALUE
                ? new Fragment("-2147483647 - 1", Precedence.ADDITIVE)
                : signed(value < 0, Integer.toString(value));
    }

    private static Fragment ofLong(long value) {
        return value == Long.MIN_VALUE
                ? new Fragment("-9223372036854775807L - 1L", Precedence.ADDITIVE)
                : signed(value < 0, value + "L");
    }

    private static Fragment ofFloat(float value) {
        boolean subnormal = value != 0 && Math.abs(value) < Float.MIN_NORMAL;
        if (Float.isNaN(value) || Float.isInfinite(value) || subnormal) {
            return bits(value);
        }
        return signed(Float.floatToRawIntBits(value) < 0, FloatText.of(value) + "f");
    }

    /** By its bits, as decimal spellings of these get lost under fast math or where subnormals are flushed. */
    private static Fragment bits(float value) {
        return Fragment.call("as_type<float>", String.format(Locale.ROOT, "0x%08xu", Float.floatToRawIntBits(value)));
    }

    private static Fragment signed(boolean negative, String text) {
        return new Fragment(text, negative ? Precedence.UNARY : Precedence.PRIMARY);
    }

    /** The constant's bits as {@code uint} or {@code ulong}. */
    static Fragment unsigned(Expr.Constant constant) {
        Type.Scalar type = constant.type();
        long value = ((Number) constant.value()).longValue();
        String suffix = type == Type.Scalar.LONG ? "UL" : "u";
        if (value >= 0) {
            return Fragment.primary(value + suffix);
        }
        if (value < LARGEST_DECIMAL) {
            String digits = type == Type.Scalar.LONG ? Long.toHexString(value) : Integer.toHexString((int) value);
            return Fragment.primary("0x" + digits + suffix);
        }
        return Fragment.call(TypeSpelling.unsigned(type), of(constant).text());
    }
}
