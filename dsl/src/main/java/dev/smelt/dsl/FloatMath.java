package dev.smelt.dsl;

/**
 * The functions of floats that kernels call most, several times as fast as those of {@link Math}: computed in double,
 * where a short polynomial is exact far beyond a float, and rounded once. Within 0.501 ulp.
 *
 * <p>Method: reduction to a small interval and the Taylor polynomial there, which for these few digits is as good as a
 * minimax one (J.-M. Muller, Elementary Functions, chapters 3 and 11; the constants of pi/2 are split as Cody and Waite
 * do).
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
    private static final double LARGEST_ANGLE = 1e6;

    private static final double LOG2_E = 1 / 0.6931471805599453;
    private static final double LN_2 = 0.6931471805599453;
    /** Beyond it either way a float is 0 or infinite, and a double not yet. */
    private static final double LARGEST_EXPONENT = 200;

    private FloatMath() {}

    static float sin(float x) {
        double angle = x;
        if (!(Math.abs(angle) <= LARGEST_ANGLE)) {
            return (float) Math.sin(angle);
        }
        double quarters = (angle * TWO_OVER_PI + ROUNDER) - ROUNDER;
        return (float) sinOfQuarters((int) quarters, rest(angle, quarters));
    }

    static float cos(float x) {
        double angle = x;
        if (!(Math.abs(angle) <= LARGEST_ANGLE)) {
            return (float) Math.cos(angle);
        }
        double quarters = (angle * TWO_OVER_PI + ROUNDER) - ROUNDER;
        return (float) sinOfQuarters((int) quarters + 1, rest(angle, quarters));
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
        double tail = -1.0 / 6
                + square
                        * (1.0 / 120
                                + square * (-1.0 / 5040 + square * (1.0 / 362_880 + square * (-1.0 / 39_916_800))));
        return x * (1 + square * tail); // keeps the sign of a zero
    }

    private static double cosine(double square) {
        double tail = 1.0 / 24
                + square
                        * (-1.0 / 720
                                + square * (1.0 / 40_320 + square * (-1.0 / 3_628_800 + square * (1.0 / 479_001_600))));
        return 1 - square * 0.5 + square * square * tail;
    }

    static float exp(float x) {
        double exponent = x;
        if (!(Math.abs(exponent) <= LARGEST_EXPONENT)) {
            return (float) Math.exp(exponent);
        }
        double power = (exponent * LOG2_E + ROUNDER) - ROUNDER;
        double rest = exponent - power * LN_2;
        double scale = Double.longBitsToDouble(((long) power + 1023) << 52);
        return (float) (scale * expOfSmall(rest));
    }

    /** e^x, for x of -ln(2)/2 to ln(2)/2. */
    private static double expOfSmall(double x) {
        double high = 1.0 / 720 + x * (1.0 / 5040 + x * (1.0 / 40_320 + x * (1.0 / 362_880)));
        double tail = 1.0 / 6 + x * (1.0 / 24 + x * (1.0 / 120 + x * high));
        return 1 + x * (1 + x * (0.5 + x * tail));
    }
}
