package dev.smelt.dsl;

/**
 * Rounding, remainders and parts of vectors: each works on the components one by one, by the function of the same name
 * in {@link RoundingFunctions}, which says how exact it is.
 */
abstract class RoundingVectorFunctions extends ExponentialVectorFunctions {

    @Builtin("metal::abs")
    public static Float2 abs(Float2 x) {
        return new Float2(abs(x.x()), abs(x.y()));
    }

    @Builtin("metal::abs")
    public static Float3 abs(Float3 x) {
        return new Float3(abs(x.x()), abs(x.y()), abs(x.z()));
    }

    @Builtin("metal::abs")
    public static Float4 abs(Float4 x) {
        return new Float4(abs(x.x()), abs(x.y()), abs(x.z()), abs(x.w()));
    }

    @Builtin("metal::fabs")
    public static Float2 fabs(Float2 x) {
        return new Float2(fabs(x.x()), fabs(x.y()));
    }

    @Builtin("metal::fabs")
    public static Float3 fabs(Float3 x) {
        return new Float3(fabs(x.x()), fabs(x.y()), fabs(x.z()));
    }

    @Builtin("metal::fabs")
    public static Float4 fabs(Float4 x) {
        return new Float4(fabs(x.x()), fabs(x.y()), fabs(x.z()), fabs(x.w()));
    }

    @Builtin("metal::copysign")
    public static Float2 copysign(Float2 x, Float2 y) {
        return new Float2(copysign(x.x(), y.x()), copysign(x.y(), y.y()));
    }

    @Builtin("metal::copysign")
    public static Float3 copysign(Float3 x, Float3 y) {
        return new Float3(copysign(x.x(), y.x()), copysign(x.y(), y.y()), copysign(x.z(), y.z()));
    }

    @Builtin("metal::copysign")
    public static Float4 copysign(Float4 x, Float4 y) {
        return new Float4(
                copysign(x.x(), y.x()), copysign(x.y(), y.y()), copysign(x.z(), y.z()), copysign(x.w(), y.w()));
    }

    @Builtin("metal::ceil")
    public static Float2 ceil(Float2 x) {
        return new Float2(ceil(x.x()), ceil(x.y()));
    }

    @Builtin("metal::ceil")
    public static Float3 ceil(Float3 x) {
        return new Float3(ceil(x.x()), ceil(x.y()), ceil(x.z()));
    }

    @Builtin("metal::ceil")
    public static Float4 ceil(Float4 x) {
        return new Float4(ceil(x.x()), ceil(x.y()), ceil(x.z()), ceil(x.w()));
    }

    @Builtin("metal::floor")
    public static Float2 floor(Float2 x) {
        return new Float2(floor(x.x()), floor(x.y()));
    }

    @Builtin("metal::floor")
    public static Float3 floor(Float3 x) {
        return new Float3(floor(x.x()), floor(x.y()), floor(x.z()));
    }

    @Builtin("metal::floor")
    public static Float4 floor(Float4 x) {
        return new Float4(floor(x.x()), floor(x.y()), floor(x.z()), floor(x.w()));
    }

    @Builtin("metal::rint")
    public static Float2 rint(Float2 x) {
        return new Float2(rint(x.x()), rint(x.y()));
    }

    @Builtin("metal::rint")
    public static Float3 rint(Float3 x) {
        return new Float3(rint(x.x()), rint(x.y()), rint(x.z()));
    }

    @Builtin("metal::rint")
    public static Float4 rint(Float4 x) {
        return new Float4(rint(x.x()), rint(x.y()), rint(x.z()), rint(x.w()));
    }

    @Builtin("metal::round")
    public static Float2 round(Float2 x) {
        return new Float2(round(x.x()), round(x.y()));
    }

    @Builtin("metal::round")
    public static Float3 round(Float3 x) {
        return new Float3(round(x.x()), round(x.y()), round(x.z()));
    }

    @Builtin("metal::round")
    public static Float4 round(Float4 x) {
        return new Float4(round(x.x()), round(x.y()), round(x.z()), round(x.w()));
    }

    @Builtin("metal::trunc")
    public static Float2 trunc(Float2 x) {
        return new Float2(trunc(x.x()), trunc(x.y()));
    }

    @Builtin("metal::trunc")
    public static Float3 trunc(Float3 x) {
        return new Float3(trunc(x.x()), trunc(x.y()), trunc(x.z()));
    }

    @Builtin("metal::trunc")
    public static Float4 trunc(Float4 x) {
        return new Float4(trunc(x.x()), trunc(x.y()), trunc(x.z()), trunc(x.w()));
    }

    @Builtin(value = "metal::precise::fract", fast = "metal::fast::fract")
    public static Float2 fract(Float2 x) {
        return new Float2(fract(x.x()), fract(x.y()));
    }

    @Builtin(value = "metal::precise::fract", fast = "metal::fast::fract")
    public static Float3 fract(Float3 x) {
        return new Float3(fract(x.x()), fract(x.y()), fract(x.z()));
    }

    @Builtin(value = "metal::precise::fract", fast = "metal::fast::fract")
    public static Float4 fract(Float4 x) {
        return new Float4(fract(x.x()), fract(x.y()), fract(x.z()), fract(x.w()));
    }

    @Builtin(value = "metal::precise::fmod", fast = "metal::fast::fmod")
    public static Float2 fmod(Float2 x, Float2 y) {
        return new Float2(fmod(x.x(), y.x()), fmod(x.y(), y.y()));
    }

    @Builtin(value = "metal::precise::fmod", fast = "metal::fast::fmod")
    public static Float3 fmod(Float3 x, Float3 y) {
        return new Float3(fmod(x.x(), y.x()), fmod(x.y(), y.y()), fmod(x.z(), y.z()));
    }

    @Builtin(value = "metal::precise::fmod", fast = "metal::fast::fmod")
    public static Float4 fmod(Float4 x, Float4 y) {
        return new Float4(fmod(x.x(), y.x()), fmod(x.y(), y.y()), fmod(x.z(), y.z()), fmod(x.w(), y.w()));
    }

    @Builtin(value = "metal::precise::fdim", fast = "metal::fast::fdim")
    public static Float2 fdim(Float2 x, Float2 y) {
        return new Float2(fdim(x.x(), y.x()), fdim(x.y(), y.y()));
    }

    @Builtin(value = "metal::precise::fdim", fast = "metal::fast::fdim")
    public static Float3 fdim(Float3 x, Float3 y) {
        return new Float3(fdim(x.x(), y.x()), fdim(x.y(), y.y()), fdim(x.z(), y.z()));
    }

    @Builtin(value = "metal::precise::fdim", fast = "metal::fast::fdim")
    public static Float4 fdim(Float4 x, Float4 y) {
        return new Float4(fdim(x.x(), y.x()), fdim(x.y(), y.y()), fdim(x.z(), y.z()), fdim(x.w(), y.w()));
    }

    @Builtin("metal::fma")
    public static Float2 fma(Float2 a, Float2 b, Float2 c) {
        return new Float2(fma(a.x(), b.x(), c.x()), fma(a.y(), b.y(), c.y()));
    }

    @Builtin("metal::fma")
    public static Float3 fma(Float3 a, Float3 b, Float3 c) {
        return new Float3(fma(a.x(), b.x(), c.x()), fma(a.y(), b.y(), c.y()), fma(a.z(), b.z(), c.z()));
    }

    @Builtin("metal::fma")
    public static Float4 fma(Float4 a, Float4 b, Float4 c) {
        return new Float4(
                fma(a.x(), b.x(), c.x()), fma(a.y(), b.y(), c.y()), fma(a.z(), b.z(), c.z()), fma(a.w(), b.w(), c.w()));
    }

    @Builtin("metal::ldexp")
    public static Float2 ldexp(Float2 x, Int2 k) {
        return new Float2(ldexp(x.x(), k.x()), ldexp(x.y(), k.y()));
    }

    @Builtin("metal::ldexp")
    public static Float3 ldexp(Float3 x, Int3 k) {
        return new Float3(ldexp(x.x(), k.x()), ldexp(x.y(), k.y()), ldexp(x.z(), k.z()));
    }

    @Builtin("metal::ldexp")
    public static Float4 ldexp(Float4 x, Int4 k) {
        return new Float4(ldexp(x.x(), k.x()), ldexp(x.y(), k.y()), ldexp(x.z(), k.z()), ldexp(x.w(), k.w()));
    }

    @Builtin("smelt_ilogb")
    public static Int2 ilogb(Float2 x) {
        return new Int2(ilogb(x.x()), ilogb(x.y()));
    }

    @Builtin("smelt_ilogb")
    public static Int3 ilogb(Float3 x) {
        return new Int3(ilogb(x.x()), ilogb(x.y()), ilogb(x.z()));
    }

    @Builtin("smelt_ilogb")
    public static Int4 ilogb(Float4 x) {
        return new Int4(ilogb(x.x()), ilogb(x.y()), ilogb(x.z()), ilogb(x.w()));
    }
}
