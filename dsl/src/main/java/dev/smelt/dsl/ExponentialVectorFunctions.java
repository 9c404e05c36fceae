package dev.smelt.dsl;

/**
 * Exponentials, logarithms, powers and roots of vectors: each works on the components one by one, by the function of
 * the same name in {@link ExponentialFunctions}, which says how exact it is.
 */
abstract class ExponentialVectorFunctions extends TrigonometricVectorFunctions {

    @Builtin(value = "metal::precise::exp", fast = "metal::fast::exp")
    public static Float2 exp(Float2 x) {
        return new Float2(exp(x.x()), exp(x.y()));
    }

    @Builtin(value = "metal::precise::exp", fast = "metal::fast::exp")
    public static Float3 exp(Float3 x) {
        return new Float3(exp(x.x()), exp(x.y()), exp(x.z()));
    }

    @Builtin(value = "metal::precise::exp", fast = "metal::fast::exp")
    public static Float4 exp(Float4 x) {
        return new Float4(exp(x.x()), exp(x.y()), exp(x.z()), exp(x.w()));
    }

    @Builtin(value = "metal::precise::exp2", fast = "metal::fast::exp2")
    public static Float2 exp2(Float2 x) {
        return new Float2(exp2(x.x()), exp2(x.y()));
    }

    @Builtin(value = "metal::precise::exp2", fast = "metal::fast::exp2")
    public static Float3 exp2(Float3 x) {
        return new Float3(exp2(x.x()), exp2(x.y()), exp2(x.z()));
    }

    @Builtin(value = "metal::precise::exp2", fast = "metal::fast::exp2")
    public static Float4 exp2(Float4 x) {
        return new Float4(exp2(x.x()), exp2(x.y()), exp2(x.z()), exp2(x.w()));
    }

    @Builtin(value = "metal::precise::exp10", fast = "metal::fast::exp10")
    public static Float2 exp10(Float2 x) {
        return new Float2(exp10(x.x()), exp10(x.y()));
    }

    @Builtin(value = "metal::precise::exp10", fast = "metal::fast::exp10")
    public static Float3 exp10(Float3 x) {
        return new Float3(exp10(x.x()), exp10(x.y()), exp10(x.z()));
    }

    @Builtin(value = "metal::precise::exp10", fast = "metal::fast::exp10")
    public static Float4 exp10(Float4 x) {
        return new Float4(exp10(x.x()), exp10(x.y()), exp10(x.z()), exp10(x.w()));
    }

    @Builtin(value = "metal::precise::log", fast = "metal::fast::log")
    public static Float2 log(Float2 x) {
        return new Float2(log(x.x()), log(x.y()));
    }

    @Builtin(value = "metal::precise::log", fast = "metal::fast::log")
    public static Float3 log(Float3 x) {
        return new Float3(log(x.x()), log(x.y()), log(x.z()));
    }

    @Builtin(value = "metal::precise::log", fast = "metal::fast::log")
    public static Float4 log(Float4 x) {
        return new Float4(log(x.x()), log(x.y()), log(x.z()), log(x.w()));
    }

    @Builtin(value = "metal::precise::log2", fast = "metal::fast::log2")
    public static Float2 log2(Float2 x) {
        return new Float2(log2(x.x()), log2(x.y()));
    }

    @Builtin(value = "metal::precise::log2", fast = "metal::fast::log2")
    public static Float3 log2(Float3 x) {
        return new Float3(log2(x.x()), log2(x.y()), log2(x.z()));
    }

    @Builtin(value = "metal::precise::log2", fast = "metal::fast::log2")
    public static Float4 log2(Float4 x) {
        return new Float4(log2(x.x()), log2(x.y()), log2(x.z()), log2(x.w()));
    }

    @Builtin(value = "metal::precise::log10", fast = "metal::fast::log10")
    public static Float2 log10(Float2 x) {
        return new Float2(log10(x.x()), log10(x.y()));
    }

    @Builtin(value = "metal::precise::log10", fast = "metal::fast::log10")
    public static Float3 log10(Float3 x) {
        return new Float3(log10(x.x()), log10(x.y()), log10(x.z()));
    }

    @Builtin(value = "metal::precise::log10", fast = "metal::fast::log10")
    public static Float4 log10(Float4 x) {
        return new Float4(log10(x.x()), log10(x.y()), log10(x.z()), log10(x.w()));
    }

    @Builtin(value = "metal::precise::pow", fast = "metal::fast::pow")
    public static Float2 pow(Float2 x, Float2 y) {
        return new Float2(pow(x.x(), y.x()), pow(x.y(), y.y()));
    }

    @Builtin(value = "metal::precise::pow", fast = "metal::fast::pow")
    public static Float3 pow(Float3 x, Float3 y) {
        return new Float3(pow(x.x(), y.x()), pow(x.y(), y.y()), pow(x.z(), y.z()));
    }

    @Builtin(value = "metal::precise::pow", fast = "metal::fast::pow")
    public static Float4 pow(Float4 x, Float4 y) {
        return new Float4(pow(x.x(), y.x()), pow(x.y(), y.y()), pow(x.z(), y.z()), pow(x.w(), y.w()));
    }

    @Builtin(value = "metal::precise::powr", fast = "metal::fast::powr")
    public static Float2 powr(Float2 x, Float2 y) {
        return new Float2(powr(x.x(), y.x()), powr(x.y(), y.y()));
    }

    @Builtin(value = "metal::precise::powr", fast = "metal::fast::powr")
    public static Float3 powr(Float3 x, Float3 y) {
        return new Float3(powr(x.x(), y.x()), powr(x.y(), y.y()), powr(x.z(), y.z()));
    }

    @Builtin(value = "metal::precise::powr", fast = "metal::fast::powr")
    public static Float4 powr(Float4 x, Float4 y) {
        return new Float4(powr(x.x(), y.x()), powr(x.y(), y.y()), powr(x.z(), y.z()), powr(x.w(), y.w()));
    }

    @Builtin(value = "metal::precise::sqrt", fast = "metal::fast::sqrt")
    public static Float2 sqrt(Float2 x) {
        return new Float2(sqrt(x.x()), sqrt(x.y()));
    }

    @Builtin(value = "metal::precise::sqrt", fast = "metal::fast::sqrt")
    public static Float3 sqrt(Float3 x) {
        return new Float3(sqrt(x.x()), sqrt(x.y()), sqrt(x.z()));
    }

    @Builtin(value = "metal::precise::sqrt", fast = "metal::fast::sqrt")
    public static Float4 sqrt(Float4 x) {
        return new Float4(sqrt(x.x()), sqrt(x.y()), sqrt(x.z()), sqrt(x.w()));
    }

    @Builtin(value = "metal::precise::rsqrt", fast = "metal::fast::rsqrt")
    public static Float2 rsqrt(Float2 x) {
        return new Float2(rsqrt(x.x()), rsqrt(x.y()));
    }

    @Builtin(value = "metal::precise::rsqrt", fast = "metal::fast::rsqrt")
    public static Float3 rsqrt(Float3 x) {
        return new Float3(rsqrt(x.x()), rsqrt(x.y()), rsqrt(x.z()));
    }

    @Builtin(value = "metal::precise::rsqrt", fast = "metal::fast::rsqrt")
    public static Float4 rsqrt(Float4 x) {
        return new Float4(rsqrt(x.x()), rsqrt(x.y()), rsqrt(x.z()), rsqrt(x.w()));
    }
}
