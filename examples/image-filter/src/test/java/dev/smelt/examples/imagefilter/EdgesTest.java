package dev.smelt.examples.imagefilter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.smelt.dsl.Float2;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdgesTest {
    private static final int[][] MASK_X = {{-1, 0, 1}, {-2, 0, 2}, {-1, 0, 1}};
    private static final int[][] MASK_Y = {{-1, -2, -1}, {0, 0, 0}, {1, 2, 1}};

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 8", "8, 1", "2, 2", "3, 5", "37, 53"})
    void agreesWithDoublePrecision(int width, int height) {
        Random random = new Random(width);
        Float2[] luma = new Float2[width * height];
        Arrays.setAll(luma, i -> new Float2(random.nextFloat(), random.nextFloat()));
        float[] steepness = sobel(luma, width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                // Each of the masks' results is up to 4, with an error of up to 5 roundings of 4; the root's length
                // adds
                // up four of those, and two roundings of its own. Divided by 4, that is below 14 roundings.
                double exact = exact(luma, width, height, x, y);
                assertThat((double) steepness[y * width + x]).isCloseTo(exact, within(14 * 0x1p-24));
            }
        }
    }

    @Test
    void anEdgeOfBlackAndWhiteIsOne() {
        Float2[] luma = new Float2[5 * 4];
        Arrays.setAll(luma, i -> new Float2(i % 5 < 2 ? 0f : 1f, 1f));
        float[] row = {0, 1, 1, 0, 0};
        float[] steepness = sobel(luma, 5, 4);
        for (int y = 0; y < 4; y++) {
            assertThat(Arrays.copyOfRange(steepness, 5 * y, 5 * y + 5)).containsExactly(row);
        }
    }

    @Test
    void anEdgeOfBlackAndTransparentCounts() {
        Float2[] luma = new Float2[4 * 4];
        Arrays.setAll(luma, i -> new Float2(0f, i < 8 ? 0f : 1f));
        assertThat(sobel(luma, 4, 4)).containsExactly(0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0);
    }

    private static float[] sobel(Float2[] luma, int width, int height) {
        float[] steepness = new float[luma.length];
        try (Device device = Device.open()) {
            EdgesKernels.load(device).sobel(Grid.of(width, height), luma, steepness);
        }
        return steepness;
    }

    private static double exact(Float2[] luma, int width, int height, int x, int y) {
        double[] gradient = new double[4];
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                int nearestX = Math.min(Math.max(x + dx, 0), width - 1);
                int nearestY = Math.min(Math.max(y + dy, 0), height - 1);
                Float2 pixel = luma[nearestY * width + nearestX];
                gradient[0] += MASK_X[dy + 1][dx + 1] * (double) pixel.x();
                gradient[1] += MASK_Y[dy + 1][dx + 1] * (double) pixel.x();
                gradient[2] += MASK_X[dy + 1][dx + 1] * (double) pixel.y();
                gradient[3] += MASK_Y[dy + 1][dx + 1] * (double) pixel.y();
            }
        }
        return Math.sqrt(Arrays.stream(gradient).map(g -> g * g).sum()) / 4;
    }
}
