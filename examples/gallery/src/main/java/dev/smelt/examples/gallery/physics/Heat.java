package dev.smelt.examples.gallery.physics;

import dev.smelt.dsl.Int3;
import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.ThreadPositionInGrid;
import dev.smelt.dsl.ThreadsPerGrid;

/** Heat that spreads in a block: seven points in three dimensions, the border isolated. */
final class Heat {
    private Heat() {}

    /** One step of time; {@code rate} is the conductivity times the step by the square of the spacing, below 1/6. */
    @Kernel
    static void step(float[] now, float[] next, float rate, @ThreadPositionInGrid Int3 at, @ThreadsPerGrid Int3 size) {
        float here = now[index(at.x(), at.y(), at.z(), size)];
        float flow = now[index(at.x() - 1, at.y(), at.z(), size)] - here;
        flow += now[index(at.x() + 1, at.y(), at.z(), size)] - here;
        flow += now[index(at.x(), at.y() - 1, at.z(), size)] - here;
        flow += now[index(at.x(), at.y() + 1, at.z(), size)] - here;
        flow += now[index(at.x(), at.y(), at.z() - 1, size)] - here;
        flow += now[index(at.x(), at.y(), at.z() + 1, size)] - here;
        next[index(at.x(), at.y(), at.z(), size)] = here + rate * flow;
    }

    /** The index of a cell; one outside counts as the nearest inside. */
    private static int index(int x, int y, int z, Int3 size) {
        int cx = Math.max(0, Math.min(x, size.x() - 1));
        int cy = Math.max(0, Math.min(y, size.y() - 1));
        int cz = Math.max(0, Math.min(z, size.z() - 1));
        return (cz * size.y() + cy) * size.x() + cx;
    }
}
