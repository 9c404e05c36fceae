package dev.smelt.runtime.spi;

/**
 * Loops for logarithms and what is made of them ({@link LaneMath}). x is 2^n (1 + f), with 1 + f from sqrt(1/2) to sqrt(2);
 * the loops take 1 + f and, with {@link LaneExponentials#ROUNDER} added, n.
 */
final class LaneLogarithms {
    private static final float ROUNDER = LaneExponentials.ROUNDER;
    private static final int ROUNDER_BITS = Float.floatToRawIntBits(ROUNDER);
    private static final int SQRT_HALF_BITS = 0x3f35_04f3;

    private static final float LN_2_HIGH = 0x1.62e4p-1f;
    private static final float LN_2_LOW = 0x1.7f7d1cp-20f;
    private static final float LOG2_E = 0x1.715476p0f;
    private static final float LOG2_E_LOW = 0x1.4ae0cp-26f;
    private static final float LOG10_E = 0x1.bcb7b2p-2f;
    private static final float LOG10_E_LOW = -0x1.5b235ep-27f;
    private static final float LOG10_2_HIGH = 0x1.344p-2f;
    private static final float LOG10_2_LOW = 0x1.3509f8p-18f;

    private LaneLogarithms() {}

    /** Takes each normal x apart. */
    static void split(float[] x, float[] factors, float[] powers, int lanes) {
        LaneBits.factors(x, SQRT_HALF_BITS, factors, lanes);
        LaneBits.powers(x, SQRT_HALF_BITS, ROUNDER_BITS, powers, lanes);
    }

    static void log(float[] factors, float[] powers, float[] results, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            float factor = factors[lane] - 1f;
            float power = powers[lane] - ROUNDER;
            float square = factor * factor;
            float low = Math.fma(power, LN_2_LOW, factor * square * tail(factor));
            low = Math.fma(square, -0.5f, low);
            results[lane] = Math.fma(power, LN_2_HIGH, factor + low);
        }
    }

    /** {@code (ln(1 + f) - f + f^2/2) / f^3}. */
    private static float tail(float factor) {
        float tail = Math.fma(factor, -0x1.41ee94p-4f, 0x1.07d0c8p-3f);
        tail = Math.fma(factor, tail, -0x1.0ce04ep-3f);
        tail = Math.fma(factor, tail, 0x1.226e4ep-3f);
        tail = Math.fma(factor, tail, -0x1.54789p-3f);
        tail = Math.fma(factor, tail, 0x1.99a596p-3f);
        tail = Math.fma(factor, tail, -0x1.00022p-2f);
        return Math.fma(factor, tail, 0x1.55554ap-2f);
    }

    static void log2(float[] factors, float[] powers, float[] results, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            float factor = factors[lane] - 1f;
            float square = factor * factor;
            float low = Math.fma(square, -0.5f, factor * square * tail(factor));
            // As an fma, this took 4 times as long on JDK 25.
            float sum = powers[lane] - ROUNDER + factor * LOG2_E_LOW;
            results[lane] = Math.fma(factor, LOG2_E, Math.fma(low, LOG2_E, sum));
        }
    }

    static void log10(float[] factors, float[] powers, float[] results, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            float factor = factors[lane] - 1f;
            float power = powers[lane] - ROUNDER;
            float square = factor * factor;
            float low = Math.fma(square, -0.5f, factor * square * tail(factor));
            float sum = Math.fma(factor, LOG10_E_LOW, power * LOG10_2_LOW);
            sum = Math.fma(factor, LOG10_E, Math.fma(low, LOG10_E, sum));
            results[lane] = Math.fma(power, LOG10_2_HIGH, sum);
        }
    }

    /** {@code asinh(|x|) = ln(1 + this)}. */
    static void asinhArguments(float[] x, float[] arguments, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            float a = Math.abs(x[lane]);
            arguments[lane] = a + a * a / (1f + (float) Math.sqrt(Math.fma(a, a, 1f)));
        }
    }

    /** {@code acosh(x) = ln(1 + this)}. */
    static void acoshArguments(float[] x, float[] arguments, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            float t = x[lane] - 1f;
            arguments[lane] = t + (float) Math.sqrt(Math.fma(t, t, 2f * t));
        }
    }

    /** {@code atanh(|x|) = ln(1 + this) / 2}. */
    static void atanhArguments(float[] x, float[] arguments, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            float a = Math.abs(x[lane]);
            arguments[lane] = 2f * a / (1f - a);
        }
    }

    static void addOne(float[] x, float[] sums, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            sums[lane] = 1f + x[lane];
        }
    }

    /**
     * What the sum has lost of ln(1 + x), in place of x (D. Knuth, The Art of Computer Programming, volume 2, section 4.2.2,
     * theorem B).
     */
    static void lost(float[] sums, float[] x, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            float added = sums[lane] - 1f;
            float lost = (1f - (sums[lane] - added)) + (x[lane] - added);
            x[lane] = lost / sums[lane];
        }
    }

    /** {@code scale * ln(1 + x)} by the logarithm of the sum, which has been taken apart, and what it has lost. */
    static void log1p(float scale, float[] lost, float[] factors, float[] powers, float[] results, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            float factor = factors[lane] - 1f;
            float power = powers[lane] - ROUNDER;
            float square = factor * factor;
            float low = Math.fma(power, LN_2_LOW, factor * square * tail(factor));
            low = Math.fma(square, -0.5f, low) + lost[lane];
            results[lane] = scale * Math.fma(power, LN_2_HIGH, factor + low);
        }
    }
}
