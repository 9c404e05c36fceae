package dev.smelt.dsl;

/**
 * Clamping, blending, the least and the greatest of vectors: each works on the components one by one, by the function
 * of the same name in {@link CommonFunctions}, which says how exact it is.
 */
abstract class CommonVectorFunctions extends RoundingVectorFunctions {

    @Builtin(value = "metal::precise::fmin", fast = "metal::fast::fmin")
    public static Float2 fmin(Float2 x, Float2 y) {
        return new Float2(fmin(x.x(), y.x()), fmin(x.y(), y.y()));
    }

    @Builtin(value = "metal::precise::fmin", fast = "metal::fast::fmin")
    public static Float3 fmin(Float3 x, Float3 y) {
        return new Float3(fmin(x.x(), y.x()), fmin(x.y(), y.y()), fmin(x.z(), y.z()));
    }

    @Builtin(value = "metal::precise::fmin", fast = "metal::fast::fmin")
    public static Float4 fmin(Float4 x, Float4 y) {
        return new Float4(fmin(x.x(), y.x()), fmin(x.y(), y.y()), fmin(x.z(), y.z()), fmin(x.w(), y.w()));
    }

    @Builtin(value = "metal::precise::fmax", fast = "metal::fast::fmax")
    public static Float2 fmax(Float2 x, Float2 y) {
        return new Float2(fmax(x.x(), y.x()), fmax(x.y(), y.y()));
    }

    @Builtin(value = "metal::precise::fmax", fast = "metal::fast::fmax")
    public static Float3 fmax(Float3 x, Float3 y) {
        return new Float3(fmax(x.x(), y.x()), fmax(x.y(), y.y()), fmax(x.z(), y.z()));
    }

    @Builtin(value = "metal::precise::fmax", fast = "metal::fast::fmax")
    public static Float4 fmax(Float4 x, Float4 y) {
        return new Float4(fmax(x.x(), y.x()), fmax(x.y(), y.y()), fmax(x.z(), y.z()), fmax(x.w(), y.w()));
    }

    @Builtin(value = "metal::precise::min", fast = "metal::fast::min")
    public static Float2 min(Float2 x, Float2 y) {
        return new Float2(min(x.x(), y.x()), min(x.y(), y.y()));
    }

    @Builtin(value = "metal::precise::min", fast = "metal::fast::min")
    public static Float3 min(Float3 x, Float3 y) {
        return new Float3(min(x.x(), y.x()), min(x.y(), y.y()), min(x.z(), y.z()));
    }

    @Builtin(value = "metal::precise::min", fast = "metal::fast::min")
    public static Float4 min(Float4 x, Float4 y) {
        return new Float4(min(x.x(), y.x()), min(x.y(), y.y()), min(x.z(), y.z()), min(x.w(), y.w()));
    }

    @Builtin(value = "metal::precise::max", fast = "metal::fast::max")
    public static Float2 max(Float2 x, Float2 y) {
        return new Float2(max(x.x(), y.x()), max(x.y(), y.y()));
    }

    @Builtin(value = "metal::precise::max", fast = "metal::fast::max")
    public static Float3 max(Float3 x, Float3 y) {
        return new Float3(max(x.x(), y.x()), max(x.y(), y.y()), max(x.z(), y.z()));
    }

    @Builtin(value = "metal::precise::max", fast = "metal::fast::max")
    public static Float4 max(Float4 x, Float4 y) {
        return new Float4(max(x.x(), y.x()), max(x.y(), y.y()), max(x.z(), y.z()), max(x.w(), y.w()));
    }

    @Builtin(value = "metal::precise::fmin3", fast = "metal::fast::fmin3")
    public static Float2 fmin3(Float2 x, Float2 y, Float2 z) {
        return new Float2(fmin3(x.x(), y.x(), z.x()), fmin3(x.y(), y.y(), z.y()));
    }

    @Builtin(value = "metal::precise::fmin3", fast = "metal::fast::fmin3")
    public static Float3 fmin3(Float3 x, Float3 y, Float3 z) {
        return new Float3(fmin3(x.x(), y.x(), z.x()), fmin3(x.y(), y.y(), z.y()), fmin3(x.z(), y.z(), z.z()));
    }

    @Builtin(value = "metal::precise::fmin3", fast = "metal::fast::fmin3")
    public static Float4 fmin3(Float4 x, Float4 y, Float4 z) {
        return new Float4(
                fmin3(x.x(), y.x(), z.x()),
                fmin3(x.y(), y.y(), z.y()),
                fmin3(x.z(), y.z(), z.z()),
                fmin3(x.w(), y.w(), z.w()));
    }

    @Builtin(value = "metal::precise::fmax3", fast = "metal::fast::fmax3")
    public static Float2 fmax3(Float2 x, Float2 y, Float2 z) {
        return new Float2(fmax3(x.x(), y.x(), z.x()), fmax3(x.y(), y.y(), z.y()));
    }

    @Builtin(value = "metal::precise::fmax3", fast = "metal::fast::fmax3")
    public static Float3 fmax3(Float3 x, Float3 y, Float3 z) {
        return new Float3(fmax3(x.x(), y.x(), z.x()), fmax3(x.y(), y.y(), z.y()), fmax3(x.z(), y.z(), z.z()));
    }

    @Builtin(value = "metal::precise::fmax3", fast = "metal::fast::fmax3")
    public static Float4 fmax3(Float4 x, Float4 y, Float4 z) {
        return new Float4(
                fmax3(x.x(), y.x(), z.x()),
                fmax3(x.y(), y.y(), z.y()),
                fmax3(x.z(), y.z(), z.z()),
                fmax3(x.w(), y.w(), z.w()));
    }

    @Builtin(value = "metal::precise::min3", fast = "metal::fast::min3")
    public static Float2 min3(Float2 x, Float2 y, Float2 z) {
        return new Float2(min3(x.x(), y.x(), z.x()), min3(x.y(), y.y(), z.y()));
    }

    @Builtin(value = "metal::precise::min3", fast = "metal::fast::min3")
    public static Float3 min3(Float3 x, Float3 y, Float3 z) {
        return new Float3(min3(x.x(), y.x(), z.x()), min3(x.y(), y.y(), z.y()), min3(x.z(), y.z(), z.z()));
    }

    @Builtin(value = "metal::precise::min3", fast = "metal::fast::min3")
    public static Float4 min3(Float4 x, Float4 y, Float4 z) {
        return new Float4(
                min3(x.x(), y.x(), z.x()),
                min3(x.y(), y.y(), z.y()),
                min3(x.z(), y.z(), z.z()),
                min3(x.w(), y.w(), z.w()));
    }

    @Builtin(value = "metal::precise::max3", fast = "metal::fast::max3")
    public static Float2 max3(Float2 x, Float2 y, Float2 z) {
        return new Float2(max3(x.x(), y.x(), z.x()), max3(x.y(), y.y(), z.y()));
    }

    @Builtin(value = "metal::precise::max3", fast = "metal::fast::max3")
    public static Float3 max3(Float3 x, Float3 y, Float3 z) {
        return new Float3(max3(x.x(), y.x(), z.x()), max3(x.y(), y.y(), z.y()), max3(x.z(), y.z(), z.z()));
    }

    @Builtin(value = "metal::precise::max3", fast = "metal::fast::max3")
    public static Float4 max3(Float4 x, Float4 y, Float4 z) {
        return new Float4(
                max3(x.x(), y.x(), z.x()),
                max3(x.y(), y.y(), z.y()),
                max3(x.z(), y.z(), z.z()),
                max3(x.w(), y.w(), z.w()));
    }

    @Builtin(value = "metal::precise::fmedian3", fast = "metal::fast::fmedian3")
    public static Float2 fmedian3(Float2 x, Float2 y, Float2 z) {
        return new Float2(fmedian3(x.x(), y.x(), z.x()), fmedian3(x.y(), y.y(), z.y()));
    }

    @Builtin(value = "metal::precise::fmedian3", fast = "metal::fast::fmedian3")
    public static Float3 fmedian3(Float3 x, Float3 y, Float3 z) {
        return new Float3(fmedian3(x.x(), y.x(), z.x()), fmedian3(x.y(), y.y(), z.y()), fmedian3(x.z(), y.z(), z.z()));
    }

    @Builtin(value = "metal::precise::fmedian3", fast = "metal::fast::fmedian3")
    public static Float4 fmedian3(Float4 x, Float4 y, Float4 z) {
        return new Float4(
                fmedian3(x.x(), y.x(), z.x()),
                fmedian3(x.y(), y.y(), z.y()),
                fmedian3(x.z(), y.z(), z.z()),
                fmedian3(x.w(), y.w(), z.w()));
    }

    @Builtin(value = "metal::precise::median3", fast = "metal::fast::median3")
    public static Float2 median3(Float2 x, Float2 y, Float2 z) {
        return new Float2(median3(x.x(), y.x(), z.x()), median3(x.y(), y.y(), z.y()));
    }

    @Builtin(value = "metal::precise::median3", fast = "metal::fast::median3")
    public static Float3 median3(Float3 x, Float3 y, Float3 z) {
        return new Float3(median3(x.x(), y.x(), z.x()), median3(x.y(), y.y(), z.y()), median3(x.z(), y.z(), z.z()));
    }

    @Builtin(value = "metal::precise::median3", fast = "metal::fast::median3")
    public static Float4 median3(Float4 x, Float4 y, Float4 z) {
        return new Float4(
                median3(x.x(), y.x(), z.x()),
                median3(x.y(), y.y(), z.y()),
                median3(x.z(), y.z(), z.z()),
                median3(x.w(), y.w(), z.w()));
    }

    @Builtin(value = "metal::precise::clamp", fast = "metal::fast::clamp")
    public static Float2 clamp(Float2 x, Float2 minval, Float2 maxval) {
        return new Float2(clamp(x.x(), minval.x(), maxval.x()), clamp(x.y(), minval.y(), maxval.y()));
    }

    @Builtin(value = "metal::precise::clamp", fast = "metal::fast::clamp")
    public static Float3 clamp(Float3 x, Float3 minval, Float3 maxval) {
        return new Float3(
                clamp(x.x(), minval.x(), maxval.x()),
                clamp(x.y(), minval.y(), maxval.y()),
                clamp(x.z(), minval.z(), maxval.z()));
    }

    @Builtin(value = "metal::precise::clamp", fast = "metal::fast::clamp")
    public static Float4 clamp(Float4 x, Float4 minval, Float4 maxval) {
        return new Float4(
                clamp(x.x(), minval.x(), maxval.x()),
                clamp(x.y(), minval.y(), maxval.y()),
                clamp(x.z(), minval.z(), maxval.z()),
                clamp(x.w(), minval.w(), maxval.w()));
    }

    @Builtin(value = "metal::precise::saturate", fast = "metal::fast::saturate")
    public static Float2 saturate(Float2 x) {
        return new Float2(saturate(x.x()), saturate(x.y()));
    }

    @Builtin(value = "metal::precise::saturate", fast = "metal::fast::saturate")
    public static Float3 saturate(Float3 x) {
        return new Float3(saturate(x.x()), saturate(x.y()), saturate(x.z()));
    }

    @Builtin(value = "metal::precise::saturate", fast = "metal::fast::saturate")
    public static Float4 saturate(Float4 x) {
        return new Float4(saturate(x.x()), saturate(x.y()), saturate(x.z()), saturate(x.w()));
    }

    @Builtin("metal::mix")
    public static Float2 mix(Float2 x, Float2 y, Float2 a) {
        return new Float2(mix(x.x(), y.x(), a.x()), mix(x.y(), y.y(), a.y()));
    }

    @Builtin("metal::mix")
    public static Float3 mix(Float3 x, Float3 y, Float3 a) {
        return new Float3(mix(x.x(), y.x(), a.x()), mix(x.y(), y.y(), a.y()), mix(x.z(), y.z(), a.z()));
    }

    @Builtin("metal::mix")
    public static Float4 mix(Float4 x, Float4 y, Float4 a) {
        return new Float4(
                mix(x.x(), y.x(), a.x()), mix(x.y(), y.y(), a.y()), mix(x.z(), y.z(), a.z()), mix(x.w(), y.w(), a.w()));
    }

    @Builtin("metal::sign")
    public static Float2 sign(Float2 x) {
        return new Float2(sign(x.x()), sign(x.y()));
    }

    @Builtin("metal::sign")
    public static Float3 sign(Float3 x) {
        return new Float3(sign(x.x()), sign(x.y()), sign(x.z()));
    }

    @Builtin("metal::sign")
    public static Float4 sign(Float4 x) {
        return new Float4(sign(x.x()), sign(x.y()), sign(x.z()), sign(x.w()));
    }

    @Builtin("metal::step")
    public static Float2 step(Float2 edge, Float2 x) {
        return new Float2(step(edge.x(), x.x()), step(edge.y(), x.y()));
    }

    @Builtin("metal::step")
    public static Float3 step(Float3 edge, Float3 x) {
        return new Float3(step(edge.x(), x.x()), step(edge.y(), x.y()), step(edge.z(), x.z()));
    }

    @Builtin("metal::step")
    public static Float4 step(Float4 edge, Float4 x) {
        return new Float4(step(edge.x(), x.x()), step(edge.y(), x.y()), step(edge.z(), x.z()), step(edge.w(), x.w()));
    }

    @Builtin("metal::smoothstep")
    public static Float2 smoothstep(Float2 edge0, Float2 edge1, Float2 x) {
        return new Float2(smoothstep(edge0.x(), edge1.x(), x.x()), smoothstep(edge0.y(), edge1.y(), x.y()));
    }

    @Builtin("metal::smoothstep")
    public static Float3 smoothstep(Float3 edge0, Float3 edge1, Float3 x) {
        return new Float3(
                smoothstep(edge0.x(), edge1.x(), x.x()),
                smoothstep(edge0.y(), edge1.y(), x.y()),
                smoothstep(edge0.z(), edge1.z(), x.z()));
    }

    @Builtin("metal::smoothstep")
    public static Float4 smoothstep(Float4 edge0, Float4 edge1, Float4 x) {
        return new Float4(
                smoothstep(edge0.x(), edge1.x(), x.x()),
                smoothstep(edge0.y(), edge1.y(), x.y()),
                smoothstep(edge0.z(), edge1.z(), x.z()),
                smoothstep(edge0.w(), edge1.w(), x.w()));
    }
}
