package dev.smelt.dsl;

/**
 * Three floats, MSL's {@code float3}: 16 bytes, aligned to 16, as if there were a fourth component (MSL specification,
 * section 2.2). Arithmetic works on each component and gives Java's result bit for bit.
 */
public record Float3(
        @Builtin("$0.x") float x,
        @Builtin("$0.y") float y,
        @Builtin("$0.z") float z) implements FloatSwizzles3 {
    @Builtin("float3")
    public Float3 {}

    /** Every component is {@code s}. */
    @Builtin("float3")
    public Float3(float s) {
        this(s, s, s);
    }

    /** Concatenates the components. */
    @Builtin("float3")
    public Float3(Float2 xy, float z) {
        this(xy.x(), xy.y(), z);
    }

    /** Concatenates the components. */
    @Builtin("float3")
    public Float3(float x, Float2 yz) {
        this(x, yz.x(), yz.y());
    }

    /** {@code this + other} of each component. */
    @Builtin("$0 + $1")
    public Float3 add(Float3 other) {
        return new Float3(x + other.x, y + other.y, z + other.z);
    }

    /** {@code this + s} of each component. */
    @Builtin("$0 + $1")
    public Float3 add(float s) {
        return new Float3(x + s, y + s, z + s);
    }

    /** {@code this - other} of each component. */
    @Builtin("$0 - $1")
    public Float3 sub(Float3 other) {
        return new Float3(x - other.x, y - other.y, z - other.z);
    }

    /** {@code this - s} of each component. */
    @Builtin("$0 - $1")
    public Float3 sub(float s) {
        return new Float3(x - s, y - s, z - s);
    }

    /** {@code this * other} of each component. */
    @Builtin("$0 * $1")
    public Float3 mul(Float3 other) {
        return new Float3(x * other.x, y * other.y, z * other.z);
    }

    /** {@code this * s} of each component. */
    @Builtin("$0 * $1")
    public Float3 mul(float s) {
        return new Float3(x * s, y * s, z * s);
    }

    /** {@code this / other} of each component. */
    @Builtin("$0 / $1")
    public Float3 div(Float3 other) {
        return new Float3(x / other.x, y / other.y, z / other.z);
    }

    /** {@code this / s} of each component. */
    @Builtin("$0 / $1")
    public Float3 div(float s) {
        return new Float3(x / s, y / s, z / s);
    }

    /** {@code -this} of each component. */
    @Builtin("-$0")
    public Float3 neg() {
        return new Float3(-x, -y, -z);
    }

    /** {@code this < other} of each component. */
    @Builtin("bool3($0 < $1)")
    public Bool3 lessThan(Float3 other) {
        return new Bool3(x < other.x, y < other.y, z < other.z);
    }

    /** {@code this <= other} of each component. */
    @Builtin("bool3($0 <= $1)")
    public Bool3 lessThanOrEqual(Float3 other) {
        return new Bool3(x <= other.x, y <= other.y, z <= other.z);
    }

    /** {@code this > other} of each component. */
    @Builtin("bool3($0 > $1)")
    public Bool3 greaterThan(Float3 other) {
        return new Bool3(x > other.x, y > other.y, z > other.z);
    }

    /** {@code this >= other} of each component. */
    @Builtin("bool3($0 >= $1)")
    public Bool3 greaterThanOrEqual(Float3 other) {
        return new Bool3(x >= other.x, y >= other.y, z >= other.z);
    }

    /** {@code this == other} of each component. */
    @Builtin("bool3($0 == $1)")
    public Bool3 equalTo(Float3 other) {
        return new Bool3(x == other.x, y == other.y, z == other.z);
    }

    /** {@code this != other} of each component. */
    @Builtin("bool3($0 != $1)")
    public Bool3 notEqualTo(Float3 other) {
        return new Bool3(x != other.x, y != other.y, z != other.z);
    }

    /** Each component truncated, as Java's cast does it: saturating, NaN becomes 0. */
    @Builtin("smelt_to_int")
    public Int3 toInt() {
        return new Int3((int) x, (int) y, (int) z);
    }
}
