package dev.smelt.dsl;

/**
 * Functions of vectors and scalars: a scalar in the place of a vector stands for one of equal components. These are the
 * ones where that is usual; elsewhere write {@code new Float3(s)}.
 */
abstract class BroadcastFunctions extends IntegerVectorFunctions {

    @Builtin(value = "metal::precise::min($0, float2($1))", fast = "metal::fast::min($0, float2($1))")
    public static Float2 min(Float2 x, float y) {
        return min(x, new Float2(y));
    }

    @Builtin(value = "metal::precise::min($0, float3($1))", fast = "metal::fast::min($0, float3($1))")
    public static Float3 min(Float3 x, float y) {
        return min(x, new Float3(y));
    }

    @Builtin(value = "metal::precise::min($0, float4($1))", fast = "metal::fast::min($0, float4($1))")
    public static Float4 min(Float4 x, float y) {
        return min(x, new Float4(y));
    }

    @Builtin(value = "metal::precise::max($0, float2($1))", fast = "metal::fast::max($0, float2($1))")
    public static Float2 max(Float2 x, float y) {
        return max(x, new Float2(y));
    }

    @Builtin(value = "metal::precise::max($0, float3($1))", fast = "metal::fast::max($0, float3($1))")
    public static Float3 max(Float3 x, float y) {
        return max(x, new Float3(y));
    }

    @Builtin(value = "metal::precise::max($0, float4($1))", fast = "metal::fast::max($0, float4($1))")
    public static Float4 max(Float4 x, float y) {
        return max(x, new Float4(y));
    }

    @Builtin(value = "metal::precise::fmin($0, float2($1))", fast = "metal::fast::fmin($0, float2($1))")
    public static Float2 fmin(Float2 x, float y) {
        return fmin(x, new Float2(y));
    }

    @Builtin(value = "metal::precise::fmin($0, float3($1))", fast = "metal::fast::fmin($0, float3($1))")
    public static Float3 fmin(Float3 x, float y) {
        return fmin(x, new Float3(y));
    }

    @Builtin(value = "metal::precise::fmin($0, float4($1))", fast = "metal::fast::fmin($0, float4($1))")
    public static Float4 fmin(Float4 x, float y) {
        return fmin(x, new Float4(y));
    }

    @Builtin(value = "metal::precise::fmax($0, float2($1))", fast = "metal::fast::fmax($0, float2($1))")
    public static Float2 fmax(Float2 x, float y) {
        return fmax(x, new Float2(y));
    }

    @Builtin(value = "metal::precise::fmax($0, float3($1))", fast = "metal::fast::fmax($0, float3($1))")
    public static Float3 fmax(Float3 x, float y) {
        return fmax(x, new Float3(y));
    }

    @Builtin(value = "metal::precise::fmax($0, float4($1))", fast = "metal::fast::fmax($0, float4($1))")
    public static Float4 fmax(Float4 x, float y) {
        return fmax(x, new Float4(y));
    }

    @Builtin(
            value = "metal::precise::clamp($0, float2($1), float2($2))",
            fast = "metal::fast::clamp($0, float2($1), float2($2))")
    public static Float2 clamp(Float2 x, float minval, float maxval) {
        return clamp(x, new Float2(minval), new Float2(maxval));
    }

    @Builtin(
            value = "metal::precise::clamp($0, float3($1), float3($2))",
            fast = "metal::fast::clamp($0, float3($1), float3($2))")
    public static Float3 clamp(Float3 x, float minval, float maxval) {
        return clamp(x, new Float3(minval), new Float3(maxval));
    }

    @Builtin(
            value = "metal::precise::clamp($0, float4($1), float4($2))",
            fast = "metal::fast::clamp($0, float4($1), float4($2))")
    public static Float4 clamp(Float4 x, float minval, float maxval) {
        return clamp(x, new Float4(minval), new Float4(maxval));
    }

    @Builtin("metal::mix($0, $1, float2($2))")
    public static Float2 mix(Float2 x, Float2 y, float a) {
        return mix(x, y, new Float2(a));
    }

    @Builtin("metal::mix($0, $1, float3($2))")
    public static Float3 mix(Float3 x, Float3 y, float a) {
        return mix(x, y, new Float3(a));
    }

    @Builtin("metal::mix($0, $1, float4($2))")
    public static Float4 mix(Float4 x, Float4 y, float a) {
        return mix(x, y, new Float4(a));
    }

    @Builtin("metal::step(float2($0), $1)")
    public static Float2 step(float edge, Float2 x) {
        return step(new Float2(edge), x);
    }

    @Builtin("metal::step(float3($0), $1)")
    public static Float3 step(float edge, Float3 x) {
        return step(new Float3(edge), x);
    }

    @Builtin("metal::step(float4($0), $1)")
    public static Float4 step(float edge, Float4 x) {
        return step(new Float4(edge), x);
    }

    @Builtin("metal::smoothstep(float2($0), float2($1), $2)")
    public static Float2 smoothstep(float edge0, float edge1, Float2 x) {
        return smoothstep(new Float2(edge0), new Float2(edge1), x);
    }

    @Builtin("metal::smoothstep(float3($0), float3($1), $2)")
    public static Float3 smoothstep(float edge0, float edge1, Float3 x) {
        return smoothstep(new Float3(edge0), new Float3(edge1), x);
    }

    @Builtin("metal::smoothstep(float4($0), float4($1), $2)")
    public static Float4 smoothstep(float edge0, float edge1, Float4 x) {
        return smoothstep(new Float4(edge0), new Float4(edge1), x);
    }

    @Builtin("metal::min($0, int2($1))")
    public static Int2 min(Int2 x, int y) {
        return min(x, new Int2(y));
    }

    @Builtin("metal::min($0, int3($1))")
    public static Int3 min(Int3 x, int y) {
        return min(x, new Int3(y));
    }

    @Builtin("metal::min($0, int4($1))")
    public static Int4 min(Int4 x, int y) {
        return min(x, new Int4(y));
    }

    @Builtin("metal::max($0, int2($1))")
    public static Int2 max(Int2 x, int y) {
        return max(x, new Int2(y));
    }

    @Builtin("metal::max($0, int3($1))")
    public static Int3 max(Int3 x, int y) {
        return max(x, new Int3(y));
    }

    @Builtin("metal::max($0, int4($1))")
    public static Int4 max(Int4 x, int y) {
        return max(x, new Int4(y));
    }

    @Builtin("metal::min(metal::max($0, int2($1)), int2($2))")
    public static Int2 clamp(Int2 x, int minval, int maxval) {
        return clamp(x, new Int2(minval), new Int2(maxval));
    }

    @Builtin("metal::min(metal::max($0, int3($1)), int3($2))")
    public static Int3 clamp(Int3 x, int minval, int maxval) {
        return clamp(x, new Int3(minval), new Int3(maxval));
    }

    @Builtin("metal::min(metal::max($0, int4($1)), int4($2))")
    public static Int4 clamp(Int4 x, int minval, int maxval) {
        return clamp(x, new Int4(minval), new Int4(maxval));
    }
}
