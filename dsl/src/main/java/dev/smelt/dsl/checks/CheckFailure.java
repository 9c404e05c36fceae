package dev.smelt.dsl.checks;

import org.jspecify.annotations.Nullable;

/** A check failed in a kernel that runs as Java. The runtime makes of it what its caller sees. */
public final class CheckFailure extends RuntimeException {
    private final int site;
    private final int index;
    private final int length;
    private transient int @Nullable [] thread;

    CheckFailure(int site, int index, int length) {
        super("check " + site, null, false, false);
        this.site = site;
        this.index = index;
        this.length = length;
    }

    /** The same with the position of the thread in the grid; the first that is given stays. */
    public CheckFailure at(int x, int y, int z) {
        if (thread == null) {
            thread = new int[] {x, y, z};
        }
        return this;
    }

    /** The number of the check in its class of kernels, from 1 on. */
    public int site() {
        return site;
    }

    /** The index that was accessed; 0 where the check is of something else. */
    public int index() {
        return index;
    }

    /** The length of the array; 0 where the check is of something else. */
    public int length() {
        return length;
    }

    /** The position of the thread in x, y and z; null if all threads of the threadgroup failed together. */
    public int @Nullable [] thread() {
        return thread;
    }
}
