package dev.smelt.runtime.spi;

/** One threadgroup of a run on the JVM device: where it is, and how large. All numbers count threads unless said otherwise. */
public final class JvmThreadgroup {
    /** Of 64 bytes, as on x86 and most others. */
    private static final int LINE_INTS = 16;

    /** Of 16 bytes, as HotSpot has it without further options. */
    private static final int HEADER_INTS = 4;

    private final ThreadgroupGrid grid;
    private final int groupX;
    private final int groupY;
    private final int groupZ;

    /**
     * The threadgroup at a position.
     *
     * @param grid what it is a part of
     * @param index which one, counted along x first, then y, then z, from 0 to {@code grid.groups() - 1}
     */
    public JvmThreadgroup(ThreadgroupGrid grid, long index) {
        this.grid = grid;
        if (index < grid.groupsX()) {
            // Most grids are one row of threadgroups, and four divisions of longs take as long as some of those.
            this.groupX = (int) index;
            this.groupY = 0;
            this.groupZ = 0;
            return;
        }
        this.groupX = (int) (index % grid.groupsX());
        long row = index / grid.groupsX();
        this.groupY = (int) (row % grid.groupsY());
        this.groupZ = (int) (row / grid.groupsY());
    }

    /** Position of this threadgroup among the threadgroups, in x. */
    public int groupX() {
        return groupX;
    }

    /** Position of this threadgroup among the threadgroups, in y. */
    public int groupY() {
        return groupY;
    }

    /** Position of this threadgroup among the threadgroups, in z. */
    public int groupZ() {
        return groupZ;
    }

    /** Grid position of its first thread, in x. */
    public int firstX() {
        return groupX * grid.dispatchWidth();
    }

    /** Grid position of its first thread, in y. */
    public int firstY() {
        return groupY * grid.dispatchHeight();
    }

    /** Grid position of its first thread, in z. */
    public int firstZ() {
        return groupZ * grid.dispatchDepth();
    }

    /** Its actual size in x, less than {@link #dispatchWidth} at a ragged edge. */
    public int width() {
        return Math.min(grid.dispatchWidth(), grid.gridWidth() - firstX());
    }

    /** Its actual size in y, less than {@link #dispatchHeight} at a ragged edge. */
    public int height() {
        return Math.min(grid.dispatchHeight(), grid.gridHeight() - firstY());
    }

    /** Its actual size in z, less than {@link #dispatchDepth} at a ragged edge. */
    public int depth() {
        return Math.min(grid.dispatchDepth(), grid.gridDepth() - firstZ());
    }

    /** Its actual number of threads. */
    public int lanes() {
        return width() * height() * depth();
    }

    /**
     * How long arrays over the lanes of a threadgroup are made: the nominal number of its threads, which none exceeds, and some
     * more, so that an array of floats or ints with its header fills whole lines of the cache. Arrays that follow each other in
     * memory are then aligned alike, and where SIMD instructions keep within lines in one, they do in all.
     */
    public int dispatchLanes() {
        return wholeLines(grid.dispatchWidth() * grid.dispatchHeight() * grid.dispatchDepth());
    }

    /** The same where rows of lanes may lie apart ({@link LaneMask#begin(JvmThreadgroup)}). */
    public int dispatchLanesApart() {
        return wholeLines(LaneMask.mostPitch(grid.dispatchWidth()) * grid.dispatchHeight() * grid.dispatchDepth());
    }

    private static int wholeLines(int lanes) {
        return (lanes + HEADER_INTS + LINE_INTS - 1) / LINE_INTS * LINE_INTS - HEADER_INTS;
    }

    /** The nominal size of threadgroups in x. */
    public int dispatchWidth() {
        return grid.dispatchWidth();
    }

    /** The nominal size of threadgroups in y. */
    public int dispatchHeight() {
        return grid.dispatchHeight();
    }

    /** The nominal size of threadgroups in z. */
    public int dispatchDepth() {
        return grid.dispatchDepth();
    }

    /** Threads of the grid in x. */
    public int gridWidth() {
        return grid.gridWidth();
    }

    /** Threads of the grid in y. */
    public int gridHeight() {
        return grid.gridHeight();
    }

    /** Threads of the grid in z. */
    public int gridDepth() {
        return grid.gridDepth();
    }

    /** Threadgroups of the grid in x. */
    public int groupsX() {
        return grid.groupsX();
    }

    /** Threadgroups of the grid in y. */
    public int groupsY() {
        return grid.groupsY();
    }

    /** Threadgroups of the grid in z. */
    public int groupsZ() {
        return grid.groupsZ();
    }

    /** The position, as messages show it: {@code (3, 0, 0)}. */
    @Override
    public String toString() {
        return "(" + groupX + ", " + groupY + ", " + groupZ + ")";
    }
}
