package dev.smelt.examples.gallery.graphics;

import dev.smelt.dsl.Float2;
import dev.smelt.dsl.Int2;
import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.ThreadPositionInGrid;

/** The sets of Mandelbrot and Julia by counting steps: sums and products alone, so that every count is Java's. */
final class Julia {
    private Julia() {}

    /** The steps until {@code z * z + c} leaves the circle of radius 2, from {@code z = 0} at each point {@code c}. */
    @Kernel
    static void mandelbrot(
            int[] counts, int width, Float2 corner, float step, int limit, @ThreadPositionInGrid Int2 at) {
        Float2 c = point(corner, step, at);
        counts[at.y() * width + at.x()] = steps(new Float2(0f, 0f), c, limit);
    }

    /** The same from each point {@code z} with one {@code c} for all. */
    @Kernel
    static void julia(
            int[] counts, int width, Float2 corner, float step, Float2 c, int limit, @ThreadPositionInGrid Int2 at) {
        counts[at.y() * width + at.x()] = steps(point(corner, step, at), c, limit);
    }

    private static Float2 point(Float2 corner, float step, Int2 at) {
        return new Float2(corner.x() + step * at.x(), corner.y() + step * at.y());
    }

    private static int steps(Float2 start, Float2 c, int limit) {
        float x = start.x();
        float y = start.y();
        for (int i = 0; i < limit; i++) {
            float x2 = x * x;
            float y2 = y * y;
            if (x2 + y2 > 4f) {
                return i;
            }
            y = 2f * x * y + c.y();
            x = x2 - y2 + c.x();
        }
        return limit;
    }
}
