// The upper half of the product. By wider or smaller products: GPU compilers have crashed on mulhi.
inline int smelt_mulhi(int x, int y) {
    return int((long(x) * long(y)) >> 32);
}

inline long smelt_mulhi(long x, long y) {
    // Knuth's four products of halves; only the upper halves have signs, and no sum overflows.
    ulong xLow = as_type<ulong>(x) & 0xfffffffful;
    ulong yLow = as_type<ulong>(y) & 0xfffffffful;
    long xHigh = x >> 32;
    long yHigh = y >> 32;
    long middle = xHigh * long(yLow) + long((xLow * yLow) >> 32);
    long other = long(xLow) * yHigh + long(as_type<ulong>(middle) & 0xfffffffful);
    return xHigh * yHigh + (middle >> 32) + (other >> 32);
}

inline int2 smelt_mulhi(int2 x, int2 y) {
    return int2(smelt_mulhi(x.x, y.x), smelt_mulhi(x.y, y.y));
}

inline int3 smelt_mulhi(int3 x, int3 y) {
    return int3(smelt_mulhi(x.x, y.x), smelt_mulhi(x.y, y.y), smelt_mulhi(x.z, y.z));
}

inline int4 smelt_mulhi(int4 x, int4 y) {
    return int4(smelt_mulhi(x.x, y.x), smelt_mulhi(x.y, y.y), smelt_mulhi(x.z, y.z), smelt_mulhi(x.w, y.w));
}
