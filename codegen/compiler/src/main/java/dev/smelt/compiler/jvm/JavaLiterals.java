package dev.smelt.compiler.jvm;

import com.palantir.javapoet.CodeBlock;
import dev.smelt.compiler.ir.FloatText;
import dev.smelt.compiler.ir.Type;

/** Constants in Java. */
final class JavaLiterals {
    private JavaLiterals() {}

    static JavaExpr of(Type.Scalar type, Object value) {
        return switch (type) {
            case BOOLEAN -> JavaExpr.primary("$L", value);
            case BYTE, SHORT ->
                JavaExpr.of(
                        JavaExpr.UNARY,
                        "($L) $L",
                        type.javaName(),
                        integer((Integer) value).at(JavaExpr.SIGN));
            case INT -> integer((Integer) value);
            case LONG -> longInteger((Long) value);
            case FLOAT -> real((Float) value);
        };
    }

    private static JavaExpr integer(int value) {
        if (value == Integer.MIN_VALUE) {
            return JavaExpr.primary("$T.MIN_VALUE", Integer.class);
        }
        return signed(value < 0, Integer.toString(value));
    }

    private static JavaExpr longInteger(long value) {
        if (value == Long.MIN_VALUE) {
            return JavaExpr.primary("$T.MIN_VALUE", Long.class);
        }
        return signed(value < 0, value + "L");
    }

    private static JavaExpr real(float value) {
        if (Float.isNaN(value)) {
            int bits = Float.floatToRawIntBits(value);
            return bits == Float.floatToIntBits(Float.NaN)
                    ? JavaExpr.primary("$T.NaN", Float.class)
                    : JavaExpr.primary(
                            "$T.intBitsToFloat($L)", Float.class, integer(bits).code());
        }
        if (Float.isInfinite(value)) {
            return JavaExpr.primary("$T.$L", Float.class, value > 0 ? "POSITIVE_INFINITY" : "NEGATIVE_INFINITY");
        }
        String digits = FloatText.of(value);
        String shortest = digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits;
        return signed(digits.startsWith("-"), shortest + "f");
    }

    private static JavaExpr signed(boolean negative, String text) {
        return new JavaExpr(CodeBlock.of("$L", text), negative ? JavaExpr.SIGN : JavaExpr.PRIMARY);
    }
}
