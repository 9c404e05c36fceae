package dev.smelt.examples.gallery.testing;

import java.util.Random;

/** Numbers to compute with, the same in every run. */
public final class Inputs {
    private Inputs() {}

    /** Floats between two bounds. */
    public static float[] floats(int count, double from, double to, long seed) {
        Random random = new Random(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (from + (to - from) * random.nextDouble());
        }
        return values;
    }

    /** Integers from 0 to below a bound. */
    public static int[] ints(int count, int bound, long seed) {
        return new Random(seed).ints(count, 0, bound).toArray();
    }

    /** Any integers at all. */
    public static int[] ints(int count, long seed) {
        return new Random(seed).ints(count).toArray();
    }

    public static byte[] bytes(int count, long seed) {
        byte[] values = new byte[count];
        new Random(seed).nextBytes(values);
        return values;
    }

    /** Each is true with this probability. */
    public static boolean[] booleans(int count, double probability, long seed) {
        Random random = new Random(seed);
        boolean[] values = new boolean[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextDouble() < probability;
        }
        return values;
    }
}
