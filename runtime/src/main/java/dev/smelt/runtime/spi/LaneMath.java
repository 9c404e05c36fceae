package dev.smelt.runtime.spi;

/**
 * Functions of floats for all lanes of a threadgroup at once, many times as fast as one after the other: loops over
 * arrays that HotSpot turns into SIMD instructions ({@link LaneMathLoops}). Each is within what Metal's precise functions
 * allow ({@code docs/jvm-device.md} has the largest errors), for all floats.
 *
 * <p>Each function is compiled by itself ({@link LaneCall}). For use by one thread; the arrays of arguments and results have
 * the length that was given at the start or more, and no result is an argument too.
 */
public final class LaneMath {
    private static final LaneCall EXP = new LaneCall("exp", 2);
    private static final LaneCall EXP_2 = new LaneCall("exp2", 2);
    private static final LaneCall EXP_10 = new LaneCall("exp10", 2);
    private static final LaneCall SINH = new LaneCall("sinh", 2);
    private static final LaneCall COSH = new LaneCall("cosh", 2);
    private static final LaneCall TANH = new LaneCall("tanh", 2);
    private static final LaneCall LOG = new LaneCall("log", 2);
    private static final LaneCall LOG_2 = new LaneCall("log2", 2);
    private static final LaneCall LOG_10 = new LaneCall("log10", 2);
    private static final LaneCall ASINH = new LaneCall("asinh", 2);
    private static final LaneCall ACOSH = new LaneCall("acosh", 2);
    private static final LaneCall ATANH = new LaneCall("atanh", 2);
    private static final LaneCall SIN = new LaneCall("sin", 2);
    private static final LaneCall COS = new LaneCall("cos", 2);
    private static final LaneCall TAN = new LaneCall("tan", 2);
    private static final LaneCall SINPI = new LaneCall("sinpi", 2);
    private static final LaneCall COSPI = new LaneCall("cospi", 2);
    private static final LaneCall TANPI = new LaneCall("tanpi", 2);
    private static final LaneCall ASIN = new LaneCall("asin", 2);
    private static final LaneCall ACOS = new LaneCall("acos", 2);
    private static final LaneCall ATAN = new LaneCall("atan", 2);
    private static final LaneCall ATAN_2 = new LaneCall("atan2", 3);
    private static final LaneCall RSQRT = new LaneCall("rsqrt", 2);
    private static final LaneCall POW = new LaneCall("pow", 3);
    private static final LaneCall JAVA_POW = new LaneCall("javaPow", 3);
    private static final LaneCall POWR = new LaneCall("powr", 3);
    private static final LaneCall SELECT_LESS = new LaneCall("selectLess", 5);
    private static final LaneCall SELECT_LESS_OR_EQUAL = new LaneCall("selectLessOrEqual", 5);
    private static final LaneCall SELECT_NEGATIVE = new LaneCall("selectNegative", 4);
    private static final LaneCall SELECT_NOT_POSITIVE = new LaneCall("selectNotPositive", 4);
    private static final LaneCall SELECT_POSITIVE = new LaneCall("selectPositive", 4);
    private static final LaneCall SELECT_NOT_NEGATIVE = new LaneCall("selectNotNegative", 4);

    private final LaneMathLoops loops;

    /**
     * Functions for threadgroups.
     *
     * @param lanes the most lanes of a threadgroup
     */
    public LaneMath(int lanes) {
        loops = new LaneMathLoops(lanes);
    }

    /** e^x for each lane. */
    public void exp(LaneMask mask, float[] x, float[] results) {
        EXP.run(loops, mask.lanes(), x, results);
    }

    /** 2^x for each lane. */
    public void exp2(LaneMask mask, float[] x, float[] results) {
        EXP_2.run(loops, mask.lanes(), x, results);
    }

    /** 10^x for each lane. */
    public void exp10(LaneMask mask, float[] x, float[] results) {
        EXP_10.run(loops, mask.lanes(), x, results);
    }

    /** The hyperbolic sine of each lane. */
    public void sinh(LaneMask mask, float[] x, float[] results) {
        SINH.run(loops, mask.lanes(), x, results);
    }

    /** The hyperbolic cosine of each lane. */
    public void cosh(LaneMask mask, float[] x, float[] results) {
        COSH.run(loops, mask.lanes(), x, results);
    }

    /** The hyperbolic tangent of each lane. */
    public void tanh(LaneMask mask, float[] x, float[] results) {
        TANH.run(loops, mask.lanes(), x, results);
    }

    /** The natural logarithm of each lane. */
    public void log(LaneMask mask, float[] x, float[] results) {
        LOG.run(loops, mask.lanes(), x, results);
    }

    /** The logarithm of base 2 of each lane. */
    public void log2(LaneMask mask, float[] x, float[] results) {
        LOG_2.run(loops, mask.lanes(), x, results);
    }

    /** The logarithm of base 10 of each lane. */
    public void log10(LaneMask mask, float[] x, float[] results) {
        LOG_10.run(loops, mask.lanes(), x, results);
    }

    /** The inverse hyperbolic sine of each lane. */
    public void asinh(LaneMask mask, float[] x, float[] results) {
        ASINH.run(loops, mask.lanes(), x, results);
    }

    /** The inverse hyperbolic cosine of each lane. */
    public void acosh(LaneMask mask, float[] x, float[] results) {
        ACOSH.run(loops, mask.lanes(), x, results);
    }

    /** The inverse hyperbolic tangent of each lane. */
    public void atanh(LaneMask mask, float[] x, float[] results) {
        ATANH.run(loops, mask.lanes(), x, results);
    }

    /** The sine of each lane. */
    public void sin(LaneMask mask, float[] x, float[] results) {
        SIN.run(loops, mask.lanes(), x, results);
    }

    /** The cosine of each lane. */
    public void cos(LaneMask mask, float[] x, float[] results) {
        COS.run(loops, mask.lanes(), x, results);
    }

    /** The tangent of each lane. */
    public void tan(LaneMask mask, float[] x, float[] results) {
        TAN.run(loops, mask.lanes(), x, results);
    }

    /** sin(pi x) for each lane. */
    public void sinpi(LaneMask mask, float[] x, float[] results) {
        SINPI.run(loops, mask.lanes(), x, results);
    }

    /** cos(pi x) for each lane. */
    public void cospi(LaneMask mask, float[] x, float[] results) {
        COSPI.run(loops, mask.lanes(), x, results);
    }

    /** tan(pi x) for each lane. */
    public void tanpi(LaneMask mask, float[] x, float[] results) {
        TANPI.run(loops, mask.lanes(), x, results);
    }

    /** The arc sine of each lane. */
    public void asin(LaneMask mask, float[] x, float[] results) {
        ASIN.run(loops, mask.lanes(), x, results);
    }

    /** The arc cosine of each lane. */
    public void acos(LaneMask mask, float[] x, float[] results) {
        ACOS.run(loops, mask.lanes(), x, results);
    }

    /** The arc tangent of each lane. */
    public void atan(LaneMask mask, float[] x, float[] results) {
        ATAN.run(loops, mask.lanes(), x, results);
    }

    /** The angle of each lane's point {@code (x, y)}. */
    public void atan2(LaneMask mask, float[] y, float[] x, float[] results) {
        ATAN_2.run(loops, mask.lanes(), y, x, results);
    }

    /** 1 / sqrt(x) for each lane, correctly rounded. */
    public void rsqrt(LaneMask mask, float[] x, float[] results) {
        RSQRT.run(loops, mask.lanes(), x, results);
    }

    /** x^y for each lane, with the special cases of C. */
    public void pow(LaneMask mask, float[] x, float[] y, float[] results) {
        POW.run(loops, mask.lanes(), x, y, results);
    }

    /** The same with the special cases of {@link Math#pow}. */
    public void javaPow(LaneMask mask, float[] x, float[] y, float[] results) {
        JAVA_POW.run(loops, mask.lanes(), x, y, results);
    }

    /** x^y for each lane whose x is not negative. */
    public void powr(LaneMask mask, float[] x, float[] y, float[] results) {
        POWR.run(loops, mask.lanes(), x, y, results);
    }

    /** {@code left < right ? then : otherwise} for each lane. */
    public void selectLess(
            LaneMask mask, float[] left, float[] right, float[] then, float[] otherwise, float[] results) {
        SELECT_LESS.run(loops, mask.lanes(), left, right, then, otherwise, results);
    }

    /** {@code left <= right ? then : otherwise} for each lane. */
    public void selectLessOrEqual(
            LaneMask mask, float[] left, float[] right, float[] then, float[] otherwise, float[] results) {
        SELECT_LESS_OR_EQUAL.run(loops, mask.lanes(), left, right, then, otherwise, results);
    }

    /** {@code x < 0 ? then : otherwise} for each lane. */
    public void selectNegative(LaneMask mask, float[] x, float[] then, float[] otherwise, float[] results) {
        SELECT_NEGATIVE.run(loops, mask.lanes(), x, then, otherwise, results);
    }

    /** {@code x <= 0 ? then : otherwise} for each lane. */
    public void selectNotPositive(LaneMask mask, float[] x, float[] then, float[] otherwise, float[] results) {
        SELECT_NOT_POSITIVE.run(loops, mask.lanes(), x, then, otherwise, results);
    }

    /** {@code x > 0 ? then : otherwise} for each lane. */
    public void selectPositive(LaneMask mask, float[] x, float[] then, float[] otherwise, float[] results) {
        SELECT_POSITIVE.run(loops, mask.lanes(), x, then, otherwise, results);
    }

    /** {@code x >= 0 ? then : otherwise} for each lane. */
    public void selectNotNegative(LaneMask mask, float[] x, float[] then, float[] otherwise, float[] results) {
        SELECT_NOT_NEGATIVE.run(loops, mask.lanes(), x, then, otherwise, results);
    }
}
