// Math.floorMod, but 0 where the divisor is zero.
inline int smelt_floor_mod(int a, int b) {
    int remainder = smelt_rem(a, b);
    return remainder != 0 && (a ^ b) < 0 ? remainder + b : remainder;
}

inline long smelt_floor_mod(long a, long b) {
    long remainder = smelt_rem(a, b);
    return remainder != 0 && (a ^ b) < 0 ? remainder + b : remainder;
}
