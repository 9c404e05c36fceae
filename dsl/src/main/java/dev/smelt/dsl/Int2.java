package dev.smelt.dsl;

/**
 * Two ints, MSL's {@code int2}: 8 bytes, aligned to 8 (MSL specification, section 2.2).
 * Arithmetic works on each component and wraps on overflow, as Java's does.
 */
public record Int2(@Builtin("$0.x") int x, @Builtin("$0.y") int y) implements IntSwizzles2 {
    @Builtin("int2")
    public Int2 {}

    /** Every component is {@code s}. */
    @Builtin("int2")
    public Int2(int s) {
        this(s, s);
    }

    /** {@code this + other} of each component. */
    @Builtin("as_type<int2>(as_type<uint2>($0) + as_type<uint2>($1))")
    public Int2 add(Int2 other) {
        return new Int2(x + other.x, y + other.y);
    }

    /** {@code this + s} of each component. */
    @Builtin("as_type<int2>(as_type<uint2>($0) + as_type<uint>($1))")
    public Int2 add(int s) {
        return new Int2(x + s, y + s);
    }

    /** {@code this - other} of each component. */
    @Builtin("as_type<int2>(as_type<uint2>($0) - as_type<uint2>($1))")
    public Int2 sub(Int2 other) {
        return new Int2(x - other.x, y - other.y);
    }

    /** {@code this - s} of each component. */
    @Builtin("as_type<int2>(as_type<uint2>($0) - as_type<uint>($1))")
    public Int2 sub(int s) {
        return new Int2(x - s, y - s);
    }

    /** {@code this * other} of each component. */
    @Builtin("as_type<int2>(as_type<uint2>($0) * as_type<uint2>($1))")
    public Int2 mul(Int2 other) {
        return new Int2(x * other.x, y * other.y);
    }

    /** {@code this * s} of each component. */
    @Builtin("as_type<int2>(as_type<uint2>($0) * as_type<uint>($1))")
    public Int2 mul(int s) {
        return new Int2(x * s, y * s);
    }

    /**
     * {@code this / other} of each component, truncated. Dividing by zero gives the dividend, and
     * {@code MIN_VALUE / -1} gives {@code MIN_VALUE}.
     */
    @Builtin("smelt_div")
    public Int2 div(Int2 other) {
        return new Int2(IntegerDivision.divide(x, other.x), IntegerDivision.divide(y, other.y));
    }

    /** {@code this / s} of each component, with the rules of {@link #div(Int2)}. */
    @Builtin("smelt_div($0, int2($1))")
    public Int2 div(int s) {
        return new Int2(IntegerDivision.divide(x, s), IntegerDivision.divide(y, s));
    }

    /** {@code -this} of each component. */
    @Builtin("as_type<int2>(-as_type<uint2>($0))")
    public Int2 neg() {
        return new Int2(-x, -y);
    }

    /** {@code this < other} of each component. */
    @Builtin("bool2($0 < $1)")
    public Bool2 lessThan(Int2 other) {
        return new Bool2(x < other.x, y < other.y);
    }

    /** {@code this <= other} of each component. */
    @Builtin("bool2($0 <= $1)")
    public Bool2 lessThanOrEqual(Int2 other) {
        return new Bool2(x <= other.x, y <= other.y);
    }

    /** {@code this > other} of each component. */
    @Builtin("bool2($0 > $1)")
    public Bool2 greaterThan(Int2 other) {
        return new Bool2(x > other.x, y > other.y);
    }

    /** {@code this >= other} of each component. */
    @Builtin("bool2($0 >= $1)")
    public Bool2 greaterThanOrEqual(Int2 other) {
        return new Bool2(x >= other.x, y >= other.y);
    }

    /** {@code this == other} of each component. */
    @Builtin("bool2($0 == $1)")
    public Bool2 equalTo(Int2 other) {
        return new Bool2(x == other.x, y == other.y);
    }

    /** {@code this != other} of each component. */
    @Builtin("bool2($0 != $1)")
    public Bool2 notEqualTo(Int2 other) {
        return new Bool2(x != other.x, y != other.y);
    }

    /** Each component as the nearest float. */
    @Builtin("float2")
    public Float2 toFloat() {
        return new Float2((float) x, (float) y);
    }
}
