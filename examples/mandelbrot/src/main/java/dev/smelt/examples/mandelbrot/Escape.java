package dev.smelt.examples.mandelbrot;

import static dev.smelt.dsl.Msl.*;

import dev.smelt.dsl.Float2;
import dev.smelt.dsl.Int2;
import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.ThreadPositionInGrid;
import dev.smelt.dsl.ThreadsPerGrid;

/** How fast points of the plane escape under z = z * z + c, as a kernel. */
final class Escape {
    /** What points that never escaped have in place of a speed. */
    static final float NEVER = -1f;

    /** Escaped is what is further out than 64, squared. The further, the smoother the result; 2 would be enough. */
    static final float RADIUS_SQUARED = 4096f;

    private Escape() {}

    /**
     * Iterates each point of a picture until it escapes.
     *
     * @param centre the point in the picture's middle
     * @param step distance of neighbouring points
     * @param limit most iterations
     * @param speeds what {@link #smooth} gives of each point, row by row from the top; {@link #NEVER} for those inside
     */
    @Kernel
    static void escape(
            Float2 centre,
            float step,
            int limit,
            float[] speeds,
            @ThreadPositionInGrid Int2 position,
            @ThreadsPerGrid Int2 size) {
        float cx = centre.x() + offset(position.x(), size.x()) * step;
        float cy = centre.y() - offset(position.y(), size.y()) * step;
        float x = 0f;
        float y = 0f;
        float radiusSquared = 0f;
        int count = 0;
        while (radiusSquared <= RADIUS_SQUARED && count < limit) {
            float nextX = x * x - y * y + cx;
            y = 2f * x * y + cy;
            x = nextX;
            radiusSquared = x * x + y * y;
            count++;
        }
        speeds[position.y() * size.x() + position.x()] =
                radiusSquared > RADIUS_SQUARED ? smooth(count, radiusSquared) : NEVER;
    }

    /** From the middle of a row or column of {@code length} points to the one at {@code index}, in steps. */
    static float offset(int index, int length) {
        return index - 0.5f * (length - 1);
    }

    /**
     * The number of iterations as a continuous number: {@code count - log2(log2(|z|))}, to which a constant is added
     * that keeps it from being negative. See https://en.wikipedia.org/wiki/Plotting_algorithms_for_the_Mandelbrot_set.
     */
    static float smooth(int count, float radiusSquared) {
        return max(count + 4f - log2(0.5f * log2(radiusSquared)), 0f);
    }
}
