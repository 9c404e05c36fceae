// The bytes in reverse order.
inline int smelt_reverse_bytes(int x) {
    uint bits = as_type<uint>(x);
    bits = ((bits & 0x00ff00ffu) << 8) | ((bits >> 8) & 0x00ff00ffu);
    return as_type<int>((bits << 16) | (bits >> 16));
}

inline long smelt_reverse_bytes(long x) {
    ulong bits = as_type<ulong>(x);
    bits = ((bits & 0x00ff00ff00ff00fful) << 8) | ((bits >> 8) & 0x00ff00ff00ff00fful);
    bits = ((bits & 0x0000ffff0000fffful) << 16) | ((bits >> 16) & 0x0000ffff0000fffful);
    return as_type<long>((bits << 32) | (bits >> 32));
}
