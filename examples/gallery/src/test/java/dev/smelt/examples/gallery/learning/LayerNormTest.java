package dev.smelt.examples.gallery.learning;

import static dev.smelt.examples.gallery.testing.Closeness.UNIT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.examples.gallery.testing.Closeness;
import dev.smelt.examples.gallery.testing.EachDevice;
import dev.smelt.examples.gallery.testing.Inputs;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;
import java.util.Arrays;

class LayerNormTest {
    private static final float EPSILON = 1e-5f;

    @EachDevice
    void agreesWithDoublePrecision(Device device) {
        check(device, 5, 1_013, true);
        check(device, 5, 1_013, false);
        check(device, 3, 1, true);
        check(device, 4, 127, false);
    }

    private static void check(Device device, int rows, int columns, boolean hasLearned) {
        float[] values = Inputs.floats(rows * columns, -3, 5, 47);
        float[] learned = hasLearned ? Inputs.floats(2 * columns, -2, 2, 48) : new float[0];
        boolean[] skipped = new boolean[rows];
        skipped[rows - 1] = true;
        float[] results = new float[values.length];
        Grid grid = Grid.of(rows * LayerNorm.GROUP).threadgroup(LayerNorm.GROUP);
        LayerNormKernels.load(device).normalize(grid, values, results, learned, skipped, columns, EPSILON);
        for (int row = 0; row < rows - 1; row++) {
            float[] all = Arrays.copyOfRange(values, row * columns, (row + 1) * columns);
            double mean = 0;
            for (float value : all) {
                mean += value;
            }
            mean /= columns;
            double variance = 0;
            for (float value : all) {
                variance += (value - mean) * (value - mean);
            }
            variance /= columns;
            double scale = 1 / Math.sqrt(variance + EPSILON);
            double[] expected = new double[columns];
            double[] bounds = new double[columns];
            // Values are at most 5 and go through columns / GROUP + 31 + 3 additions, in the mean, in the variance.
            double additions = columns / (double) LayerNorm.GROUP + 1 + 31 + 4;
            double ofMean = 5 * (additions + 1) * UNIT;
            for (int k = 0; k < columns; k++) {
                double normal = (all[k] - mean) * scale;
                double error = (ofMean + 8 * UNIT) * scale + Math.abs(normal) * (additions + 8) * UNIT;
                // One column has variance 0: the error of the mean is then all there is.
                error += Math.abs(normal) * ofMean * scale;
                expected[k] = hasLearned ? normal * learned[k] + learned[columns + k] : normal;
                bounds[k] = hasLearned ? 2 * error + 2 * UNIT * (Math.abs(expected[k]) + 4) : error;
            }
            float[] actual = Arrays.copyOfRange(results, row * columns, (row + 1) * columns);
            Closeness.assertClose(actual, expected, bounds);
        }
        assertThat(Arrays.copyOfRange(results, (rows - 1) * columns, rows * columns))
                .as("the row that is skipped")
                .containsExactly(Arrays.copyOfRange(values, (rows - 1) * columns, rows * columns));
    }
}
