package dev.smelt.dsl;

/**
 * The functions of floats that kernels call most, several times as fast as those of {@link Math}: computed in double,
 * where a short polynomial is exact far beyond a float, and rounded once. Within 0.501 ulp.
 *
 * <p>Method: reduction to a small interval and a polynomial there; for sines and cosines Taylor's, which for these few
 * digits is as good as a minimax one (J.-M. Muller, Elementary Functions, chapters 3 and 11; the constants of pi/2 are
 * split as Cody and Waite do). Polynomials are written in pairs of terms, not in Horner's form: a processor computes
 * the pairs side by side.
 */
final class FloatMath {
    /** Adding and subtracting this rounds a double below 2^51 to an integer. */
    private static final double ROUNDER = 0x1.8p52;

    private static final double TWO_OVER_PI = 2 / Math.PI;
    /** The first 33 bits of pi/2: its product with an integer below 2^20 is exact. */
    private static final double HALF_PI_HIGH = 0x1.921fb544p0;
    /** The rest of pi/2. */
    private static final double HALF_PI_LOW = 0x1.0b4611a626331p-34;
    /** Up to here the quarter turns are fewer than 2^20. */
    private static final float LARGEST_ANGLE = 1e6f;

    private static final double LOG2_E = 1 / 0.6931471805599453;
    private static final double LN_2 = 0.6931471805599453;
    /** Beyond it either way a float is 0 or infinite, and a double not yet. */
    private static final float LARGEST_EXPONENT = 200;

    /** What of a float's bits, moved to a double's mantissa, a double has too. */
    private static final long SIGN_AND_FLOAT = 0x8fff_ffff_e000_0000L;
    /** The difference between the exponents' biases, 1023 and 127. */
    private static final double REBIASED = 0x1p896;

    private FloatMath() {}

    /**
     * A finite x as a double.
     *
     * <p>Why not {@code (double) x}: x86's instruction for it keeps the other half of the register that it writes to,
     * and so waits for what was there before. Up to JDK 22, C2 takes any free register for it (JDK-8323116). If it
     * takes the one of the last result, each sine of a loop waits for the one before and takes 2.5 times as long, in
     * one run and not in the next.
     */
    static double widened(float x) {
        long bits = ((long) Float.floatToRawIntBits(x) << 29) & SIGN_AND_FLOAT;
        return Double.longBitsToDouble(bits) * REBIASED;
    }

    static float sin(float x) {
        if (!(Math.abs(x) <= LARGEST_ANGLE)) {
            return (float) Math.sin(x);
        }
        double angle = widened(x);
        double shifted = angle * TWO_OVER_PI + ROUNDER;
        return (float) sinOfQuarters(lowBits(shifted), rest(angle, shifted - ROUNDER));
    }

    static float cos(float x) {
        if (!(Math.abs(x) <= LARGEST_ANGLE)) {
            return (float) Math.cos(x);
        }
        double angle = widened(x);
        double shifted = angle * TWO_OVER_PI + ROUNDER;
        return (float) sinOfQuarters(lowBits(shifted) + 1, rest(angle, shifted - ROUNDER));
    }

    /** The lowest 32 bits of an integer to which {@link #ROUNDER} was added. */
    private static int lowBits(double shifted) {
        return (int) Double.doubleToRawLongBits(shifted);
    }

    private static double rest(double angle, double quarters) {
        return (angle - quarters * HALF_PI_HIGH) - quarters * HALF_PI_LOW;
    }

    /** {@code sin(quarters * pi/2 + rest)}, for a rest of -pi/4 to pi/4. */
    private static double sinOfQuarters(int quarters, double rest) {
        double square = rest * rest;
        double value = (quarters & 1) == 0 ? sine(rest, square) : cosine(square);
        return (quarters & 2) == 0 ? value : -value;
    }

    private static double sine(double x, double square) {
        double fourth = square * square;
        double high = (-1.0 / 5040 + square * (1.0 / 362_880)) + fourth * (-1.0 / 39_916_800);
        double tail = (-1.0 / 6 + square * (1.0 / 120)) + fourth * high;
        return x * (1 + square * tail); // keeps the sign of a zero
    }

    private static double cosine(double square) {
        double fourth = square * square;
        double high = (1.0 / 40_320 + square * (-1.0 / 3_628_800)) + fourth * (1.0 / 479_001_600);
        double tail = (1.0 / 24 + square * (-1.0 / 720)) + fourth * high;
        return (1 - square * 0.5) + fourth * tail;
    }

    static float exp(float x) {
        if (!(Math.abs(x) <= LARGEST_EXPONENT)) {
            return (float) Math.exp(x);
        }
        double exponent = widened(x);
        double shifted = exponent * LOG2_E + ROUNDER;
        double rest = exponent - (shifted - ROUNDER) * LN_2;
        double scale = Double.longBitsToDouble((long) (lowBits(shifted) + 1023) << 52);
        return (float) (scale * expOfSmall(rest));
    }

    /** e^x, for x of -ln(2)/2 to ln(2)/2: the polynomial of least largest relative error, 4.1e-11, by Remez' method. */
    private static double expOfSmall(double x) {
        double square = x * x;
        double low = 0.999999999961682 + x * 1.0000000002430947;
        double middle = 0.5000000104536223 + x * 0.16666665126152314;
        double high = 0.04166622542545943 + x * 0.008333561087489769;
        double highest = 0.00139481833320284 + x * 0.00019775172957129015;
        return (low + square * middle) + square * square * (high + square * highest);
    }
}
