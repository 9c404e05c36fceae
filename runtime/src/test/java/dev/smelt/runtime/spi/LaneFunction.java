package dev.smelt.runtime.spi;

import java.util.function.DoubleUnaryOperator;

/** The functions of one argument, with the same in double precision and the error that Metal allows, in ulp. */
enum LaneFunction {
    EXP(4, -87f, 87f, Math::exp, LaneMath::exp),
    EXP2(4, -125.9f, 125.9f, x -> Math.pow(2, x), LaneMath::exp2),
    EXP10(4, -37.9f, 37.9f, x -> Math.pow(10, x), LaneMath::exp10),
    SINH(4, -88f, 88f, Math::sinh, LaneMath::sinh),
    COSH(4, -88f, 88f, Math::cosh, LaneMath::cosh),
    TANH(5, -Float.MAX_VALUE, Float.MAX_VALUE, Math::tanh, LaneMath::tanh),
    LOG(4, Float.MIN_NORMAL, Float.MAX_VALUE, Math::log, LaneMath::log),
    LOG2(4, Float.MIN_NORMAL, Float.MAX_VALUE, x -> Math.log(x) / Math.log(2), LaneMath::log2),
    LOG10(4, Float.MIN_NORMAL, Float.MAX_VALUE, Math::log10, LaneMath::log10),
    ASINH(4, -0x1p60f, 0x1p60f, LaneFunction::asinh, LaneMath::asinh),
    ACOSH(4, 1f, 0x1p60f, LaneFunction::acosh, LaneMath::acosh),
    ATANH(5, -1f, 1f, x -> 0.5 * (Math.log1p(x) - Math.log1p(-x)), LaneMath::atanh),
    SIN(4, -30_000f, 30_000f, Math::sin, LaneMath::sin),
    COS(4, -30_000f, 30_000f, Math::cos, LaneMath::cos),
    TAN(6, -30_000f, 30_000f, Math::tan, LaneMath::tan),
    SINPI(4, -0x1p21f, 0x1p21f, LaneFunction::sinpi, LaneMath::sinpi),
    COSPI(4, -0x1p21f, 0x1p21f, LaneFunction::cospi, LaneMath::cospi),
    TANPI(6, -0x1p21f, 0x1p21f, x -> sinpi(x) / cospi(x), LaneMath::tanpi),
    ASIN(4, -1f, 1f, Math::asin, LaneMath::asin),
    ACOS(4, -1f, 1f, Math::acos, LaneMath::acos),
    ATAN(5, -Float.MAX_VALUE, Float.MAX_VALUE, Math::atan, LaneMath::atan),
    RSQRT(0.5000001, 0x1p-100f, 0x1p100f, x -> 1 / Math.sqrt(x), LaneMath::rsqrt);

    /** Computes a function for all lanes. */
    interface Lanes {
        void compute(LaneMath math, LaneMask mask, float[] x, float[] results);
    }

    private final double bound;
    private final float least;
    private final float most;

    @SuppressWarnings("ImmutableEnumChecker") // without state
    private final DoubleUnaryOperator exact;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Lanes lanes;

    LaneFunction(double bound, float least, float most, DoubleUnaryOperator exact, Lanes lanes) {
        this.bound = bound;
        this.least = least;
        this.most = most;
        this.exact = exact;
        this.lanes = lanes;
    }

    double bound() {
        return bound;
    }

    /** The least argument that is not done by itself. */
    float least() {
        return least;
    }

    /** The largest. */
    float most() {
        return most;
    }

    double exact(double x) {
        return exact.applyAsDouble(x);
    }

    void compute(LaneMath math, LaneMask mask, float[] x, float[] results) {
        lanes.compute(math, mask, x, results);
    }

    private static double asinh(double x) {
        double a = Math.abs(x);
        if (Double.isInfinite(a)) {
            return x;
        }
        return Math.copySign(
                a < 1 ? Math.log1p(a + a * a / (1 + Math.hypot(a, 1))) : Math.log(a + Math.hypot(a, 1)), x);
    }

    private static double acosh(double x) {
        if (x < 1) {
            return Double.NaN;
        }
        return x < 2 ? Math.log1p(x - 1 + Math.sqrt((x - 1) * (x + 1))) : Math.log(x + Math.sqrt(x * x - 1));
    }

    /** By the parts of a turn: the remainder is exact. */
    private static double sinpi(double x) {
        double part = Math.IEEEremainder(x, 2);
        double mirrored = Math.abs(part) > 0.5 ? Math.copySign(1, part) - part : part;
        return mirrored == 0 ? Math.copySign(0.0, x) : Math.sin(Math.PI * mirrored);
    }

    private static double cospi(double x) {
        double part = Math.abs(Math.IEEEremainder(x, 2));
        return part == 0.5 ? 0.0 : Math.sin(Math.PI * (0.5 - part));
    }
}
