package dev.smelt.dsl;

/**
 * Four ints, MSL's {@code int4}: 16 bytes, aligned to 16 (MSL specification, section 2.2).
 * Arithmetic works on each component and wraps on overflow, as Java's does.
 */
public record Int4(
        @Builtin("$0.x") int x,
        @Builtin("$0.y") int y,
        @Builtin("$0.z") int z,
        @Builtin("$0.w") int w) implements IntSwizzles4 {
    @Builtin("int4")
    public Int4 {}

    /** Every component is {@code s}. */
    @Builtin("int4")
    public Int4(int s) {
        this(s, s, s, s);
    }

    /** Concatenates the components. */
    @Builtin("int4")
    public Int4(Int3 xyz, int w) {
        this(xyz.x(), xyz.y(), xyz.z(), w);
    }

    /** Concatenates the components. */
    @Builtin("int4")
    public Int4(int x, Int3 yzw) {
        this(x, yzw.x(), yzw.y(), yzw.z());
    }

    /** Concatenates the components. */
    @Builtin("int4")
    public Int4(Int2 xy, Int2 zw) {
        this(xy.x(), xy.y(), zw.x(), zw.y());
    }

    /** Concatenates the components. */
    @Builtin("int4")
    public Int4(Int2 xy, int z, int w) {
        this(xy.x(), xy.y(), z, w);
    }

    /** Concatenates the components. */
    @Builtin("int4")
    public Int4(int x, Int2 yz, int w) {
        this(x, yz.x(), yz.y(), w);
    }

    /** Concatenates the components. */
    @Builtin("int4")
    public Int4(int x, int y, Int2 zw) {
        this(x, y, zw.x(), zw.y());
    }

    /** {@code this + other} of each component. */
    @Builtin("as_type<int4>(as_type<uint4>($0) + as_type<uint4>($1))")
    public Int4 add(Int4 other) {
        return new Int4(x + other.x, y + other.y, z + other.z, w + other.w);
    }

    /** {@code this + s} of each component. */
    @Builtin("as_type<int4>(as_type<uint4>($0) + as_type<uint>($1))")
    public Int4 add(int s) {
        return new Int4(x + s, y + s, z + s, w + s);
    }

    /** {@code this - other} of each component. */
    @Builtin("as_type<int4>(as_type<uint4>($0) - as_type<uint4>($1))")
    public Int4 sub(Int4 other) {
        return new Int4(x - other.x, y - other.y, z - other.z, w - other.w);
    }

    /** {@code this - s} of each component. */
    @Builtin("as_type<int4>(as_type<uint4>($0) - as_type<uint>($1))")
    public Int4 sub(int s) {
        return new Int4(x - s, y - s, z - s, w - s);
    }

    /** {@code this * other} of each component. */
    @Builtin("as_type<int4>(as_type<uint4>($0) * as_type<uint4>($1))")
    public Int4 mul(Int4 other) {
        return new Int4(x * other.x, y * other.y, z * other.z, w * other.w);
    }

    /** {@code this * s} of each component. */
    @Builtin("as_type<int4>(as_type<uint4>($0) * as_type<uint>($1))")
    public Int4 mul(int s) {
        return new Int4(x * s, y * s, z * s, w * s);
    }

    /**
     * {@code this / other} of each component, truncated. Dividing by zero gives the dividend, and
     * {@code MIN_VALUE / -1} gives {@code MIN_VALUE}.
     */
    @Builtin("smelt_div")
    public Int4 div(Int4 other) {
        return new Int4(
                IntegerDivision.divide(x, other.x),
                IntegerDivision.divide(y, other.y),
                IntegerDivision.divide(z, other.z),
                IntegerDivision.divide(w, other.w));
    }

    /** {@code this / s} of each component, with the rules of {@link #div(Int4)}. */
    @Builtin("smelt_div($0, int4($1))")
    public Int4 div(int s) {
        return new Int4(
                IntegerDivision.divide(x, s),
                IntegerDivision.divide(y, s),
                IntegerDivision.divide(z, s),
                IntegerDivision.divide(w, s));
    }

    /** {@code -this} of each component. */
    @Builtin("as_type<int4>(-as_type<uint4>($0))")
    public Int4 neg() {
        return new Int4(-x, -y, -z, -w);
    }

    /** {@code this < other} of each component. */
    @Builtin("bool4($0 < $1)")
    public Bool4 lessThan(Int4 other) {
        return new Bool4(x < other.x, y < other.y, z < other.z, w < other.w);
    }

    /** {@code this <= other} of each component. */
    @Builtin("bool4($0 <= $1)")
    public Bool4 lessThanOrEqual(Int4 other) {
        return new Bool4(x <= other.x, y <= other.y, z <= other.z, w <= other.w);
    }

    /** {@code this > other} of each component. */
    @Builtin("bool4($0 > $1)")
    public Bool4 greaterThan(Int4 other) {
        return new Bool4(x > other.x, y > other.y, z > other.z, w > other.w);
    }

    /** {@code this >= other} of each component. */
    @Builtin("bool4($0 >= $1)")
    public Bool4 greaterThanOrEqual(Int4 other) {
        return new Bool4(x >= other.x, y >= other.y, z >= other.z, w >= other.w);
    }

    /** {@code this == other} of each component. */
    @Builtin("bool4($0 == $1)")
    public Bool4 equalTo(Int4 other) {
        return new Bool4(x == other.x, y == other.y, z == other.z, w == other.w);
    }

    /** {@code this != other} of each component. */
    @Builtin("bool4($0 != $1)")
    public Bool4 notEqualTo(Int4 other) {
        return new Bool4(x != other.x, y != other.y, z != other.z, w != other.w);
    }

    /** Each component as the nearest float. */
    @Builtin("float4")
    public Float4 toFloat() {
        return new Float4((float) x, (float) y, (float) z, (float) w);
    }
}
