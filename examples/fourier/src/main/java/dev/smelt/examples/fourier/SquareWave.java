package dev.smelt.examples.fourier;

import static dev.smelt.dsl.Msl.*;

import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.ThreadPositionInGrid;
import dev.smelt.dsl.Uniform;

/** The Fourier series of a square wave of period 2&pi; and height 1, and its slope, as kernels. */
final class SquareWave {
    private static final float FOUR_OVER_PI = 4f / (float) Math.PI;

    private SquareWave() {}

    /**
     * The sum of the series' first terms, {@code 4/pi * (sin(x) + sin(3x)/3 + sin(5x)/5 + ...)}, from the smallest to
     * the largest, which keeps rounding errors small.
     */
    @Kernel
    static float series(float x, @Uniform int terms) {
        float sum = 0f;
        for (int term = terms - 1; term >= 0; term--) {
            float harmonic = 2 * term + 1;
            sum += sin(harmonic * x) / harmonic;
        }
        return FOUR_OVER_PI * sum;
    }

    /**
     * The derivative of y with respect to x by central differences over the samples; at both ends by the difference to
     * the only neighbour. The samples are at least two, and ascend. They need not be equally spaced: dividing by the
     * true distance of two samples, which the subtraction gives exactly, their own rounding does no harm.
     */
    @Kernel
    static void slope(float[] x, float[] y, float[] slope, @ThreadPositionInGrid int i) {
        int before = max(i - 1, 0);
        int after = min(i + 1, x.length - 1);
        slope[i] = (y[after] - y[before]) / (x[after] - x[before]);
    }
}
