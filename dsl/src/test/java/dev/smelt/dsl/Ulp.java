package dev.smelt.dsl;

import java.math.BigDecimal;
import java.math.MathContext;

/** Errors of floats in units of the last place. */
final class Ulp {

    private Ulp() {}

    /**
     * How far {@code actual} is from the exact result, in the unit of the float nearest to it. Where the exact result
     * rounds to infinity, infinity has no error.
     */
    static double error(float actual, BigDecimal exact) {
        float nearest = exact.floatValue();
        if (Float.isInfinite(nearest) || !Float.isFinite(actual)) {
            return actual == nearest ? 0 : Double.POSITIVE_INFINITY;
        }
        return new BigDecimal(actual)
                .subtract(exact)
                .abs()
                .divide(new BigDecimal(Math.ulp(nearest)), MathContext.DECIMAL64)
                .doubleValue();
    }
}
