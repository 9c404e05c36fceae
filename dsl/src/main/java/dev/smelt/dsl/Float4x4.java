package dev.smelt.dsl;

/**
 * A matrix of 4 columns and 4 rows, MSL's {@code float4x4}: 4 columns of {@link Float4}, 64 bytes, aligned to 16 (MSL
 * specification, section 2.3).
 *
 * <p>Products sum 4 terms. MSL leaves their order open, so a device may differ from Java in the last bits: each sum
 * stays within 4 ulp of the largest sum of the terms' magnitudes.
 */
public record Float4x4(
        @Builtin("$0[0]") Float4 c0,
        @Builtin("$0[1]") Float4 c1,
        @Builtin("$0[2]") Float4 c2,
        @Builtin("$0[3]") Float4 c3) {
    @Builtin("float4x4")
    public Float4x4 {}

    /** The matrix times a column vector. */
    @Builtin("$0 * $1")
    public Float4 mul(Float4 v) {
        return c0.mul(v.x()).add(c1.mul(v.y())).add(c2.mul(v.z())).add(c3.mul(v.w()));
    }

    /** The matrix product {@code this * other}. */
    @Builtin("$0 * $1")
    public Float4x4 mul(Float4x4 other) {
        return new Float4x4(mul(other.c0), mul(other.c1), mul(other.c2), mul(other.c3));
    }

    /** Every element times {@code s}. */
    @Builtin("$0 * $1")
    public Float4x4 mul(float s) {
        return new Float4x4(c0.mul(s), c1.mul(s), c2.mul(s), c3.mul(s));
    }

    /** Rows become columns. */
    @Builtin("metal::transpose")
    public Float4x4 transpose() {
        return new Float4x4(
                new Float4(c0.x(), c1.x(), c2.x(), c3.x()),
                new Float4(c0.y(), c1.y(), c2.y(), c3.y()),
                new Float4(c0.z(), c1.z(), c2.z(), c3.z()),
                new Float4(c0.w(), c1.w(), c2.w(), c3.w()));
    }

    /**
     * The determinant, expanded by the minors of the first two rows and those of the last two; the Java body computes
     * in double and rounds once.
     */
    @Builtin("metal::determinant")
    public float determinant() {
        return (float) (upper(c0, c1) * lower(c2, c3)
                - upper(c0, c2) * lower(c1, c3)
                + upper(c0, c3) * lower(c1, c2)
                + upper(c1, c2) * lower(c0, c3)
                - upper(c1, c3) * lower(c0, c2)
                + upper(c2, c3) * lower(c0, c1));
    }

    private static double upper(Float4 a, Float4 b) {
        return (double) a.x() * b.y() - (double) b.x() * a.y();
    }

    private static double lower(Float4 a, Float4 b) {
        return (double) a.z() * b.w() - (double) b.z() * a.w();
    }
}
