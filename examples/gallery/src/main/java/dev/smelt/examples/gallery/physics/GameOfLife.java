package dev.smelt.examples.gallery.physics;

import dev.smelt.dsl.Int2;
import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.ThreadPositionInGrid;
import dev.smelt.dsl.ThreadsPerGrid;

/** Conway's Game of Life on a torus. */
final class GameOfLife {
    private GameOfLife() {}

    /** The next generation. */
    @Kernel
    static void generation(boolean[] now, boolean[] next, @ThreadPositionInGrid Int2 at, @ThreadsPerGrid Int2 size) {
        int neighbours = 0;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                if (dx == 0 && dy == 0) {
                    continue;
                }
                int x = (at.x() + dx + size.x()) % size.x();
                int y = (at.y() + dy + size.y()) % size.y();
                neighbours += now[y * size.x() + x] ? 1 : 0;
            }
        }
        int i = at.y() * size.x() + at.x();
        next[i] = switch (neighbours) {
            case 2 -> now[i];
            case 3 -> true;
            default -> false;
        };
    }
}
