package dev.smelt.examples.gallery.codes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.examples.gallery.testing.EachDevice;
import dev.smelt.examples.gallery.testing.Inputs;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

class Sha256Test {
    @EachDevice
    void digestsAsTheJdkDoes(Device device) throws NoSuchAlgorithmException {
        int count = 331;
        int[] starts = new int[count + 1];
        for (int i = 0; i < count; i++) {
            starts[i + 1] = starts[i] + i % (Sha256.MOST + 1);
        }
        byte[] messages = Inputs.bytes(starts[count], 26);
        int[] digests = new int[8 * count];
        Sha256Kernels.load(device).digest(Grid.of(count), messages, starts, digests);
        for (int i = 0; i < count; i++) {
            byte[] message = Arrays.copyOfRange(messages, starts[i], starts[i + 1]);
            int[] expected = new int[8];
            ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(message))
                    .asIntBuffer()
                    .get(expected);
            assertThat(Arrays.copyOfRange(digests, 8 * i, 8 * i + 8))
                    .as("message %d", i)
                    .containsExactly(expected);
        }
    }
}
