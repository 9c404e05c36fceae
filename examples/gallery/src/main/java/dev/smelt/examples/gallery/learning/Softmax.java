package dev.smelt.examples.gallery.learning;

import static dev.smelt.dsl.Msl.*;

import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.ThreadIndexInThreadgroup;
import dev.smelt.dsl.ThreadgroupPositionInGrid;

/** The softmax of each row of a matrix, a simdgroup for a row. */
final class Softmax {
    /** Threads of a threadgroup: one simdgroup. */
    static final int GROUP = 32;

    private Softmax() {}

    /** On a grid of a threadgroup of {@link #GROUP} for each row. */
    @Kernel
    static void rows(
            float[] values,
            float[] results,
            int columns,
            @ThreadIndexInThreadgroup int lane,
            @ThreadgroupPositionInGrid int row) {
        int start = row * columns;
        float most = Float.NEGATIVE_INFINITY;
        for (int k = lane; k < columns; k += GROUP) {
            most = Math.max(most, values[start + k]);
        }
        most = simdMax(most);
        float sum = 0f;
        for (int k = lane; k < columns; k += GROUP) {
            sum += exp(values[start + k] - most);
        }
        sum = simdSum(sum);
        for (int k = lane; k < columns; k += GROUP) {
            results[start + k] = exp(values[start + k] - most) / sum;
        }
    }
}
