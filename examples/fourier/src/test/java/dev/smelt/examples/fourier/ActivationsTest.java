package dev.smelt.examples.fourier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.smelt.runtime.Device;
import dev.smelt.runtime.FloatArray;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivationsTest {
    /** Largest relative error of one rounding. */
    private static final double U = 0x1p-24;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 17, 1023, 4097, 10_001})
    void agreesWithDoublePrecision(int length) {
        float[] x = new float[length];
        Random random = new Random(length);
        for (int i = 0; i < length; i++) {
            x[i] = 200 * random.nextFloat() - 100;
        }
        try (Device device = Device.open()) {
            float[] y = ActivationsKernels.load(device).sigmoid(x);

            assertThat(y).hasSize(length);
            for (int i = 0; i < length; i++) {
                double exact = 1 / (1 + Math.exp(-(double) x[i]));
                // exp is within 4 ulp, 8 roundings; the sum and the quotient add one each. Results too small for a
                // normal float may be 0.
                assertThat((double) y[i]).isCloseTo(exact, within(10.1 * U * exact + Float.MIN_NORMAL));
            }
        }
    }

    @Test
    void hasItsLimits() {
        float[] x = {Float.NEGATIVE_INFINITY, -1000, -0f, 0, 1000, Float.POSITIVE_INFINITY, Float.NaN};
        try (Device device = Device.open()) {
            assertThat(ActivationsKernels.load(device).sigmoid(x)).containsExactly(0, 0, 0.5f, 0.5f, 1, 1, Float.NaN);
        }
    }

    @Test
    void givesTheSameOfArraysOnTheDevice() {
        float[] values = {-3, 0.25f, 8};
        try (Device device = Device.open();
                FloatArray x = device.floats(values);
                FloatArray y = device.floats(values.length)) {
            ActivationsKernels kernels = ActivationsKernels.load(device);
            kernels.sigmoid(x, y);
            assertThat(y.toArray()).containsExactly(kernels.sigmoid(values));
        }
    }
}
