package dev.smelt.examples.gallery.codes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.examples.gallery.testing.EachDevice;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;
import java.util.Arrays;

class QueensTest {
    @EachDevice
    void countsTheWays(Device device) {
        // Sequence A000170 of the On-Line Encyclopedia of Integer Sequences.
        int[] known = {0, 0, 0, 0, 2, 10, 4, 40, 92, 352};
        for (int rows = 4; rows < known.length; rows++) {
            int[] ways = new int[rows * rows];
            QueensKernels.load(device).count(Grid.of(ways.length), ways, rows);
            assertThat(Arrays.stream(ways).sum()).as("%d rows", rows).isEqualTo(known[rows]);
        }
    }
}
