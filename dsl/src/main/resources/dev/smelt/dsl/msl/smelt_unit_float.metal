// From 0 to below 1, of the upper 24 bits.
inline float smelt_unit_float(int bits) {
    return float(uint(bits) >> 8) * 0x1p-24f;
}
