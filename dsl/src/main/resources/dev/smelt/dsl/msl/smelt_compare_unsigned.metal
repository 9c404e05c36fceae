// -1, 0 or 1, by what the bits are as unsigned numbers.
inline int smelt_compare_unsigned(int a, int b) {
    return int(as_type<uint>(a) > as_type<uint>(b)) - int(as_type<uint>(a) < as_type<uint>(b));
}

inline int smelt_compare_unsigned(long a, long b) {
    return int(as_type<ulong>(a) > as_type<ulong>(b)) - int(as_type<ulong>(a) < as_type<ulong>(b));
}
