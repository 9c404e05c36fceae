package dev.smelt.dsl.jdk;

import dev.smelt.dsl.Builtin;

/**
 * What kernels may call of {@link Math}. A bound in ulp is of the precise functions (MSL specification, section 8.1);
 * where none is stated, the result is Java's bit for bit.
 *
 * <p>Left out: what throws on overflow ({@code addExact}), and {@code cbrt hypot expm1 log1p}, for which MSL has
 * nothing.
 */
@Mirrors(Math.class)
public interface MathMirror {
    @Builtin("smelt_abs")
    int abs(int x);

    @Builtin("metal::min")
    int min(int x, int y);

    @Builtin("metal::max")
    int max(int x, int y);

    /** The dividend where {@code y} is 0. */
    @Builtin("smelt_floor_div")
    int floorDiv(int x, int y);

    /** 0 where {@code y} is 0. */
    @Builtin("smelt_floor_mod")
    int floorMod(int x, int y);

    @Builtin("smelt_abs")
    long abs(long x);

    @Builtin("metal::min")
    long min(long x, long y);

    @Builtin("metal::max")
    long max(long x, long y);

    /** The dividend where {@code y} is 0. */
    @Builtin("smelt_floor_div")
    long floorDiv(long x, long y);

    /** 0 where {@code y} is 0. */
    @Builtin("smelt_floor_mod")
    long floorMod(long x, long y);

    @Builtin("smelt_floor_div($0, long($1))")
    long floorDiv(long x, int y);

    @Builtin("int(smelt_floor_mod($0, long($1)))")
    int floorMod(long x, int y);

    @Builtin("long($0) * long($1)")
    long multiplyFull(int x, int y);

    @Builtin("smelt_mulhi")
    long multiplyHigh(long x, long y);

    @Builtin("metal::abs")
    float abs(float x);

    /** NaN if either is, and -0 is below 0, which MSL's don't do. */
    @Builtin("smelt_min")
    float min(float x, float y);

    @Builtin("smelt_max")
    float max(float x, float y);

    /** NaN of NaN, where MSL has 0. */
    @Builtin("smelt_signum")
    float signum(float x);

    @Builtin("metal::copysign")
    float copySign(float magnitude, float sign);

    @Builtin("metal::fma")
    float fma(float a, float b, float c);

    /** Ties go up, where MSL's go away from zero. */
    @Builtin("smelt_round")
    int round(float x);

    @Builtin("metal::ldexp")
    float scalb(float x, int scaleFactor);

    @Builtin("int((as_type<uint>($0) >> 23) & 0xffu) - 127")
    int getExponent(float x);

    /** Exact: the cast rounds twice, and comes to the same. */
    @Builtin(value = "metal::precise::sqrt", fast = "metal::fast::sqrt")
    @UnderFloatCast
    float sqrt(float x);

    @Builtin("metal::ceil")
    @UnderFloatCast
    float ceil(float x);

    @Builtin("metal::floor")
    @UnderFloatCast
    float floor(float x);

    @Builtin("metal::rint")
    @UnderFloatCast
    float rint(float x);

    /** 4 ulp. */
    @Builtin(value = "metal::precise::sin", fast = "metal::fast::sin")
    @UnderFloatCast
    float sin(float x);

    /** 4 ulp. */
    @Builtin(value = "metal::precise::cos", fast = "metal::fast::cos")
    @UnderFloatCast
    float cos(float x);

    /** 6 ulp. */
    @Builtin(value = "metal::precise::tan", fast = "metal::fast::tan")
    @UnderFloatCast
    float tan(float x);

    /** 4 ulp. */
    @Builtin(value = "metal::precise::asin", fast = "metal::fast::asin")
    @UnderFloatCast
    float asin(float x);

    /** 4 ulp. */
    @Builtin(value = "metal::precise::acos", fast = "metal::fast::acos")
    @UnderFloatCast
    float acos(float x);

    /** 5 ulp. */
    @Builtin(value = "metal::precise::atan", fast = "metal::fast::atan")
    @UnderFloatCast
    float atan(float x);

    /** 6 ulp. */
    @Builtin(value = "metal::precise::atan2", fast = "metal::fast::atan2")
    @UnderFloatCast
    float atan2(float y, float x);

    /** 4 ulp. */
    @Builtin(value = "metal::precise::sinh", fast = "metal::fast::sinh")
    @UnderFloatCast
    float sinh(float x);

    /** 4 ulp. */
    @Builtin(value = "metal::precise::cosh", fast = "metal::fast::cosh")
    @UnderFloatCast
    float cosh(float x);

    /** 5 ulp. */
    @Builtin(value = "metal::precise::tanh", fast = "metal::fast::tanh")
    @UnderFloatCast
    float tanh(float x);

    /** 4 ulp. */
    @Builtin(value = "metal::precise::exp", fast = "metal::fast::exp")
    @UnderFloatCast
    float exp(float x);

    /** 4 ulp. */
    @Builtin(value = "metal::precise::log", fast = "metal::fast::log")
    @UnderFloatCast
    float log(float x);

    /** 4 ulp. */
    @Builtin(value = "metal::precise::log10", fast = "metal::fast::log10")
    @UnderFloatCast
    float log10(float x);

    /** 16 ulp. NaN where {@code x} is 1 or -1 and {@code y} infinite or NaN. */
    @Builtin(value = "smelt_pow", fast = "metal::fast::pow")
    @UnderFloatCast
    float pow(float x, float y);

    /** 2 ulp. */
    @Builtin("$0 * 0.017453292f")
    @UnderFloatCast
    float toRadians(float degrees);

    /** 2 ulp. */
    @Builtin("$0 * 57.29578f")
    @UnderFloatCast
    float toDegrees(float radians);
}
