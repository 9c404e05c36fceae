package dev.smelt.runtime.spi;

/**
 * A grid divided into threadgroups. All sizes are 1 or more.
 *
 * @param gridWidth threads in x
 * @param gridHeight threads in y
 * @param gridDepth threads in z
 * @param dispatchWidth threads of a threadgroup in x
 * @param dispatchHeight threads of a threadgroup in y
 * @param dispatchDepth threads of a threadgroup in z
 */
public record ThreadgroupGrid(
        int gridWidth, int gridHeight, int gridDepth, int dispatchWidth, int dispatchHeight, int dispatchDepth) {
    /** Threadgroups in x. */
    public int groupsX() {
        return ceilDiv(gridWidth, dispatchWidth);
    }

    /** Threadgroups in y. */
    public int groupsY() {
        return ceilDiv(gridHeight, dispatchHeight);
    }

    /** Threadgroups in z. */
    public int groupsZ() {
        return ceilDiv(gridDepth, dispatchDepth);
    }

    /**
     * All threadgroups.
     *
     * @throws ArithmeticException if there are more than a {@code long} can count
     */
    public long groups() {
        return Math.multiplyExact(Math.multiplyExact((long) groupsX(), (long) groupsY()), (long) groupsZ());
    }

    private static int ceilDiv(int threads, int size) {
        return (threads - 1) / size + 1;
    }
}
