package dev.smelt.examples.gallery.linear;

import dev.smelt.dsl.Int2;
import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.ThreadPositionInGrid;
import dev.smelt.dsl.ThreadsPerGrid;

/** Poisson's equation on a square grid by Jacobi's iteration; the values at the border are given. */
final class Jacobi {
    private Jacobi() {}

    /** One iteration: {@code next} from {@code now}. {@code source} is already multiplied by the square of the spacing. */
    @Kernel
    static void iterate(
            float[] now, float[] next, float[] source, @ThreadPositionInGrid Int2 at, @ThreadsPerGrid Int2 size) {
        int i = at.y() * size.x() + at.x();
        if (isBorder(at, size)) {
            next[i] = now[i];
            return;
        }
        float neighbours = now[i - 1] + now[i + 1] + (now[i - size.x()] + now[i + size.x()]);
        next[i] = 0.25f * (neighbours - source[i]);
    }

    static boolean isBorder(Int2 at, Int2 size) {
        return at.x() == 0 || at.y() == 0 || at.x() == size.x() - 1 || at.y() == size.y() - 1;
    }
}
