package dev.smelt.runtime;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The threads of one run of a grid kernel: one to three dimensions, and optionally the size of the threadgroups they
 * are divided into. A grid with a dimension of zero runs nothing. Immutable.
 *
 * <p>Where the grid fixes no threadgroup, the device chooses one. The grid need not be a multiple of its threadgroup:
 * the threadgroups at its far edges are then smaller.
 */
public final class Grid {
    private final int dimensions;
    private final int width;
    private final int height;
    private final int depth;
    private final @Nullable Threadgroup threadgroup;

    private record Threadgroup(int dimensions, int width, int height, int depth) {}

    private Grid(int dimensions, int width, int height, int depth, @Nullable Threadgroup threadgroup) {
        this.dimensions = dimensions;
        this.width = width;
        this.height = height;
        this.depth = depth;
        this.threadgroup = threadgroup;
        if (width < 0 || height < 0 || depth < 0) {
            throw new IllegalArgumentException("a grid cannot be negative: " + this);
        }
    }

    /**
     * A line of threads.
     *
     * @param width number of threads, zero or more
     * @throws IllegalArgumentException if {@code width} is negative
     */
    public static Grid of(int width) {
        return new Grid(1, width, 1, 1, null);
    }

    /**
     * A plane of threads.
     *
     * @param width number of threads in x, zero or more
     * @param height number of threads in y, zero or more
     * @throws IllegalArgumentException if a size is negative
     */
    public static Grid of(int width, int height) {
        return new Grid(2, width, height, 1, null);
    }

    /**
     * A box of threads.
     *
     * @param width number of threads in x, zero or more
     * @param height number of threads in y, zero or more
     * @param depth number of threads in z, zero or more
     * @throws IllegalArgumentException if a size is negative
     */
    public static Grid of(int width, int height, int depth) {
        return new Grid(3, width, height, depth, null);
    }

    /**
     * A line of whole threadgroups with at least {@code threads} threads: {@code threads} rounded up to a multiple of
     * {@code threadgroup}. The kernel has to guard against positions beyond the data.
     *
     * @param threads number of threads needed, zero or more
     * @param threadgroup threads of a threadgroup, one or more
     * @throws IllegalArgumentException if a number is out of its range, or the rounded number is above
     *     {@link Integer#MAX_VALUE}
     */
    public static Grid covering(int threads, int threadgroup) {
        if (threads < 0 || threadgroup < 1) {
            throw new IllegalArgumentException("Grid.covering(" + threads + ", " + threadgroup
                    + "): threads must be 0 or more, threadgroup 1 or more");
        }
        long rounded = ((long) threads + threadgroup - 1) / threadgroup * threadgroup;
        if (rounded > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("Grid.covering(" + threads + ", " + threadgroup + ") would have "
                    + rounded + " threads; a dimension has at most " + Integer.MAX_VALUE);
        }
        return of((int) rounded).threadgroup(threadgroup);
    }

    /**
     * This grid in threadgroups of {@code width} threads.
     *
     * @throws IllegalArgumentException if {@code width} is below 1
     */
    public Grid threadgroup(int width) {
        return withThreadgroup(1, width, 1, 1);
    }

    /**
     * This grid in threadgroups of {@code width * height} threads.
     *
     * @throws IllegalArgumentException if a size is below 1
     */
    public Grid threadgroup(int width, int height) {
        return withThreadgroup(2, width, height, 1);
    }

    /**
     * This grid in threadgroups of {@code width * height * depth} threads.
     *
     * @throws IllegalArgumentException if a size is below 1
     */
    public Grid threadgroup(int width, int height, int depth) {
        return withThreadgroup(3, width, height, depth);
    }

    private Grid withThreadgroup(int dimensions, int width, int height, int depth) {
        Grid grid = new Grid(
                this.dimensions,
                this.width,
                this.height,
                this.depth,
                new Threadgroup(dimensions, width, height, depth));
        if (width < 1 || height < 1 || depth < 1) {
            throw new IllegalArgumentException("a threadgroup has at least one thread in each dimension: " + grid);
        }
        return grid;
    }

    /** How many dimensions this grid was made with: 1, 2 or 3. */
    public int dimensions() {
        return dimensions;
    }

    /** Threads in x. */
    public int width() {
        return width;
    }

    /** Threads in y; 1 for a line. */
    public int height() {
        return height;
    }

    /** Threads in z; 1 for a line or a plane. */
    public int depth() {
        return depth;
    }

    /** Whether there is nothing to run: some dimension is zero. */
    public boolean isEmpty() {
        return width == 0 || height == 0 || depth == 0;
    }

    /** Whether the threadgroup is fixed by this grid, not left to the device. */
    public boolean hasThreadgroup() {
        return threadgroup != null;
    }

    /** Threads of a threadgroup in x; 0 where the device chooses. */
    public int threadgroupWidth() {
        return threadgroup == null ? 0 : threadgroup.width;
    }

    /** Threads of a threadgroup in y; 0 where the device chooses. */
    public int threadgroupHeight() {
        return threadgroup == null ? 0 : threadgroup.height;
    }

    /** Threads of a threadgroup in z; 0 where the device chooses. */
    public int threadgroupDepth() {
        return threadgroup == null ? 0 : threadgroup.depth;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Grid that
                && dimensions == that.dimensions
                && width == that.width
                && height == that.height
                && depth == that.depth
                && Objects.equals(threadgroup, that.threadgroup);
    }

    @Override
    public int hashCode() {
        return Objects.hash(dimensions, width, height, depth, threadgroup);
    }

    /** As it would be written in Java: {@code Grid.of(640, 480).threadgroup(16, 16)}. */
    @Override
    public String toString() {
        String grid = "Grid.of(" + sizes(dimensions, width, height, depth) + ")";
        if (threadgroup == null) {
            return grid;
        }
        return grid + ".threadgroup("
                + sizes(threadgroup.dimensions, threadgroup.width, threadgroup.height, threadgroup.depth) + ")";
    }

    private static String sizes(int dimensions, int width, int height, int depth) {
        return switch (dimensions) {
            case 1 -> Integer.toString(width);
            case 2 -> width + ", " + height;
            default -> width + ", " + height + ", " + depth;
        };
    }
}
