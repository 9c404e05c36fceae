package dev.smelt.examples.fourier;

import java.util.Arrays;

/** The points of a line to draw. */
@SuppressWarnings("ArrayRecordComponent") // curves are never compared
record Curve(double[] x, double[] y) {
    /**
     * The samples from {@code -reach} to {@code reach} and one more on each side. Where they are more than a few for each column of the picture,
     * the least and the greatest of each column remain, so that the line looks as with all of them.
     */
    static Curve of(float[] x, float[] y, double reach, int columns) {
        int from = Math.max(firstAtLeast(x, (float) -reach) - 1, 0);
        int to = Math.min(firstAtLeast(x, (float) reach) + 1, x.length);
        int count = to - from;
        if (count <= 4 * columns) {
            return new Curve(doubles(x, from, to), doubles(y, from, to));
        }
        double[] xs = new double[2 * columns];
        double[] ys = new double[2 * columns];
        for (int column = 0; column < columns; column++) {
            int first = from + (int) ((long) count * column / columns);
            int end = from + (int) ((long) count * (column + 1) / columns);
            int least = first;
            int greatest = first;
            for (int i = first; i < end; i++) {
                least = y[i] < y[least] ? i : least;
                greatest = y[i] > y[greatest] ? i : greatest;
            }
            int left = Math.min(least, greatest);
            int right = Math.max(least, greatest);
            xs[2 * column] = x[left];
            ys[2 * column] = y[left];
            xs[2 * column + 1] = x[right];
            ys[2 * column + 1] = y[right];
        }
        return new Curve(xs, ys);
    }

    private static int firstAtLeast(float[] ascending, float bound) {
        int found = Arrays.binarySearch(ascending, bound);
        return found >= 0 ? found : -found - 1;
    }

    private static double[] doubles(float[] values, int from, int to) {
        double[] result = new double[to - from];
        for (int i = from; i < to; i++) {
            result[i - from] = values[i];
        }
        return result;
    }
}
