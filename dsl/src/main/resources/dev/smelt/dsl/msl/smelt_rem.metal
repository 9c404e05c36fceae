// Java's remainder, but 0 where the divisor is zero. MSL's % is undefined for negative operands (3.1).
inline int smelt_rem(int a, int b) {
    int divisor = b == 0 || b == -1 ? 1 : b;
    return a - a / divisor * divisor;
}

inline long smelt_rem(long a, long b) {
    long divisor = b == 0 || b == -1 ? 1 : b;
    return a - a / divisor * divisor;
}
