// -1, 0 or 1, as Integer.compare, Long.compare and Float.compare, which has -0 below 0 and NaN above all.
inline int smelt_compare(int a, int b) {
    return int(a > b) - int(a < b);
}

inline int smelt_compare(long a, long b) {
    return int(a > b) - int(a < b);
}

inline int smelt_compare(float a, float b) {
    // Bits as signed numbers are ordered like the floats above zero; below, all but the sign is turned round.
    int x = (as_type<uint>(a) & 0x7fffffffu) > 0x7f800000u ? 0x7fc00000 : as_type<int>(a);
    int y = (as_type<uint>(b) & 0x7fffffffu) > 0x7f800000u ? 0x7fc00000 : as_type<int>(b);
    return smelt_compare(x < 0 ? x ^ 0x7fffffff : x, y < 0 ? y ^ 0x7fffffff : y);
}
