package dev.smelt.dsl;

/**
 * Three ints, MSL's {@code int3}: 16 bytes, aligned to 16, as if there were a fourth component (MSL specification,
 * section 2.2). Arithmetic works on each component and wraps on overflow, as Java's does.
 */
public record Int3(
        @Builtin("$0.x") int x,
        @Builtin("$0.y") int y,
        @Builtin("$0.z") int z) implements IntSwizzles3 {
    @Builtin("int3")
    public Int3 {}

    /** Every component is {@code s}. */
    @Builtin("int3")
    public Int3(int s) {
        this(s, s, s);
    }

    /** Concatenates the components. */
    @Builtin("int3")
    public Int3(Int2 xy, int z) {
        this(xy.x(), xy.y(), z);
    }

    /** Concatenates the components. */
    @Builtin("int3")
    public Int3(int x, Int2 yz) {
        this(x, yz.x(), yz.y());
    }

    /** {@code this + other} of each component. */
    @Builtin("as_type<int3>(as_type<uint3>($0) + as_type<uint3>($1))")
    public Int3 add(Int3 other) {
        return new Int3(x + other.x, y + other.y, z + other.z);
    }

    /** {@code this + s} of each component. */
    @Builtin("as_type<int3>(as_type<uint3>($0) + as_type<uint>($1))")
    public Int3 add(int s) {
        return new Int3(x + s, y + s, z + s);
    }

    /** {@code this - other} of each component. */
    @Builtin("as_type<int3>(as_type<uint3>($0) - as_type<uint3>($1))")
    public Int3 sub(Int3 other) {
        return new Int3(x - other.x, y - other.y, z - other.z);
    }

    /** {@code this - s} of each component. */
    @Builtin("as_type<int3>(as_type<uint3>($0) - as_type<uint>($1))")
    public Int3 sub(int s) {
        return new Int3(x - s, y - s, z - s);
    }

    /** {@code this * other} of each component. */
    @Builtin("as_type<int3>(as_type<uint3>($0) * as_type<uint3>($1))")
    public Int3 mul(Int3 other) {
        return new Int3(x * other.x, y * other.y, z * other.z);
    }

    /** {@code this * s} of each component. */
    @Builtin("as_type<int3>(as_type<uint3>($0) * as_type<uint>($1))")
    public Int3 mul(int s) {
        return new Int3(x * s, y * s, z * s);
    }

    /**
     * {@code this / other} of each component, truncated. Dividing by zero gives the dividend, and
     * {@code MIN_VALUE / -1} gives {@code MIN_VALUE}.
     */
    @Builtin("smelt_div")
    public Int3 div(Int3 other) {
        return new Int3(
                IntegerDivision.divide(x, other.x),
                IntegerDivision.divide(y, other.y),
                IntegerDivision.divide(z, other.z));
    }

    /** {@code this / s} of each component, with the rules of {@link #div(Int3)}. */
    @Builtin("smelt_div($0, int3($1))")
    public Int3 div(int s) {
        return new Int3(IntegerDivision.divide(x, s), IntegerDivision.divide(y, s), IntegerDivision.divide(z, s));
    }

    /** {@code -this} of each component. */
    @Builtin("as_type<int3>(-as_type<uint3>($0))")
    public Int3 neg() {
        return new Int3(-x, -y, -z);
    }

    /** {@code this < other} of each component. */
    @Builtin("bool3($0 < $1)")
    public Bool3 lessThan(Int3 other) {
        return new Bool3(x < other.x, y < other.y, z < other.z);
    }

    /** {@code this <= other} of each component. */
    @Builtin("bool3($0 <= $1)")
    public Bool3 lessThanOrEqual(Int3 other) {
        return new Bool3(x <= other.x, y <= other.y, z <= other.z);
    }

    /** {@code this > other} of each component. */
    @Builtin("bool3($0 > $1)")
    public Bool3 greaterThan(Int3 other) {
        return new Bool3(x > other.x, y > other.y, z > other.z);
    }

    /** {@code this >= other} of each component. */
    @Builtin("bool3($0 >= $1)")
    public Bool3 greaterThanOrEqual(Int3 other) {
        return new Bool3(x >= other.x, y >= other.y, z >= other.z);
    }

    /** {@code this == other} of each component. */
    @Builtin("bool3($0 == $1)")
    public Bool3 equalTo(Int3 other) {
        return new Bool3(x == other.x, y == other.y, z == other.z);
    }

    /** {@code this != other} of each component. */
    @Builtin("bool3($0 != $1)")
    public Bool3 notEqualTo(Int3 other) {
        return new Bool3(x != other.x, y != other.y, z != other.z);
    }

    /** Each component as the nearest float. */
    @Builtin("float3")
    public Float3 toFloat() {
        return new Float3((float) x, (float) y, (float) z);
    }
}
