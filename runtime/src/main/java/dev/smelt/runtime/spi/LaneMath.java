package dev.smelt.runtime.spi;

import dev.smelt.dsl.Msl;

/**
 * Functions of floats for all lanes of a threadgroup at once, many times as fast as one after the other: loops over
 * arrays that HotSpot turns into SIMD instructions. Within 2.3 ulp, which is inside of what Metal's precise functions allow.
 *
 * <p>Method: reduction to a small interval by the constants of Cody and Waite, and a polynomial of least largest relative
 * error there, by Remez' method (J.-M. Muller, Elementary Functions, chapters 3 and 11). There are no branches; what
 * needs the bits of a float stands in a loop of its own, since it keeps HotSpot from SIMD. That loop also finds out
 * whether a value is outside the range of the method: then those lanes are done one by one, by the functions of {@code
 * dsl}.
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
    private static final int MANTISSA_BITS = 23;

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
        expShift(x, scratch, lanes);
        expRest(x, scratch, results, lanes);
        expScale(scratch, results, lanes);
    }

    /** Beyond these ends e^x is 0 and infinite. */
    private static void expShift(float[] x, float[] shifted, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            shifted[lane] = Math.fma(Math.min(Math.max(x[lane], -104f), 89f), LOG2_E, ROUNDER);
        }
    }

    private static void expRest(float[] x, float[] shifted, float[] results, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            float power = shifted[lane] - ROUNDER;
            float rest = Math.fma(power, -LN_2_HIGH, Math.min(Math.max(x[lane], -104f), 89f));
            rest = Math.fma(power, -LN_2_LOW, rest);
            float tail = Math.fma(rest, 0x1.6a2356p-10f, 0x1.123a6ap-7f);
            tail = Math.fma(rest, tail, 0x1.5558f4p-5f);
            tail = Math.fma(rest, tail, 0x1.55549p-3f);
            tail = Math.fma(rest, tail, 0x1.fffffcp-2f);
            results[lane] = Math.fma(rest * rest, tail, rest) + 1f;
        }
    }

    /** Times 2^power, in two steps: one alone overflows where the product does not. */
    private static void expScale(float[] shifted, float[] results, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            int power = Float.floatToRawIntBits(shifted[lane]) - ROUNDER_BITS;
            int half = power >> 1;
            results[lane] = results[lane]
                    * Float.intBitsToFloat((half + 127) << MANTISSA_BITS)
                    * Float.intBitsToFloat((power - half + 127) << MANTISSA_BITS);
        }
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
        sinShift(x, scratch, lanes);
        sinRest(x, scratch, 0f, results, lanes);
        if (!turn(x, scratch, 0, results, lanes)) {
            for (int lane = 0; lane < lanes; lane++) {
                if (isLarge(x[lane])) {
                    results[lane] = Msl.sin(x[lane]);
                }
            }
        }
    }

    /** The cosine of each lane: of half a half turn less, the sine with the other sign. */
    public void cos(LaneMask mask, float[] x, float[] results) {
        int lanes = mask.lanes();
        if (!FAST) {
            for (int lane = 0; lane < lanes; lane++) {
                results[lane] = Msl.cos(x[lane]);
            }
            return;
        }
        cosShift(x, scratch, lanes);
        sinRest(x, scratch, 0.5f, results, lanes);
        if (!turn(x, scratch, 1, results, lanes)) {
            for (int lane = 0; lane < lanes; lane++) {
                if (isLarge(x[lane])) {
                    results[lane] = Msl.cos(x[lane]);
                }
            }
        }
    }

    private static void sinShift(float[] x, float[] shifted, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            shifted[lane] = Math.fma(x[lane], ONE_OVER_PI, ROUNDER);
        }
    }

    private static void cosShift(float[] x, float[] shifted, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            shifted[lane] = Math.fma(x[lane], ONE_OVER_PI, -0.5f) + ROUNDER;
        }
    }

    /** The sine of what is left of an angle without its half turns. */
    private static void sinRest(float[] x, float[] shifted, float more, float[] results, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            float halfTurns = shifted[lane] - ROUNDER + more;
            float rest = Math.fma(halfTurns, -PI_HIGH, x[lane]);
            rest = Math.fma(halfTurns, -PI_MIDDLE, rest);
            rest = Math.fma(halfTurns, -PI_LOW, rest);
            float square = rest * rest;
            float tail = Math.fma(square, 0x1.5db8cep-19f, -0x1.9f6fa8p-13f);
            tail = Math.fma(square, tail, 0x1.110ed2p-7f);
            tail = Math.fma(square, tail, -0x1.55554cp-3f);
            results[lane] = rest * Math.fma(square, tail, 1f); // keeps the sign of a zero
        }
    }

    /** Changes the sign for odd half turns; whether no angle was too large. */
    private static boolean turn(float[] x, float[] shifted, int more, float[] results, int lanes) {
        int within = 0;
        for (int lane = 0; lane < lanes; lane++) {
            int sign = (Float.floatToRawIntBits(shifted[lane]) + more) << 31;
            results[lane] = Float.intBitsToFloat(Float.floatToRawIntBits(results[lane]) ^ sign);
            within |= LARGEST_ANGLE_BITS - (Float.floatToRawIntBits(x[lane]) & Integer.MAX_VALUE);
        }
        return within >= 0;
    }

    /** Also of infinite ones and NaN. */
    private static boolean isLarge(float x) {
        return (Float.floatToRawIntBits(x) & Integer.MAX_VALUE) > LARGEST_ANGLE_BITS;
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
        boolean normal = logSplit(x, scratch, second, lanes);
        logRest(scratch, second, results, lanes);
        if (!normal) {
            for (int lane = 0; lane < lanes; lane++) {
                int bits = Float.floatToRawIntBits(x[lane]);
                if (bits < SMALLEST_NORMAL_BITS || bits > LARGEST_BITS) {
                    results[lane] = Msl.log(x[lane]);
                }
            }
        }
    }

    /** x as a power of 2 and a factor from sqrt(1/2) to sqrt(2), of which 1 is taken; whether all are normal and above 0. */
    private static boolean logSplit(float[] x, float[] factors, float[] powers, int lanes) {
        int within = 0;
        for (int lane = 0; lane < lanes; lane++) {
            int bits = Float.floatToRawIntBits(x[lane]);
            int power = (bits - SQRT_HALF_BITS) >> MANTISSA_BITS;
            factors[lane] = Float.intBitsToFloat(bits - (power << MANTISSA_BITS)) - 1f;
            powers[lane] = power;
            within |= (bits - SMALLEST_NORMAL_BITS) | (LARGEST_BITS - bits) | bits;
        }
        return within >= 0;
    }

    private static void logRest(float[] factors, float[] powers, float[] results, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            float factor = factors[lane];
            float square = factor * factor;
            float tail = Math.fma(factor, -0x1.41ee94p-4f, 0x1.07d0c8p-3f);
            tail = Math.fma(factor, tail, -0x1.0ce04ep-3f);
            tail = Math.fma(factor, tail, 0x1.226e4ep-3f);
            tail = Math.fma(factor, tail, -0x1.54789p-3f);
            tail = Math.fma(factor, tail, 0x1.99a596p-3f);
            tail = Math.fma(factor, tail, -0x1.00022p-2f);
            tail = Math.fma(factor, tail, 0x1.55554ap-2f);
            float low = Math.fma(powers[lane], LN_2_LOW, factor * square * tail);
            low = Math.fma(square, -0.5f, low);
            results[lane] = Math.fma(powers[lane], LN_2_HIGH, factor + low);
        }
    }
}
