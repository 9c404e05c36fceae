package dev.smelt.examples.gallery.learning;

import static dev.smelt.examples.gallery.testing.Closeness.UNIT;

import dev.smelt.examples.gallery.testing.Closeness;
import dev.smelt.examples.gallery.testing.EachDevice;
import dev.smelt.examples.gallery.testing.Inputs;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;

class AttentionTest {
    private static final int SIZE = Attention.SIZE;

    @EachDevice
    void weighsValuesAsTheSoftmaxOfAllScoresDoes(Device device) {
        check(device, 1);
        check(device, 32);
        check(device, 77);
    }

    private static void check(Device device, int count) {
        float[] queries = Inputs.floats(count * SIZE, -4, 4, 44);
        float[] keys = Inputs.floats(count * SIZE, -4, 4, 45);
        float[] values = Inputs.floats(count * SIZE, -1, 1, 46);
        float[] results = new float[count * SIZE];
        AttentionKernels.load(device).attend(Grid.covering(count, Attention.TILE), queries, keys, values, results);
        double[] expected = new double[results.length];
        for (int i = 0; i < count; i++) {
            double[] weights = new double[i + 1];
            double sum = 0;
            for (int k = 0; k <= i; k++) {
                double score = 0;
                for (int d = 0; d < SIZE; d++) {
                    score += queries[i * SIZE + d] / Math.sqrt(SIZE) * keys[k * SIZE + d];
                }
                weights[k] = Math.exp(score);
                sum += weights[k];
            }
            for (int k = 0; k <= i; k++) {
                for (int d = 0; d < SIZE; d++) {
                    expected[i * SIZE + d] += weights[k] / sum * values[k * SIZE + d];
                }
            }
        }
        // A score is at most 4 * 4 * sqrt(SIZE) = 64, of SIZE products and sums and the division by a root: its error
        // becomes a relative error of the weight, as do the roundings of the difference to the largest. Then come at
        // most `count` scalings by exp, which is good to 4 ulp (8 units), and as many sums; both in the sum and in the
        // sum of the weights. Values are at most 1.
        double relative = (64 * (SIZE + 2) + 128 + 10 * count) * UNIT;
        Closeness.assertClose(results, expected, 2 * relative);
    }
}
