package dev.smelt.dsl;

/**
 * A 16-bit floating-point number (IEEE 754 binary16), MSL's {@code half}: a type to store, 2 bytes each. Arithmetic is
 * done on {@code float}: {@code Half.of(2f * h.floatValue())}.
 *
 * <p>Two halves are equal if their bits are: a NaN equals itself, and 0 differs from -0.
 */
public final class Half {

    private static final int FLOAT_INFINITY = 0x7f800000;
    /** 65520, the smallest float that rounds to infinity. */
    private static final int OVERFLOW = 0x477ff000;
    /** 2^-14, the smallest normal half. */
    private static final int SMALLEST_NORMAL = 0x38800000;

    private final short bits;

    private Half(short bits) {
        this.bits = bits;
    }

    /** The half nearest to {@code value}, ties to even; 65520 and above become infinity. A NaN stays one. */
    @Builtin("half")
    public static Half of(float value) {
        int floatBits = Float.floatToRawIntBits(value);
        int sign = (floatBits >>> 16) & 0x8000;
        return new Half((short) (sign | magnitude(floatBits & 0x7fffffff)));
    }

    private static int magnitude(int floatBits) {
        if (floatBits > FLOAT_INFINITY) {
            return 0x7e00 | ((floatBits >>> 13) & 0x3ff);
        }
        if (floatBits >= OVERFLOW) {
            return 0x7c00;
        }
        if (floatBits < SMALLEST_NORMAL) {
            // The subnormal's unit is 2^-24; the product is exact in double, and rint rounds it once, ties to even.
            return (int) Math.rint(Float.intBitsToFloat(floatBits) * 0x1p24);
        }
        // Rebias the exponent from 127 to 15, then round off 13 bits: up if above a half, or at a half to even.
        int rebiased = floatBits - (112 << 23);
        int even = (rebiased >>> 13) & 1;
        return (rebiased + 0xfff + even) >>> 13;
    }

    /** The half with these bits: sign, 5 of exponent, 10 of fraction. */
    @Builtin("as_type<half>")
    public static Half fromBits(short bits) {
        return new Half(bits);
    }

    /** The bits: sign, 5 of exponent, 10 of fraction. */
    @Builtin("as_type<short>")
    public short bits() {
        return bits;
    }

    /** The same number as a float, exactly. */
    @Builtin("float")
    public float floatValue() {
        int sign = (bits & 0x8000) << 16;
        int exponent = (bits >>> 10) & 0x1f;
        int fraction = bits & 0x3ff;
        int magnitude;
        if (exponent == 0x1f) {
            magnitude = FLOAT_INFINITY | (fraction << 13);
        } else if (exponent == 0) {
            magnitude = Float.floatToRawIntBits(fraction * 0x1p-24f);
        } else {
            magnitude = ((exponent + 112) << 23) | (fraction << 13);
        }
        return Float.intBitsToFloat(sign | magnitude);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Half half && half.bits == bits;
    }

    @Override
    public int hashCode() {
        return Short.hashCode(bits);
    }

    @Override
    public String toString() {
        return Float.toString(floatValue());
    }
}
