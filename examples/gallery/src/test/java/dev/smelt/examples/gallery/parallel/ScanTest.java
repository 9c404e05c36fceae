package dev.smelt.examples.gallery.parallel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.examples.gallery.testing.EachDevice;
import dev.smelt.examples.gallery.testing.Inputs;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;
import dev.smelt.runtime.IntArray;

class ScanTest {
    @EachDevice
    void addsUpAllThatComesBefore(Device device) {
        for (int count : new int[] {1, 2, 255, 256, 257, 20_011}) {
            int[] values = Inputs.ints(count, 10);
            assertThat(scan(device, values)).as("%d values", count).containsExactly(reference(values));
        }
    }

    /** The exclusive scan of any length: of the totals of its blocks by itself. */
    static int[] scan(Device device, int[] values) {
        ScanKernels kernels = ScanKernels.load(device);
        int blocks = (values.length + Scan.BLOCK - 1) / Scan.BLOCK;
        Grid grid = Grid.of(blocks * Scan.GROUP).threadgroup(Scan.GROUP);
        try (IntArray in = device.ints(values);
                IntArray scanned = device.ints(values.length);
                IntArray totals = device.ints(blocks)) {
            kernels.scanBlocks(grid, in, scanned, totals);
            if (blocks > 1) {
                try (IntArray before = device.ints(scan(device, totals.toArray()))) {
                    kernels.addTotals(grid, scanned, before);
                }
            }
            return scanned.toArray();
        }
    }

    private static int[] reference(int[] values) {
        int[] sums = new int[values.length];
        for (int i = 1; i < values.length; i++) {
            sums[i] = sums[i - 1] + values[i - 1];
        }
        return sums;
    }
}
