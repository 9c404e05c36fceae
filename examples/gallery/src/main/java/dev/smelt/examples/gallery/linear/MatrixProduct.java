package dev.smelt.examples.gallery.linear;

import static dev.smelt.dsl.Msl.*;

import dev.smelt.dsl.Int2;
import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.ThreadPositionInThreadgroup;
import dev.smelt.dsl.Threadgroup;
import dev.smelt.dsl.ThreadgroupPositionInGrid;

/** The product of two matrices, tile by tile through threadgroup memory. */
final class MatrixProduct {
    /** Rows and columns of a tile, and of a threadgroup. */
    static final int TILE = 16;

    private MatrixProduct() {}

    /**
     * {@code c = a b}, on a grid that covers {@code c} with whole threadgroups of {@link #TILE} by {@link #TILE}.
     *
     * @param a {@code rows} by {@code inner}, row by row
     * @param b {@code inner} by {@code columns}
     * @param c {@code rows} by {@code columns}
     */
    @Kernel
    static void multiply(
            float[] a,
            float[] b,
            float[] c,
            int rows,
            int inner,
            int columns,
            @Threadgroup(TILE * TILE) float[] tileA,
            @Threadgroup(TILE * TILE) float[] tileB,
            @ThreadPositionInThreadgroup Int2 local,
            @ThreadgroupPositionInGrid Int2 group) {
        int row = group.y() * TILE + local.y();
        int column = group.x() * TILE + local.x();
        int at = local.y() * TILE + local.x();
        float sum = 0f;
        for (int first = 0; first < inner; first += TILE) {
            int across = first + local.x();
            int down = first + local.y();
            tileA[at] = row < rows && across < inner ? a[row * inner + across] : 0f;
            tileB[at] = down < inner && column < columns ? b[down * columns + column] : 0f;
            threadgroupBarrier();
            for (int i = 0; i < TILE; i++) {
                sum += tileA[local.y() * TILE + i] * tileB[i * TILE + local.x()];
            }
            threadgroupBarrier();
        }
        if (row < rows && column < columns) {
            c[row * columns + column] = sum;
        }
    }
}
