package dev.smelt.examples.gallery.codes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.examples.gallery.testing.EachDevice;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;
import java.math.BigInteger;

class CollatzTest {
    private static final BigInteger THREE = BigInteger.valueOf(3);
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    @EachDevice
    void countsSteps(Device device) {
        check(device, 1, 3_001, 300);
        // These come near the end of long and leave it.
        check(device, Long.MAX_VALUE / 3 - 50, 101, 1_000);
        check(device, (1L << 59) - 50, 101, 1_000);
    }

    private static void check(Device device, long first, int count, int limit) {
        short[] lengths = new short[count];
        CollatzKernels.load(device).lengths(Grid.of(count), lengths, first, (short) limit);
        for (int i = 0; i < count; i++) {
            assertThat((int) lengths[i]).as("from %d", first + i).isEqualTo(length(first + i, limit));
        }
    }

    private static int length(long start, int limit) {
        BigInteger n = BigInteger.valueOf(start);
        for (int steps = 0; steps <= limit; steps++) {
            if (n.equals(BigInteger.ONE)) {
                return steps;
            }
            n = n.testBit(0) ? n.multiply(THREE).add(BigInteger.ONE) : n.shiftRight(1);
            if (n.compareTo(MOST) > 0) {
                return Collatz.UNKNOWN;
            }
        }
        return Collatz.UNKNOWN;
    }
}
