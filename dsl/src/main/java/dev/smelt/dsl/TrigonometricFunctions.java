package dev.smelt.dsl;

/**
 * Trigonometric and hyperbolic functions of floats (MSL specification, section 6.5).
 *
 * <p>Accuracy: a precise bound, in ulp of the result, is section 8.1's of the MSL specification and holds for Java
 * kernels on every device. A fast bound is section 8.2's and holds under {@link MathMode#FAST}; where none is given
 * here, look it up there.
 */
abstract class TrigonometricFunctions {

    /**
     * The sine of {@code x} radians. Precise: 4 ulp. Fast: an absolute error of 2<sup>-13</sup> from -pi to pi,
     * unbounded outside.
     */
    @Builtin(value = "metal::precise::sin", fast = "metal::fast::sin")
    public static float sin(float x) {
        return FloatMath.sin(x);
    }

    /**
     * The cosine of {@code x} radians. Precise: 4 ulp. Fast: an absolute error of 2<sup>-13</sup> from -pi to pi,
     * unbounded outside.
     */
    @Builtin(value = "metal::precise::cos", fast = "metal::fast::cos")
    public static float cos(float x) {
        return FloatMath.cos(x);
    }

    /** The tangent of {@code x} radians. Precise: 6 ulp. */
    @Builtin(value = "metal::precise::tan", fast = "metal::fast::tan")
    public static float tan(float x) {
        return (float) Math.tan(x);
    }

    /** The arc sine of {@code x}, from -pi/2 to pi/2; NaN outside of -1 to 1. Precise: 4 ulp. */
    @Builtin(value = "metal::precise::asin", fast = "metal::fast::asin")
    public static float asin(float x) {
        return (float) Math.asin(x);
    }

    /** The arc cosine of {@code x}, from 0 to pi; NaN outside of -1 to 1. Precise: 4 ulp. */
    @Builtin(value = "metal::precise::acos", fast = "metal::fast::acos")
    public static float acos(float x) {
        return (float) Math.acos(x);
    }

    /** The arc tangent of {@code x}, from -pi/2 to pi/2. Precise: 5 ulp. */
    @Builtin(value = "metal::precise::atan", fast = "metal::fast::atan")
    public static float atan(float x) {
        return (float) Math.atan(x);
    }

    /**
     * The angle of the point {@code (x, y)}, from -pi to pi. Precise: 6 ulp. Fast: undefined where {@code x} or {@code
     * y} is 0.
     */
    @Builtin(value = "metal::precise::atan2", fast = "metal::fast::atan2")
    public static float atan2(float y, float x) {
        return (float) Math.atan2(y, x);
    }

    /** {@code sin(pi * x)}; a zero at every integer. Precise: 4 ulp. */
    @Builtin(value = "metal::precise::sinpi", fast = "metal::fast::sinpi")
    public static float sinpi(float x) {
        return (float) DoubleMath.sinpi(x);
    }

    /** {@code cos(pi * x)}; a zero halfway between integers. Precise: 4 ulp. */
    @Builtin(value = "metal::precise::cospi", fast = "metal::fast::cospi")
    public static float cospi(float x) {
        return (float) DoubleMath.cospi(x);
    }

    /** {@code tan(pi * x)}; infinite halfway between integers. Precise: 6 ulp. */
    @Builtin(value = "metal::precise::tanpi", fast = "metal::fast::tanpi")
    public static float tanpi(float x) {
        return (float) DoubleMath.tanpi(x);
    }

    /** The hyperbolic sine. Precise: 4 ulp. */
    @Builtin(value = "metal::precise::sinh", fast = "metal::fast::sinh")
    public static float sinh(float x) {
        return (float) Math.sinh(x);
    }

    /** The hyperbolic cosine. Precise: 4 ulp. */
    @Builtin(value = "metal::precise::cosh", fast = "metal::fast::cosh")
    public static float cosh(float x) {
        return (float) Math.cosh(x);
    }

    /** The hyperbolic tangent. Precise: 5 ulp. Fast: NaN above about 44, where {@code exp(2 * x)} overflows. */
    @Builtin(value = "metal::precise::tanh", fast = "metal::fast::tanh")
    public static float tanh(float x) {
        return (float) Math.tanh(x);
    }

    /** The inverse hyperbolic sine. Precise: 4 ulp. */
    @Builtin(value = "metal::precise::asinh", fast = "metal::fast::asinh")
    public static float asinh(float x) {
        return (float) DoubleMath.asinh(x);
    }

    /** The inverse hyperbolic cosine; NaN below 1. Precise: 4 ulp. */
    @Builtin(value = "metal::precise::acosh", fast = "metal::fast::acosh")
    public static float acosh(float x) {
        return (float) DoubleMath.acosh(x);
    }

    /** The inverse hyperbolic tangent; infinite at -1 and 1, NaN outside. Precise: 5 ulp. */
    @Builtin(value = "metal::precise::atanh", fast = "metal::fast::atanh")
    public static float atanh(float x) {
        return (float) DoubleMath.atanh(x);
    }
}
