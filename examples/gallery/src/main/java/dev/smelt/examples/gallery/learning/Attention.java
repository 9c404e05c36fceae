package dev.smelt.examples.gallery.learning;

import static dev.smelt.dsl.Msl.*;

import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.ThreadIndexInThreadgroup;
import dev.smelt.dsl.ThreadPositionInGrid;
import dev.smelt.dsl.Threadgroup;
import dev.smelt.dsl.ThreadgroupPositionInGrid;

/**
 * Causal attention without a matrix of weights: keys and values come tile by tile, and what was added up is scaled when
 * a larger score appears. After T. Dao et al., FlashAttention (2022).
 */
final class Attention {
    /** Numbers of a query, a key or a value. */
    static final int SIZE = 16;
    /** Threads of a threadgroup, one for each query, and keys of a tile. */
    static final int TILE = 32;

    private Attention() {}

    /**
     * For each query the mean of the values up to its own position, weighted by the softmax of the products with their
     * keys; on a grid of whole threadgroups of {@link #TILE}.
     */
    @Kernel
    static void attend(
            float[] queries,
            float[] keys,
            float[] values,
            float[] results,
            @Threadgroup(TILE * SIZE) float[] tileKeys,
            @Threadgroup(TILE * SIZE) float[] tileValues,
            @ThreadPositionInGrid int i,
            @ThreadIndexInThreadgroup int lane,
            @ThreadgroupPositionInGrid int group) {
        int count = queries.length / SIZE;
        float[] query = new float[SIZE];
        if (i < count) {
            for (int d = 0; d < SIZE; d++) {
                query[d] = queries[i * SIZE + d] / sqrt((float) SIZE);
            }
        }
        float[] sum = new float[SIZE];
        float most = Float.NEGATIVE_INFINITY;
        float weights = 0f;
        for (int first = 0; first < (group + 1) * TILE; first += TILE) {
            for (int k = lane; k < TILE * SIZE; k += TILE) {
                boolean exists = first * SIZE + k < keys.length;
                tileKeys[k] = exists ? keys[first * SIZE + k] : 0f;
                tileValues[k] = exists ? values[first * SIZE + k] : 0f;
            }
            threadgroupBarrier();
            for (int k = 0; k < TILE && first + k <= i; k++) {
                float score = dot(query, tileKeys, k * SIZE);
                if (score > most) {
                    float scale = exp(most - score);
                    most = score;
                    weights *= scale;
                    for (int d = 0; d < SIZE; d++) {
                        sum[d] *= scale;
                    }
                }
                float weight = exp(score - most);
                weights += weight;
                for (int d = 0; d < SIZE; d++) {
                    sum[d] += weight * tileValues[k * SIZE + d];
                }
            }
            threadgroupBarrier();
        }
        if (i >= count) {
            return;
        }
        for (int d = 0; d < SIZE; d++) {
            results[i * SIZE + d] = sum[d] / weights;
        }
    }

    private static float dot(float[] query, float[] keys, int first) {
        float sum = 0f;
        for (int d = 0; d < query.length; d++) {
            sum += query[d] * keys[first + d];
        }
        return sum;
    }
}
