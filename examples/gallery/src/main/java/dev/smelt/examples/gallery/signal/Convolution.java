package dev.smelt.examples.gallery.signal;

import static dev.smelt.dsl.Msl.*;

import dev.smelt.dsl.Int3;
import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.ThreadPositionInGrid;
import dev.smelt.dsl.ThreadPositionInThreadgroup;
import dev.smelt.dsl.Threadgroup;

/** A layer of a convolutional network: 3 by 3, from channels to channels, with the rectifier behind it. */
final class Convolution {
    /** Rows and columns of a threadgroup. */
    static final int TILE = 8;
    /** A tile with one more on each side. */
    private static final int HALO = TILE + 2;

    private Convolution() {}

    /**
     * Convolves, on a grid of whole threadgroups of {@link #TILE} by {@link #TILE} by 1 that covers the picture; its
     * depth is the number of channels that come out. What lies outside the picture is zero.
     *
     * @param input channel by channel, row by row
     * @param weights for each channel that comes out, for each that goes in, three rows of three
     * @param biases of each channel that comes out
     */
    @Kernel
    static void layer(
            float[] input,
            float[] weights,
            float[] biases,
            float[] output,
            int width,
            int height,
            int channels,
            @Threadgroup(HALO * HALO) float[] tile,
            @ThreadPositionInGrid Int3 at,
            @ThreadPositionInThreadgroup Int3 local) {
        float sum = biases[at.z()];
        int left = at.x() - local.x() - 1;
        int top = at.y() - local.y() - 1;
        for (int channel = 0; channel < channels; channel++) {
            for (int i = local.y() * TILE + local.x(); i < HALO * HALO; i += TILE * TILE) {
                tile[i] = pixel(input, left + i % HALO, top + i / HALO, width, height, channel);
            }
            threadgroupBarrier();
            int weight = (at.z() * channels + channel) * 9;
            for (int dy = 0; dy < 3; dy++) {
                for (int dx = 0; dx < 3; dx++) {
                    sum += weights[weight + 3 * dy + dx] * tile[(local.y() + dy) * HALO + local.x() + dx];
                }
            }
            threadgroupBarrier();
        }
        if (at.x() < width && at.y() < height) {
            output[(at.z() * height + at.y()) * width + at.x()] = max(sum, 0f);
        }
    }

    private static float pixel(float[] input, int x, int y, int width, int height, int channel) {
        boolean inside = x >= 0 && x < width && y >= 0 && y < height;
        return inside ? input[(channel * height + y) * width + x] : 0f;
    }
}
