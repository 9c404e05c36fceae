package dev.smelt.examples.gallery.linear;

import static dev.smelt.dsl.Msl.*;

import dev.smelt.dsl.Int2;
import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.ThreadPositionInThreadgroup;
import dev.smelt.dsl.Threadgroup;
import dev.smelt.dsl.ThreadgroupPositionInGrid;

/**
 * The product of two matrices of bytes, as networks use it: each thread keeps a block of sums in registers, which are
 * brought back to bytes by a scale for each row.
 */
final class ByteProduct {
    /** Rows and columns of a threadgroup's threads. */
    static final int THREADS = 8;
    /** Rows and columns of the sums that each thread has. */
    static final int EACH = 4;

    static final int TILE = THREADS * EACH;
    private static final int DEPTH = 16;

    private ByteProduct() {}

    /**
     * {@code c = a b^T}, on a grid that covers {@code c} with threadgroups of {@link #THREADS} by {@link #THREADS}, each
     * for {@link #TILE} by {@link #TILE} results.
     *
     * @param a {@code rows} by {@code inner}, row by row
     * @param b {@code columns} by {@code inner}
     * @param scales for each row of {@code c}: the result is the sum times this, rounded, between -128 and 127
     */
    @Kernel
    static void multiply(
            byte[] a,
            byte[] b,
            float[] scales,
            byte[] c,
            int rows,
            int inner,
            int columns,
            @Threadgroup(TILE * DEPTH) byte[] tileA,
            @Threadgroup(TILE * DEPTH) byte[] tileB,
            @ThreadPositionInThreadgroup Int2 local,
            @ThreadgroupPositionInGrid Int2 group) {
        int[] sums = new int[EACH * EACH];
        int thread = local.y() * THREADS + local.x();
        for (int first = 0; first < inner; first += DEPTH) {
            load(a, tileA, group.y() * TILE, rows, first, inner, thread);
            load(b, tileB, group.x() * TILE, columns, first, inner, thread);
            threadgroupBarrier();
            for (int k = 0; k < DEPTH; k++) {
                for (int y = 0; y < EACH; y++) {
                    byte left = tileA[(local.y() * EACH + y) * DEPTH + k];
                    for (int x = 0; x < EACH; x++) {
                        sums[y * EACH + x] += left * tileB[(local.x() * EACH + x) * DEPTH + k];
                    }
                }
            }
            threadgroupBarrier();
        }
        rows:
        for (int y = 0, row = group.y() * TILE + local.y() * EACH; y < EACH; y++, row++) {
            for (int x = 0, column = group.x() * TILE + local.x() * EACH; x < EACH; x++, column++) {
                if (row >= rows) {
                    break rows;
                }
                if (column >= columns) {
                    continue rows;
                }
                c[row * columns + column] =
                        (byte) Math.max(-128, Math.min(127, (int) rint(sums[y * EACH + x] * scales[row])));
            }
        }
    }

    /** Fills a tile, all threads together; beyond the matrix it is zero. */
    private static void load(
            byte[] matrix, byte[] tile, int firstRow, int rows, int firstColumn, int columns, int thread) {
        for (int k = thread; k < TILE * DEPTH; k += THREADS * THREADS) {
            int row = firstRow + k / DEPTH;
            int column = firstColumn + k % DEPTH;
            tile[k] = row < rows && column < columns ? matrix[row * columns + column] : 0;
        }
    }
}
