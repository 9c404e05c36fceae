package demo;

import static dev.smelt.dsl.Msl.*;

import dev.smelt.dsl.*;

final class Activations {
    /** A map kernel: a pure function, applied to every element. */
    @Kernel
    static float sigmoid(float x) {
        return 1f / (1f + exp(-x));
    }

    @Kernel
    static float scaled(float x, @Uniform float k) {
        return k * sigmoid(x);
    }

    /** A grid kernel: runs once for each position of the grid it is given. */
    @Kernel
    static void saxpy(float a, float[] x, float[] y, @ThreadPositionInGrid int i) {
        y[i] = a * x[i] + y[i];
    }
}
