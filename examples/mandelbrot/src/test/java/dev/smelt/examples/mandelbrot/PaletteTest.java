package dev.smelt.examples.mandelbrot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaletteTest {
    @ParameterizedTest
    @CsvSource({"1, 1, 1", "1, 1, 3", "17, 9, 1", "5, 13, 2", "7, 3, 4"})
    void agreesWithDoublePrecisionToOneLevel(int width, int height, int samples) {
        Random random = new Random(9);
        float[] speeds = new float[width * height * samples * samples];
        for (int i = 0; i < speeds.length; i++) {
            speeds[i] = random.nextInt(5) == 0 ? Escape.NEVER : 500 * random.nextFloat() * random.nextFloat();
        }
        int[] argb = paint(speeds, samples, width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int pixel = argb[y * width + x];
                double[] light = mean(speeds, samples, width, x, y);
                assertThat(pixel >>> 24).isEqualTo(255);
                for (int channel = 0; channel < 3; channel++) {
                    double exact = 255 * encoded(light[channel]);
                    // Half a level by rounding; errors of float are far below the other half.
                    assertThat(Math.abs((pixel >> (16 - 8 * channel) & 255) - exact))
                            .isLessThan(0.75);
                }
            }
        }
    }

    @Test
    void pointsThatNeverEscapeAreBlack() {
        assertThat(paint(new float[] {Escape.NEVER, Escape.NEVER}, 1, 2, 1)).containsOnly(0xff000000);
    }

    private static int[] paint(float[] speeds, int samples, int width, int height) {
        int[] argb = new int[width * height];
        try (Device device = Device.open()) {
            PaletteKernels.load(device).paint(Grid.of(width, height), speeds, samples, argb);
        }
        return argb;
    }

    private static double[] mean(float[] speeds, int samples, int width, int x, int y) {
        double[] phases = {3.2, 2.7, 2};
        double[] light = new double[3];
        for (int i = 0; i < samples * samples; i++) {
            int row = y * samples + i / samples;
            double speed = speeds[row * width * samples + x * samples + i % samples];
            for (int channel = 0; channel < 3 && speed >= 0; channel++) {
                double octaves = Math.max(Math.log(1 + speed) / Math.log(2) - 2.6, 0);
                double turn = 2 * Math.PI * 0.35 * octaves;
                light[channel] += Math.pow(0.5 + 0.5 * Math.cos(turn - phases[channel]), 2) / (samples * samples);
            }
        }
        return light;
    }

    private static double encoded(double linear) {
        return linear <= 0.0031308 ? linear * 12.92 : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
    }
}
