package dev.smelt.examples.fourier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CurveTest {
    @Test
    void keepsFewSamplesAndOneMoreOnEachSide() {
        Curve curve = Curve.of(new float[] {-3, -2, -1, 0, 1, 2, 3}, new float[] {0, 1, 2, 3, 4, 5, 6}, 1.5, 100);
        assertThat(curve.x()).containsExactly(-2, -1, 0, 1, 2);
        assertThat(curve.y()).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void keepsSpikesOfManySamples() {
        int count = 10_001;
        float[] x = new float[count];
        float[] y = new float[count];
        for (int i = 0; i < count; i++) {
            x[i] = (i - 5000) / 5000f;
        }
        y[1234] = 5;
        y[7777] = -3;
        Curve curve = Curve.of(x, y, 1, 100);
        assertThat(curve.x()).hasSize(200).isSorted();
        assertThat(curve.y()).contains(5, -3);
    }
}
