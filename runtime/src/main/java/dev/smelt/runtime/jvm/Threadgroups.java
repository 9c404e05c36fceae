package dev.smelt.runtime.jvm;

import dev.smelt.runtime.Grid;
import dev.smelt.runtime.spi.ThreadgroupGrid;

/** Chooses the threadgroups of a grid that fixes none. */
final class Threadgroups {
    /**
     * The most threads of a threadgroup. Lane loops want 1,024 lanes or more, and all of Apple's GPUs allow 1,024, so
     * what runs here runs there too.
     */
    static final int LIMIT = 1024;

    /** Below this many threads the loops cost more for each lane, and waking another core costs more than it brings. */
    private static final int WORTHWHILE = 256;

    /**
     * The most threads that code without lanes is given at a time, where there are many: enough that beginning and ending
     * the loop takes none of the time, and that its memory lies in the second-level cache.
     */
    private static final int LONG = 1 << 15;

    /** How many parts each core is to have at least, so that none is left with a long one at the end. */
    private static final int PARTS_PER_CORE = 16;

    private Threadgroups() {}

    /** Divides {@code grid}, which is not empty, for {@code cores} cores. */
    static ThreadgroupGrid of(Grid grid, int cores) {
        int width;
        int height = 1;
        int depth = 1;
        if (grid.hasThreadgroup()) {
            width = grid.threadgroupWidth();
            height = grid.threadgroupHeight();
            depth = grid.threadgroupDepth();
        } else if (grid.height() == 1 && grid.depth() == 1) {
            // A short line is divided so that all cores have a part of it.
            int share = (grid.width() - 1) / cores + 1;
            width = Math.min(Math.max(roundUp(share), WORTHWHILE), LIMIT);
        } else {
            width = Math.min(grid.width(), LIMIT);
            // Short rows are taken together.
            height = Math.min(Math.max(WORTHWHILE / width, 1), grid.height());
        }
        return new ThreadgroupGrid(grid.width(), grid.height(), grid.depth(), width, height, depth);
    }

    /**
     * Divides {@code grid}, which is not empty, for a kernel that cannot tell how: into longer parts where even so there
     * are enough of them for all cores.
     */
    static ThreadgroupGrid ofRows(Grid grid, int cores) {
        // Three ints multiplied can be more than a long holds.
        double threads = (double) grid.width() * grid.height() * grid.depth();
        int part = (int) Math.min(threads / cores / PARTS_PER_CORE, LONG);
        if (grid.hasThreadgroup() || part <= LIMIT) {
            return of(grid, cores);
        }
        int width = Math.min(grid.width(), part);
        int height = Math.min(part / width, grid.height());
        return new ThreadgroupGrid(grid.width(), grid.height(), grid.depth(), width, height, 1);
    }

    /** To a multiple of 64, so that rounding leaves no threadgroup much smaller than the others. */
    private static int roundUp(int threads) {
        return (int) Math.min((threads + 63L) / 64 * 64, LIMIT);
    }
}
