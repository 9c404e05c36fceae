package dev.smelt.dsl;

/**
 * Exponentials, logarithms, powers and roots of floats (MSL specification, section 6.5).
 *
 * <p>Accuracy: a precise bound, in ulp of the result, is section 8.1's of the MSL specification and holds for Java
 * kernels on every device. A fast bound is section 8.2's and holds under {@link MathMode#FAST}; where none is given
 * here, look it up there.
 */
abstract class ExponentialFunctions extends TrigonometricFunctions {

    /** e<sup>x</sup>. Precise: 4 ulp. Fast: 3 + floor(|2x|) ulp. */
    @Builtin(value = "metal::precise::exp", fast = "metal::fast::exp")
    public static float exp(float x) {
        return FloatMath.exp(x);
    }

    /** 2<sup>x</sup>. Precise: 4 ulp. Fast: 3 + floor(|2x|) ulp. */
    @Builtin(value = "metal::precise::exp2", fast = "metal::fast::exp2")
    public static float exp2(float x) {
        return (float) Math.pow(2, x);
    }

    /** 10<sup>x</sup>. Precise: 4 ulp. */
    @Builtin(value = "metal::precise::exp10", fast = "metal::fast::exp10")
    public static float exp10(float x) {
        return (float) Math.pow(10, x);
    }

    /** The natural logarithm; -infinity at 0, NaN below. Precise: 4 ulp. */
    @Builtin(value = "metal::precise::log", fast = "metal::fast::log")
    public static float log(float x) {
        return (float) Math.log(x);
    }

    /** The logarithm of base 2; -infinity at 0, NaN below. Precise: 4 ulp. */
    @Builtin(value = "metal::precise::log2", fast = "metal::fast::log2")
    public static float log2(float x) {
        return (float) DoubleMath.log2(x);
    }

    /** The logarithm of base 10; -infinity at 0, NaN below. Precise: 4 ulp. */
    @Builtin(value = "metal::precise::log10", fast = "metal::fast::log10")
    public static float log10(float x) {
        return (float) Math.log10(x);
    }

    /**
     * x<sup>y</sup>, with the special cases of C: 1<sup>y</sup>, x<sup>0</sup> and (-1)<sup>infinity</sup> are 1,
     * where {@link Math#pow} has NaN for some. Precise: 16 ulp.
     */
    @Builtin(value = "metal::precise::pow", fast = "metal::fast::pow")
    public static float pow(float x, float y) {
        return (float) DoubleMath.pow(x, y);
    }

    /**
     * x<sup>y</sup> for an {@code x} that isn't negative; MSL leaves the result open for others, this body has NaN.
     * Precise: 16 ulp.
     */
    @Builtin(value = "metal::precise::powr", fast = "metal::fast::powr")
    public static float powr(float x, float y) {
        return x < 0f ? Float.NaN : (float) DoubleMath.pow(Math.abs(x), y);
    }

    /** The square root: Java's, bit for bit. Correctly rounded. */
    @Builtin(value = "metal::precise::sqrt", fast = "metal::fast::sqrt")
    public static float sqrt(float x) {
        return (float) Math.sqrt(x);
    }

    /** {@code 1 / sqrt(x)}; infinite at 0. Precise: correctly rounded. */
    @Builtin(value = "metal::precise::rsqrt", fast = "metal::fast::rsqrt")
    public static float rsqrt(float x) {
        // Two roundings in double; no float is so near to a tie that the third goes wrong (RsqrtTest tries them all).
        return (float) (1.0 / Math.sqrt(x));
    }
}
