package dev.smelt.examples.fourier;

import java.util.Arrays;

/** Measures how long something takes once the JIT compiler has seen it. */
final class Stopwatch {
    /** The first work of a process is interpreted until the compiler, which runs beside it, has seen to all its loops. */
    private static final double WARM_UP_MILLIS = 600;

    private static final double MEASURED_MILLIS = 300;
    private static final int LEAST_RUNS = 3;
    private static final int MOST_RUNS = 15;

    private Stopwatch() {}

    /** The median time of several runs after warm-up. */
    static double medianMillis(Runnable work) {
        double first = millis(work);
        // A run this long was compiled soon after it began, so it counts: slow work is not done once more.
        boolean counts = first > MEASURED_MILLIS;
        double warmUp = first;
        while (warmUp < WARM_UP_MILLIS) {
            warmUp += millis(work);
        }
        double[] runs = new double[MOST_RUNS];
        int count = 0;
        double measured = 0;
        if (counts) {
            runs[count++] = first;
            measured = first;
        }
        while (count < LEAST_RUNS || (measured < MEASURED_MILLIS && count < MOST_RUNS)) {
            runs[count] = millis(work);
            measured += runs[count++];
        }
        return median(Arrays.copyOf(runs, count));
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double millis(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }
}
