package dev.smelt.examples.imagefilter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.smelt.dsl.Float4;
import dev.smelt.dsl.Int2;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlurTest {
    /** Largest relative error of one rounding. */
    private static final double U = 0x1p-24;

    private final Device device = Device.open();
    private final BlurKernels kernels = BlurKernels.load(device);

    @AfterEach
    void closeDevice() {
        device.close();
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 3", "1, 9, 2", "9, 1, 2", "2, 3, 10", "33, 17, 0", "33, 17, 0.3", "67, 41, 1.7", "5, 61, 4"})
    void agreesWithBothAxesAtOnceInDoublePrecision(int width, int height, float sigma) {
        Float4[] image = random(width * height);
        Float4[] blurred = blur(image, width, height, sigma);
        int radius = (int) Math.ceil(3 * (double) sigma);
        // Values are up to 1. Each pass has 2 * radius + 1 products and sums, and weights that were rounded.
        double bound = 2 * (2 * radius + 3) * U;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double[] exact = exact(image, width, height, sigma, radius, x, y);
                Float4 actual = blurred[y * width + x];
                assertThat((double) actual.x()).isCloseTo(exact[0], within(bound));
                assertThat((double) actual.y()).isCloseTo(exact[1], within(bound));
                assertThat((double) actual.z()).isCloseTo(exact[2], within(bound));
                assertThat((double) actual.w()).isCloseTo(exact[3], within(bound));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {0f, Float.MIN_VALUE, 1e-20f, 0.1f, 1f, 2.5f, 1000f})
    void weightsFallAndAddUpToOne(float sigma) {
        float[] weights = Blur.weights(sigma);
        double sum = weights[0];
        for (int i = 1; i < weights.length; i++) {
            sum += 2 * (double) weights[i];
            assertThat(weights[i]).isNotNegative().isLessThanOrEqualTo(weights[i - 1]);
        }
        assertThat(sum).isCloseTo(1, within(U));
    }

    private Float4[] blur(Float4[] image, int width, int height, float sigma) {
        Float4[] once = new Float4[image.length];
        Float4[] twice = new Float4[image.length];
        float[] weights = Blur.weights(sigma);
        kernels.blur(Grid.of(width, height), image, weights, new Int2(1, 0), once);
        kernels.blur(Grid.of(width, height), once, weights, new Int2(0, 1), twice);
        return twice;
    }

    /** One pixel by the definition: a sum over a square, not separated, clamped at the edges. */
    private static double[] exact(Float4[] image, int width, int height, float sigma, int radius, int x, int y) {
        double[] sum = new double[4];
        double weights = 0;
        for (int dy = -radius; dy <= radius; dy++) {
            for (int dx = -radius; dx <= radius; dx++) {
                double distanceSquared = dx * dx + dy * dy;
                double weight =
                        distanceSquared == 0 ? 1 : Math.exp(-distanceSquared / (2.0 * (double) sigma * (double) sigma));
                int nearestX = Math.min(Math.max(x + dx, 0), width - 1);
                int nearestY = Math.min(Math.max(y + dy, 0), height - 1);
                Float4 pixel = image[nearestY * width + nearestX];
                sum[0] += weight * pixel.x();
                sum[1] += weight * pixel.y();
                sum[2] += weight * pixel.z();
                sum[3] += weight * pixel.w();
                weights += weight;
            }
        }
        return new double[] {sum[0] / weights, sum[1] / weights, sum[2] / weights, sum[3] / weights};
    }

    private static Float4[] random(int count) {
        Random random = new Random(count);
        Float4[] image = new Float4[count];
        for (int i = 0; i < count; i++) {
            image[i] = new Float4(random.nextFloat(), random.nextFloat(), random.nextFloat(), random.nextFloat());
        }
        return image;
    }
}
