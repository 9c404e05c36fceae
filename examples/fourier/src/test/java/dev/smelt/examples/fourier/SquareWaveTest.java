package dev.smelt.examples.fourier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SquareWaveTest {
    /** Largest relative error of one rounding. */
    private static final double U = 0x1p-24;

    @ParameterizedTest
    @CsvSource({"0, 5", "1, 1", "2, 3", "101, 0", "101, 1", "1023, 10", "4097, 100", "1001, 1000"})
    void seriesAgreesWithDoublePrecision(int length, int terms) {
        float[] x = randomAscending(length);
        try (Device device = Device.open()) {
            float[] y = SquareWaveKernels.load(device).series(x, terms);

            assertThat(y).hasSize(length);
            for (int i = 0; i < length; i++) {
                double bound = seriesBound(x[i], terms);
                assertThat((double) y[i]).isCloseTo(exactSeries(x[i], terms), within(bound));
            }
        }
    }

    @Test
    void seriesIsNearOneBetweenTheJumps() {
        float[] x = {(float) (Math.PI / 2), (float) (-Math.PI / 2), 0};
        try (Device device = Device.open()) {
            float[] y = SquareWaveKernels.load(device).series(x, 1000);
            // The series alternates there, so it is off by less than its first term left out, 4/pi/2001, and rounding.
            double bound = 4 / Math.PI / 2001 + seriesBound(x[0], 1000);
            assertThat((double) y[0]).isCloseTo(1, within(bound));
            assertThat((double) y[1]).isCloseTo(-1, within(bound));
            assertThat(y[2]).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 1023, 4097})
    void slopeAgreesWithDoublePrecision(int length) {
        float[] x = randomAscending(length);
        float[] y = new float[length];
        Random random = new Random(7);
        for (int i = 0; i < length; i++) {
            y[i] = random.nextFloat() - 0.5f;
        }
        float[] slope = slope(x, y);
        for (int i = 0; i < length; i++) {
            int before = i == 0 ? 0 : i - 1;
            int after = i == length - 1 ? i : i + 1;
            double exact = ((double) y[after] - y[before]) / ((double) x[after] - x[before]);
            // Two differences and a quotient, each rounded once.
            assertThat((double) slope[i]).isCloseTo(exact, within(3.01 * U * Math.abs(exact)));
        }
    }

    @Test
    void slopeOfALineIsTheSameEverywhere() {
        float[] x = {0, 1, 2, 4, 8, 9};
        float[] y = {1, 3, 5, 9, 17, 19};
        assertThat(slope(x, y)).containsOnly(2f);
    }

    private static float[] slope(float[] x, float[] y) {
        float[] slope = new float[x.length];
        try (Device device = Device.open()) {
            SquareWaveKernels.load(device).slope(Grid.of(x.length), x, y, slope);
        }
        return slope;
    }

    private static double exactSeries(double x, int terms) {
        double sum = 0;
        for (int k = 0; k < terms; k++) {
            sum += Math.sin((2 * k + 1) * x) / (2 * k + 1);
        }
        return 4 / Math.PI * sum;
    }

    /**
     * What float may differ by at most. Rounding {@code h * x} moves the sine by {@code U * h * |x|}; the sine is within
     * 4 ulp, 8 roundings, and the quotient is another one: {@code U * (|x| + 9 / h)} for each term. Each sum adds a
     * rounding of itself; 4/pi is four floats' work: two roundings, a quotient and a product.
     */
    private static double seriesBound(double x, int terms) {
        double bound = 0;
        double partial = 0;
        for (int k = terms - 1; k >= 0; k--) {
            double h = 2 * k + 1;
            partial += Math.sin(h * x) / h;
            bound += U * (Math.abs(x) + 9 / h) + U * Math.abs(partial);
        }
        return 1.01 * 4 / Math.PI * (bound + 4 * U * Math.abs(partial));
    }

    private static float[] randomAscending(int length) {
        Random random = new Random(length);
        float[] x = new float[length];
        for (int i = 0; i < length; i++) {
            x[i] = (float) ((2 * random.nextDouble() - 1) * Math.PI);
        }
        Arrays.sort(x);
        return x;
    }
}
