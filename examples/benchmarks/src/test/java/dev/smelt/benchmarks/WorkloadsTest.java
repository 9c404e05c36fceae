package dev.smelt.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is measured does the same work on both sides. */
class WorkloadsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 1025, 10_007})
    void squareWaveAgreesWithDoublePrecision(int length) {
        int terms = 100;
        float[] x = random(length);
        float[] plain = new float[length];
        PlainJava.squareWave(x, terms, plain);
        try (Device device = Device.open()) {
            float[] y = WorkloadsKernels.load(device).squareWave(x, terms);
            for (int i = 0; i < length; i++) {
                double exact = 0;
                for (int k = 0; k < terms; k++) {
                    exact += 4 / Math.PI * Math.sin((2 * k + 1) * (double) x[i]) / (2 * k + 1);
                }
                // Each term moves by a rounding of its angle; SquareWaveTest of the Fourier example has the whole sum.
                double bound = 0x1p-24 * (terms * Math.abs(x[i]) + 3 * terms);
                assertThat((double) y[i]).isCloseTo(exact, within(bound));
                assertThat((double) plain[i]).isCloseTo(exact, within(bound));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 200_001})
    void saxpyIsTheSameToTheBit(int length) {
        float[] x = random(length);
        float[] y = random(length);
        float[] expected = new float[length];
        for (int i = 0; i < length; i++) {
            expected[i] = 1.5f * x[i] + y[i];
        }
        float[] plain = y.clone();
        PlainJava.saxpy(1.5f, x, plain);
        assertThat(plain).isEqualTo(expected);
        try (Device device = Device.open()) {
            WorkloadsKernels.load(device).saxpy(Grid.of(length), 1.5f, x, y);
        }
        assertThat(y).isEqualTo(expected);
    }

    private static float[] random(int length) {
        Random random = new Random(length);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) (Math.PI * (2 * random.nextDouble() - 1));
        }
        return values;
    }
}
