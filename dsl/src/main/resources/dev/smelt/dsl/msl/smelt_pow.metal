// Math.pow: C's, but NaN where the magnitude of x is 1 and y infinite, and where y is NaN.
inline float smelt_pow(float x, float y) {
    uint magnitude = as_type<uint>(y) & 0x7fffffffu;
    bool one = (as_type<uint>(x) & 0x7fffffffu) == 0x3f800000u;
    if (magnitude > 0x7f800000u || (one && magnitude == 0x7f800000u)) {
        return as_type<float>(0x7fc00000u);
    }
    return metal::precise::pow(x, y);
}
