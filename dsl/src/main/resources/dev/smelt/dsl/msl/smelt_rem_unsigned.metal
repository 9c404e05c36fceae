// The remainder of what the bits are as unsigned numbers, but 0 where the divisor is zero. By the quotient, as GPU
// compilers have got % wrong.
inline int smelt_rem_unsigned(int a, int b) {
    uint divisor = b == 0 ? 1u : as_type<uint>(b);
    return as_type<int>(as_type<uint>(a) - as_type<uint>(a) / divisor * divisor);
}

inline long smelt_rem_unsigned(long a, long b) {
    ulong divisor = b == 0 ? 1ul : as_type<ulong>(b);
    return as_type<long>(as_type<ulong>(a) - as_type<ulong>(a) / divisor * divisor);
}
