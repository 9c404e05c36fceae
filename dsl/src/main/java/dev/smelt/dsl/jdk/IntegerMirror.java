package dev.smelt.dsl.jdk;

import dev.smelt.dsl.Builtin;

/** What kernels may call of {@link Integer}; all of it is exact. */
@Mirrors(Integer.class)
public interface IntegerMirror {
    @Builtin("metal::popcount")
    int bitCount(int x);

    @Builtin("metal::clz")
    int numberOfLeadingZeros(int x);

    @Builtin("metal::ctz")
    int numberOfTrailingZeros(int x);

    @Builtin("smelt_highest_one_bit")
    int highestOneBit(int x);

    @Builtin("smelt_lowest_one_bit")
    int lowestOneBit(int x);

    @Builtin("metal::reverse_bits")
    int reverse(int x);

    @Builtin("smelt_reverse_bytes")
    int reverseBytes(int x);

    @Builtin("smelt_rotate")
    int rotateLeft(int x, int distance);

    @Builtin("smelt_rotate($0, 32 - ($1 & 31))")
    int rotateRight(int x, int distance);

    /** The dividend where the divisor is 0. */
    @Builtin("smelt_div_unsigned")
    int divideUnsigned(int dividend, int divisor);

    /** 0 where the divisor is 0. */
    @Builtin("smelt_rem_unsigned")
    int remainderUnsigned(int dividend, int divisor);

    @Builtin("smelt_compare_unsigned")
    int compareUnsigned(int x, int y);

    @Builtin("smelt_compare")
    int compare(int x, int y);

    @Builtin("smelt_signum")
    int signum(int x);

    @Builtin("metal::min")
    int min(int x, int y);

    @Builtin("metal::max")
    int max(int x, int y);

    @Builtin("as_type<int>(as_type<uint>($0) + as_type<uint>($1))")
    int sum(int x, int y);

    @Builtin("long(as_type<uint>($0))")
    long toUnsignedLong(int x);
}
