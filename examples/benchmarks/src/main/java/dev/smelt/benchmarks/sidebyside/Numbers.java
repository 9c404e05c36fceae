package dev.smelt.benchmarks.sidebyside;

/** Inputs that all sides can make alike. */
final class Numbers {
    private static final double GOLDEN = 0.6180339887498949;

    private Numbers() {}

    /** {@code length} numbers from {@code low} to {@code high}, all over the place. */
    static float[] spread(int length, double low, double high, int start) {
        float[] numbers = new float[length];
        for (int i = 0; i < length; i++) {
            double fraction = (i + (double) start) * GOLDEN;
            numbers[i] = (float) (low + (high - low) * (fraction - Math.floor(fraction)));
        }
        return numbers;
    }

    /** Samples of one period, in order. */
    static float[] period(int length) {
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (float) (Math.PI * (2.0 * i / (length - 1) - 1));
        }
        return samples;
    }

    /** The mean of numbers, in double precision. */
    static double mean(float[] numbers) {
        double sum = 0;
        for (float number : numbers) {
            sum += number;
        }
        return sum / numbers.length;
    }

    /** The same for integers. */
    static double mean(int[] numbers) {
        double sum = 0;
        for (int number : numbers) {
            sum += number;
        }
        return sum / numbers.length;
    }
}
