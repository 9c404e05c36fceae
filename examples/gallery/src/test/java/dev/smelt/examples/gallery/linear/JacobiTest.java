package dev.smelt.examples.gallery.linear;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.examples.gallery.testing.EachDevice;
import dev.smelt.examples.gallery.testing.Inputs;
import dev.smelt.runtime.Batch;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.FloatArray;
import dev.smelt.runtime.Grid;

class JacobiTest {
    private static final int WIDTH = 41;
    private static final int HEIGHT = 29;
    private static final int ITERATIONS = 50;

    /** Sums and products alone: what a device computes is what Java computes, bit for bit. */
    @EachDevice
    void iteratesAsJavaDoes(Device device) {
        float[] start = Inputs.floats(WIDTH * HEIGHT, -1, 1, 6);
        float[] source = Inputs.floats(WIDTH * HEIGHT, -0.1, 0.1, 7);
        float[] result;
        try (FloatArray a = device.floats(start);
                FloatArray b = device.floats(start.length);
                FloatArray s = device.floats(source);
                Batch batch = device.batch()) {
            var kernels = JacobiKernels.load(device).in(batch);
            for (int k = 0; k < ITERATIONS; k++) {
                kernels.iterate(Grid.of(WIDTH, HEIGHT), k % 2 == 0 ? a : b, k % 2 == 0 ? b : a, s);
            }
            batch.submit().join();
            result = a.toArray();
        }
        assertThat(result).containsExactly(reference(start, source));
    }

    private static float[] reference(float[] start, float[] source) {
        float[] now = start.clone();
        for (int k = 0; k < ITERATIONS; k++) {
            float[] next = now.clone();
            for (int y = 1; y < HEIGHT - 1; y++) {
                for (int x = 1; x < WIDTH - 1; x++) {
                    int i = y * WIDTH + x;
                    float across = now[i - 1] + now[i + 1];
                    float down = now[i - WIDTH] + now[i + WIDTH];
                    next[i] = (across + down - source[i]) / 4;
                }
            }
            now = next;
        }
        return now;
    }
}
