package dev.smelt.runtime.spi;

/**
 * Loops for powers and what is made of them ({@link LaneMath}).
 *
 * <p>e^x is 2^n e^r, n being the integer next to x / ln(2), so that |r| is at most ln(2)/2. x times 1 / ln(2), with {@link
 * #ROUNDER} added, has n in its low bits: its 'exponent' here.
 */
final class LaneExponentials {
    /** Adding and subtracting this rounds a float below 2^22 to an integer, which is in the low bits of the sum. */
    static final float ROUNDER = 0x1.8p23f;

    private static final float LOG2_E = 0x1.715476p0f;
    private static final float LN_2_HIGH = 0x1.62e4p-1f;
    private static final float LN_2_LOW = 0x1.7f7d1cp-20f;

    private static final float LOG2_10 = 0x1.a934fp1f;
    private static final float LOG10_2_HIGH = 0x1.344p-2f;
    private static final float LOG10_2_LOW = 0x1.3509f8p-18f;

    /** Beyond, the hyperbolic tangent is 1 for floats. */
    private static final float LARGEST_TANGENT = 9.1f;

    private LaneExponentials() {}

    /** Of e^x. */
    static void exponents(float[] x, float[] exponents, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            exponents[lane] = Math.fma(x[lane], LOG2_E, ROUNDER);
        }
    }

    /** e^r. */
    static void exp(float[] x, float[] exponents, float[] results, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            float power = exponents[lane] - ROUNDER;
            float rest = Math.fma(power, -LN_2_HIGH, x[lane]);
            rest = Math.fma(power, -LN_2_LOW, rest);
            results[lane] = Math.fma(rest * rest, tail(rest), rest) + 1f;
        }
    }

    /** {@code (e^r - 1 - r) / r^2}. */
    private static float tail(float rest) {
        float tail = Math.fma(rest, 0x1.6a2356p-10f, 0x1.123a6ap-7f);
        tail = Math.fma(rest, tail, 0x1.5558f4p-5f);
        tail = Math.fma(rest, tail, 0x1.55549p-3f);
        return Math.fma(rest, tail, 0x1.fffffcp-2f);
    }

    /** Of 2^x. */
    static void exponentsOf2(float[] x, float[] exponents, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            exponents[lane] = x[lane] + ROUNDER;
        }
    }

    static void exp2(float[] x, float[] exponents, float[] results, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            float rest = x[lane] - (exponents[lane] - ROUNDER);
            results[lane] = exp2(rest);
        }
    }

    /** 2^r, for |r| up to 0.5; relative error of the polynomial 3.0e-9. */
    static float exp2(float rest) {
        float slope = Math.fma(rest, 0x1.416b7ep-13f, 0x1.5f0838p-10f);
        slope = Math.fma(rest, slope, 0x1.3b2dep-7f);
        slope = Math.fma(rest, slope, 0x1.c6af7cp-5f);
        slope = Math.fma(rest, slope, 0x1.ebfbdcp-3f);
        slope = Math.fma(rest, slope, 0x1.62e43p-1f);
        return Math.fma(rest, slope, 1f);
    }

    /** Of 10^x. */
    static void exponentsOf10(float[] x, float[] exponents, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            exponents[lane] = Math.fma(x[lane], LOG2_10, ROUNDER);
        }
    }

    /** 10^r; relative error of the polynomial 2.6e-9. */
    static void exp10(float[] x, float[] exponents, float[] results, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            float power = exponents[lane] - ROUNDER;
            float rest = Math.fma(power, -LOG10_2_HIGH, x[lane]);
            rest = Math.fma(power, -LOG10_2_LOW, rest);
            float slope = Math.fma(rest, 0x1.a6427ep-3f, 0x1.156a26p-1f);
            slope = Math.fma(rest, slope, 0x1.2bd9fap0f);
            slope = Math.fma(rest, slope, 0x1.046f9cp1f);
            slope = Math.fma(rest, slope, 0x1.53524ap1f);
            slope = Math.fma(rest, slope, 0x1.26bb1cp1f);
            results[lane] = Math.fma(rest, slope, 1f);
        }
    }

    /** Of e^|x|. */
    static void exponentsOfMagnitudes(float[] x, float[] exponents, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            exponents[lane] = Math.fma(Math.abs(x[lane]), LOG2_E, ROUNDER);
        }
    }

    /** e^x - 1, of x, its n, and 2^n. A zero keeps its sign. */
    private static float expm1(float x, float power, float scale) {
        float rest = Math.fma(power, -LN_2_HIGH, x);
        rest = Math.fma(power, -LN_2_LOW, rest);
        float ofRest = rest * Math.fma(rest, tail(rest), 1f);
        return Math.fma(ofRest, scale, -(1f - scale));
    }

    /** By the power e^|x| less 1, which keeps its digits near 0. */
    static void sinh(float[] x, float[] exponents, float[] scales, float[] results, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            float power = expm1(Math.abs(x[lane]), exponents[lane] - ROUNDER, scales[lane]);
            results[lane] = 0.5f * (power + power / (power + 1f));
        }
    }

    static void cosh(float[] x, float[] exponents, float[] scales, float[] results, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            float power = expm1(Math.abs(x[lane]), exponents[lane] - ROUNDER, scales[lane]) + 1f;
            results[lane] = 0.5f * (power + 1f / power);
        }
    }

    /** 2 x, no further than it makes a difference to the tangent. */
    static void doubled(float[] x, float[] doubled, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            doubled[lane] = 2f * Math.max(-LARGEST_TANGENT, Math.min(LARGEST_TANGENT, x[lane]));
        }
    }

    /** By p = e^(2x) - 1, as p / (p + 2). */
    static void tanh(float[] doubled, float[] exponents, float[] scales, float[] results, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            float power = expm1(doubled[lane], exponents[lane] - ROUNDER, scales[lane]);
            results[lane] = power / (power + 2f);
        }
    }
}
