package dev.smelt.examples.fourier;

import static dev.smelt.dsl.Msl.*;

import dev.smelt.dsl.Kernel;

/** Activation functions of neural networks, as kernels. */
final class Activations {
    private Activations() {}

    /** The logistic function, applied to every element. */
    @Kernel
    static float sigmoid(float x) {
        return 1f / (1f + exp(-x));
    }
}
