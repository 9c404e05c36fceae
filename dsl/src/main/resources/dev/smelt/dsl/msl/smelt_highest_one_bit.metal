// The highest one bit alone; 0 of 0.
inline int smelt_highest_one_bit(int x) {
    return x == 0 ? 0 : as_type<int>(0x80000000u >> metal::clz(as_type<uint>(x)));
}

inline long smelt_highest_one_bit(long x) {
    return x == 0 ? 0 : as_type<long>(0x8000000000000000ul >> metal::clz(as_type<ulong>(x)));
}
