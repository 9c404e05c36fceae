package dev.smelt.examples.imagefilter;

import static dev.smelt.dsl.Msl.*;

import dev.smelt.dsl.Float2;
import dev.smelt.dsl.Int2;
import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.ThreadPositionInGrid;
import dev.smelt.dsl.ThreadsPerGrid;

/** The Sobel operator, as a kernel. */
final class Edges {
    private Edges() {}

    /**
     * How steep the picture is at each pixel: the length of the gradient that the two Sobel masks give, where 1 is the
     * vertical edge between black and white. Both components count: a black drawing on a transparent ground has edges
     * too. Beyond the picture its outermost pixels go on.
     */
    @Kernel
    static void sobel(
            Float2[] luma, float[] steepness, @ThreadPositionInGrid Int2 position, @ThreadsPerGrid Int2 size) {
        Float2 nw = at(luma, position, -1, -1, size);
        Float2 n = at(luma, position, 0, -1, size);
        Float2 ne = at(luma, position, 1, -1, size);
        Float2 w = at(luma, position, -1, 0, size);
        Float2 e = at(luma, position, 1, 0, size);
        Float2 sw = at(luma, position, -1, 1, size);
        Float2 s = at(luma, position, 0, 1, size);
        Float2 se = at(luma, position, 1, 1, size);
        Float2 acrossX = mask(ne, e, se).sub(mask(nw, w, sw));
        Float2 acrossY = mask(sw, s, se).sub(mask(nw, n, ne));
        steepness[position.y() * size.x() + position.x()] = sqrt(dot(acrossX, acrossX) + dot(acrossY, acrossY)) / 4f;
    }

    private static Float2 at(Float2[] luma, Int2 position, int dx, int dy, Int2 size) {
        return luma[Blur.index(position.add(new Int2(dx, dy)), size)];
    }

    private static Float2 mask(Float2 first, Float2 middle, Float2 last) {
        return first.add(middle.mul(2f)).add(last);
    }
}
