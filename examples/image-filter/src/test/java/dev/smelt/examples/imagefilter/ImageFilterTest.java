package dev.smelt.examples.imagefilter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.runtime.Device;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageFilterTest {
    private final Device device = Device.open();
    private final ImageFilter filter = new ImageFilter(device);

    @AfterEach
    void closeDevice() {
        device.close();
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 2", "3, 7, 5", "31, 19, 1.3"})
    void blurAgreesWithDoublePrecisionToOneLevel(int width, int height, float sigma) {
        Random random = new Random(3);
        Picture picture =
                new Picture(width, height, random.ints((long) width * height).toArray());
        Picture blurred = filter.blurred(picture, sigma);
        for (int i = 0; i < picture.argb().length; i++) {
            int exact = exactBlur(picture, sigma, i % width, i / width);
            assertThat(ExactColors.distance(blurred.argb()[i], exact)).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void sigmaZeroChangesNothing() {
        int[] argb = new Random(4).ints(77).map(pixel -> pixel | 0x01000000).toArray();
        assertThat(filter.blurred(new Picture(11, 7, argb), 0).argb()).containsExactly(argb);
    }

    @Test
    void onlyOneColourStaysThatColour() {
        int[] argb = new int[35];
        Arrays.fill(argb, 0xff3c7fd1);
        assertThat(filter.blurred(new Picture(5, 7, argb), 6).argb()).containsOnly(0xff3c7fd1);
    }

    @Test
    void lightMixesAsLightNotAsItsCode() {
        int[] argb = {0xff000000, 0xffffffff, 0xff000000, 0xffffffff};
        Picture blurred = filter.blurred(new Picture(4, 1, argb), 1000);
        // About half of the light is about 188 in sRGB; a blur of the codes would give 128.
        for (int pixel : blurred.argb()) {
            assertThat(ExactColors.distance(pixel, 0xffbcbcbc)).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void invisiblePixelsLendNoColour() {
        int[] argb = {0xffff0000, 0x0000ff00, 0xffff0000, 0x0000ff00};
        Picture blurred = filter.blurred(new Picture(4, 1, argb), 1000);
        for (int pixel : blurred.argb()) {
            assertThat(pixel & 0xffffff).isEqualTo(0xff0000);
            assertThat(pixel >>> 24).isBetween(127, 128);
        }
    }

    @Test
    void edgesAreWhiteOnBlack() {
        int[] argb = new int[36];
        Arrays.setAll(argb, i -> i % 6 < 3 ? 0xff000000 : 0xffffffff);
        assertThat(filter.edges(new Picture(6, 6, argb)).argb())
                .startsWith(0xff000000, 0xff000000, 0xffffffff, 0xffffffff, 0xff000000, 0xff000000);
    }

    private static int exactBlur(Picture picture, double sigma, int x, int y) {
        int radius = (int) Math.ceil(3 * sigma);
        double[] sum = new double[4];
        double weights = 0;
        for (int dy = -radius; dy <= radius; dy++) {
            for (int dx = -radius; dx <= radius; dx++) {
                int nearestX = Math.min(Math.max(x + dx, 0), picture.width() - 1);
                int nearestY = Math.min(Math.max(y + dy, 0), picture.height() - 1);
                double weight = Math.exp(-(dx * dx + dy * dy) / (2 * sigma * sigma));
                double[] light = ExactColors.toLight(picture.argb()[nearestY * picture.width() + nearestX]);
                for (int i = 0; i < 4; i++) {
                    sum[i] += weight * light[i];
                }
                weights += weight;
            }
        }
        double all = weights;
        return ExactColors.toPixel(Arrays.stream(sum).map(s -> s / all).toArray());
    }
}
