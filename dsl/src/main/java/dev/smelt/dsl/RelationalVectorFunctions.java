package dev.smelt.dsl;

/**
 * Tests and choices of vectors: each works on the components one by one, by the function of the same name in
 * {@link RelationalFunctions}.
 */
abstract class RelationalVectorFunctions extends RelationalFunctions {

    @Builtin("bool2((as_type<uint2>($0) & 0x7fffffffu) < 0x7f800000u)")
    public static Bool2 isfinite(Float2 x) {
        return new Bool2(isfinite(x.x()), isfinite(x.y()));
    }

    @Builtin("bool3((as_type<uint3>($0) & 0x7fffffffu) < 0x7f800000u)")
    public static Bool3 isfinite(Float3 x) {
        return new Bool3(isfinite(x.x()), isfinite(x.y()), isfinite(x.z()));
    }

    @Builtin("bool4((as_type<uint4>($0) & 0x7fffffffu) < 0x7f800000u)")
    public static Bool4 isfinite(Float4 x) {
        return new Bool4(isfinite(x.x()), isfinite(x.y()), isfinite(x.z()), isfinite(x.w()));
    }

    @Builtin("bool2((as_type<uint2>($0) & 0x7fffffffu) == 0x7f800000u)")
    public static Bool2 isinf(Float2 x) {
        return new Bool2(isinf(x.x()), isinf(x.y()));
    }

    @Builtin("bool3((as_type<uint3>($0) & 0x7fffffffu) == 0x7f800000u)")
    public static Bool3 isinf(Float3 x) {
        return new Bool3(isinf(x.x()), isinf(x.y()), isinf(x.z()));
    }

    @Builtin("bool4((as_type<uint4>($0) & 0x7fffffffu) == 0x7f800000u)")
    public static Bool4 isinf(Float4 x) {
        return new Bool4(isinf(x.x()), isinf(x.y()), isinf(x.z()), isinf(x.w()));
    }

    @Builtin("bool2((as_type<uint2>($0) & 0x7fffffffu) > 0x7f800000u)")
    public static Bool2 isnan(Float2 x) {
        return new Bool2(isnan(x.x()), isnan(x.y()));
    }

    @Builtin("bool3((as_type<uint3>($0) & 0x7fffffffu) > 0x7f800000u)")
    public static Bool3 isnan(Float3 x) {
        return new Bool3(isnan(x.x()), isnan(x.y()), isnan(x.z()));
    }

    @Builtin("bool4((as_type<uint4>($0) & 0x7fffffffu) > 0x7f800000u)")
    public static Bool4 isnan(Float4 x) {
        return new Bool4(isnan(x.x()), isnan(x.y()), isnan(x.z()), isnan(x.w()));
    }

    @Builtin("bool2((as_type<uint2>($0) & 0x7fffffffu) - 0x00800000u < 0x7f000000u)")
    public static Bool2 isnormal(Float2 x) {
        return new Bool2(isnormal(x.x()), isnormal(x.y()));
    }

    @Builtin("bool3((as_type<uint3>($0) & 0x7fffffffu) - 0x00800000u < 0x7f000000u)")
    public static Bool3 isnormal(Float3 x) {
        return new Bool3(isnormal(x.x()), isnormal(x.y()), isnormal(x.z()));
    }

    @Builtin("bool4((as_type<uint4>($0) & 0x7fffffffu) - 0x00800000u < 0x7f000000u)")
    public static Bool4 isnormal(Float4 x) {
        return new Bool4(isnormal(x.x()), isnormal(x.y()), isnormal(x.z()), isnormal(x.w()));
    }

    @Builtin("bool2(as_type<int2>($0) < 0)")
    public static Bool2 signbit(Float2 x) {
        return new Bool2(signbit(x.x()), signbit(x.y()));
    }

    @Builtin("bool3(as_type<int3>($0) < 0)")
    public static Bool3 signbit(Float3 x) {
        return new Bool3(signbit(x.x()), signbit(x.y()), signbit(x.z()));
    }

    @Builtin("bool4(as_type<int4>($0) < 0)")
    public static Bool4 signbit(Float4 x) {
        return new Bool4(signbit(x.x()), signbit(x.y()), signbit(x.z()), signbit(x.w()));
    }

    @Builtin("metal::select")
    public static Float2 select(Float2 a, Float2 b, Bool2 c) {
        return new Float2(select(a.x(), b.x(), c.x()), select(a.y(), b.y(), c.y()));
    }

    @Builtin("metal::select")
    public static Float3 select(Float3 a, Float3 b, Bool3 c) {
        return new Float3(select(a.x(), b.x(), c.x()), select(a.y(), b.y(), c.y()), select(a.z(), b.z(), c.z()));
    }

    @Builtin("metal::select")
    public static Float4 select(Float4 a, Float4 b, Bool4 c) {
        return new Float4(
                select(a.x(), b.x(), c.x()),
                select(a.y(), b.y(), c.y()),
                select(a.z(), b.z(), c.z()),
                select(a.w(), b.w(), c.w()));
    }

    @Builtin("metal::select")
    public static Int2 select(Int2 a, Int2 b, Bool2 c) {
        return new Int2(select(a.x(), b.x(), c.x()), select(a.y(), b.y(), c.y()));
    }

    @Builtin("metal::select")
    public static Int3 select(Int3 a, Int3 b, Bool3 c) {
        return new Int3(select(a.x(), b.x(), c.x()), select(a.y(), b.y(), c.y()), select(a.z(), b.z(), c.z()));
    }

    @Builtin("metal::select")
    public static Int4 select(Int4 a, Int4 b, Bool4 c) {
        return new Int4(
                select(a.x(), b.x(), c.x()),
                select(a.y(), b.y(), c.y()),
                select(a.z(), b.z(), c.z()),
                select(a.w(), b.w(), c.w()));
    }

    /** Whether any component is true. */
    @Builtin("metal::any")
    public static boolean any(Bool2 x) {
        return x.x() || x.y();
    }

    /** Whether any component is true. */
    @Builtin("metal::any")
    public static boolean any(Bool3 x) {
        return x.x() || x.y() || x.z();
    }

    /** Whether any component is true. */
    @Builtin("metal::any")
    public static boolean any(Bool4 x) {
        return x.x() || x.y() || x.z() || x.w();
    }

    /** Whether all components are true. */
    @Builtin("metal::all")
    public static boolean all(Bool2 x) {
        return x.x() && x.y();
    }

    /** Whether all components are true. */
    @Builtin("metal::all")
    public static boolean all(Bool3 x) {
        return x.x() && x.y() && x.z();
    }

    /** Whether all components are true. */
    @Builtin("metal::all")
    public static boolean all(Bool4 x) {
        return x.x() && x.y() && x.z() && x.w();
    }
}
