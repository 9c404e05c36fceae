package dev.smelt.dsl;

/**
 * Random numbers that are a function of a counter and a key, so that every thread draws its own without a state, and draws
 * the same on every device.
 */
abstract class RandomFunctions extends AtomicFloatFunctions {
    private static final int ROUNDS = 10;
    private static final int MULTIPLIER_0 = 0xd2511f53;
    private static final int MULTIPLIER_1 = 0xcd9e8d57;
    private static final int WEYL_0 = 0x9e3779b9;
    private static final int WEYL_1 = 0xbb67ae85;

    /**
     * Philox 4x32-10: 128 random bits for each counter and key (J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw,
     * Parallel Random Numbers: As Easy as 1, 2, 3, 2011). Different counters give independent numbers; so do different keys.
     *
     * @param counter such as {@code new Int4(step, thread, 0, 0)}
     * @param key such as a seed
     */
    @Builtin("smelt_philox4x32")
    public static Int4 philox4x32(Int4 counter, Int2 key) {
        Int4 x = counter;
        int k0 = key.x();
        int k1 = key.y();
        for (int round = 0; round < ROUNDS; round++) {
            long product0 = (MULTIPLIER_0 & 0xffffffffL) * (x.x() & 0xffffffffL);
            long product1 = (MULTIPLIER_1 & 0xffffffffL) * (x.z() & 0xffffffffL);
            x = new Int4(
                    (int) (product1 >>> 32) ^ x.y() ^ k0, (int) product1, (int) (product0 >>> 32) ^ x.w() ^ k1, (int)
                            product0);
            k0 += WEYL_0;
            k1 += WEYL_1;
        }
        return x;
    }

    /** A float from 0 to below 1, of the upper 24 bits of {@code bits}: each of the 2^24 is equally likely. */
    @Builtin("smelt_unit_float")
    public static float unitFloat(int bits) {
        return (bits >>> 8) * 0x1p-24f;
    }
}
