// Rotated left by n modulo the width, for any n; negative ones rotate right.
inline int smelt_rotate(int x, int n) {
    uint bits = as_type<uint>(x);
    return as_type<int>((bits << (n & 31)) | (bits >> (-(n & 31) & 31)));
}

inline long smelt_rotate(long x, long n) {
    ulong bits = as_type<ulong>(x);
    return as_type<long>((bits << (n & 63)) | (bits >> (-(n & 63) & 63)));
}

inline int2 smelt_rotate(int2 x, int2 n) {
    return int2(smelt_rotate(x.x, n.x), smelt_rotate(x.y, n.y));
}

inline int3 smelt_rotate(int3 x, int3 n) {
    return int3(smelt_rotate(x.x, n.x), smelt_rotate(x.y, n.y), smelt_rotate(x.z, n.z));
}

inline int4 smelt_rotate(int4 x, int4 n) {
    return int4(
        smelt_rotate(x.x, n.x),
        smelt_rotate(x.y, n.y),
        smelt_rotate(x.z, n.z),
        smelt_rotate(x.w, n.w));
}
