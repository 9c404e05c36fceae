// Float.floatToIntBits: the bits, with one pattern for all NaN.
inline int smelt_float_to_int_bits(float x) {
    return (as_type<uint>(x) & 0x7fffffffu) > 0x7f800000u ? 0x7fc00000 : as_type<int>(x);
}
