package dev.smelt.dsl;

/**
 * Clamping, blending, the least and the greatest, of floats (MSL specification, sections 6.2 and 6.5).
 *
 * <p>Accuracy: a precise bound, in ulp of the result, is section 8.1's of the MSL specification and holds for Java
 * kernels on every device. A fast bound is section 8.2's and holds under {@link MathMode#FAST}; where none is given
 * here, look it up there.
 */
abstract class CommonFunctions extends RoundingFunctions {

    /**
     * Of two numbers the lesser, of a number and a NaN the number, where {@link Math#min(float, float)} has NaN. Which
     * zero it is of 0 and -0 is open in MSL; this body has -0 below 0. Exact. Fast: undefined for NaN.
     */
    @Builtin(value = "metal::precise::fmin", fast = "metal::fast::fmin")
    public static float fmin(float x, float y) {
        if (Float.isNaN(x)) {
            return y;
        }
        return Float.isNaN(y) ? x : Math.min(x, y);
    }

    /**
     * Of two numbers the greater, of a number and a NaN the number, where {@link Math#max(float, float)} has NaN.
     * Which zero it is of 0 and -0 is open in MSL; this body has -0 below 0. Exact. Fast: undefined for NaN.
     */
    @Builtin(value = "metal::precise::fmax", fast = "metal::fast::fmax")
    public static float fmax(float x, float y) {
        if (Float.isNaN(x)) {
            return y;
        }
        return Float.isNaN(y) ? x : Math.max(x, y);
    }

    /**
     * Of two numbers the lesser, of a number and a NaN the number, where {@link Math#min(float, float)} has NaN. Which
     * zero it is of 0 and -0 is open in MSL; this body has -0 below 0. Exact. Fast: undefined for NaN.
     */
    @Builtin(value = "metal::precise::min", fast = "metal::fast::min")
    public static float min(float x, float y) {
        return fmin(x, y);
    }

    /**
     * Of two numbers the greater, of a number and a NaN the number, where {@link Math#max(float, float)} has NaN.
     * Which zero it is of 0 and -0 is open in MSL; this body has -0 below 0. Exact. Fast: undefined for NaN.
     */
    @Builtin(value = "metal::precise::max", fast = "metal::fast::max")
    public static float max(float x, float y) {
        return fmax(x, y);
    }

    /** The least of three, NaN disregarded as by {@link #fmin(float, float)}. Exact. Fast: undefined for NaN. */
    @Builtin(value = "metal::precise::fmin3", fast = "metal::fast::fmin3")
    public static float fmin3(float x, float y, float z) {
        return fmin(x, fmin(y, z));
    }

    /**
     * The greatest of three, NaN disregarded as by {@link #fmax(float, float)}. Exact. Fast: undefined for NaN.
     */
    @Builtin(value = "metal::precise::fmax3", fast = "metal::fast::fmax3")
    public static float fmax3(float x, float y, float z) {
        return fmax(x, fmax(y, z));
    }

    /** The least of three, NaN disregarded as by {@link #fmin(float, float)}. Exact. Fast: undefined for NaN. */
    @Builtin(value = "metal::precise::min3", fast = "metal::fast::min3")
    public static float min3(float x, float y, float z) {
        return fmin(x, fmin(y, z));
    }

    /**
     * The greatest of three, NaN disregarded as by {@link #fmax(float, float)}. Exact. Fast: undefined for NaN.
     */
    @Builtin(value = "metal::precise::max3", fast = "metal::fast::max3")
    public static float max3(float x, float y, float z) {
        return fmax(x, fmax(y, z));
    }

    /** The middle one of three; which it is of NaN and numbers is open. Exact. */
    @Builtin(value = "metal::precise::fmedian3", fast = "metal::fast::fmedian3")
    public static float fmedian3(float x, float y, float z) {
        return fmax(fmin(x, y), fmin(fmax(x, y), z));
    }

    /** The middle one of three; which it is of NaN and numbers is open. Exact. */
    @Builtin(value = "metal::precise::median3", fast = "metal::fast::median3")
    public static float median3(float x, float y, float z) {
        return fmax(fmin(x, y), fmin(fmax(x, y), z));
    }

    /**
     * {@code fmin(fmax(x, minval), maxval)}; {@code minval} of NaN. MSL leaves the result open where {@code minval >
     * maxval}. Exact.
     */
    @Builtin(value = "metal::precise::clamp", fast = "metal::fast::clamp")
    public static float clamp(float x, float minval, float maxval) {
        return fmin(fmax(x, minval), maxval);
    }

    /** {@code x} clamped to 0 and 1; 0 of NaN. Exact. */
    @Builtin(value = "metal::precise::saturate", fast = "metal::fast::saturate")
    public static float saturate(float x) {
        return clamp(x, 0f, 1f);
    }

    /**
     * The blend {@code x + (y - x) * a}. MSL states no bound; with {@code a} from 0 to 1 the error stays within 3 ulp
     * of the greater of {@code |x|}, {@code |y|} and {@code |y - x|}.
     */
    @Builtin("metal::mix")
    public static float mix(float x, float y, float a) {
        return x + (y - x) * a;
    }

    /** 1 above 0, -1 below, a zero of itself, 0 of NaN. Exact. */
    @Builtin("metal::sign")
    public static float sign(float x) {
        return Float.isNaN(x) ? 0f : Math.signum(x);
    }

    /** 0 where {@code x < edge}, else 1. Exact. */
    @Builtin("metal::step")
    public static float step(float edge, float x) {
        return x < edge ? 0f : 1f;
    }

    /**
     * Hermite's {@code t * t * (3 - 2 * t)} of {@code t = saturate((x - edge0) / (edge1 - edge0))}. MSL leaves the
     * result open where {@code edge0 >= edge1}, and states no bound; the absolute error stays within 2<sup>-21</sup>.
     */
    @Builtin("metal::smoothstep")
    public static float smoothstep(float edge0, float edge1, float x) {
        float t = saturate((x - edge0) / (edge1 - edge0));
        return t * t * (3f - 2f * t);
    }
}
