// floor(log2(|x|)), for subnormals too; INT_MIN of 0, INT_MAX of infinity and NaN. On the bits, so that it doesn't
// depend on whether subnormals are flushed.
inline int smelt_ilogb(float x) {
    uint magnitude = as_type<uint>(x) & 0x7fffffffu;
    if (magnitude == 0u) {
        return -2147483647 - 1;
    }
    if (magnitude >= 0x7f800000u) {
        return 2147483647;
    }
    int exponent = int(magnitude >> 23);
    return exponent != 0 ? exponent - 127 : -118 - int(metal::clz(magnitude));
}

inline int2 smelt_ilogb(float2 x) {
    return int2(smelt_ilogb(x.x), smelt_ilogb(x.y));
}

inline int3 smelt_ilogb(float3 x) {
    return int3(smelt_ilogb(x.x), smelt_ilogb(x.y), smelt_ilogb(x.z));
}

inline int4 smelt_ilogb(float4 x) {
    return int4(smelt_ilogb(x.x), smelt_ilogb(x.y), smelt_ilogb(x.z), smelt_ilogb(x.w));
}
