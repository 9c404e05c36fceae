// -1, 0 or 1; of floats, zeros and NaN give themselves.
inline int smelt_signum(int x) {
    return int(x > 0) - int(x < 0);
}

inline int smelt_signum(long x) {
    return int(x > 0) - int(x < 0);
}

inline float smelt_signum(float x) {
    uint magnitude = as_type<uint>(x) & 0x7fffffffu;
    return magnitude == 0u || magnitude > 0x7f800000u ? x : metal::copysign(1.0f, x);
}
