// Java's cast of a float to int: truncated, saturated, 0 of NaN. On the bits, so that it also holds under fast math.
inline int smelt_to_int(float x) {
    uint magnitude = as_type<uint>(x) & 0x7fffffffu;
    if (magnitude > 0x7f800000u) {
        return 0;
    }
    if (magnitude >= 0x4f000000u) {
        return as_type<int>(x) < 0 ? -2147483647 - 1 : 2147483647;
    }
    return int(x);
}

inline int2 smelt_to_int(float2 x) {
    return int2(smelt_to_int(x.x), smelt_to_int(x.y));
}

inline int3 smelt_to_int(float3 x) {
    return int3(smelt_to_int(x.x), smelt_to_int(x.y), smelt_to_int(x.z));
}

inline int4 smelt_to_int(float4 x) {
    return int4(smelt_to_int(x.x), smelt_to_int(x.y), smelt_to_int(x.z), smelt_to_int(x.w));
}
