package dev.smelt.runtime.spi;

/**
 * Loops for x^y = 2^(y log2(x)), and for roots ({@link LaneMath}). The logarithm is a sum of two floats, since an error of it
 * is multiplied by up to 126. It is made of s = f / (2 + f), of which ln(1 + f) = 2 s + 2/3 s^3 + ...; the polynomial's
 * absolute error is 1.8e-10.
 */
final class LanePowers {
    private static final float ROUNDER = LaneExponentials.ROUNDER;
    private static final float LOG2_E = 0x1.715476p0f;
    private static final float LOG2_E_LOW = 0x1.4ae0cp-26f;

    private LanePowers() {}

    /** s, rounded. */
    static void quotients(float[] factors, float[] quotients, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            float factor = factors[lane] - 1f;
            quotients[lane] = factor / (2f + factor);
        }
    }

    /** What s has lost, in place of 1 + f. */
    static void quotientsLost(float[] factors, float[] quotients, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            float factor = factors[lane] - 1f;
            float divisor = 2f + factor;
            float divisorLost = factor - (divisor - 2f);
            float rest = Math.fma(-quotients[lane], divisor, factor);
            factors[lane] = Math.fma(-quotients[lane], divisorLost, rest) / divisor;
        }
    }

    /** The lower part of the logarithm, in place of what s has lost. */
    static void logarithmsLow(float[] quotients, float[] powers, float[] lost, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            float quotient = quotients[lane];
            float power = powers[lane] - ROUNDER;
            float square = quotient * quotient;
            float tail = Math.fma(square, 0x1.32d3eep-2f, 0x1.995424p-2f);
            tail = Math.fma(square, tail, 0x1.555588p-1f);
            float natural = Math.fma(quotient * square, tail, 2f * lost[lane]);
            float twice = 2f * quotient;
            float head = twice * LOG2_E;
            float low = Math.fma(twice, LOG2_E, -head) + Math.fma(twice, LOG2_E_LOW, natural * LOG2_E);
            lost[lane] = (power - (power + head)) + head + low;
        }
    }

    /** The upper part, in place of s. */
    static void logarithmsHigh(float[] powers, float[] quotients, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            quotients[lane] = (powers[lane] - ROUNDER) + 2f * quotients[lane] * LOG2_E;
        }
    }

    static void multiply(float[] y, float[] high, float[] low, float[] products, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            products[lane] = y[lane] * (high[lane] + low[lane]);
        }
    }

    /** What the product has lost. Of several forms of this, the one that is fast on JDK 17. */
    static void productsLost(float[] y, float[] high, float[] low, float[] lost, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            float logarithm = high[lane] + low[lane];
            float gained = logarithm - high[lane] - low[lane];
            float negative = -y[lane] * logarithm;
            lost[lane] = Math.fma(y[lane], logarithm, negative) - y[lane] * gained;
        }
    }

    /** 2 to the fraction of the product. */
    static void power(float[] products, float[] lost, float[] results, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            float rest = products[lane] - (products[lane] + ROUNDER - ROUNDER);
            results[lane] = LaneExponentials.exp2(rest + lost[lane]);
        }
    }

    /** One step of Newton's, with a residue that is exact, rounds as the true value would be. */
    static void rsqrt(float[] x, float[] results, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            float guess = 1f / (float) Math.sqrt(x[lane]);
            float square = guess * guess;
            float squareLost = Math.fma(guess, guess, -square);
            float residue = Math.fma(-square, x[lane], 1f);
            residue = Math.fma(-squareLost, x[lane], residue);
            results[lane] = Math.fma(0.5f * guess, residue, guess);
        }
    }
}
