package dev.smelt.examples.fourier;

import java.util.stream.IntStream;

/** The same functions of the same samples in double precision, to tell how far off single precision is. */
final class Reference {
    private Reference() {}

    static double[] sigmoid(float[] x) {
        return IntStream.range(0, x.length)
                .parallel()
                .mapToDouble(i -> 1 / (1 + Math.exp(-x[i])))
                .toArray();
    }

    static double[] series(float[] x, int terms) {
        return IntStream.range(0, x.length)
                .parallel()
                .mapToDouble(i -> series((double) x[i], terms))
                .toArray();
    }

    static double[] slope(float[] x, double[] y) {
        return IntStream.range(0, x.length)
                .mapToDouble(i -> {
                    int before = Math.max(i - 1, 0);
                    int after = Math.min(i + 1, x.length - 1);
                    return (y[after] - y[before]) / ((double) x[after] - x[before]);
                })
                .toArray();
    }

    private static double series(double x, int terms) {
        double sum = 0;
        for (int term = terms - 1; term >= 0; term--) {
            double harmonic = 2 * term + 1;
            sum += Math.sin(harmonic * x) / harmonic;
        }
        return 4 / Math.PI * sum;
    }
}
