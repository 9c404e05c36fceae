// Java's quotient, but the dividend where the divisor is zero. MSL leaves a / 0 and MIN_VALUE / -1 open (3.1), so the
// machine never sees a divisor of 0 or -1.
inline int smelt_div(int a, int b) {
    int quotient = a / (b == 0 || b == -1 ? 1 : b);
    return b == -1 ? as_type<int>(-as_type<uint>(a)) : quotient;
}

inline long smelt_div(long a, long b) {
    long quotient = a / (b == 0 || b == -1 ? 1 : b);
    return b == -1 ? as_type<long>(-as_type<ulong>(a)) : quotient;
}

inline int2 smelt_div(int2 a, int2 b) {
    return int2(smelt_div(a.x, b.x), smelt_div(a.y, b.y));
}

inline int3 smelt_div(int3 a, int3 b) {
    return int3(smelt_div(a.x, b.x), smelt_div(a.y, b.y), smelt_div(a.z, b.z));
}

inline int4 smelt_div(int4 a, int4 b) {
    return int4(smelt_div(a.x, b.x), smelt_div(a.y, b.y), smelt_div(a.z, b.z), smelt_div(a.w, b.w));
}
