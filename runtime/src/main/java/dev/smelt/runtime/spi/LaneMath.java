package dev.smelt.runtime.spi;

import dev.smelt.dsl.Msl;

/**
 * Functions of floats for all lanes of a threadgroup at once, many times as fast as one after the other: loops over
 * arrays that HotSpot turns into SIMD instructions. Within 2.3 ulp, which is inside of what Metal's precise functions allow.
 *
 * <p>Method: reduction to a small interval by the constants of Cody and Waite, and a polynomial of least largest relative
 * error there, by Remez' method (J.-M. Muller, Elementary Functions, chapters 3 and 11). There are no branches; what
 * needs the bits of floats stands in loops of its own ({@link LaneBits}). One of those finds out whether a value is
 * outside the range of the method: then such lanes are done one by one, by the functions of {@code dsl}.
 *
 * <p>For use by one thread; the arrays of arguments and results have the length that was given at the start or more.
 */
public final class LaneMath {
    /** Adding and subtracting this rounds a float below 2^22 to an integer, which is in the low bits of the sum. */
    private static final float ROUNDER = 0x1.8p23f;

    private static final int ROUNDER_BITS = Float.floatToRawIntBits(ROUNDER);

    private static final float LOG2_E = 0x1.715476p0f;
    private static final float LN_2_HIGH = 0x1.62e4p-1f;
    private static final float LN_2_LOW = 0x1.7f7d1cp-20f;

    private static final float ONE_OVER_PI = 0x1.45f306p-2f;
    /** The parts of pi, all positive, so that the rest of -0 is -0. */
    private static final float PI_HIGH = 0x1.921fb4p1f;

    private static final float PI_MIDDLE = 0x1.4442dp-23f;
    private static final float PI_LOW = 0x1.846988p-47f;
    /** Up to here an angle has fewer than 2^14 half turns, and its rest is good to the last bit. */
    private static final int LARGEST_ANGLE_BITS = Float.floatToRawIntBits(30_000f);

    private static final int SMALLEST_NORMAL_BITS = 0x0080_0000;
    private static final int LARGEST_BITS = 0x7f7f_ffff;
    private static final int SQRT_HALF_BITS = 0x3f35_04f3;
    /** Up to here the power e^x and its reciprocal are normal floats. */
    private static final int LARGEST_POWER_BITS = Float.floatToRawIntBits(87f);

    private static final boolean FAST = hasFastFma();

    private final float[] scratch;
    private final float[] second;

    /**
     * Functions for threadgroups.
     *
     * @param lanes the most lanes of a threadgroup
     */
    public LaneMath(int lanes) {
        scratch = new float[lanes];
        second = new float[lanes];
    }

    /** Without an instruction for it, {@code Math.fma} computes by {@code BigDecimal}, thousands of times slower. */
    private static boolean hasFastFma() {
        float sum = 0f;
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                sum = Math.fma(sum, 0.5f, 1.1f);
            }
            best = Math.min(best, System.nanoTime() - start);
        }
        // 20 interpreted calls of the instruction take 2 µs at most, BigDecimal more than 30.
        return sum > 0f && best < 12_000;
    }

    /** e^x for each lane. */
    public void exp(LaneMask mask, float[] x, float[] results) {
        int lanes = mask.lanes();
        if (!FAST) {
            for (int lane = 0; lane < lanes; lane++) {
                results[lane] = Msl.exp(x[lane]);
            }
            return;
        }
        boolean large = LaneBits.anyBeyond(x, LARGEST_POWER_BITS, lanes);
        expShift(x, scratch, lanes);
        expRest(x, scratch, results, lanes);
        LaneBits.scale(scratch, results, lanes);
        if (large) {
            for (int lane = 0; lane < lanes; lane++) {
                if (isBeyond(x[lane], LARGEST_POWER_BITS)) {
                    results[lane] = Msl.exp(x[lane]);
                }
            }
        }
    }

    private static void expShift(float[] x, float[] shifted, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            shifted[lane] = Math.fma(x[lane], LOG2_E, ROUNDER);
        }
    }

    private static void expRest(float[] x, float[] shifted, float[] results, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            float power = shifted[lane] - ROUNDER;
            float rest = Math.fma(power, -LN_2_HIGH, x[lane]);
            rest = Math.fma(power, -LN_2_LOW, rest);
            float tail = Math.fma(rest, 0x1.6a2356p-10f, 0x1.123a6ap-7f);
            tail = Math.fma(rest, tail, 0x1.5558f4p-5f);
            tail = Math.fma(rest, tail, 0x1.55549p-3f);
            tail = Math.fma(rest, tail, 0x1.fffffcp-2f);
            results[lane] = Math.fma(rest * rest, tail, rest) + 1f;
        }
    }

    /** Also of infinite ones and NaN. */
    private static boolean isBeyond(float x, int limit) {
        return (Float.floatToRawIntBits(x) & LaneBits.MAGNITUDE) > limit;
    }

    /** The sine of each lane. */
    public void sin(LaneMask mask, float[] x, float[] results) {
        int lanes = mask.lanes();
        if (!FAST) {
            for (int lane = 0; lane < lanes; lane++) {
                results[lane] = Msl.sin(x[lane]);
            }
            return;
        }
        sine(x, results, lanes);
        if (LaneBits.anyBeyond(x, LARGEST_ANGLE_BITS, lanes)) {
            for (int lane = 0; lane < lanes; lane++) {
                if (isBeyond(x[lane], LARGEST_ANGLE_BITS)) {
                    results[lane] = Msl.sin(x[lane]);
                }
            }
        }
    }

    /** The cosine of each lane. */
    public void cos(LaneMask mask, float[] x, float[] results) {
        int lanes = mask.lanes();
        if (!FAST) {
            for (int lane = 0; lane < lanes; lane++) {
                results[lane] = Msl.cos(x[lane]);
            }
            return;
        }
        cosine(x, results, lanes);
        if (LaneBits.anyBeyond(x, LARGEST_ANGLE_BITS, lanes)) {
            for (int lane = 0; lane < lanes; lane++) {
                if (isBeyond(x[lane], LARGEST_ANGLE_BITS)) {
                    results[lane] = Msl.cos(x[lane]);
                }
            }
        }
    }

    /**
     * The sine of what is left of an angle without its half turns; for an odd number of them with the other sign, which
     * half their number tells by its fraction.
     */
    private static void sine(float[] x, float[] results, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            float halfTurns = Math.fma(x[lane], ONE_OVER_PI, ROUNDER) - ROUNDER;
            float rest = Math.fma(halfTurns, -PI_HIGH, x[lane]);
            rest = Math.fma(halfTurns, -PI_MIDDLE, rest);
            rest = Math.fma(halfTurns, -PI_LOW, rest);
            float turns = halfTurns * 0.5f;
            float odd = turns - (turns + ROUNDER - ROUNDER);
            float square = rest * rest;
            float tail = Math.fma(square, 0x1.5db8cep-19f, -0x1.9f6fa8p-13f);
            tail = Math.fma(square, tail, 0x1.110ed2p-7f);
            tail = Math.fma(square, tail, -0x1.55554cp-3f);
            float sign = Math.fma(odd * odd, -8f, 1f);
            results[lane] = rest * sign * Math.fma(square, tail, 1f); // keeps the sign of a zero
        }
    }

    /** The cosine is the sine of half a half turn less, with the other sign. */
    private static void cosine(float[] x, float[] results, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            float before = Math.fma(x[lane], ONE_OVER_PI, -0.5f) + ROUNDER - ROUNDER;
            float halfTurns = before + 0.5f;
            float rest = Math.fma(halfTurns, -PI_HIGH, x[lane]);
            rest = Math.fma(halfTurns, -PI_MIDDLE, rest);
            rest = Math.fma(halfTurns, -PI_LOW, rest);
            float turns = before * 0.5f;
            float odd = turns - (turns + ROUNDER - ROUNDER);
            float square = rest * rest;
            float tail = Math.fma(square, 0x1.5db8cep-19f, -0x1.9f6fa8p-13f);
            tail = Math.fma(square, tail, 0x1.110ed2p-7f);
            tail = Math.fma(square, tail, -0x1.55554cp-3f);
            float sign = Math.fma(odd * odd, 8f, -1f);
            results[lane] = rest * sign * Math.fma(square, tail, 1f);
        }
    }

    /** The natural logarithm of each lane. */
    public void log(LaneMask mask, float[] x, float[] results) {
        int lanes = mask.lanes();
        if (!FAST) {
            for (int lane = 0; lane < lanes; lane++) {
                results[lane] = Msl.log(x[lane]);
            }
            return;
        }
        boolean special = LaneBits.anyOutside(x, SMALLEST_NORMAL_BITS, LARGEST_BITS, lanes);
        LaneBits.factors(x, SQRT_HALF_BITS, scratch, lanes);
        LaneBits.powers(x, SQRT_HALF_BITS, ROUNDER_BITS, second, lanes);
        logRest(scratch, second, results, lanes);
        if (special) {
            for (int lane = 0; lane < lanes; lane++) {
                int bits = Float.floatToRawIntBits(x[lane]);
                if (bits < SMALLEST_NORMAL_BITS || bits > LARGEST_BITS) {
                    results[lane] = Msl.log(x[lane]);
                }
            }
        }
    }

    /** Of factors from sqrt(1/2) to sqrt(2), and powers of 2 with {@link #ROUNDER} added. */
    private static void logRest(float[] factors, float[] powers, float[] results, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            float factor = factors[lane] - 1f;
            float power = powers[lane] - ROUNDER;
            float square = factor * factor;
            float tail = Math.fma(factor, -0x1.41ee94p-4f, 0x1.07d0c8p-3f);
            tail = Math.fma(factor, tail, -0x1.0ce04ep-3f);
            tail = Math.fma(factor, tail, 0x1.226e4ep-3f);
            tail = Math.fma(factor, tail, -0x1.54789p-3f);
            tail = Math.fma(factor, tail, 0x1.99a596p-3f);
            tail = Math.fma(factor, tail, -0x1.00022p-2f);
            tail = Math.fma(factor, tail, 0x1.55554ap-2f);
            float low = Math.fma(power, LN_2_LOW, factor * square * tail);
            low = Math.fma(square, -0.5f, low);
            results[lane] = Math.fma(power, LN_2_HIGH, factor + low);
        }
    }

    /** {@code left < right ? then : otherwise} for each lane. */
    public void selectLess(
            LaneMask mask, float[] left, float[] right, float[] then, float[] otherwise, float[] results) {
        int lanes = mask.lanes();
        subtract(left, right, scratch, lanes);
        System.arraycopy(otherwise, 0, results, 0, lanes);
        LaneBits.selectNegative(scratch, then, results, lanes);
    }

    /** {@code left <= right ? then : otherwise} for each lane. */
    public void selectLessOrEqual(
            LaneMask mask, float[] left, float[] right, float[] then, float[] otherwise, float[] results) {
        int lanes = mask.lanes();
        subtract(left, right, scratch, lanes);
        System.arraycopy(otherwise, 0, results, 0, lanes);
        LaneBits.selectNotPositive(scratch, then, results, lanes);
        if (LaneBits.anyBeyond(scratch, LARGEST_BITS, lanes)) {
            // The difference of equal infinite values tells nothing.
            for (int lane = 0; lane < lanes; lane++) {
                results[lane] = left[lane] <= right[lane] ? then[lane] : otherwise[lane];
            }
        }
    }

    private static void subtract(float[] left, float[] right, float[] differences, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            differences[lane] = left[lane] - right[lane];
        }
    }
}
