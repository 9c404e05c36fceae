package dev.smelt.runtime.spi;

import static dev.smelt.runtime.spi.FloatBits.get;
import static dev.smelt.runtime.spi.FloatBits.put;
import static dev.smelt.runtime.spi.FloatBits.view;
import static dev.smelt.runtime.spi.LaneBits.INFINITE;
import static dev.smelt.runtime.spi.LaneBits.MAGNITUDE;

/**
 * For each lane one of two floats, by how a third compares with 0, which is neither above nor below -0; NaN is neither above
 * nor below nor equal. They are chosen by masks of bits, in loops that HotSpot turns into SIMD, and keep their bits.
 */
final class LaneSelects {
    private static final int SIGN_SHIFT = 31;

    private LaneSelects() {}

    /** {@code x < 0 ? then : otherwise}. */
    static void negative(float[] x, float[] then, float[] otherwise, float[] results, int lanes) {
        Object by = view(x, lanes);
        Object thens = view(then, lanes);
        Object others = view(otherwise, lanes);
        Object to = view(results, lanes);
        for (int lane = 0; lane < lanes; lane++) {
            int bits = get(by, lane);
            int magnitude = bits & MAGNITUDE;
            int mask = (bits & -magnitude & ~(INFINITE - magnitude)) >> SIGN_SHIFT;
            put(to, lane, (get(thens, lane) & mask) | (get(others, lane) & ~mask));
        }
    }

    /** {@code x <= 0 ? then : otherwise}. */
    static void notPositive(float[] x, float[] then, float[] otherwise, float[] results, int lanes) {
        Object by = view(x, lanes);
        Object thens = view(then, lanes);
        Object others = view(otherwise, lanes);
        Object to = view(results, lanes);
        for (int lane = 0; lane < lanes; lane++) {
            int bits = get(by, lane);
            int magnitude = bits & MAGNITUDE;
            int mask = ((bits & ~(INFINITE - magnitude)) | (magnitude - 1)) >> SIGN_SHIFT;
            put(to, lane, (get(thens, lane) & mask) | (get(others, lane) & ~mask));
        }
    }

    /** {@code x > 0 ? then : otherwise}. */
    static void positive(float[] x, float[] then, float[] otherwise, float[] results, int lanes) {
        Object by = view(x, lanes);
        Object thens = view(then, lanes);
        Object others = view(otherwise, lanes);
        Object to = view(results, lanes);
        for (int lane = 0; lane < lanes; lane++) {
            int bits = get(by, lane);
            int mask = ~(bits | (bits - 1) | (INFINITE - bits)) >> SIGN_SHIFT;
            put(to, lane, (get(thens, lane) & mask) | (get(others, lane) & ~mask));
        }
    }

    /** {@code x >= 0 ? then : otherwise}. */
    static void notNegative(float[] x, float[] then, float[] otherwise, float[] results, int lanes) {
        Object by = view(x, lanes);
        Object thens = view(then, lanes);
        Object others = view(otherwise, lanes);
        Object to = view(results, lanes);
        for (int lane = 0; lane < lanes; lane++) {
            int bits = get(by, lane);
            int mask = (~(bits | (INFINITE - bits)) | ((bits & MAGNITUDE) - 1)) >> SIGN_SHIFT;
            put(to, lane, (get(thens, lane) & mask) | (get(others, lane) & ~mask));
        }
    }
}
