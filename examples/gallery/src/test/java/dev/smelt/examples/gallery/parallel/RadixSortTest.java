package dev.smelt.examples.gallery.parallel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.examples.gallery.testing.EachDevice;
import dev.smelt.examples.gallery.testing.Inputs;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;
import dev.smelt.runtime.IntArray;
import java.util.Arrays;

class RadixSortTest {
    private static final int GROUP = RadixSort.GROUP;

    @EachDevice
    void sortsAsTheJdkDoes(Device device) {
        for (int count : new int[] {1, 127, 129, 10_007}) {
            int[] keys = Inputs.ints(count, 41);
            // Some are there more than once.
            Arrays.fill(keys, 0, count / 3, keys[count / 2]);
            int[] expected = keys.clone();
            Arrays.sort(expected);
            assertThat(sort(device, keys)).as("%d keys", count).containsExactly(expected);
        }
    }

    /** One pass alone keeps keys with the same digit in their order. */
    @EachDevice
    void isStable(Device device) {
        int[] keys = Inputs.ints(1_001, 42);
        int[] expected = Arrays.stream(keys)
                .boxed()
                .sorted((a, b) -> Integer.compare(a & 15, b & 15))
                .mapToInt(Integer::intValue)
                .toArray();
        try (IntArray from = device.ints(keys);
                IntArray to = device.ints(keys.length)) {
            pass(device, from, to, 0);
            assertThat(to.toArray()).containsExactly(expected);
        }
    }

    private static int[] sort(Device device, int[] keys) {
        try (IntArray a = device.ints(keys);
                IntArray b = device.ints(keys.length)) {
            for (int shift = 0; shift < 32; shift += 2 * RadixSort.BITS) {
                pass(device, a, b, shift);
                pass(device, b, a, shift + RadixSort.BITS);
            }
            return a.toArray();
        }
    }

    private static void pass(Device device, IntArray from, IntArray to, int shift) {
        RadixSortKernels kernels = RadixSortKernels.load(device);
        int blocks = (from.length() + GROUP - 1) / GROUP;
        Grid grid = Grid.of(blocks * GROUP).threadgroup(GROUP);
        try (IntArray counts = device.ints(RadixSort.DIGITS * blocks)) {
            kernels.count(grid, from, counts, shift);
            try (IntArray places = device.ints(ScanTest.scan(device, counts.toArray()))) {
                kernels.move(grid, from, places, to, shift);
            }
        }
    }
}
