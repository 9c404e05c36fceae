package dev.smelt.runtime.spi;

/** Loops for functions of angles ({@link LaneMath}). */
final class LaneAngles {
    private static final float ROUNDER = LaneExponentials.ROUNDER;
    /** Adding and subtracting this rounds an integer below 2^23 to an even one. */
    private static final float EVEN_ROUNDER = 0x1.8p24f;

    private static final float ONE_OVER_PI = 0x1.45f306p-2f;
    /** The parts of pi, all positive, so that the rest of -0 is -0. */
    private static final float PI_HIGH = 0x1.921fb4p1f;

    private static final float PI_MIDDLE = 0x1.4442dp-23f;
    private static final float PI_LOW = 0x1.846988p-47f;

    private LaneAngles() {}

    static void sin(float[] x, float[] results, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            results[lane] = sin(x[lane]);
        }
    }

    /** The sine of what is left of an angle without its half turns; for an odd number of them with the other sign. */
    static float sin(float x) {
        float halfTurns = Math.fma(x, ONE_OVER_PI, ROUNDER) - ROUNDER;
        float rest = Math.fma(halfTurns, -PI_HIGH, x);
        rest = Math.fma(halfTurns, -PI_MIDDLE, rest);
        rest = Math.fma(halfTurns, -PI_LOW, rest);
        float odd = oddness(halfTurns);
        float sign = 1f - odd - odd;
        return rest * sign * sineByAngle(rest * rest); // keeps the sign of a zero
    }

    /** 1 for an odd integer, 0 for an even one: by sums alone, since products are what the loops wait for. */
    private static float oddness(float integer) {
        return Math.abs(integer - (integer + EVEN_ROUNDER - EVEN_ROUNDER));
    }

    /** {@code sin(r) / r}, of r^2, for |r| up to pi/2. */
    private static float sineByAngle(float square) {
        float tail = Math.fma(square, 0x1.5db8cep-19f, -0x1.9f6fa8p-13f);
        tail = Math.fma(square, tail, 0x1.110ed2p-7f);
        tail = Math.fma(square, tail, -0x1.55554cp-3f);
        return Math.fma(square, tail, 1f);
    }

    static void cos(float[] x, float[] results, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            results[lane] = cos(x[lane]);
        }
    }

    /** The cosine is the sine of half a half turn less, with the other sign. */
    static float cos(float x) {
        float before = Math.fma(x, ONE_OVER_PI, -0.5f) + ROUNDER - ROUNDER;
        float halfTurns = before + 0.5f;
        float rest = Math.fma(halfTurns, -PI_HIGH, x);
        rest = Math.fma(halfTurns, -PI_MIDDLE, rest);
        rest = Math.fma(halfTurns, -PI_LOW, rest);
        float odd = oddness(before);
        float sign = odd + odd - 1f;
        return rest * sign * sineByAngle(rest * rest);
    }

    static void tan(float[] x, float[] results, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            results[lane] = tan(x[lane]);
        }
    }

    /**
     * The tangent of what is left without quarter turns, t; after an odd number of them -1 / t. Relative error of the
     * polynomial 1.8e-8.
     */
    private static float tan(float x) {
        float quarters = Math.fma(x, 2f * ONE_OVER_PI, ROUNDER) - ROUNDER;
        float rest = Math.fma(quarters, -0.5f * PI_HIGH, x);
        rest = Math.fma(quarters, -0.5f * PI_MIDDLE, rest);
        rest = Math.fma(quarters, -0.5f * PI_LOW, rest);
        float square = rest * rest;
        float tail = Math.fma(square, 0x1.33ab0cp-7f, 0x1.97f092p-9f);
        tail = Math.fma(square, tail, 0x1.905aeap-6f);
        tail = Math.fma(square, tail, 0x1.b58792p-5f);
        tail = Math.fma(square, tail, 0x1.112dep-3f);
        tail = Math.fma(square, tail, 0x1.5554dep-2f);
        float tangent = rest * Math.fma(square, tail, 1f);
        float odd = oddness(quarters);
        return Math.fma(tangent, 1f - odd, -odd) / Math.fma(tangent, odd, 1f - odd);
    }

    /** {@code sin(pi * |x|)}; 0 at integers, without a sign. */
    static void sinpi(float[] x, float[] results, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            float angle = Math.abs(x[lane]);
            float halfTurns = angle + ROUNDER - ROUNDER;
            float part = angle - halfTurns;
            float rest = Math.fma(part, PI_HIGH, part * PI_MIDDLE);
            float odd = oddness(halfTurns);
            float sign = 1f - odd - odd;
            results[lane] = rest * sign * sineByAngle(rest * rest) + 0f;
        }
    }

    /** {@code cos(pi * x)}; 0 halfway between integers, without a sign. */
    static void cospi(float[] x, float[] results, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            float angle = Math.abs(x[lane]);
            float before = angle - 0.5f + ROUNDER - ROUNDER;
            float part = angle - (before + 0.5f);
            float rest = Math.fma(part, PI_HIGH, part * PI_MIDDLE);
            float odd = oddness(before);
            float sign = odd + odd - 1f;
            results[lane] = rest * sign * sineByAngle(rest * rest) + 0f;
        }
    }

    static void divide(float[] dividends, float[] results, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            results[lane] = dividends[lane] / results[lane];
        }
    }
}
