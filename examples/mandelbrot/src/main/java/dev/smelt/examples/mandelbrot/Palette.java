package dev.smelt.examples.mandelbrot;

import static dev.smelt.dsl.Msl.*;

import dev.smelt.dsl.Float3;
import dev.smelt.dsl.Int2;
import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.ThreadPositionInGrid;
import dev.smelt.dsl.ThreadsPerGrid;

/** Colours for speeds of escape, as a kernel. */
final class Palette {
    private static final float TURN = 2f * (float) Math.PI;

    private Palette() {}

    /**
     * Paints each pixel with the mean of {@code samples * samples} points, in linear light, so that edges are smooth.
     *
     * @param speeds of all points, {@code samples} times as wide and as high as the picture
     * @param argb receives opaque pixels, encoded as sRGB
     */
    @Kernel
    static void paint(
            float[] speeds, int samples, int[] argb, @ThreadPositionInGrid Int2 position, @ThreadsPerGrid Int2 size) {
        int width = size.x() * samples;
        int first = position.y() * samples * width + position.x() * samples;
        Float3 sum = new Float3(0f);
        for (int row = 0; row < samples; row++) {
            for (int column = 0; column < samples; column++) {
                sum = sum.add(light(speeds[first + row * width + column]));
            }
        }
        Float3 mean = sum.div((float) (samples * samples));
        argb[position.y() * size.x() + position.x()] =
                0xff000000 | encoded(mean.x()) << 16 | encoded(mean.y()) << 8 | encoded(mean.z());
    }

    /** Black for points that never escape; for the others, colours from night blue on, round and round, ever more slowly. */
    static Float3 light(float speed) {
        if (speed < 0f) {
            return new Float3(0f);
        }
        float turn = TURN * 0.35f * max(log2(1f + speed) - 2.6f, 0f);
        return new Float3(wave(turn, 3.2f), wave(turn, 2.7f), wave(turn, 2f));
    }

    /** From 0 to 1 and back; squared, so that darks are as wide as they look. */
    private static float wave(float turn, float phase) {
        float value = 0.5f + 0.5f * cos(turn - phase);
        return value * value;
    }

    /** A part of linear light from 0 to 1 as a byte of sRGB (IEC 61966-2-1). */
    private static int encoded(float light) {
        float value = light <= 0.0031308f ? light * 12.92f : 1.055f * pow(light, 1f / 2.4f) - 0.055f;
        return (int) (clamp(value, 0f, 1f) * 255f + 0.5f);
    }
}
