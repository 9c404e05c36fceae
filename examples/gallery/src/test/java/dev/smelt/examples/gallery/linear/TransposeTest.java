package dev.smelt.examples.gallery.linear;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.examples.gallery.testing.EachDevice;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;
import java.util.Random;

class TransposeTest {
    @EachDevice
    void exchangesRowsAndColumns(Device device) {
        for (int[] size : new int[][] {{37, 53}, {1, 19}, {64, 16}}) {
            int width = size[0];
            int height = size[1];
            long[] from = new Random(3).longs((long) width * height).toArray();
            long[] to = new long[from.length];
            int tile = Transpose.TILE;
            Grid grid = Grid.of((width + tile - 1) / tile * tile, (height + tile - 1) / tile * tile)
                    .threadgroup(tile, tile);
            TransposeKernels.load(device).transpose(grid, from, to, width, height);
            for (int i = 0; i < from.length; i++) {
                assertThat(to[i % width * height + i / width])
                        .as("%d of %d x %d", i, width, height)
                        .isEqualTo(from[i]);
            }
        }
    }
}
