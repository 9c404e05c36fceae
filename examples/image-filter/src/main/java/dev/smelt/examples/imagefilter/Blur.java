package dev.smelt.examples.imagefilter;

import static dev.smelt.dsl.Msl.*;

import dev.smelt.dsl.Float4;
import dev.smelt.dsl.Int2;
import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.ThreadPositionInGrid;
import dev.smelt.dsl.ThreadsPerGrid;

/** Gaussian blur along one axis, as a kernel. Along one and then the other is a blur in both. */
final class Blur {
    private Blur() {}

    /**
     * The weighted mean of each pixel and its neighbours on a line. Beyond the picture its outermost pixels go on.
     *
     * @param along the direction of the line, (1, 0) or (0, 1)
     * @param weights of the pixel itself, then of the neighbours at distance 1, 2, ... on both sides
     */
    @Kernel
    static void blur(
            Float4[] source,
            float[] weights,
            Int2 along,
            Float4[] blurred,
            @ThreadPositionInGrid Int2 position,
            @ThreadsPerGrid Int2 size) {
        int here = position.y() * size.x() + position.x();
        Float4 sum = source[here].mul(weights[0]);
        for (int distance = 1; distance < weights.length; distance++) {
            Int2 step = along.mul(distance);
            Float4 before = source[index(position.sub(step), size)];
            Float4 after = source[index(position.add(step), size)];
            sum = sum.add(before.add(after).mul(weights[distance]));
        }
        blurred[here] = sum;
    }

    /** Where the pixel at a position lies; at the nearest one of the picture for a position outside. */
    static int index(Int2 position, Int2 size) {
        int x = clamp(position.x(), 0, size.x() - 1);
        int y = clamp(position.y(), 0, size.y() - 1);
        return y * size.x() + x;
    }

    /**
     * The weights of a Gauss function of standard deviation {@code sigma} pixels, cut at three sigma, as {@link #blur}
     * takes them. With both sides they add up to 1.
     */
    static float[] weights(float sigma) {
        int radius = (int) Math.ceil(3.0 * sigma);
        double[] exact = new double[radius + 1];
        double sum = 0;
        for (int i = 0; i <= radius; i++) {
            exact[i] = i == 0 ? 1 : Math.exp(-0.5 * i * i / ((double) sigma * sigma));
            sum += i == 0 ? 1 : 2 * exact[i];
        }
        float[] weights = new float[radius + 1];
        for (int i = 0; i <= radius; i++) {
            weights[i] = (float) (exact[i] / sum);
        }
        return weights;
    }
}
