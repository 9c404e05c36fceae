// Math.round of a float: floor(x + 1/2) as if computed exactly, saturated, 0 of NaN.
inline int smelt_round(float x) {
    float below = metal::floor(x);
    return smelt_to_int(x - below >= 0.5f ? below + 1.0f : below);
}
