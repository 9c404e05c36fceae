package dev.smelt.examples.gallery.parallel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.examples.gallery.testing.EachDevice;
import dev.smelt.examples.gallery.testing.Inputs;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;
import java.util.Arrays;
import java.util.stream.IntStream;

class CompactionTest {
    private final int[] values = Inputs.ints(10_007, 13);
    private final int[] expected = IntStream.of(values)
            .filter(v -> Integer.toBinaryString(v).replace("0", "").length() % 3 == 0)
            .toArray();

    @EachDevice
    void appendsInAnyOrder(Device device) {
        int[] kept = new int[values.length];
        int[] count = new int[1];
        CompactionKernels.load(device).append(Grid.of(values.length), values, kept, count);
        assertThat(count[0]).isEqualTo(expected.length);
        assertThat(Arrays.copyOf(kept, count[0])).containsExactlyInAnyOrder(expected);
    }

    @EachDevice
    void placesInOrder(Device device) {
        CompactionKernels kernels = CompactionKernels.load(device);
        int[] places = ScanTest.scan(device, kernels.flag(values));
        int[] kept = new int[expected.length];
        kernels.place(Grid.of(values.length), values, places, kept);
        assertThat(kept).containsExactly(expected);
    }
}
