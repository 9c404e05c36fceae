// Java's cast of a float to long: truncated, saturated, 0 of NaN. On the bits, so that it also holds under fast math.
inline long smelt_to_long(float x) {
    uint magnitude = as_type<uint>(x) & 0x7fffffffu;
    if (magnitude > 0x7f800000u) {
        return 0;
    }
    if (magnitude >= 0x5f000000u) {
        return as_type<int>(x) < 0 ? -9223372036854775807L - 1L : 9223372036854775807L;
    }
    return long(x);
}
