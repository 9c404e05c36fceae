package dev.smelt.examples.gallery.parallel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.examples.gallery.parallel.BitonicSort.Entry;
import dev.smelt.examples.gallery.testing.EachDevice;
import dev.smelt.examples.gallery.testing.Inputs;
import dev.smelt.runtime.Batch;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;
import dev.smelt.runtime.StructArray;
import java.util.Arrays;
import java.util.Comparator;

class BitonicSortTest {
    @EachDevice
    void sortsEntriesByTheirKeys(Device device) {
        for (int count : new int[] {BitonicSort.BLOCK, 8 * BitonicSort.BLOCK}) {
            float[] keys = Inputs.floats(count, -1000, 1000, 12);
            Entry[] entries = new Entry[count];
            for (int i = 0; i < count; i++) {
                entries[i] = new Entry(keys[i], i);
            }
            Entry[] sorted = sort(device, entries);
            // Keys are distinct, so that there is one order only.
            Entry[] expected = entries.clone();
            Arrays.sort(expected, Comparator.comparing(Entry::key));
            assertThat(sorted).containsExactly(expected);
        }
    }

    private static Entry[] sort(Device device, Entry[] entries) {
        Grid blocks = Grid.of(entries.length / 2).threadgroup(BitonicSort.GROUP);
        try (StructArray<Entry> array = device.array(entries);
                Batch batch = device.batch()) {
            var kernels = BitonicSortKernels.load(device).in(batch);
            kernels.sortBlocks(blocks, array);
            for (int sequence = 2 * BitonicSort.BLOCK; sequence <= entries.length; sequence *= 2) {
                for (int distance = sequence / 2; distance > BitonicSort.GROUP; distance /= 2) {
                    kernels.mergeStep(Grid.of(entries.length / 2), array, sequence, distance);
                }
                kernels.mergeBlocks(blocks, array, sequence);
            }
            batch.submit().join();
            return array.toArray();
        }
    }
}
