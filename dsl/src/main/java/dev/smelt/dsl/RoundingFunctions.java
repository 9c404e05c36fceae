package dev.smelt.dsl;

/**
 * Rounding, remainders and parts of floats (MSL specification, section 6.5).
 *
 * <p>Accuracy: a precise bound, in ulp of the result, is section 8.1's of the MSL specification and holds for Java
 * kernels on every device. A fast bound is section 8.2's and holds under {@link MathMode#FAST}; where none is given
 * here, look it up there.
 */
abstract class RoundingFunctions extends ExponentialFunctions {

    /** The magnitude of {@code x}. Exact. */
    @Builtin("metal::abs")
    public static float abs(float x) {
        return Math.abs(x);
    }

    /** The magnitude of {@code x}. Exact. */
    @Builtin("metal::fabs")
    public static float fabs(float x) {
        return Math.abs(x);
    }

    /** The magnitude of {@code x} with the sign of {@code y}. Exact. */
    @Builtin("metal::copysign")
    public static float copysign(float x, float y) {
        return Math.copySign(x, y);
    }

    /** The least integer that isn't below {@code x}. Exact. */
    @Builtin("metal::ceil")
    public static float ceil(float x) {
        return (float) Math.ceil(x);
    }

    /** The greatest integer that isn't above {@code x}. Exact. */
    @Builtin("metal::floor")
    public static float floor(float x) {
        return (float) Math.floor(x);
    }

    /** The integer nearest to {@code x}, ties to even. Exact. */
    @Builtin("metal::rint")
    public static float rint(float x) {
        return (float) Math.rint(x);
    }

    /**
     * The integer nearest to {@code x}, ties away from zero, where {@link Math#round(float)} has them go up. Exact.
     */
    @Builtin("metal::round")
    public static float round(float x) {
        return (float) DoubleMath.round(x);
    }

    /** The integer part of {@code x}. Exact. */
    @Builtin("metal::trunc")
    public static float trunc(float x) {
        return (float) DoubleMath.trunc(x);
    }

    /** {@code x - floor(x)}, but at most the greatest float below 1. Correctly rounded. */
    @Builtin(value = "metal::precise::fract", fast = "metal::fast::fract")
    public static float fract(float x) {
        float fraction = (float) (x - Math.floor(x));
        return fraction >= 1f ? Math.nextDown(1f) : fraction;
    }

    /** {@code x - y * trunc(x / y)}, Java's {@code x % y}. Exact. Fast: undefined. */
    @Builtin(value = "metal::precise::fmod", fast = "metal::fast::fmod")
    public static float fmod(float x, float y) {
        return x % y;
    }

    /** {@code x - y} where that is positive, else 0; NaN if either is. Correctly rounded. */
    @Builtin(value = "metal::precise::fdim", fast = "metal::fast::fdim")
    public static float fdim(float x, float y) {
        return x <= y ? 0f : x - y;
    }

    /** {@code a * b + c}, Java's {@link Math#fma(float, float, float)}, bit for bit. Correctly rounded. */
    @Builtin("metal::fma")
    public static float fma(float a, float b, float c) {
        return Math.fma(a, b, c);
    }

    /** x * 2<sup>k</sup>. Correctly rounded. */
    @Builtin("metal::ldexp")
    public static float ldexp(float x, int k) {
        return Math.scalb(x, k);
    }

    /**
     * The exponent of {@code x}: floor(log2(|x|)), for subnormals too; {@code Integer.MIN_VALUE} of 0, {@code
     * Integer.MAX_VALUE} of infinity and NaN. Exact.
     */
    @Builtin("smelt_ilogb")
    public static int ilogb(float x) {
        if (x == 0f) {
            return Integer.MIN_VALUE;
        }
        return Float.isFinite(x) ? Math.getExponent((double) x) : Integer.MAX_VALUE;
    }
}
