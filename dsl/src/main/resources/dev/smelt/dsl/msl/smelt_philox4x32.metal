// Philox 4x32-10 (Salmon, Moraes, Dror, Shaw, 2011). Products of 32 bits are split by long arithmetic, not by mulhi.
inline int4 smelt_philox4x32(int4 counter, int2 key) {
    uint4 x = uint4(counter);
    uint k0 = uint(key.x);
    uint k1 = uint(key.y);
    for (int round = 0; round < 10; round++) {
        const ulong product0 = ulong(0xd2511f53u) * x.x;
        const ulong product1 = ulong(0xcd9e8d57u) * x.z;
        x = uint4(uint(product1 >> 32) ^ x.y ^ k0, uint(product1), uint(product0 >> 32) ^ x.w ^ k1, uint(product0));
        k0 += 0x9e3779b9u;
        k1 += 0xbb67ae85u;
    }
    return int4(x);
}
