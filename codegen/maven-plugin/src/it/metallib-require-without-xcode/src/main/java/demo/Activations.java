package demo;

import static dev.smelt.dsl.Msl.*;

import dev.smelt.dsl.*;

final class Activations {
    private Activations() {}

    @Kernel
    static float sigmoid(float x) {
        return 1f / (1f + exp(-x));
    }

    @Kernel
    static void saxpy(float a, float[] x, float[] y, @ThreadPositionInGrid int i) {
        y[i] = a * x[i] + y[i];
    }
}
