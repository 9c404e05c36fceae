// The upper half of the product, plus z, wrapping.
inline int smelt_madhi(int x, int y, int z) {
    return as_type<int>(as_type<uint>(smelt_mulhi(x, y)) + as_type<uint>(z));
}

inline long smelt_madhi(long x, long y, long z) {
    return as_type<long>(as_type<ulong>(smelt_mulhi(x, y)) + as_type<ulong>(z));
}

inline int2 smelt_madhi(int2 x, int2 y, int2 z) {
    return int2(smelt_madhi(x.x, y.x, z.x), smelt_madhi(x.y, y.y, z.y));
}

inline int3 smelt_madhi(int3 x, int3 y, int3 z) {
    return int3(smelt_madhi(x.x, y.x, z.x), smelt_madhi(x.y, y.y, z.y), smelt_madhi(x.z, y.z, z.z));
}

inline int4 smelt_madhi(int4 x, int4 y, int4 z) {
    return int4(
        smelt_madhi(x.x, y.x, z.x),
        smelt_madhi(x.y, y.y, z.y),
        smelt_madhi(x.z, y.z, z.z),
        smelt_madhi(x.w, y.w, z.w));
}
