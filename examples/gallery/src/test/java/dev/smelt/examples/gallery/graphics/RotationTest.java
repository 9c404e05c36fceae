package dev.smelt.examples.gallery.graphics;

import static dev.smelt.examples.gallery.testing.Closeness.UNIT;

import dev.smelt.examples.gallery.testing.Closeness;
import dev.smelt.examples.gallery.testing.EachDevice;
import dev.smelt.examples.gallery.testing.Inputs;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;
import dev.smelt.runtime.Texture;
import dev.smelt.runtime.TextureFormat;

class RotationTest {
    private static final int FROM_WIDTH = 37;
    private static final int FROM_HEIGHT = 23;
    private static final int TO_WIDTH = 41;
    private static final int TO_HEIGHT = 29;

    @EachDevice
    void turnsAroundTheMiddle(Device device) {
        float[] picture = Inputs.floats(4 * FROM_WIDTH * FROM_HEIGHT, 0, 1, 61);
        for (float angle : new float[] {0f, 0.6f, -2.5f}) {
            float[] turned;
            try (Texture from = device.texture(TextureFormat.RGBA32_FLOAT, FROM_WIDTH, FROM_HEIGHT);
                    Texture to = device.texture(TextureFormat.RGBA32_FLOAT, TO_WIDTH, TO_HEIGHT)) {
                from.copyFrom(picture);
                // Larger than the picture, so that the kernel has something to leave out.
                RotationKernels.load(device).rotate(Grid.of(TO_WIDTH + 3, TO_HEIGHT + 5), from, to, angle);
                turned = to.toArray();
            }
            // Colours differ by at most 1 from pixel to pixel, so an error of the place, in pixels, is at most twice as
            // large in the colour, once for each coordinate. Places are below 64 and go through 4 ulp of sin and cos
            // and
            // fewer than 12 roundings. A sampler keeps the weights of the four pixels in 8 bits.
            double bound = 2 * (2 * 64 * 16 * UNIT + 0x1p-8);
            Closeness.assertClose(turned, reference(picture, angle), bound);
        }
    }

    private static double[] reference(float[] picture, double angle) {
        double[] turned = new double[4 * TO_WIDTH * TO_HEIGHT];
        for (int row = 0; row < TO_HEIGHT; row++) {
            for (int column = 0; column < TO_WIDTH; column++) {
                double x = column + 0.5 - TO_WIDTH / 2.0;
                double y = row + 0.5 - TO_HEIGHT / 2.0;
                double fromX = Math.cos(angle) * x + Math.sin(angle) * y + TO_WIDTH / 2.0 - 0.5;
                double fromY = -Math.sin(angle) * x + Math.cos(angle) * y + TO_HEIGHT / 2.0 - 0.5;
                int left = (int) Math.floor(fromX);
                int top = (int) Math.floor(fromY);
                for (int k = 0; k < 4; k++) {
                    double color = 0;
                    for (int dy = 0; dy < 2; dy++) {
                        for (int dx = 0; dx < 2; dx++) {
                            double weight = (1 - Math.abs(fromX - left - dx)) * (1 - Math.abs(fromY - top - dy));
                            int fromColumn = Math.floorMod(left + dx, FROM_WIDTH);
                            int fromRow = Math.floorMod(top + dy, FROM_HEIGHT);
                            color += weight * picture[4 * (fromRow * FROM_WIDTH + fromColumn) + k];
                        }
                    }
                    turned[4 * (row * TO_WIDTH + column) + k] = color;
                }
            }
        }
        return turned;
    }
}
