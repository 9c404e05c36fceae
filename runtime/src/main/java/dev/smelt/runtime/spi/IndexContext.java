package dev.smelt.runtime.spi;

import dev.smelt.runtime.Grid;
import java.nio.ByteBuffer;

/**
 * What an {@link IndexCheck} asks and reports to: the call's uniforms, the lengths of its arrays, its grid. For use by
 * one thread.
 */
public final class IndexContext extends UniformReader {
    private final KernelDescriptor kernel;
    private final Grid grid;
    private final int[] lengths;
    private int x;
    private int y;
    private int z;

    IndexContext(KernelDescriptor kernel, Grid grid, int[] lengths, ByteBuffer uniforms) {
        super(uniforms);
        this.kernel = kernel;
        this.grid = grid;
        this.lengths = lengths;
    }

    /** The same question of other uniforms. */
    IndexContext with(ByteBuffer uniforms) {
        return new IndexContext(kernel, grid, lengths, uniforms);
    }

    /**
     * Reports that the thread accesses {@code index} of the array in slot {@code array}.
     *
     * @throws IllegalArgumentException if the array has no such element
     */
    public void access(int array, int index) {
        if (index >= 0 && index < lengths[array]) {
            return;
        }
        String name = kernel.arrays().get(array).name();
        throw new IllegalArgumentException(kernel + ": array '" + name + "' has " + Counts.elements(lengths[array])
                + ", but the thread at " + position() + " of " + grid + " accesses index " + index);
    }

    /** The number of elements of the array in a slot. */
    public int length(int array) {
        return lengths[array];
    }

    /** Threads of the grid in x. */
    public int gridWidth() {
        return grid.width();
    }

    /** Threads of the grid in y. */
    public int gridHeight() {
        return grid.height();
    }

    /** Threads of the grid in z. */
    public int gridDepth() {
        return grid.depth();
    }

    /** Asks for the threads at the corners of the grid, each once. */
    void check(IndexCheck check) {
        for (int corner = 0; corner < 8; corner++) {
            boolean farX = (corner & 1) != 0;
            boolean farY = (corner & 2) != 0;
            boolean farZ = (corner & 4) != 0;
            boolean twice = (farX && grid.width() == 1) || (farY && grid.height() == 1) || (farZ && grid.depth() == 1);
            if (!twice) {
                x = farX ? grid.width() - 1 : 0;
                y = farY ? grid.height() - 1 : 0;
                z = farZ ? grid.depth() - 1 : 0;
                check.check(this, x, y, z);
            }
        }
    }

    private String position() {
        return switch (grid.dimensions()) {
            case 1 -> Integer.toString(x);
            case 2 -> "(" + x + ", " + y + ")";
            default -> "(" + x + ", " + y + ", " + z + ")";
        };
    }
}
