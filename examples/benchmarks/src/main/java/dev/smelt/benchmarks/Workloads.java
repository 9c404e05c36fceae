package dev.smelt.benchmarks;

import static dev.smelt.dsl.Msl.*;

import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.ThreadPositionInGrid;
import dev.smelt.dsl.Uniform;

/** The kernels that are measured. */
final class Workloads {
    private Workloads() {}

    /** The first terms of a square wave's Fourier series. */
    @Kernel
    static float squareWave(float x, @Uniform int terms) {
        float sum = 0f;
        for (int term = terms - 1; term >= 0; term--) {
            float harmonic = 2 * term + 1;
            sum += sin(harmonic * x) / harmonic;
        }
        return 4f / (float) Math.PI * sum;
    }

    /** BLAS's y = a * x + y. */
    @Kernel
    static void saxpy(float a, float[] x, float[] y, @ThreadPositionInGrid int i) {
        y[i] = a * x[i] + y[i];
    }
}
