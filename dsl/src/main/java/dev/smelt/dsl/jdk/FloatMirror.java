package dev.smelt.dsl.jdk;

import dev.smelt.dsl.Builtin;

/**
 * What kernels may call of {@link Float}; all of it is exact. The tests look at the bits, so that they hold under fast
 * math too.
 */
@Mirrors(Float.class)
public interface FloatMirror {
    @Builtin("as_type<int>")
    int floatToRawIntBits(float x);

    @Builtin("smelt_float_to_int_bits")
    int floatToIntBits(float x);

    @Builtin("as_type<float>")
    float intBitsToFloat(int bits);

    @Builtin("(as_type<uint>($0) & 0x7fffffffu) > 0x7f800000u")
    boolean isNaN(float x);

    @Builtin("(as_type<uint>($0) & 0x7fffffffu) < 0x7f800000u")
    boolean isFinite(float x);

    @Builtin("(as_type<uint>($0) & 0x7fffffffu) == 0x7f800000u")
    boolean isInfinite(float x);

    /** -0 is below 0, and NaN above all. */
    @Builtin("smelt_compare")
    int compare(float x, float y);

    @Builtin("smelt_min")
    float min(float x, float y);

    @Builtin("smelt_max")
    float max(float x, float y);

    @Builtin("$0 + $1")
    float sum(float x, float y);
}
