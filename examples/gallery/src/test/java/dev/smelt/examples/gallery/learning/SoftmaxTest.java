package dev.smelt.examples.gallery.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.smelt.examples.gallery.testing.EachDevice;
import dev.smelt.examples.gallery.testing.Inputs;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;

class SoftmaxTest {
    @EachDevice
    void agreesWithDoublePrecision(Device device) {
        check(device, 7, 101);
        check(device, 1, 1);
        check(device, 3, 32);
        check(device, 2, 17);
    }

    private static void check(Device device, int rows, int columns) {
        float[] values = Inputs.floats(rows * columns, -30, 30, 34);
        float[] results = new float[values.length];
        SoftmaxKernels.load(device)
                .rows(Grid.of(rows * Softmax.GROUP).threadgroup(Softmax.GROUP), values, results, columns);
        for (int row = 0; row < rows; row++) {
            double sum = 0;
            for (int k = 0; k < columns; k++) {
                sum += Math.exp(values[row * columns + k]);
            }
            for (int k = 0; k < columns; k++) {
                double expected = Math.exp(values[row * columns + k]) / sum;
                // The difference to the largest, up to 60, is rounded; exp is good to 4 ulp; then come the sums.
                double relative = (60 + 8 + columns / 32.0 + 32) * 0x1p-24 * 2;
                assertThat((double) results[row * columns + k])
                        .as("row %d, column %d", row, k)
                        .isCloseTo(expected, within(relative * expected + Float.MIN_NORMAL));
            }
        }
    }
}
