package dev.smelt.dsl;

/**
 * Functions of longs (MSL specification, section 6.3). All are exact; nothing is undefined, where MSL may have it so.
 *
 * <p>Left out: {@code madsat}, whose intermediate result takes 128 bits.
 */
abstract class LongFunctions extends BroadcastFunctions {

    /** The magnitude of {@code x}; {@code MIN_VALUE} of itself, as in Java. */
    @Builtin("smelt_abs")
    public static long abs(long x) {
        return Math.abs(x);
    }

    /** {@code |x - y|} without overflow, as the 64 bits of an unsigned number. */
    @Builtin("as_type<long>(metal::absdiff($0, $1))")
    public static long absdiff(long x, long y) {
        return x < y ? y - x : x - y;
    }

    /** {@code x + y}, saturated. */
    @Builtin("metal::addsat")
    public static long addsat(long x, long y) {
        long sum = x + y;
        boolean overflow = ((x ^ sum) & (y ^ sum)) < 0;
        return overflow ? saturated(x) : sum;
    }

    /** {@code x - y}, saturated. */
    @Builtin("metal::subsat")
    public static long subsat(long x, long y) {
        long difference = x - y;
        boolean overflow = ((x ^ y) & (x ^ difference)) < 0;
        return overflow ? saturated(x) : difference;
    }

    /** The lesser. */
    @Builtin("metal::min")
    public static long min(long x, long y) {
        return Math.min(x, y);
    }

    /** The greater. */
    @Builtin("metal::max")
    public static long max(long x, long y) {
        return Math.max(x, y);
    }

    /** The least of three. */
    @Builtin("metal::min3")
    public static long min3(long x, long y, long z) {
        return Math.min(x, Math.min(y, z));
    }

    /** The greatest of three. */
    @Builtin("metal::max3")
    public static long max3(long x, long y, long z) {
        return Math.max(x, Math.max(y, z));
    }

    /** The middle one of three. */
    @Builtin("metal::median3")
    public static long median3(long x, long y, long z) {
        return Math.max(Math.min(x, y), Math.min(Math.max(x, y), z));
    }

    /** {@code min(max(x, minval), maxval)}, also where {@code minval > maxval}. */
    @Builtin("metal::min(metal::max($0, $1), $2)")
    public static long clamp(long x, long minval, long maxval) {
        return Math.min(Math.max(x, minval), maxval);
    }

    /** The number of zero bits above the highest one; 64 of 0. */
    @Builtin("metal::clz")
    public static long clz(long x) {
        return Long.numberOfLeadingZeros(x);
    }

    /** The number of zero bits below the lowest one; 64 of 0. */
    @Builtin("metal::ctz")
    public static long ctz(long x) {
        return Long.numberOfTrailingZeros(x);
    }

    /** The number of one bits. */
    @Builtin("metal::popcount")
    public static long popcount(long x) {
        return Long.bitCount(x);
    }

    /** The bits in reverse order. MSL's {@code reverse_bits}. */
    @Builtin("metal::reverse_bits")
    public static long reverseBits(long x) {
        return Long.reverse(x);
    }

    /** {@code x} rotated left by {@code n & 63} bits. */
    @Builtin("smelt_rotate")
    public static long rotate(long x, long n) {
        return Long.rotateLeft(x, (int) n);
    }

    /** {@code (x + y) >> 1} without overflow. */
    @Builtin("metal::hadd")
    public static long hadd(long x, long y) {
        return (x & y) + ((x ^ y) >> 1);
    }

    /** {@code (x + y + 1) >> 1} without overflow. */
    @Builtin("metal::rhadd")
    public static long rhadd(long x, long y) {
        return (x | y) - ((x ^ y) >> 1);
    }

    /** The upper 64 bits of the 128-bit product. */
    @Builtin("smelt_mulhi")
    public static long mulhi(long x, long y) {
        return Math.multiplyHigh(x, y);
    }

    /** {@code mulhi(x, y) + z}, wrapping. */
    @Builtin("smelt_madhi")
    public static long madhi(long x, long y, long z) {
        return mulhi(x, y) + z;
    }

    /** What a sum saturates to when it overflows on the side of {@code x}. */
    private static long saturated(long x) {
        return x < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
}
