package dev.smelt.examples.gallery.graphics;

import static dev.smelt.examples.gallery.testing.Closeness.UNIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.smelt.dsl.Float3;
import dev.smelt.examples.gallery.testing.EachDevice;
import dev.smelt.examples.gallery.testing.Inputs;
import dev.smelt.runtime.Device;

class PerlinNoiseTest {
    private static final int OCTAVES = 5;
    private static final int SEED = 53;
    /** The directions from the middle of a cube to its edges, as Perlin lists them; the last four are there twice. */
    private static final int[][] DIRECTIONS = {
        {1, 1, 0}, {-1, 1, 0}, {1, -1, 0}, {-1, -1, 0}, {1, 0, 1}, {-1, 0, 1}, {1, 0, -1}, {-1, 0, -1},
        {0, 1, 1}, {0, -1, 1}, {0, 1, -1}, {0, -1, -1}, {1, 1, 0}, {0, -1, 1}, {-1, 1, 0}, {0, -1, -1},
    };

    @EachDevice
    void agreesWithDoublePrecision(Device device) {
        int count = 1_009;
        float[] coordinates = Inputs.floats(3 * count, -20, 20, 54);
        Float3[] points = new Float3[count];
        for (int i = 0; i < count; i++) {
            points[i] = new Float3(coordinates[3 * i], coordinates[3 * i + 1], coordinates[3 * i + 2]);
        }
        points[0] = new Float3(3f, -4f, 0f);
        float[] noise = PerlinNoiseKernels.load(device).turbulence(points, OCTAVES, SEED);
        for (int i = 0; i < count; i++) {
            double expected = 0;
            for (int octave = 0; octave < OCTAVES; octave++) {
                double scale = 1 << octave;
                double[] at = {points[i].x() * scale, points[i].y() * scale, points[i].z() * scale};
                expected += noise(at, SEED + octave) / scale;
            }
            // Places and their fractions are exact, doubled ones too. What follows is below 2 and goes through fewer
            // than 64 roundings in each octave, the strengths of which add up to less than 2.
            assertThat((double) noise[i]).as("point %s", points[i]).isCloseTo(expected, within(2 * 2 * 64 * UNIT));
        }
        assertThat(noise[0]).as("on the lattice").isZero();
    }

    private static double noise(double[] at, int seed) {
        double sum = 0;
        for (int k = 0; k < 8; k++) {
            int[] corner = new int[3];
            double weight = 1;
            double[] way = new double[3];
            for (int d = 0; d < 3; d++) {
                corner[d] = (int) Math.floor(at[d]) + ((k >> d) & 1);
                way[d] = at[d] - corner[d];
                double t = 1 - Math.abs(way[d]);
                weight *= t * t * t * (10 - 15 * t + 6 * t * t);
            }
            int[] direction = DIRECTIONS[hash(corner, seed) & 15];
            sum += weight * (direction[0] * way[0] + direction[1] * way[1] + direction[2] * way[2]);
        }
        return sum;
    }

    private static int hash(int[] cell, int seed) {
        int[] factors = {0x27d4eb2d, 0x85ebca6b, 0xc2b2ae35};
        int h = seed;
        for (int d = 0; d < 3; d++) {
            h = ((d == 0 ? h : (h << 13) | (h >>> 19)) ^ cell[d]) * factors[d];
        }
        return h ^ (h >>> 15);
    }
}
