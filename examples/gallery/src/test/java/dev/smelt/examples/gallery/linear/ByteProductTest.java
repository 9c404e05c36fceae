package dev.smelt.examples.gallery.linear;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.examples.gallery.testing.EachDevice;
import dev.smelt.examples.gallery.testing.Inputs;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;

class ByteProductTest {
    private static final int ROWS = 45;
    private static final int INNER = 77;
    private static final int COLUMNS = 51;

    @EachDevice
    void isExact(Device device) {
        byte[] a = Inputs.bytes(ROWS * INNER, 55);
        byte[] b = Inputs.bytes(COLUMNS * INNER, 56);
        // So large that some results leave the range of bytes.
        float[] scales = Inputs.floats(ROWS, 0.0005, 0.005, 57);
        byte[] c = new byte[ROWS * COLUMNS];
        int groupsX = (COLUMNS + ByteProduct.TILE - 1) / ByteProduct.TILE;
        int groupsY = (ROWS + ByteProduct.TILE - 1) / ByteProduct.TILE;
        int threads = ByteProduct.THREADS;
        Grid grid = Grid.of(groupsX * threads, groupsY * threads).threadgroup(threads, threads);
        ByteProductKernels.load(device).multiply(grid, a, b, scales, c, ROWS, INNER, COLUMNS);

        byte[] expected = new byte[c.length];
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                long sum = 0;
                for (int k = 0; k < INNER; k++) {
                    sum += a[row * INNER + k] * b[column * INNER + k];
                }
                // One product of floats, as in the kernel.
                double scaled = Math.rint((float) sum * scales[row]);
                expected[row * COLUMNS + column] = (byte) Math.max(-128, Math.min(127, scaled));
            }
        }
        assertThat(c).containsExactly(expected).contains(-128, 127);
    }
}
