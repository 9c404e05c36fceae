package dev.smelt.dsl;

/**
 * Tests and choices (MSL specification, section 6.4). The tests of floats look at the bits, so that they also hold
 * under {@link MathMode#FAST}, where MSL's own are undefined for NaN and infinities (section 8.2).
 */
abstract class RelationalFunctions extends LongFunctions {

    /** Whether {@code x} is neither infinite nor NaN. */
    @Builtin("(as_type<uint>($0) & 0x7fffffffu) < 0x7f800000u")
    public static boolean isfinite(float x) {
        return Float.isFinite(x);
    }

    /** Whether {@code x} is infinite. */
    @Builtin("(as_type<uint>($0) & 0x7fffffffu) == 0x7f800000u")
    public static boolean isinf(float x) {
        return Float.isInfinite(x);
    }

    /** Whether {@code x} is NaN. */
    @Builtin("(as_type<uint>($0) & 0x7fffffffu) > 0x7f800000u")
    public static boolean isnan(float x) {
        return Float.isNaN(x);
    }

    /** Whether {@code x} is neither zero nor subnormal, infinite or NaN. */
    @Builtin("(as_type<uint>($0) & 0x7fffffffu) - 0x00800000u < 0x7f000000u")
    public static boolean isnormal(float x) {
        return Float.isFinite(x) && Math.abs(x) >= Float.MIN_NORMAL;
    }

    /** Whether the sign bit of {@code x} is set: of negative numbers, -0, and some NaN. */
    @Builtin("as_type<int>($0) < 0")
    public static boolean signbit(float x) {
        return Float.floatToRawIntBits(x) < 0;
    }

    /** {@code c ? b : a}; both are evaluated. Mind the order: the one for true is the second. */
    @Builtin("metal::select")
    public static float select(float a, float b, boolean c) {
        return c ? b : a;
    }

    /** {@code c ? b : a}; both are evaluated. */
    @Builtin("metal::select")
    public static int select(int a, int b, boolean c) {
        return c ? b : a;
    }

    /** {@code c ? b : a}; both are evaluated. */
    @Builtin("metal::select")
    public static long select(long a, long b, boolean c) {
        return c ? b : a;
    }

    /** {@code c ? b : a}; both are evaluated. */
    @Builtin("$2 ? $1 : $0")
    public static boolean select(boolean a, boolean b, boolean c) {
        return c ? b : a;
    }
}
