package dev.smelt.examples.gallery.linear;

import static dev.smelt.examples.gallery.testing.Closeness.UNIT;
import static dev.smelt.examples.gallery.testing.Closeness.assertClose;

import dev.smelt.examples.gallery.testing.EachDevice;
import dev.smelt.examples.gallery.testing.Inputs;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;

class MatrixProductTest {
    @EachDevice
    void agreesWithDoublePrecision(Device device) {
        check(device, 61, 47, 83);
        check(device, 1, 1, 1);
        check(device, 16, 33, 5);
    }

    private static void check(Device device, int rows, int inner, int columns) {
        float[] a = Inputs.floats(rows * inner, -1, 1, 1);
        float[] b = Inputs.floats(inner * columns, -1, 1, 2);
        float[] c = new float[rows * columns];
        int tile = MatrixProduct.TILE;
        Grid grid = Grid.of(roundUp(columns), roundUp(rows)).threadgroup(tile, tile);
        MatrixProductKernels.load(device).multiply(grid, a, b, c, rows, inner, columns);

        double[] expected = new double[c.length];
        double[] bounds = new double[c.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double magnitude = 0;
                for (int k = 0; k < inner; k++) {
                    double product = (double) a[i * inner + k] * b[k * columns + j];
                    expected[i * columns + j] += product;
                    magnitude += Math.abs(product);
                }
                // Each product is rounded once, and each of the sums it becomes a part of (Higham, 3.1).
                bounds[i * columns + j] = 1.01 * (inner + 1) * UNIT * magnitude;
            }
        }
        assertClose(c, expected, bounds);
    }

    private static int roundUp(int count) {
        return (count + MatrixProduct.TILE - 1) / MatrixProduct.TILE * MatrixProduct.TILE;
    }
}
