// The magnitude; MIN_VALUE of itself, where the negation of a signed number is undefined.
inline int smelt_abs(int x) {
    return x < 0 ? as_type<int>(-as_type<uint>(x)) : x;
}

inline long smelt_abs(long x) {
    return x < 0 ? as_type<long>(-as_type<ulong>(x)) : x;
}

inline int2 smelt_abs(int2 x) {
    return int2(smelt_abs(x.x), smelt_abs(x.y));
}

inline int3 smelt_abs(int3 x) {
    return int3(smelt_abs(x.x), smelt_abs(x.y), smelt_abs(x.z));
}

inline int4 smelt_abs(int4 x) {
    return int4(smelt_abs(x.x), smelt_abs(x.y), smelt_abs(x.z), smelt_abs(x.w));
}
