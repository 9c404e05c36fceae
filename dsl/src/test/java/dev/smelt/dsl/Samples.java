package dev.smelt.dsl;

import java.util.Random;

/** Arguments to test with: special values and random ones, the same in each run. */
final class Samples {

    private Samples() {}

    static float[] specialFloats() {
        float[] magnitudes = {
            0f,
            Float.MIN_VALUE,
            0x1p-140f,
            Math.nextDown(Float.MIN_NORMAL),
            Float.MIN_NORMAL,
            1e-20f,
            1e-4f,
            0.25f,
            Math.nextDown(0.5f),
            0.5f,
            Math.nextUp(0.5f),
            0.75f,
            Math.nextDown(1f),
            1f,
            Math.nextUp(1f),
            1.5f,
            2f,
            2.5f,
            3f,
            (float) Math.PI,
            10f,
            88f,
            127f,
            1e3f,
            0x1p22f + 0.5f,
            0x1p23f - 0.5f,
            0x1p23f + 1f,
            0x1p24f,
            0x1p31f,
            0x1p50f,
            0x1p63f,
            1e30f,
            Float.MAX_VALUE,
            Float.POSITIVE_INFINITY,
            Float.NaN
        };
        float[] both = new float[2 * magnitudes.length];
        for (int i = 0; i < magnitudes.length; i++) {
            both[2 * i] = magnitudes[i];
            both[2 * i + 1] = -magnitudes[i];
        }
        return both;
    }

    static int[] specialInts() {
        return new int[] {
            0,
            1,
            -1,
            2,
            -2,
            3,
            5,
            -7,
            16,
            31,
            32,
            33,
            -32,
            -33,
            255,
            65535,
            65536,
            0x7ffffffe,
            Integer.MAX_VALUE,
            Integer.MIN_VALUE,
            Integer.MIN_VALUE + 1,
            0x55555555,
            0xaaaaaaaa,
            1 << 30
        };
    }

    static long[] specialLongs() {
        int[] ints = specialInts();
        long[] all = new long[2 * ints.length + 4];
        for (int i = 0; i < ints.length; i++) {
            all[2 * i] = ints[i];
            all[2 * i + 1] = ((long) ints[i] << 32) | (ints[i] & 0xffffffffL);
        }
        all[2 * ints.length] = Long.MAX_VALUE;
        all[2 * ints.length + 1] = Long.MIN_VALUE;
        all[2 * ints.length + 2] = Long.MIN_VALUE + 1;
        all[2 * ints.length + 3] = 0xffffffffL;
        return all;
    }

    /** Any finite float, all exponents alike. */
    static float anyFloat(Random random) {
        while (true) {
            float value = Float.intBitsToFloat(random.nextInt());
            if (Float.isFinite(value)) {
                return value;
            }
        }
    }

    static float between(Random random, float low, float high) {
        return low + (high - low) * random.nextFloat();
    }
}
