package dev.smelt.dsl;

/**
 * A matrix of 2 columns and 2 rows, MSL's {@code float2x2}: 2 columns of {@link Float2}, 16 bytes, aligned to 8 (MSL
 * specification, section 2.3).
 *
 * <p>Products sum 2 terms. MSL leaves their order open, so a device may differ from Java in the last bits: each sum
 * stays within 2 ulp of the largest sum of the terms' magnitudes.
 */
public record Float2x2(
        @Builtin("$0[0]") Float2 c0, @Builtin("$0[1]") Float2 c1) {
    @Builtin("float2x2")
    public Float2x2 {}

    /** The matrix times a column vector. */
    @Builtin("$0 * $1")
    public Float2 mul(Float2 v) {
        return c0.mul(v.x()).add(c1.mul(v.y()));
    }

    /** The matrix product {@code this * other}. */
    @Builtin("$0 * $1")
    public Float2x2 mul(Float2x2 other) {
        return new Float2x2(mul(other.c0), mul(other.c1));
    }

    /** Every element times {@code s}. */
    @Builtin("$0 * $1")
    public Float2x2 mul(float s) {
        return new Float2x2(c0.mul(s), c1.mul(s));
    }

    /** Rows become columns. */
    @Builtin("metal::transpose")
    public Float2x2 transpose() {
        return new Float2x2(new Float2(c0.x(), c1.x()), new Float2(c0.y(), c1.y()));
    }

    /** The determinant; the Java body computes in double and rounds once. */
    @Builtin("metal::determinant")
    public float determinant() {
        return (float) ((double) c0.x() * c1.y() - (double) c1.x() * c0.y());
    }
}
