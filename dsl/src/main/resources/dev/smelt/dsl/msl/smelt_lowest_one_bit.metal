// The lowest one bit alone; 0 of 0.
inline int smelt_lowest_one_bit(int x) {
    return x & as_type<int>(-as_type<uint>(x));
}

inline long smelt_lowest_one_bit(long x) {
    return x & as_type<long>(-as_type<ulong>(x));
}
