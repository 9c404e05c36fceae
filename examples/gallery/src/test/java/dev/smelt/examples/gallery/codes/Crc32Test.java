package dev.smelt.examples.gallery.codes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.examples.gallery.testing.EachDevice;
import dev.smelt.examples.gallery.testing.Inputs;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;
import java.util.zip.CRC32;

class Crc32Test {
    @EachDevice
    void sumsAsTheJdkDoes(Device device) {
        byte[] file = Inputs.bytes(100_003, 27);
        int size = 1_021;
        int blocks = (file.length + size - 1) / size;
        int[] sums = new int[blocks];
        Crc32Kernels.load(device).sums(Grid.of(blocks), file, sums, size);
        for (int block = 0; block < blocks; block++) {
            CRC32 expected = new CRC32();
            expected.update(file, block * size, Math.min(size, file.length - block * size));
            assertThat(sums[block]).as("block %d", block).isEqualTo((int) expected.getValue());
        }
    }
}
