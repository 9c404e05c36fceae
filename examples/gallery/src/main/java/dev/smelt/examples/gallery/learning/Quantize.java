package dev.smelt.examples.gallery.learning;

import static dev.smelt.dsl.Msl.*;

import dev.smelt.dsl.Half;
import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.ThreadPositionInGrid;

/** Weights in eight bits, each block with a scale of its own in half precision. */
final class Quantize {
    static final int BLOCK = 32;

    private Quantize() {}

    /** A thread for each block; the last one may be shorter. */
    @Kernel
    static void quantize(float[] weights, byte[] quantized, Half[] scales, @ThreadPositionInGrid int block) {
        int first = block * BLOCK;
        int end = Math.min(first + BLOCK, weights.length);
        float most = 0f;
        for (int i = first; i < end; i++) {
            most = Math.max(most, Math.abs(weights[i]));
        }
        scales[block] = Half.of(most / 127f);
        float scale = scales[block].floatValue();
        for (int i = first; i < end; i++) {
            quantized[i] = scale == 0f ? 0 : (byte) clamp(rint(weights[i] / scale), -127f, 127f);
        }
    }

    /** The weights again. */
    @Kernel
    static void restore(byte[] quantized, Half[] scales, float[] weights, @ThreadPositionInGrid int i) {
        weights[i] = quantized[i] * scales[i / BLOCK].floatValue();
    }
}
