package dev.smelt.compiler.jvm;

import dev.smelt.compiler.ir.FloatText;
import dev.smelt.compiler.ir.Type;

/** Constants in Java. */
final class JavaLiterals {
    private JavaLiterals() {}

    static ExprCode of(Type.Scalar type, Object value) {
        return switch (type) {
            case BOOLEAN -> ExprCode.primary("$L", value);
            case BYTE, SHORT ->
                ExprCode.of(
                        ExprCode.UNARY,
                        "($L) $L",
                        type.javaName(),
                        integer((Integer) value).at(ExprCode.SIGN));
            case INT -> integer((Integer) value);
            case LONG -> longInteger((Long) value);
            case FLOAT -> real((Float) value);
        };
    }

    private static ExprCode integer(int value) {
        if (value == Integer.MIN_VALUE) {
            return ExprCode.primary("$T.MIN_VALUE", Integer.class);
        }
        return signed(value < 0, Integer.toString(value));
    }

    private static ExprCode longInteger(long value) {
        if (value == Long.MIN_VALUE) {
            return ExprCode.primary("$T.MIN_VALUE", Long.class);
        }
        return signed(value < 0, value + "L");
    }

    private static ExprCode real(float value) {
        if (Float.isNaN(value)) {
            int bits = Float.floatToRawIntBits(value);
            return bits == Float.floatToIntBits(Float.NaN)
                    ? ExprCode.primary("$T.NaN", Float.class)
                    : ExprCode.primary(
                            "$T.intBitsToFloat($L)", Float.class, integer(bits).code());
        }
        if (Float.isInfinite(value)) {
            return ExprCode.primary("$T.$L", Float.class, value > 0 ? "POSITIVE_INFINITY" : "NEGATIVE_INFINITY");
        }
        String digits = FloatText.of(value);
        String shortest = digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits;
        return signed(digits.startsWith("-"), shortest + "f");
    }

    private static ExprCode signed(boolean negative, String text) {
        return new ExprCode(JavaCode.of("$L", text), negative ? ExprCode.SIGN : ExprCode.PRIMARY);
    }
}
