package dev.smelt.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

final class RsqrtTest {

    /** Two octaves have every fraction with either parity of the exponent; scaling by 4 is exact. */
    @Test
    void everyFractionIsCorrectlyRounded() {
        for (float x = 1f; x < 4f; x = Math.nextUp(x)) {
            float actual = Msl.rsqrt(x);
            // The float is right if 1/sqrt(x) lies between the midpoints to its neighbours: low^2 * x <= 1 <= high^2 *
            // x.
            double low = midpoint(actual, Math.nextDown(actual));
            double high = midpoint(actual, Math.nextUp(actual));
            double below = low * low * x;
            double above = high * high * x;
            boolean clear = below < 1 - 1e-15 && above > 1 + 1e-15;
            if (!clear) {
                assertThat(product(low, x)).isLessThanOrEqualTo(BigDecimal.ONE);
                assertThat(product(high, x)).isGreaterThanOrEqualTo(BigDecimal.ONE);
            }
        }
    }

    private static double midpoint(float a, float b) {
        return ((double) a + b) / 2;
    }

    private static BigDecimal product(double root, float x) {
        return new BigDecimal(root).pow(2).multiply(new BigDecimal(x));
    }
}
