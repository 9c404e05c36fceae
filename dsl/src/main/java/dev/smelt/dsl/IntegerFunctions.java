package dev.smelt.dsl;

/**
 * Functions of ints (MSL specification, section 6.3). All are exact; nothing is undefined, where MSL may have it so.
 */
abstract class IntegerFunctions extends CommonVectorFunctions {

    /** The magnitude of {@code x}; {@code MIN_VALUE} of itself, as in Java. */
    @Builtin("smelt_abs")
    public static int abs(int x) {
        return Math.abs(x);
    }

    /** {@code |x - y|} without overflow, as the 32 bits of an unsigned number. */
    @Builtin("as_type<int>(metal::absdiff($0, $1))")
    public static int absdiff(int x, int y) {
        return x < y ? y - x : x - y;
    }

    /** {@code x + y}, saturated. */
    @Builtin("metal::addsat")
    public static int addsat(int x, int y) {
        int sum = x + y;
        boolean overflow = ((x ^ sum) & (y ^ sum)) < 0;
        return overflow ? saturated(x) : sum;
    }

    /** {@code x - y}, saturated. */
    @Builtin("metal::subsat")
    public static int subsat(int x, int y) {
        int difference = x - y;
        boolean overflow = ((x ^ y) & (x ^ difference)) < 0;
        return overflow ? saturated(x) : difference;
    }

    /** The lesser. */
    @Builtin("metal::min")
    public static int min(int x, int y) {
        return Math.min(x, y);
    }

    /** The greater. */
    @Builtin("metal::max")
    public static int max(int x, int y) {
        return Math.max(x, y);
    }

    /** The least of three. */
    @Builtin("metal::min3")
    public static int min3(int x, int y, int z) {
        return Math.min(x, Math.min(y, z));
    }

    /** The greatest of three. */
    @Builtin("metal::max3")
    public static int max3(int x, int y, int z) {
        return Math.max(x, Math.max(y, z));
    }

    /** The middle one of three. */
    @Builtin("metal::median3")
    public static int median3(int x, int y, int z) {
        return Math.max(Math.min(x, y), Math.min(Math.max(x, y), z));
    }

    /** {@code min(max(x, minval), maxval)}, also where {@code minval > maxval}. */
    @Builtin("metal::min(metal::max($0, $1), $2)")
    public static int clamp(int x, int minval, int maxval) {
        return Math.min(Math.max(x, minval), maxval);
    }

    /** The number of zero bits above the highest one; 32 of 0. */
    @Builtin("metal::clz")
    public static int clz(int x) {
        return Integer.numberOfLeadingZeros(x);
    }

    /** The number of zero bits below the lowest one; 32 of 0. */
    @Builtin("metal::ctz")
    public static int ctz(int x) {
        return Integer.numberOfTrailingZeros(x);
    }

    /** The number of one bits. */
    @Builtin("metal::popcount")
    public static int popcount(int x) {
        return Integer.bitCount(x);
    }

    /** The bits in reverse order. MSL's {@code reverse_bits}. */
    @Builtin("metal::reverse_bits")
    public static int reverseBits(int x) {
        return Integer.reverse(x);
    }

    /** {@code x} rotated left by {@code n & 31} bits. */
    @Builtin("smelt_rotate")
    public static int rotate(int x, int n) {
        return Integer.rotateLeft(x, n);
    }

    /** {@code (x + y) >> 1} without overflow. */
    @Builtin("metal::hadd")
    public static int hadd(int x, int y) {
        return (x & y) + ((x ^ y) >> 1);
    }

    /** {@code (x + y + 1) >> 1} without overflow. */
    @Builtin("metal::rhadd")
    public static int rhadd(int x, int y) {
        return (x | y) - ((x ^ y) >> 1);
    }

    /** The upper 32 bits of the 64-bit product. */
    @Builtin("smelt_mulhi")
    public static int mulhi(int x, int y) {
        return (int) (((long) x * y) >> 32);
    }

    /** {@code mulhi(x, y) + z}, wrapping. */
    @Builtin("smelt_madhi")
    public static int madhi(int x, int y, int z) {
        return mulhi(x, y) + z;
    }

    /** {@code x * y + z}, saturated once. */
    @Builtin("metal::madsat")
    public static int madsat(int x, int y, int z) {
        long sum = (long) x * y + z;
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, sum));
    }

    /** What a sum saturates to when it overflows on the side of {@code x}. */
    private static int saturated(int x) {
        return x < 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE;
    }
}
