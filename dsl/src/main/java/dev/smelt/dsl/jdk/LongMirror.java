package dev.smelt.dsl.jdk;

import dev.smelt.dsl.Builtin;

/** What kernels may call of {@link Long}; all of it is exact. */
@Mirrors(Long.class)
public interface LongMirror {
    @Builtin("int(metal::popcount($0))")
    int bitCount(long x);

    @Builtin("int(metal::clz($0))")
    int numberOfLeadingZeros(long x);

    @Builtin("int(metal::ctz($0))")
    int numberOfTrailingZeros(long x);

    @Builtin("smelt_highest_one_bit")
    long highestOneBit(long x);

    @Builtin("smelt_lowest_one_bit")
    long lowestOneBit(long x);

    @Builtin("metal::reverse_bits")
    long reverse(long x);

    @Builtin("smelt_reverse_bytes")
    long reverseBytes(long x);

    @Builtin("smelt_rotate($0, long($1))")
    long rotateLeft(long x, int distance);

    @Builtin("smelt_rotate($0, long(64 - ($1 & 63)))")
    long rotateRight(long x, int distance);

    /** The dividend where the divisor is 0. */
    @Builtin("smelt_div_unsigned")
    long divideUnsigned(long dividend, long divisor);

    /** 0 where the divisor is 0. */
    @Builtin("smelt_rem_unsigned")
    long remainderUnsigned(long dividend, long divisor);

    @Builtin("smelt_compare_unsigned")
    int compareUnsigned(long x, long y);

    @Builtin("smelt_compare")
    int compare(long x, long y);

    @Builtin("smelt_signum")
    int signum(long x);

    @Builtin("metal::min")
    long min(long x, long y);

    @Builtin("metal::max")
    long max(long x, long y);

    @Builtin("as_type<long>(as_type<ulong>($0) + as_type<ulong>($1))")
    long sum(long x, long y);
}
