package dev.smelt.compiler.sema;

import dev.smelt.compiler.ast.JavaExpr;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/** The values of literals (JLS 3.10). */
final class Literals {
    private Literals() {}

    /**
     * The value of a literal, as a {@link Boolean}, {@link Integer}, {@link Long}, {@link Float} or {@link Double}; empty
     * for other kinds, and for a number that its type can't hold.
     *
     * @param negated whether the literal stands behind a minus, so that 2147483648 is in range; the value is then the
     *     negative one
     */
    static Optional<Object> valueOf(JavaExpr.Literal literal, boolean negated) {
        String text = literal.text().replace("_", "").toLowerCase(Locale.ROOT);
        return switch (literal.kind()) {
            case BOOLEAN -> Optional.of(Boolean.valueOf(text));
            case INT -> integer(text, 32, negated).map(BigInteger::intValue);
            case LONG ->
                integer(text.substring(0, text.length() - 1), 64, negated).map(BigInteger::longValue);
            case FLOAT -> floating(Float.valueOf(text), text, negated);
            case DOUBLE -> floating(Double.valueOf(text), text, negated);
            case CHAR, STRING, TEXT_BLOCK, NULL -> Optional.empty();
        };
    }

    private static Optional<BigInteger> integer(String text, int bits, boolean negated) {
        int radix = radix(text);
        String digits = radix == 16 || radix == 2 ? text.substring(2) : text;
        BigInteger magnitude;
        try {
            magnitude = new BigInteger(digits, radix);
        } catch (NumberFormatException e) {
            return Optional.empty(); // 09, or digits that are missing
        }
        // Decimal literals are numbers; the others are bit patterns and may fill the sign bit.
        int room = radix == 10 ? bits - 1 : bits;
        boolean isSmallest = radix == 10 && negated && magnitude.equals(BigInteger.ONE.shiftLeft(bits - 1));
        if (magnitude.bitLength() > room && !isSmallest) {
            return Optional.empty();
        }
        return Optional.of(negated ? magnitude.negate() : magnitude);
    }

    private static int radix(String text) {
        if (text.startsWith("0x")) {
            return 16;
        }
        if (text.startsWith("0b")) {
            return 2;
        }
        return text.length() > 1 && text.startsWith("0") ? 8 : 10;
    }

    /** Java refuses a literal that rounds to infinity, and one other than 0 that rounds to 0. */
    private static Optional<Object> floating(Number value, String text, boolean negated) {
        boolean hasDigits = significand(text).chars().anyMatch(c -> c != '0' && c != '.');
        boolean outOfRange = Double.isInfinite(value.doubleValue()) || (value.doubleValue() == 0 && hasDigits);
        if (outOfRange) {
            return Optional.empty();
        }
        if (!negated) {
            return Optional.of(value);
        }
        return Optional.of(
                value instanceof Float f ? (Object) Float.valueOf(-f) : Double.valueOf(-value.doubleValue()));
    }

    private static String significand(String text) {
        if (text.startsWith("0x")) {
            return text.substring(2, text.indexOf('p'));
        }
        String number = text.endsWith("f") || text.endsWith("d") ? text.substring(0, text.length() - 1) : text;
        int exponent = number.indexOf('e');
        return exponent < 0 ? number : number.substring(0, exponent);
    }
}
