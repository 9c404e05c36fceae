package dev.smelt.examples.gallery.codes;

import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.Uniform;

/** The finalizers of A. Appleby's MurmurHash3 for 32 and 64 bits, as map kernels. */
final class Murmur {
    private Murmur() {}

    @Kernel
    static int mix32(int key, @Uniform int seed) {
        int h = key ^ seed;
        h ^= h >>> 16;
        h *= 0x85ebca6b;
        h ^= h >>> 13;
        h *= 0xc2b2ae35;
        return h ^ (h >>> 16);
    }

    @Kernel
    static long mix64(long key) {
        long h = key;
        h ^= h >>> 33;
        h *= 0xff51afd7ed558ccdL;
        h ^= h >>> 33;
        h *= 0xc4ceb9fe1a85ec53L;
        h ^= h >>> 33;
        return h;
    }
}
