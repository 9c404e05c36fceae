package dev.smelt.compiler.ir;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The shortest decimal text of a float, in the form of {@link Float#toString}, which itself gives another from JDK 19 on:
 * what is generated must be the same on each.
 */
public final class FloatText {
    /** So many digits tell any two floats apart. */
    private static final int MOST_DIGITS = 9;

    private FloatText() {}

    /** The text of a finite value: {@code 0.1}, {@code -0.0}, {@code 1.0E10}. */
    public static String of(float value) {
        if (value == 0f) {
            return Float.floatToRawIntBits(value) < 0 ? "-0.0" : "0.0";
        }
        BigDecimal exact = new BigDecimal(value);
        BigDecimal shortest = exact;
        for (int digits = 1; digits <= MOST_DIGITS; digits++) {
            shortest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (shortest.floatValue() == value) {
                break;
            }
        }
        String digits = shortest.unscaledValue().abs().toString().replaceAll("0+$", "");
        int exponent = shortest.precision() - shortest.scale() - 1;
        String sign = value < 0 ? "-" : "";
        if (exponent >= 7 || exponent < -3) {
            return sign + digits.charAt(0) + "." + (digits.length() > 1 ? digits.substring(1) : "0") + "E" + exponent;
        }
        if (exponent < 0) {
            return sign + "0." + "0".repeat(-exponent - 1) + digits;
        }
        String padded = digits + "0".repeat(Math.max(exponent + 2 - digits.length(), 0));
        return sign + padded.substring(0, exponent + 1) + "." + padded.substring(exponent + 1);
    }
}
