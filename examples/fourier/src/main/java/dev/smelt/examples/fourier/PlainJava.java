package dev.smelt.examples.fourier;

import java.util.stream.IntStream;

/** The same work as the kernels', in the loops that one writes in plain Java: what the kernels are measured against. */
final class PlainJava {
    /** Elements {@code from}, inclusive, to {@code to}, exclusive. */
    @FunctionalInterface
    interface Part {
        void run(int from, int to);
    }

    /** Who does the work. */
    enum Loop {
        ONE_THREAD {
            @Override
            void over(int length, Part part) {
                part.run(0, length);
            }
        },
        PARALLEL {
            @Override
            void over(int length, Part part) {
                int parts = (length + PART - 1) / PART;
                IntStream.range(0, parts).parallel().forEach(i -> part.run(i * PART, Math.min((i + 1) * PART, length)));
            }
        };

        /** Enough elements that a part costs more than its start. */
        private static final int PART = 1024;

        abstract void over(int length, Part part);
    }

    private PlainJava() {}

    static void sigmoid(Loop loop, float[] x, float[] result) {
        loop.over(x.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                result[i] = 1f / (1f + (float) Math.exp(-x[i]));
            }
        });
    }

    static void series(Loop loop, float[] x, int terms, float[] y) {
        loop.over(x.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                y[i] = series(x[i], terms);
            }
        });
    }

    static void slope(Loop loop, float[] x, float[] y, float[] slope) {
        int last = x.length - 1;
        loop.over(x.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                int before = Math.max(i - 1, 0);
                int after = Math.min(i + 1, last);
                slope[i] = (y[after] - y[before]) / (x[after] - x[before]);
            }
        });
    }

    private static float series(float x, int terms) {
        float sum = 0f;
        for (int term = terms - 1; term >= 0; term--) {
            float harmonic = 2 * term + 1;
            sum += (float) Math.sin(harmonic * x) / harmonic;
        }
        return 4f / (float) Math.PI * sum;
    }
}
