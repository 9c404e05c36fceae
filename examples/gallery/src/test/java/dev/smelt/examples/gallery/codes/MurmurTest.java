package dev.smelt.examples.gallery.codes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.examples.gallery.testing.EachDevice;
import dev.smelt.examples.gallery.testing.Inputs;
import dev.smelt.runtime.Device;
import java.math.BigInteger;
import java.util.Random;

class MurmurTest {
    private static final BigInteger TWO = BigInteger.TWO;

    @EachDevice
    void mixesIntegers(Device device) {
        int[] keys = Inputs.ints(4_099, 28);
        int[] mixed = MurmurKernels.load(device).mix32(keys, 77);
        for (int i = 0; i < keys.length; i++) {
            BigInteger h = BigInteger.valueOf(Integer.toUnsignedLong(keys[i] ^ 77));
            h = multiply(shifted(h, 16), "85ebca6b", 32);
            h = multiply(shifted(h, 13), "c2b2ae35", 32);
            assertThat(mixed[i]).as("key %d", keys[i]).isEqualTo(shifted(h, 16).intValue());
        }
        // From the 32-bit finalizer's table of test values.
        assertThat(MurmurKernels.load(device).mix32(new int[] {0, 1}, 0)).containsExactly(0, 0x514e28b7);
    }

    @EachDevice
    void mixesLongs(Device device) {
        long[] keys = new Random(29).longs(4_099).toArray();
        long[] mixed = MurmurKernels.load(device).mix64(keys);
        for (int i = 0; i < keys.length; i++) {
            BigInteger h = new BigInteger(Long.toUnsignedString(keys[i]));
            h = multiply(shifted(h, 33), "ff51afd7ed558ccd", 64);
            h = multiply(shifted(h, 33), "c4ceb9fe1a85ec53", 64);
            assertThat(mixed[i]).as("key %d", keys[i]).isEqualTo(shifted(h, 33).longValue());
        }
    }

    private static BigInteger shifted(BigInteger h, int bits) {
        return h.xor(h.shiftRight(bits));
    }

    private static BigInteger multiply(BigInteger h, String factor, int bits) {
        return h.multiply(new BigInteger(factor, 16)).mod(TWO.pow(bits));
    }
}
