package dev.smelt.examples.gallery.linear;

import static dev.smelt.examples.gallery.testing.Closeness.UNIT;
import static dev.smelt.examples.gallery.testing.Closeness.assertClose;

import dev.smelt.examples.gallery.testing.EachDevice;
import dev.smelt.examples.gallery.testing.Inputs;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;
import java.util.Random;

class SparseProductTest {
    @EachDevice
    void agreesWithTheDenseProduct(Device device) {
        int rows = 307;
        int width = 211;
        float[][] dense = new float[rows][width];
        int[] starts = new int[rows + 1];
        int[] columns = new int[rows * width];
        float[] values = new float[rows * width];
        Random random = new Random(4);
        int end = 0;
        for (int row = 0; row < rows; row++) {
            // Every seventh row is empty, every thirteenth is full.
            double filled = row % 13 == 0 ? 1 : row % 7 == 0 ? 0 : 0.04;
            for (int column = 0; column < width; column++) {
                if (random.nextDouble() < filled) {
                    float value = (float) random.nextGaussian();
                    dense[row][column] = value;
                    columns[end] = column;
                    values[end++] = value;
                }
            }
            starts[row + 1] = end;
        }
        float[] x = Inputs.floats(width, -2, 2, 5);
        float[] y = new float[rows];
        SparseProductKernels.load(device).multiply(Grid.of(rows), starts, columns, values, x, y);

        double[] expected = new double[rows];
        double[] bounds = new double[rows];
        for (int row = 0; row < rows; row++) {
            double magnitude = 0;
            for (int column = 0; column < width; column++) {
                expected[row] += (double) dense[row][column] * x[column];
                magnitude += Math.abs((double) dense[row][column] * x[column]);
            }
            bounds[row] = 1.01 * (width + 1) * UNIT * magnitude;
        }
        assertClose(y, expected, bounds);
    }
}
