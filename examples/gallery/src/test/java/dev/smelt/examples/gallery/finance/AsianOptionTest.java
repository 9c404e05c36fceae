package dev.smelt.examples.gallery.finance;

import static dev.smelt.examples.gallery.testing.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.smelt.dsl.Int2;
import dev.smelt.examples.gallery.testing.EachDevice;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;
import java.util.stream.IntStream;

class AsianOptionTest {
    private static final int WAYS = 5_003;
    private static final int STEPS = 8;
    private static final float SPOT = 100f;
    private static final float STRIKE = 95f;
    private static final float DRIFT = 0.001f;
    private static final float DEVIATION = 0.05f;
    private static final Int2 SEED = new Int2(-123_456_789, 0x5eed);

    @EachDevice
    void paysOnEachWayWhatDoublePrecisionSays(Device device) {
        float[] payoffs = new float[WAYS];
        AsianOptionKernels.load(device).pay(Grid.of(WAYS), payoffs, SEED, STEPS, SPOT, STRIKE, DRIFT, DEVIATION);
        double[] expected =
                IntStream.range(0, WAYS).mapToDouble(AsianOptionTest::payoff).toArray();
        // The logarithm of the price has 16 errors of some 10 ulp of numbers below 1; the price is around 100.
        assertClose(payoffs, expected, 200 * 16 * 20 * 0x1p-24);
        double mean =
                IntStream.range(0, WAYS).mapToDouble(i -> payoffs[i]).average().orElseThrow();
        double meanPrice = 0;
        for (int k = 1; k <= 2 * STEPS; k++) {
            meanPrice += SPOT * Math.exp(k * (DRIFT + 0.5 * DEVIATION * DEVIATION)) / (2 * STEPS);
        }
        // max(x - K, 0) pays on average at least what the mean price is above K, and little more this far in the money.
        assertThat(mean).isCloseTo(meanPrice - STRIKE, within(2.5));
    }

    private static double payoff(int way) {
        double logarithm = 0;
        double sum = 0;
        for (int step = 0; step < STEPS; step++) {
            long[] bits = philox(step, way);
            double radius = Math.sqrt(-2 * Math.log(unit(bits[0])));
            double angle = 2 * (double) (float) Math.PI * unit(bits[1]);
            logarithm += DRIFT + DEVIATION * radius * Math.cos(angle);
            sum += Math.exp(logarithm);
            logarithm += DRIFT + DEVIATION * radius * Math.sin(angle);
            sum += Math.exp(logarithm);
        }
        return Math.max(SPOT * sum / (2 * STEPS) - STRIKE, 0);
    }

    private static double unit(long bits) {
        return ((bits >>> 8) + 0.5) / (1 << 24);
    }

    /** Philox 4x32-10, after Salmon, Moraes, Dror and Shaw, Parallel Random Numbers: As Easy as 1, 2, 3 (2011). */
    private static long[] philox(int c0, int c1) {
        long mask = 0xffffffffL;
        long[] x = {c0 & mask, c1 & mask, 0, 0};
        long k0 = SEED.x() & mask;
        long k1 = SEED.y() & mask;
        for (int round = 0; round < 10; round++) {
            long p0 = 0xd2511f53L * x[0];
            long p1 = 0xcd9e8d57L * x[2];
            x = new long[] {(p1 >>> 32) ^ x[1] ^ k0, p1 & mask, (p0 >>> 32) ^ x[3] ^ k1, p0 & mask};
            k0 = (k0 + 0x9e3779b9L) & mask;
            k1 = (k1 + 0xbb67ae85L) & mask;
        }
        return x;
    }
}
