package dev.smelt.examples.gallery.learning;

import static dev.smelt.dsl.Msl.*;

import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.SimdgroupIndexInThreadgroup;
import dev.smelt.dsl.ThreadIndexInSimdgroup;
import dev.smelt.dsl.ThreadIndexInThreadgroup;
import dev.smelt.dsl.Threadgroup;
import dev.smelt.dsl.ThreadgroupPositionInGrid;

/**
 * Layer normalization, a threadgroup for each row, with an optional scale and shift. J. L. Ba, J. R. Kiros, G. E. Hinton,
 * Layer Normalization (2016).
 */
final class LayerNorm {
    /** Threads of a threadgroup. */
    static final int GROUP = 128;

    private LayerNorm() {}

    /**
     * Brings each row to mean 0 and variance 1, on a grid of a threadgroup of {@link #GROUP} for each row.
     *
     * @param learned scales, then shifts, one of each for a column; or nothing
     * @param skipped rows that stay as they are
     */
    @Kernel
    static void normalize(
            float[] rows,
            float[] results,
            float[] learned,
            boolean[] skipped,
            int columns,
            float epsilon,
            @Threadgroup(GROUP / 32) float[] partial,
            @ThreadIndexInThreadgroup int thread,
            @ThreadIndexInSimdgroup int lane,
            @SimdgroupIndexInThreadgroup int simdgroup,
            @ThreadgroupPositionInGrid int row) {
        int start = row * columns;
        if (skipped[row]) {
            for (int k = thread; k < columns; k += GROUP) {
                results[start + k] = rows[start + k];
            }
            return;
        }
        float sum = 0f;
        for (int k = thread; k < columns; k += GROUP) {
            sum += rows[start + k];
        }
        float mean = total(sum, partial, lane, simdgroup) / columns;
        float squares = 0f;
        for (int k = thread; k < columns; k += GROUP) {
            float difference = rows[start + k] - mean;
            squares += difference * difference;
        }
        float scale = rsqrt(total(squares, partial, lane, simdgroup) / columns + epsilon);
        boolean hasLearned = learned.length > 0;
        for (int k = thread; k < columns; k += GROUP) {
            float value = (rows[start + k] - mean) * scale;
            results[start + k] = hasLearned ? value * learned[k] + learned[columns + k] : value;
        }
    }

    /** The sum over all threads of a threadgroup, which all get. */
    private static float total(float value, float[] partial, int lane, int simdgroup) {
        float sum = simdSum(value);
        // What was here before has been read by all.
        threadgroupBarrier();
        if (lane == 0) {
            partial[simdgroup] = sum;
        }
        threadgroupBarrier();
        float total = 0f;
        for (float part : partial) {
            total += part;
        }
        return total;
    }
}
