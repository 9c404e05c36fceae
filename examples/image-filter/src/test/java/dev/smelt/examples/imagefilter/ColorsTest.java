package dev.smelt.examples.imagefilter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.smelt.dsl.Float2;
import dev.smelt.dsl.Float4;
import dev.smelt.runtime.Device;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ColorsTest {
    /**
     * pow is within 16 ulp, 32 roundings; a handful more around it, and the base's, which the power makes 2.4 times as
     * large: below 50.
     */
    private static final double LIGHT_BOUND = 50 * 0x1p-24;

    private final Device device = Device.open();
    private final ColorsKernels kernels = ColorsKernels.load(device);

    @AfterEach
    void closeDevice() {
        device.close();
    }

    @Test
    void lightAgreesWithDoublePrecision() {
        int[] argb = pixels();
        Float4[] light = kernels.toLight(argb);
        assertThat(light).hasSize(argb.length);
        for (int i = 0; i < argb.length; i++) {
            double[] exact = ExactColors.toLight(argb[i]);
            assertThat((double) light[i].x()).isCloseTo(exact[0], within(LIGHT_BOUND * exact[0]));
            assertThat((double) light[i].y()).isCloseTo(exact[1], within(LIGHT_BOUND * exact[1]));
            assertThat((double) light[i].z()).isCloseTo(exact[2], within(LIGHT_BOUND * exact[2]));
            assertThat((double) light[i].w()).isCloseTo(exact[3], within(LIGHT_BOUND * exact[3]));
        }
    }

    @Test
    void everyVisiblePixelComesBack() {
        int[] argb = pixels();
        int[] back = kernels.toPixel(kernels.toLight(argb));
        for (int i = 0; i < argb.length; i++) {
            assertThat(back[i]).isEqualTo(argb[i] >>> 24 == 0 ? 0 : argb[i]);
        }
    }

    @Test
    void pixelsAreClamped() {
        Float4[] light = {new Float4(2f, -1f, 0.5f, 1f), new Float4(0.5f, 0.5f, 0.5f, 0.001f), new Float4(0f)};
        assertThat(kernels.toPixel(light)).containsExactly(0xffff00bc, 0, 0);
    }

    @Test
    void lumaAgreesWithDoublePrecision() {
        int[] argb = pixels();
        Float2[] luma = kernels.toLuma(argb);
        for (int i = 0; i < argb.length; i++) {
            double alpha = (argb[i] >>> 24) / 255.0;
            double exact =
                    (0.2126 * (argb[i] >> 16 & 255) + 0.7152 * (argb[i] >> 8 & 255) + 0.0722 * (argb[i] & 255)) / 255;
            // A weight, a quotient, two products, two sums: six roundings.
            assertThat((double) luma[i].x()).isCloseTo(exact * alpha, within(7 * 0x1p-24 * exact * alpha));
            assertThat((double) luma[i].y()).isCloseTo(alpha, within(0x1p-24 * alpha));
        }
    }

    @Test
    void greyIsOpaqueAndClamped() {
        float[] brightness = {-1, 0, 0.5f, 1, 7};
        assertThat(kernels.toGrey(brightness))
                .containsExactly(0xff000000, 0xff000000, 0xff808080, 0xffffffff, 0xffffffff);
    }

    /** All greys, and many colours of every opacity. */
    private static int[] pixels() {
        Random random = new Random(1);
        int[] argb = new int[10_007];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = i < 256 ? 0xff000000 | i * 0x010101 : random.nextInt();
        }
        return argb;
    }
}
