package dev.smelt.benchmarks;

import java.util.stream.IntStream;

/** The same work as the kernels', by hand: plain loops over parts of the arrays, on all cores. */
final class PlainJava {
    /** Elements {@code from}, inclusive, to {@code to}, exclusive. */
    @FunctionalInterface
    private interface Part {
        void run(int from, int to);
    }

    private PlainJava() {}

    static void squareWave(float[] x, int terms, float[] y) {
        inParallel(x.length, 1 << 10, (from, to) -> {
            for (int i = from; i < to; i++) {
                y[i] = squareWave(x[i], terms);
            }
        });
    }

    static void saxpy(float a, float[] x, float[] y) {
        inParallel(x.length, 1 << 16, (from, to) -> saxpy(a, x, y, from, to));
    }

    /** A method of its own: the JIT compiler turns its loop into SIMD. */
    private static void saxpy(float a, float[] x, float[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] = a * x[i] + y[i];
        }
    }

    private static float squareWave(float x, int terms) {
        float sum = 0f;
        for (int term = terms - 1; term >= 0; term--) {
            float harmonic = 2 * term + 1;
            sum += (float) Math.sin(harmonic * x) / harmonic;
        }
        return 4f / (float) Math.PI * sum;
    }

    private static void inParallel(int length, int partLength, Part part) {
        int parts = (length + partLength - 1) / partLength;
        IntStream.range(0, parts).parallel().forEach(i -> {
            int from = i * partLength;
            part.run(from, Math.min(from + partLength, length));
        });
    }
}
