package dev.smelt.examples.gallery.physics;

import static dev.smelt.examples.gallery.testing.Closeness.assertClose;

import dev.smelt.examples.gallery.testing.EachDevice;
import dev.smelt.examples.gallery.testing.Inputs;
import dev.smelt.runtime.Batch;
import dev.smelt.runtime.BooleanArray;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.FloatArray;
import dev.smelt.runtime.Grid;

class LatticeBoltzmannTest {
    private static final int WIDTH = 23;
    private static final int HEIGHT = 17;
    private static final int CELLS = WIDTH * HEIGHT;
    private static final int STEPS = 20;
    private static final float RATE = 1.3f;
    /** The directions as they are numbered, and what is written of each: to the right, upwards, its weight. */
    private static final double[][] DIRECTIONS = {
        {0, 0, 4 / 9.0},
        {1, 0, 1 / 9.0},
        {0, 1, 1 / 9.0},
        {-1, 0, 1 / 9.0},
        {0, -1, 1 / 9.0},
        {1, 1, 1 / 36.0},
        {-1, 1, 1 / 36.0},
        {-1, -1, 1 / 36.0},
        {1, -1, 1 / 36.0}
    };

    @EachDevice
    void flowsAsInDoublePrecision(Device device) {
        boolean[] wall = Inputs.booleans(CELLS, 0.1, 19);
        float[] start = Inputs.floats(9 * CELLS, 0.05, 0.15, 20);
        float[] result;
        try (FloatArray a = device.floats(start);
                FloatArray b = device.floats(start.length);
                BooleanArray walls = device.booleans(wall);
                Batch batch = device.batch()) {
            var kernels = LatticeBoltzmannKernels.load(device).in(batch);
            for (int k = 0; k < STEPS; k++) {
                kernels.step(Grid.of(WIDTH, HEIGHT), k % 2 == 0 ? a : b, k % 2 == 0 ? b : a, walls, RATE);
            }
            batch.submit().join();
            result = a.toArray();
        }
        double[] now = new double[start.length];
        for (int i = 0; i < start.length; i++) {
            now[i] = start[i];
        }
        for (int k = 0; k < STEPS; k++) {
            now = step(now, wall);
        }
        // Densities stay near 0.1, with some 40 roundings a step; relaxation lets old errors fade.
        assertClose(result, now, STEPS * 40 * 0x1p-24 * 0.2);
    }

    private static double[] step(double[] now, boolean[] wall) {
        double[] next = new double[now.length];
        for (int cell = 0; cell < CELLS; cell++) {
            for (int d = 0; d < 9; d++) {
                int row = cell / WIDTH;
                int x = (int) (cell % WIDTH - DIRECTIONS[d][0] + WIDTH) % WIDTH;
                int y = (int) (row - DIRECTIONS[d][1] + HEIGHT) % HEIGHT;
                int from = y * WIDTH + x;
                next[d * CELLS + cell] = wall[from] ? now[opposite(d) * CELLS + cell] : now[d * CELLS + from];
            }
            if (!wall[cell]) {
                collide(next, cell);
            }
        }
        return next;
    }

    private static int opposite(int direction) {
        for (int d = 0; d < 9; d++) {
            if (DIRECTIONS[d][0] == -DIRECTIONS[direction][0] && DIRECTIONS[d][1] == -DIRECTIONS[direction][1]) {
                return d;
            }
        }
        throw new AssertionError(direction);
    }

    private static void collide(double[] f, int cell) {
        double density = 0;
        double px = 0;
        double py = 0;
        for (int d = 0; d < 9; d++) {
            double value = f[d * CELLS + cell];
            density += value;
            px += value * DIRECTIONS[d][0];
            py += value * DIRECTIONS[d][1];
        }
        double ux = px / density;
        double uy = py / density;
        for (int d = 0; d < 9; d++) {
            double eu = DIRECTIONS[d][0] * ux + DIRECTIONS[d][1] * uy;
            double equilibrium = DIRECTIONS[d][2] * density * (1 + 3 * eu + 4.5 * eu * eu - 1.5 * (ux * ux + uy * uy));
            f[d * CELLS + cell] += RATE * (equilibrium - f[d * CELLS + cell]);
        }
    }
}
