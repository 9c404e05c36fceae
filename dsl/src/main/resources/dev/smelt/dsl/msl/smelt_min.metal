// Math.min of floats: NaN if either is, and -0 is below 0. NaN is told by the bits, so that this holds under fast math.
inline float smelt_min(float a, float b) {
    if ((as_type<uint>(a) & 0x7fffffffu) > 0x7f800000u || (as_type<uint>(b) & 0x7fffffffu) > 0x7f800000u) {
        return as_type<float>(0x7fc00000u);
    }
    if (a == b) {
        return as_type<float>(as_type<uint>(a) | as_type<uint>(b));
    }
    return a < b ? a : b;
}
