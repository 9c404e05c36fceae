package dev.smelt.examples.gallery.parallel;

import static dev.smelt.examples.gallery.testing.Closeness.UNIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.smelt.examples.gallery.testing.EachDevice;
import dev.smelt.examples.gallery.testing.Inputs;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;
import java.util.Arrays;

class ReductionTest {
    private static final int GROUP = Reduction.GROUP;

    @EachDevice
    void addsUpIntegers(Device device) {
        for (int count : new int[] {1, 255, 256, 257, 100_003}) {
            int[] values = Inputs.ints(count, 8);
            int groups = (count + GROUP - 1) / GROUP;
            int[] sums = new int[groups];
            ReductionKernels.load(device).sums(Grid.covering(count, GROUP), values, sums);
            // Overflow is Java's, and so any order of additions gives the same.
            assertThat(Arrays.stream(sums).sum())
                    .as("%d values", count)
                    .isEqualTo(Arrays.stream(values).sum());
        }
    }

    @EachDevice
    void addsUpFloats(Device device) {
        int count = 100_003;
        int groups = 7;
        float[] values = Inputs.floats(count, -1, 3, 9);
        float[] sums = new float[groups];
        ReductionKernels.load(device).floatSums(Grid.of(groups * GROUP).threadgroup(GROUP), values, sums);
        double total = 0;
        double expected = 0;
        double magnitude = 0;
        for (float sum : sums) {
            total += sum;
        }
        for (float value : values) {
            expected += value;
            magnitude += Math.abs(value);
        }
        // Each value goes through the additions of its thread, then through 5 of a simdgroup, and 3 of eight
        // simdgroups;
        // in whatever order a simdgroup adds, it is at most 31 and 7.
        int additions = count / (groups * GROUP) + 1 + 31 + 31;
        assertThat(total).isCloseTo(expected, within(1.01 * additions * UNIT * magnitude));
    }
}
