// Math.floorDiv, but the dividend where the divisor is zero.
inline int smelt_floor_div(int a, int b) {
    int quotient = smelt_div(a, b);
    return smelt_rem(a, b) != 0 && (a ^ b) < 0 ? quotient - 1 : quotient;
}

inline long smelt_floor_div(long a, long b) {
    long quotient = smelt_div(a, b);
    return smelt_rem(a, b) != 0 && (a ^ b) < 0 ? quotient - 1 : quotient;
}
