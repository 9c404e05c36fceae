package dev.smelt.dsl;

/**
 * A matrix of 3 columns and 3 rows, MSL's {@code float3x3}: 3 columns of {@link Float3}, 48 bytes, aligned to 16 (MSL
 * specification, section 2.3).
 *
 * <p>Products sum 3 terms. MSL leaves their order open, so a device may differ from Java in the last bits: each sum
 * stays within 3 ulp of the largest sum of the terms' magnitudes.
 */
public record Float3x3(
        @Builtin("$0[0]") Float3 c0,
        @Builtin("$0[1]") Float3 c1,
        @Builtin("$0[2]") Float3 c2) {
    @Builtin("float3x3")
    public Float3x3 {}

    /** The matrix times a column vector. */
    @Builtin("$0 * $1")
    public Float3 mul(Float3 v) {
        return c0.mul(v.x()).add(c1.mul(v.y())).add(c2.mul(v.z()));
    }

    /** The matrix product {@code this * other}. */
    @Builtin("$0 * $1")
    public Float3x3 mul(Float3x3 other) {
        return new Float3x3(mul(other.c0), mul(other.c1), mul(other.c2));
    }

    /** Every element times {@code s}. */
    @Builtin("$0 * $1")
    public Float3x3 mul(float s) {
        return new Float3x3(c0.mul(s), c1.mul(s), c2.mul(s));
    }

    /** Rows become columns. */
    @Builtin("metal::transpose")
    public Float3x3 transpose() {
        return new Float3x3(
                new Float3(c0.x(), c1.x(), c2.x()),
                new Float3(c0.y(), c1.y(), c2.y()),
                new Float3(c0.z(), c1.z(), c2.z()));
    }

    /** The determinant; the Java body computes in double and rounds once. */
    @Builtin("metal::determinant")
    public float determinant() {
        double yz = (double) c1.y() * c2.z() - (double) c2.y() * c1.z();
        double zx = (double) c1.z() * c2.x() - (double) c2.z() * c1.x();
        double xy = (double) c1.x() * c2.y() - (double) c2.x() * c1.y();
        return (float) (c0.x() * yz + c0.y() * zx + c0.z() * xy);
    }
}
