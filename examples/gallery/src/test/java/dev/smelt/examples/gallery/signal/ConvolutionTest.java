package dev.smelt.examples.gallery.signal;

import static dev.smelt.examples.gallery.testing.Closeness.UNIT;
import static dev.smelt.examples.gallery.testing.Closeness.assertClose;

import dev.smelt.examples.gallery.testing.EachDevice;
import dev.smelt.examples.gallery.testing.Inputs;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;

class ConvolutionTest {
    private static final int WIDTH = 29;
    private static final int HEIGHT = 19;
    private static final int IN = 3;
    private static final int OUT = 5;

    @EachDevice
    void agreesWithTheDefinition(Device device) {
        float[] input = Inputs.floats(IN * WIDTH * HEIGHT, -1, 1, 15);
        float[] weights = Inputs.floats(OUT * IN * 9, -1, 1, 16);
        float[] biases = Inputs.floats(OUT, -1, 1, 17);
        float[] output = new float[OUT * WIDTH * HEIGHT];
        int tile = Convolution.TILE;
        Grid grid = Grid.of((WIDTH + tile - 1) / tile * tile, (HEIGHT + tile - 1) / tile * tile, OUT)
                .threadgroup(tile, tile, 1);
        ConvolutionKernels.load(device).layer(grid, input, weights, biases, output, WIDTH, HEIGHT, IN);

        double[] expected = new double[output.length];
        double[] bounds = new double[output.length];
        for (int i = 0; i < output.length; i++) {
            int out = i / (WIDTH * HEIGHT);
            double sum = biases[out];
            double magnitude = Math.abs(sum);
            for (int k = 0; k < IN * 9; k++) {
                int x = i % WIDTH + k % 3 - 1;
                int y = i / WIDTH % HEIGHT + k / 3 % 3 - 1;
                if (x >= 0 && y >= 0 && x < WIDTH && y < HEIGHT) {
                    double product = (double) weights[out * IN * 9 + k] * input[(k / 9 * HEIGHT + y) * WIDTH + x];
                    sum += product;
                    magnitude += Math.abs(product);
                }
            }
            expected[i] = Math.max(sum, 0);
            bounds[i] = 1.01 * (9 * IN + 2) * UNIT * magnitude;
        }
        assertClose(output, expected, bounds);
    }
}
