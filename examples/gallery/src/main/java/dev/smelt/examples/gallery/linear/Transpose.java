package dev.smelt.examples.gallery.linear;

import static dev.smelt.dsl.Msl.*;

import dev.smelt.dsl.Int2;
import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.ThreadPositionInThreadgroup;
import dev.smelt.dsl.Threadgroup;
import dev.smelt.dsl.ThreadgroupPositionInGrid;

/** Transposition through a padded tile, so that both reading and writing go along rows. */
final class Transpose {
    static final int TILE = 16;
    /** One more than a tile is wide: threads that read a column then hit different memory banks. */
    private static final int STRIDE = TILE + 1;

    private Transpose() {}

    /**
     * {@code to} is {@code from} with rows and columns exchanged, on a grid that covers {@code from} with whole
     * threadgroups of {@link #TILE} by {@link #TILE}.
     */
    @Kernel
    static void transpose(
            long[] from,
            long[] to,
            int width,
            int height,
            @Threadgroup(TILE * STRIDE) long[] tile,
            @ThreadPositionInThreadgroup Int2 local,
            @ThreadgroupPositionInGrid Int2 group) {
        int x = group.x() * TILE + local.x();
        int y = group.y() * TILE + local.y();
        if (x < width && y < height) {
            tile[local.y() * STRIDE + local.x()] = from[y * width + x];
        }
        threadgroupBarrier();
        int newX = group.y() * TILE + local.x();
        int newY = group.x() * TILE + local.y();
        if (newX < height && newY < width) {
            to[newY * height + newX] = tile[local.x() * STRIDE + local.y()];
        }
    }
}
