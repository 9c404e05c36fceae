package dev.smelt.dsl;

/**
 * Two floats, MSL's {@code float2}: 8 bytes, aligned to 8 (MSL specification, section 2.2).
 * Arithmetic works on each component and gives Java's result bit for bit.
 */
public record Float2(
        @Builtin("$0.x") float x, @Builtin("$0.y") float y) implements FloatSwizzles2 {
    @Builtin("float2")
    public Float2 {}

    /** Every component is {@code s}. */
    @Builtin("float2")
    public Float2(float s) {
        this(s, s);
    }

    /** {@code this + other} of each component. */
    @Builtin("$0 + $1")
    public Float2 add(Float2 other) {
        return new Float2(x + other.x, y + other.y);
    }

    /** {@code this + s} of each component. */
    @Builtin("$0 + $1")
    public Float2 add(float s) {
        return new Float2(x + s, y + s);
    }

    /** {@code this - other} of each component. */
    @Builtin("$0 - $1")
    public Float2 sub(Float2 other) {
        return new Float2(x - other.x, y - other.y);
    }

    /** {@code this - s} of each component. */
    @Builtin("$0 - $1")
    public Float2 sub(float s) {
        return new Float2(x - s, y - s);
    }

    /** {@code this * other} of each component. */
    @Builtin("$0 * $1")
    public Float2 mul(Float2 other) {
        return new Float2(x * other.x, y * other.y);
    }

    /** {@code this * s} of each component. */
    @Builtin("$0 * $1")
    public Float2 mul(float s) {
        return new Float2(x * s, y * s);
    }

    /** {@code this / other} of each component. */
    @Builtin("$0 / $1")
    public Float2 div(Float2 other) {
        return new Float2(x / other.x, y / other.y);
    }

    /** {@code this / s} of each component. */
    @Builtin("$0 / $1")
    public Float2 div(float s) {
        return new Float2(x / s, y / s);
    }

    /** {@code -this} of each component. */
    @Builtin("-$0")
    public Float2 neg() {
        return new Float2(-x, -y);
    }

    /** {@code this < other} of each component. */
    @Builtin("bool2($0 < $1)")
    public Bool2 lessThan(Float2 other) {
        return new Bool2(x < other.x, y < other.y);
    }

    /** {@code this <= other} of each component. */
    @Builtin("bool2($0 <= $1)")
    public Bool2 lessThanOrEqual(Float2 other) {
        return new Bool2(x <= other.x, y <= other.y);
    }

    /** {@code this > other} of each component. */
    @Builtin("bool2($0 > $1)")
    public Bool2 greaterThan(Float2 other) {
        return new Bool2(x > other.x, y > other.y);
    }

    /** {@code this >= other} of each component. */
    @Builtin("bool2($0 >= $1)")
    public Bool2 greaterThanOrEqual(Float2 other) {
        return new Bool2(x >= other.x, y >= other.y);
    }

    /** {@code this == other} of each component. */
    @Builtin("bool2($0 == $1)")
    public Bool2 equalTo(Float2 other) {
        return new Bool2(x == other.x, y == other.y);
    }

    /** {@code this != other} of each component. */
    @Builtin("bool2($0 != $1)")
    public Bool2 notEqualTo(Float2 other) {
        return new Bool2(x != other.x, y != other.y);
    }

    /** Each component truncated, as Java's cast does it: saturating, NaN becomes 0. */
    @Builtin("smelt_to_int")
    public Int2 toInt() {
        return new Int2((int) x, (int) y);
    }
}
