// The quotient of what the bits are as unsigned numbers, but the dividend where the divisor is zero.
inline int smelt_div_unsigned(int a, int b) {
    return as_type<int>(as_type<uint>(a) / (b == 0 ? 1u : as_type<uint>(b)));
}

inline long smelt_div_unsigned(long a, long b) {
    return as_type<long>(as_type<ulong>(a) / (b == 0 ? 1ul : as_type<ulong>(b)));
}
