package dev.smelt.examples.gallery.physics;

import static dev.smelt.examples.gallery.testing.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.smelt.examples.gallery.testing.EachDevice;
import dev.smelt.examples.gallery.testing.Inputs;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;

class HeatTest {
    private static final int WIDTH = 13;
    private static final int HEIGHT = 11;
    private static final int DEPTH = 7;
    private static final float RATE = 0.15f;
    private static final int STEPS = 25;

    @EachDevice
    void spreadsAsInDoublePrecision(Device device) {
        HeatKernels kernels = HeatKernels.load(device);
        float[] now = Inputs.floats(WIDTH * HEIGHT * DEPTH, 0, 100, 22);
        double[] expected = new double[now.length];
        double before = 0;
        for (int i = 0; i < now.length; i++) {
            expected[i] = now[i];
            before += now[i];
        }
        for (int k = 0; k < STEPS; k++) {
            float[] next = new float[now.length];
            kernels.step(Grid.of(WIDTH, HEIGHT, DEPTH), now, next, RATE);
            now = next;
            expected = reference(expected);
        }
        // Some fourteen roundings a step of numbers up to 200; a step makes no error larger.
        assertClose(now, expected, STEPS * 14 * 0x1p-24 * 200);
        double after = 0;
        for (float value : now) {
            after += value;
        }
        assertThat(after).as("heat in all").isCloseTo(before, within(now.length * STEPS * 14 * 0x1p-24 * 200));
    }

    /** Lets heat flow over each face between two cells once. */
    private static double[] reference(double[] now) {
        double[] next = now.clone();
        for (int i = 0; i < now.length; i++) {
            if (i % WIDTH < WIDTH - 1) {
                flow(now, next, i, i + 1);
            }
            if (i / WIDTH % HEIGHT < HEIGHT - 1) {
                flow(now, next, i, i + WIDTH);
            }
            if (i / (WIDTH * HEIGHT) < DEPTH - 1) {
                flow(now, next, i, i + WIDTH * HEIGHT);
            }
        }
        return next;
    }

    private static void flow(double[] now, double[] next, int a, int b) {
        double heat = RATE * (now[b] - now[a]);
        next[a] += heat;
        next[b] -= heat;
    }
}
