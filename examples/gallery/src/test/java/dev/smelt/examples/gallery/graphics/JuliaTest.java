package dev.smelt.examples.gallery.graphics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.dsl.Float2;
import dev.smelt.examples.gallery.testing.EachDevice;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;

class JuliaTest {
    private static final int WIDTH = 67;
    private static final int HEIGHT = 43;
    private static final float LEFT = -2.1f;
    private static final float TOP = -1.2f;
    private static final float STEP = 0.05f;
    private static final int LIMIT = 500;

    /** The steps of a point are chaotic near the border: one different rounding would show. */
    @EachDevice
    void countsAsJavaDoes(Device device) {
        int[] counts = new int[WIDTH * HEIGHT];
        JuliaKernels kernels = JuliaKernels.load(device);
        Float2 corner = new Float2(LEFT, TOP);
        kernels.mandelbrot(Grid.of(WIDTH, HEIGHT), counts, WIDTH, corner, STEP, LIMIT);
        for (int i = 0; i < counts.length; i++) {
            int row = i / WIDTH;
            float x = LEFT + STEP * (i % WIDTH);
            float y = TOP + STEP * row;
            assertThat(counts[i]).as("Mandelbrot, point %d", i).isEqualTo(count(0, 0, x, y));
        }
        kernels.julia(Grid.of(WIDTH, HEIGHT), counts, WIDTH, corner, STEP, new Float2(-0.8f, 0.156f), LIMIT);
        for (int i = 0; i < counts.length; i++) {
            int row = i / WIDTH;
            float x = LEFT + STEP * (i % WIDTH);
            float y = TOP + STEP * row;
            assertThat(counts[i]).as("Julia, point %d", i).isEqualTo(count(x, y, -0.8f, 0.156f));
        }
    }

    private static int count(float re, float im, float cre, float cim) {
        int n = 0;
        while (n < LIMIT && re * re + im * im <= 4) {
            float square = re * re - im * im;
            im = 2 * re * im + cim;
            re = square + cre;
            n++;
        }
        return n;
    }
}
