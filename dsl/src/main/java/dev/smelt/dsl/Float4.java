package dev.smelt.dsl;

/**
 * Four floats, MSL's {@code float4}: 16 bytes, aligned to 16 (MSL specification, section 2.2).
 * Arithmetic works on each component and gives Java's result bit for bit.
 */
public record Float4(
        @Builtin("$0.x") float x,
        @Builtin("$0.y") float y,
        @Builtin("$0.z") float z,
        @Builtin("$0.w") float w) implements FloatSwizzles4 {
    @Builtin("float4")
    public Float4 {}

    /** Every component is {@code s}. */
    @Builtin("float4")
    public Float4(float s) {
        this(s, s, s, s);
    }

    /** Concatenates the components. */
    @Builtin("float4")
    public Float4(Float3 xyz, float w) {
        this(xyz.x(), xyz.y(), xyz.z(), w);
    }

    /** Concatenates the components. */
    @Builtin("float4")
    public Float4(float x, Float3 yzw) {
        this(x, yzw.x(), yzw.y(), yzw.z());
    }

    /** Concatenates the components. */
    @Builtin("float4")
    public Float4(Float2 xy, Float2 zw) {
        this(xy.x(), xy.y(), zw.x(), zw.y());
    }

    /** Concatenates the components. */
    @Builtin("float4")
    public Float4(Float2 xy, float z, float w) {
        this(xy.x(), xy.y(), z, w);
    }

    /** Concatenates the components. */
    @Builtin("float4")
    public Float4(float x, Float2 yz, float w) {
        this(x, yz.x(), yz.y(), w);
    }

    /** Concatenates the components. */
    @Builtin("float4")
    public Float4(float x, float y, Float2 zw) {
        this(x, y, zw.x(), zw.y());
    }

    /** {@code this + other} of each component. */
    @Builtin("$0 + $1")
    public Float4 add(Float4 other) {
        return new Float4(x + other.x, y + other.y, z + other.z, w + other.w);
    }

    /** {@code this + s} of each component. */
    @Builtin("$0 + $1")
    public Float4 add(float s) {
        return new Float4(x + s, y + s, z + s, w + s);
    }

    /** {@code this - other} of each component. */
    @Builtin("$0 - $1")
    public Float4 sub(Float4 other) {
        return new Float4(x - other.x, y - other.y, z - other.z, w - other.w);
    }

    /** {@code this - s} of each component. */
    @Builtin("$0 - $1")
    public Float4 sub(float s) {
        return new Float4(x - s, y - s, z - s, w - s);
    }

    /** {@code this * other} of each component. */
    @Builtin("$0 * $1")
    public Float4 mul(Float4 other) {
        return new Float4(x * other.x, y * other.y, z * other.z, w * other.w);
    }

    /** {@code this * s} of each component. */
    @Builtin("$0 * $1")
    public Float4 mul(float s) {
        return new Float4(x * s, y * s, z * s, w * s);
    }

    /** {@code this / other} of each component. */
    @Builtin("$0 / $1")
    public Float4 div(Float4 other) {
        return new Float4(x / other.x, y / other.y, z / other.z, w / other.w);
    }

    /** {@code this / s} of each component. */
    @Builtin("$0 / $1")
    public Float4 div(float s) {
        return new Float4(x / s, y / s, z / s, w / s);
    }

    /** {@code -this} of each component. */
    @Builtin("-$0")
    public Float4 neg() {
        return new Float4(-x, -y, -z, -w);
    }

    /** {@code this < other} of each component. */
    @Builtin("bool4($0 < $1)")
    public Bool4 lessThan(Float4 other) {
        return new Bool4(x < other.x, y < other.y, z < other.z, w < other.w);
    }

    /** {@code this <= other} of each component. */
    @Builtin("bool4($0 <= $1)")
    public Bool4 lessThanOrEqual(Float4 other) {
        return new Bool4(x <= other.x, y <= other.y, z <= other.z, w <= other.w);
    }

    /** {@code this > other} of each component. */
    @Builtin("bool4($0 > $1)")
    public Bool4 greaterThan(Float4 other) {
        return new Bool4(x > other.x, y > other.y, z > other.z, w > other.w);
    }

    /** {@code this >= other} of each component. */
    @Builtin("bool4($0 >= $1)")
    public Bool4 greaterThanOrEqual(Float4 other) {
        return new Bool4(x >= other.x, y >= other.y, z >= other.z, w >= other.w);
    }

    /** {@code this == other} of each component. */
    @Builtin("bool4($0 == $1)")
    public Bool4 equalTo(Float4 other) {
        return new Bool4(x == other.x, y == other.y, z == other.z, w == other.w);
    }

    /** {@code this != other} of each component. */
    @Builtin("bool4($0 != $1)")
    public Bool4 notEqualTo(Float4 other) {
        return new Bool4(x != other.x, y != other.y, z != other.z, w != other.w);
    }

    /** Each component truncated, as Java's cast does it: saturating, NaN becomes 0. */
    @Builtin("smelt_to_int")
    public Int4 toInt() {
        return new Int4((int) x, (int) y, (int) z, (int) w);
    }
}
