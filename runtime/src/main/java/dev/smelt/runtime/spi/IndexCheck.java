package dev.smelt.runtime.spi;

/**
 * The indices that a thread of a kernel certainly accesses. The runtime asks for the threads at the corners of the grid
 * before anything runs, on every device, so that an array too short for the grid is an exception and not a fault.
 */
@FunctionalInterface
public interface IndexCheck {
    /** Reports each index that the thread at (x, y, z) certainly accesses to {@link IndexContext#access}. */
    void check(IndexContext context, int x, int y, int z);
}
