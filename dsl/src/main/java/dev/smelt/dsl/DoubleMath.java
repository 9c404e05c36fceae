package dev.smelt.dsl;

/**
 * Functions that {@link Math} lacks, of double arguments that are floats: exact arguments make some differences below
 * exact. Each result is within a few ulp of double, so that rounding it to float gives 0.5 ulp and a trifle.
 */
final class DoubleMath {

    private static final double LN_2 = 0.6931471805599453;

    private DoubleMath() {}

    /** {@code sin(pi * x)}, with the argument reduced to -0.5 to 0.5 before it meets pi. */
    static double sinpi(double x) {
        if (!Double.isFinite(x)) {
            return Double.NaN;
        }
        double turns = Math.rint(x);
        double rest = x - turns;
        if (rest == 0) {
            return Math.copySign(0.0, x);
        }
        double sine = Math.sin(Math.PI * rest);
        return isOdd(turns) ? -sine : sine;
    }

    /** {@code cos(pi * x)}; near its zeros it is taken from the sine, which doesn't cancel there. */
    static double cospi(double x) {
        if (!Double.isFinite(x)) {
            return Double.NaN;
        }
        double turns = Math.rint(x);
        double rest = Math.abs(x - turns);
        if (rest == 0.5) {
            return 0.0;
        }
        double cosine = rest > 0.25 ? Math.sin(Math.PI * (0.5 - rest)) : Math.cos(Math.PI * rest);
        return isOdd(turns) ? -cosine : cosine;
    }

    static double tanpi(double x) {
        return sinpi(x) / cospi(x);
    }

    private static boolean isOdd(double integer) {
        return Math.abs(integer % 2) == 1;
    }

    /** {@code log(|x| + sqrt(x * x + 1))}, as 1 plus a small number, for what is small. */
    static double asinh(double x) {
        double a = Math.abs(x);
        if (a == Double.POSITIVE_INFINITY) {
            return x;
        }
        double magnitude = Math.log1p(a + a * a / (1 + Math.sqrt(a * a + 1)));
        return Math.copySign(magnitude, x);
    }

    /** {@code log(x + sqrt(x * x - 1))}, by {@code t = x - 1}, for what is near 1. */
    static double acosh(double x) {
        if (x < 1) {
            return Double.NaN;
        }
        double t = x - 1;
        return t == Double.POSITIVE_INFINITY ? t : Math.log1p(t + Math.sqrt(t * (t + 2)));
    }

    /** {@code 0.5 * log((1 + x) / (1 - x))}, for what is small. */
    static double atanh(double x) {
        double a = Math.abs(x);
        return Math.copySign(0.5 * Math.log1p(2 * a / (1 - a)), x);
    }

    static double log2(double x) {
        return Math.log(x) / LN_2;
    }

    /** C's: 1 where {@link Math#pow} has NaN for a base of magnitude 1. */
    static double pow(double x, double y) {
        if (x == 1 || (x == -1 && Double.isInfinite(y))) {
            return 1;
        }
        return Math.pow(x, y);
    }

    /**
     * To the nearest integer, ties away from zero: exact, since a float plus 0.5 is exact in double where it matters.
     */
    static double round(double x) {
        return Math.copySign(Math.floor(Math.abs(x) + 0.5), x);
    }

    static double trunc(double x) {
        return Math.copySign(Math.floor(Math.abs(x)), x);
    }
}
