package dev.smelt.examples.gallery.parallel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.examples.gallery.testing.EachDevice;
import dev.smelt.examples.gallery.testing.Inputs;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;

class HistogramTest {
    @EachDevice
    void countsEachByte(Device device) {
        byte[] values = Inputs.bytes(100_003, 11);
        // One value is very frequent: many threads then add to one counter.
        for (int i = 0; i < values.length; i += 3) {
            values[i] = -7;
        }
        int[] counts = new int[Histogram.BINS];
        counts[5] = 1_000;
        HistogramKernels.load(device).count(Grid.covering(9_001, Histogram.BINS), values, counts);

        int[] expected = new int[Histogram.BINS];
        expected[5] = 1_000;
        for (byte value : values) {
            expected[Byte.toUnsignedInt(value)]++;
        }
        assertThat(counts).containsExactly(expected);
    }
}
