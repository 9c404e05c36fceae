package dev.smelt.examples.gallery.linear;

import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.ThreadPositionInGrid;

/** A sparse matrix times a vector; the matrix in compressed rows. */
final class SparseProduct {
    private SparseProduct() {}

    /**
     * {@code y = m x}, a thread for each row.
     *
     * @param starts where each row begins in {@code columns} and {@code values}, and behind the last row its end
     */
    @Kernel
    static void multiply(
            int[] starts, int[] columns, float[] values, float[] x, float[] y, @ThreadPositionInGrid int row) {
        float sum = 0f;
        for (int i = starts[row], end = starts[row + 1]; i < end; i++) {
            sum += values[i] * x[columns[i]];
        }
        y[row] = sum;
    }
}
