package demo;

import dev.smelt.dsl.*;

final class Arrays {
    static float sum(float[] a, int from, int to) {
        float sum = 0f;
        for (int i = from; i < to; i++) {
            sum += a[i];
        }
        return sum;
    }

    static float mean(float[] a) {
        return sum(a, 0, a.length) / a.length;
    }

    static void fill(float[] a, float value, int unused) {
        for (int i = 0; i < a.length; i++) {
            a[i] = value;
        }
    }

    static float last(float[] a) {
        return a[a.length - 1];
    }

    static int last(int[] a) {
        return a[a.length - 1];
    }

    @Kernel
    static void means(float[] x, float[] y, int[] counts, @ThreadPositionInGrid int i) {
        if (i == 0) {
            fill(y, mean(x), 3);
        }
        y[i] = mean(y) + last(x) + last(counts);
        int dead = 3;
        dead++;
    }

    @Kernel
    static void each(int[] values, long[] sums, int[] ignored, @ThreadPositionInGrid int i) {
        long sum = 0;
        for (int value : values) {
            if (value < 0) continue;
            sum += value;
        }
        sums[i] = sum;
    }

    @Kernel
    static void flags(boolean[] flags, float[] out, @ThreadPositionInGrid int i) {
        out[i] = flags[i] ? 1f : 0f;
        flags[i] = !flags[i];
    }
}
