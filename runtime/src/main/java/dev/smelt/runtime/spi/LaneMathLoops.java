package dev.smelt.runtime.spi;

import dev.smelt.dsl.Msl;

/**
 * The loops of {@link LaneMath}.
 *
 * <p>Method: reduction to a small interval by the constants of Cody and Waite, and a polynomial of least largest relative
 * error there, by Remez' or Lawson's method, its coefficients rounded to floats one after the other, the others fitted
 * again each time (J.-M. Muller, Elementary Functions, chapters 3 and 11). There are no branches; what needs the bits of
 * floats stands in loops of its own ({@link LaneBits}). One of those finds out whether a value is outside the range of the
 * method: then such lanes are done one by one, by the functions of {@code dsl}. Without an instruction for fma, all are.
 */
final class LaneMathLoops {
    private static final int SMALLEST_NORMAL = 0x0080_0000;
    private static final int LARGEST = 0x7f7f_ffff;
    private static final int ONE = Float.floatToRawIntBits(1f);

    /** Up to here the power e^x and its reciprocal are normal floats. */
    private static final int LARGEST_POWER = Float.floatToRawIntBits(87f);

    private static final int LARGEST_POWER_OF_2 = Float.floatToRawIntBits(125.9f);
    private static final int LARGEST_POWER_OF_10 = Float.floatToRawIntBits(37.9f);
    /** Up to here e^x is below 2^127.5. */
    private static final int LARGEST_HYPERBOLIC = Float.floatToRawIntBits(88f);

    private static final int LARGEST_ANGLE = Float.floatToRawIntBits(StraightMath.LARGEST_ANGLE);
    /** Up to here half turns are told from each other by the rounding constant. */
    private static final int LARGEST_HALF_TURNS = Float.floatToRawIntBits(0x1p21f);
    /** Its square is far from the largest float. */
    private static final int LARGEST_AREA = Float.floatToRawIntBits(0x1p60f);
    /** Between these squares of roots are normal. */
    private static final int SMALLEST_RADICAND = Float.floatToRawIntBits(0x1p-100f);

    private static final int LARGEST_RADICAND = Float.floatToRawIntBits(0x1p100f);

    private final float[] first;
    private final float[] second;
    private float[] third = {};
    private float[] fourth = {};

    /**
     * Functions for threadgroups.
     *
     * @param lanes the most lanes of a threadgroup
     */
    LaneMathLoops(int lanes) {
        first = new float[lanes];
        second = new float[lanes];
    }

    /** Makes room for functions that need more of it. */
    private void reserve() {
        if (third.length < first.length) {
            third = new float[first.length];
            fourth = new float[first.length];
        }
    }

    void exp(int lanes, float[] x, float[] results) {
        if (OneByOne.isAllDone(x, results, lanes, Msl::exp)) {
            return;
        }
        LaneExponentials.exponents(x, first, lanes);
        LaneExponentials.exp(x, first, results, lanes);
        LaneBits.scale(first, results, lanes);
        OneByOne.repairBeyond(LARGEST_POWER, x, results, lanes, Msl::exp);
    }

    void exp2(int lanes, float[] x, float[] results) {
        if (OneByOne.isAllDone(x, results, lanes, Msl::exp2)) {
            return;
        }
        LaneExponentials.exponentsOf2(x, first, lanes);
        LaneExponentials.exp2(x, first, results, lanes);
        LaneBits.scale(first, results, lanes);
        OneByOne.repairBeyond(LARGEST_POWER_OF_2, x, results, lanes, Msl::exp2);
    }

    void exp10(int lanes, float[] x, float[] results) {
        if (OneByOne.isAllDone(x, results, lanes, Msl::exp10)) {
            return;
        }
        LaneExponentials.exponentsOf10(x, first, lanes);
        LaneExponentials.exp10(x, first, results, lanes);
        LaneBits.scale(first, results, lanes);
        OneByOne.repairBeyond(LARGEST_POWER_OF_10, x, results, lanes, Msl::exp10);
    }

    void sinh(int lanes, float[] x, float[] results) {
        if (OneByOne.isAllDone(x, results, lanes, Msl::sinh)) {
            return;
        }
        LaneExponentials.exponentsOfMagnitudes(x, first, lanes);
        LaneBits.powersOfTwo(first, second, lanes);
        LaneExponentials.sinh(x, first, second, results, lanes);
        LaneBits.flipSigns(x, results, lanes);
        OneByOne.repairBeyond(LARGEST_HYPERBOLIC, x, results, lanes, Msl::sinh);
    }

    void cosh(int lanes, float[] x, float[] results) {
        if (OneByOne.isAllDone(x, results, lanes, Msl::cosh)) {
            return;
        }
        LaneExponentials.exponentsOfMagnitudes(x, first, lanes);
        LaneBits.powersOfTwo(first, second, lanes);
        LaneExponentials.cosh(x, first, second, results, lanes);
        OneByOne.repairBeyond(LARGEST_HYPERBOLIC, x, results, lanes, Msl::cosh);
    }

    void tanh(int lanes, float[] x, float[] results) {
        if (OneByOne.isAllDone(x, results, lanes, Msl::tanh)) {
            return;
        }
        reserve();
        LaneExponentials.doubled(x, third, lanes);
        LaneExponentials.exponents(third, first, lanes);
        LaneBits.powersOfTwo(first, second, lanes);
        LaneExponentials.tanh(third, first, second, results, lanes);
    }

    void log(int lanes, float[] x, float[] results) {
        if (OneByOne.isAllDone(x, results, lanes, Msl::log)) {
            return;
        }
        LaneLogarithms.split(x, first, second, lanes);
        LaneLogarithms.log(first, second, results, lanes);
        OneByOne.repairOutside(SMALLEST_NORMAL, LARGEST, x, results, lanes, Msl::log);
    }

    void log2(int lanes, float[] x, float[] results) {
        if (OneByOne.isAllDone(x, results, lanes, Msl::log2)) {
            return;
        }
        LaneLogarithms.split(x, first, second, lanes);
        LaneLogarithms.log2(first, second, results, lanes);
        OneByOne.repairOutside(SMALLEST_NORMAL, LARGEST, x, results, lanes, Msl::log2);
    }

    void log10(int lanes, float[] x, float[] results) {
        if (OneByOne.isAllDone(x, results, lanes, Msl::log10)) {
            return;
        }
        LaneLogarithms.split(x, first, second, lanes);
        LaneLogarithms.log10(first, second, results, lanes);
        OneByOne.repairOutside(SMALLEST_NORMAL, LARGEST, x, results, lanes, Msl::log10);
    }

    void asinh(int lanes, float[] x, float[] results) {
        if (OneByOne.isAllDone(x, results, lanes, Msl::asinh)) {
            return;
        }
        reserve();
        LaneLogarithms.asinhArguments(x, third, lanes);
        log1p(1f, results, lanes);
        LaneBits.flipSigns(x, results, lanes);
        OneByOne.repairBeyond(LARGEST_AREA, x, results, lanes, Msl::asinh);
    }

    void acosh(int lanes, float[] x, float[] results) {
        if (OneByOne.isAllDone(x, results, lanes, Msl::acosh)) {
            return;
        }
        reserve();
        LaneLogarithms.acoshArguments(x, third, lanes);
        log1p(1f, results, lanes);
        OneByOne.repairOutside(ONE, LARGEST_AREA, x, results, lanes, Msl::acosh);
    }

    void atanh(int lanes, float[] x, float[] results) {
        if (OneByOne.isAllDone(x, results, lanes, Msl::atanh)) {
            return;
        }
        reserve();
        LaneLogarithms.atanhArguments(x, third, lanes);
        log1p(0.5f, results, lanes);
        LaneBits.flipSigns(x, results, lanes);
        OneByOne.repairBeyond(ONE - 1, x, results, lanes, Msl::atanh);
    }

    /** Of the third array. */
    private void log1p(float scale, float[] results, int lanes) {
        LaneLogarithms.addOne(third, fourth, lanes);
        LaneLogarithms.split(fourth, first, second, lanes);
        LaneLogarithms.lost(fourth, third, lanes);
        LaneLogarithms.log1p(scale, third, first, second, results, lanes);
    }

    void sin(int lanes, float[] x, float[] results) {
        if (OneByOne.isAllDone(x, results, lanes, Msl::sin)) {
            return;
        }
        LaneAngles.sin(x, results, lanes);
        OneByOne.repairBeyond(LARGEST_ANGLE, x, results, lanes, Msl::sin);
    }

    void cos(int lanes, float[] x, float[] results) {
        if (OneByOne.isAllDone(x, results, lanes, Msl::cos)) {
            return;
        }
        LaneAngles.cos(x, results, lanes);
        OneByOne.repairBeyond(LARGEST_ANGLE, x, results, lanes, Msl::cos);
    }

    void tan(int lanes, float[] x, float[] results) {
        if (OneByOne.isAllDone(x, results, lanes, Msl::tan)) {
            return;
        }
        LaneAngles.tan(x, results, lanes);
        OneByOne.repairBeyond(LARGEST_ANGLE, x, results, lanes, Msl::tan);
    }

    void sinpi(int lanes, float[] x, float[] results) {
        if (OneByOne.isAllDone(x, results, lanes, Msl::sinpi)) {
            return;
        }
        LaneAngles.sinpi(x, results, lanes);
        LaneBits.flipSigns(x, results, lanes);
        OneByOne.repairBeyond(LARGEST_HALF_TURNS, x, results, lanes, Msl::sinpi);
    }

    void cospi(int lanes, float[] x, float[] results) {
        if (OneByOne.isAllDone(x, results, lanes, Msl::cospi)) {
            return;
        }
        LaneAngles.cospi(x, results, lanes);
        OneByOne.repairBeyond(LARGEST_HALF_TURNS, x, results, lanes, Msl::cospi);
    }

    void tanpi(int lanes, float[] x, float[] results) {
        if (OneByOne.isAllDone(x, results, lanes, Msl::tanpi)) {
            return;
        }
        LaneAngles.sinpi(x, first, lanes);
        LaneAngles.cospi(x, results, lanes);
        LaneAngles.divide(first, results, lanes);
        LaneBits.flipSigns(x, results, lanes);
        OneByOne.repairBeyond(LARGEST_HALF_TURNS, x, results, lanes, Msl::tanpi);
    }

    void asin(int lanes, float[] x, float[] results) {
        if (OneByOne.isAllDone(x, results, lanes, Msl::asin)) {
            return;
        }
        LaneArcs.asin(x, results, lanes);
    }

    void acos(int lanes, float[] x, float[] results) {
        if (OneByOne.isAllDone(x, results, lanes, Msl::acos)) {
            return;
        }
        LaneArcs.acos(x, results, lanes);
    }

    void atan(int lanes, float[] x, float[] results) {
        if (OneByOne.isAllDone(x, results, lanes, Msl::atan)) {
            return;
        }
        LaneArcs.atan(x, results, lanes);
    }

    void atan2(int lanes, float[] y, float[] x, float[] results) {
        if (OneByOne.isAllDone(y, x, results, lanes, Msl::atan2)) {
            return;
        }
        LaneArcs.largest(y, x, first, lanes);
        LaneArcs.firstOctant(y, x, first, results, lanes);
        LaneBits.signArcs(y, x, results, lanes);
        LaneBits.baseArcs(y, x, second, lanes);
        LaneArcs.add(second, results, lanes);
        if (LaneBits.anyOutside(first, 1, LARGEST, lanes)) {
            for (int lane = 0; lane < lanes; lane++) {
                if (!(first[lane] > 0f && first[lane] <= Float.MAX_VALUE)) {
                    results[lane] = Msl.atan2(y[lane], x[lane]);
                }
            }
        }
    }

    void rsqrt(int lanes, float[] x, float[] results) {
        if (OneByOne.isAllDone(x, results, lanes, Msl::rsqrt)) {
            return;
        }
        LanePowers.rsqrt(x, results, lanes);
        OneByOne.repairOutside(SMALLEST_RADICAND, LARGEST_RADICAND, x, results, lanes, Msl::rsqrt);
    }

    void pow(int lanes, float[] x, float[] y, float[] results) {
        pow(lanes, x, y, results, Msl::pow);
    }

    void javaPow(int lanes, float[] x, float[] y, float[] results) {
        pow(lanes, x, y, results, (base, exponent) -> (float) Math.pow(base, exponent));
    }

    void powr(int lanes, float[] x, float[] y, float[] results) {
        pow(lanes, x, y, results, Msl::powr);
    }

    private void pow(int lanes, float[] x, float[] y, float[] results, OneByOne.OfTwo function) {
        if (OneByOne.isAllDone(x, y, results, lanes, function)) {
            return;
        }
        reserve();
        LaneLogarithms.split(x, first, second, lanes);
        LanePowers.quotients(first, third, lanes);
        LanePowers.quotientsLost(first, third, lanes);
        LanePowers.logarithmsLow(third, second, first, lanes);
        LanePowers.logarithmsHigh(second, third, lanes);
        LanePowers.multiply(y, third, first, fourth, lanes);
        LanePowers.productsLost(y, third, first, second, lanes);
        LanePowers.power(fourth, second, results, lanes);
        LaneExponentials.exponentsOf2(fourth, first, lanes);
        LaneBits.scale(first, results, lanes);
        if (LaneBits.anyOutside(x, SMALLEST_NORMAL, LARGEST, lanes)
                || LaneBits.anyBeyond(fourth, LARGEST_POWER_OF_2, lanes)) {
            for (int lane = 0; lane < lanes; lane++) {
                boolean plain = x[lane] >= Float.MIN_NORMAL
                        && x[lane] <= Float.MAX_VALUE
                        && Math.abs(fourth[lane]) <= Float.intBitsToFloat(LARGEST_POWER_OF_2);
                if (!plain) {
                    results[lane] = function.of(x[lane], y[lane]);
                }
            }
        }
    }

    void selectLess(int lanes, float[] left, float[] right, float[] then, float[] otherwise, float[] results) {
        subtract(left, right, first, lanes);
        LaneSelects.negative(first, then, otherwise, results, lanes);
    }

    void selectLessOrEqual(int lanes, float[] left, float[] right, float[] then, float[] otherwise, float[] results) {
        subtract(left, right, first, lanes);
        LaneSelects.notPositive(first, then, otherwise, results, lanes);
        if (LaneBits.anyBeyond(first, LARGEST, lanes)) {
            // The difference of equal infinite values tells nothing.
            for (int lane = 0; lane < lanes; lane++) {
                results[lane] = left[lane] <= right[lane] ? then[lane] : otherwise[lane];
            }
        }
    }

    void selectNegative(int lanes, float[] x, float[] then, float[] otherwise, float[] results) {
        LaneSelects.negative(x, then, otherwise, results, lanes);
    }

    void selectNotPositive(int lanes, float[] x, float[] then, float[] otherwise, float[] results) {
        LaneSelects.notPositive(x, then, otherwise, results, lanes);
    }

    void selectPositive(int lanes, float[] x, float[] then, float[] otherwise, float[] results) {
        LaneSelects.positive(x, then, otherwise, results, lanes);
    }

    void selectNotNegative(int lanes, float[] x, float[] then, float[] otherwise, float[] results) {
        LaneSelects.notNegative(x, then, otherwise, results, lanes);
    }

    private static void subtract(float[] left, float[] right, float[] differences, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            differences[lane] = left[lane] - right[lane];
        }
    }
}
