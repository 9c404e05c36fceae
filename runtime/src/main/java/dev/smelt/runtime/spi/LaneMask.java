package dev.smelt.runtime.spi;

import java.util.Arrays;

/**
 * Which lanes of a threadgroup take part in what is done at present, on the JVM device. A lane whose thread went another
 * way waits with the number of the place where it will rejoin: above 0, or below if it has returned from a function; one
 * whose thread has ended never does. For use by one thread.
 */
public final class LaneMask {
    /** Threads of a simdgroup, as on Apple's GPUs. */
    static final int SIMD_WIDTH = 32;

    private static final int TAKES_PART = 0;

    /** A row is at least so many times as long as what lies between it and the next. */
    private static final int ROW_TO_GAP = 4;

    private final int[] exits;
    private int lanes;
    /** Whether anyone can change the exits. */
    private boolean mayLeave;
    /** From the first lane of a row to that of the next; 0 where the lanes of rows follow each other. */
    private int pitch;
    /** The pitch that suits the kernel's arrays; 0 until one is known. */
    private int suggested;

    /**
     * A mask.
     *
     * @param lanes the most lanes of a threadgroup
     */
    public LaneMask(int lanes) {
        exits = new int[lanes];
    }

    /** Begins a threadgroup of so many lanes, all of which take part. */
    public void begin(int lanesOfThreadgroup) {
        lanes = lanesOfThreadgroup;
        if (mayLeave) {
            Arrays.fill(exits, 0, lanes, TAKES_PART);
        }
    }

    /**
     * Begins a threadgroup that none of its lanes ever leaves, and whose rows may lie apart: as far as those of an array that
     * the kernel loads them from, if that is a little further than they are long. Between them are lanes that are nobody's;
     * {@link #lanes} counts those too.
     */
    public void begin(JvmThreadgroup threadgroup) {
        int width = threadgroup.width();
        pitch = suggested <= mostPitch(width) ? Math.max(width, suggested) : width;
        lanes = pitch * (threadgroup.height() * threadgroup.depth() - 1) + width;
    }

    /** The most lanes from the first of a row to that of the next. */
    static int mostPitch(int width) {
        return width + width / ROW_TO_GAP;
    }

    /** The number of lanes from the first of a row to that of the next, for rows of a width. */
    int pitch(int width) {
        return pitch == 0 ? width : pitch;
    }

    /** The same for the present threadgroup, where rows may lie apart. */
    public int pitch() {
        return pitch;
    }

    /** Tells how far rows are from each other in memory, so that those of further threadgroups may lie as far apart. */
    void suggestPitch(int width, int distance) {
        if (suggested <= width && pitch == width && distance > width && distance <= mostPitch(width)) {
            suggested = distance;
        }
    }

    /** For each lane 0 if it takes part, -1 if its thread has ended, else where it will rejoin; not a copy. */
    public int[] exits() {
        mayLeave = true;
        return exits;
    }

    /** How many lanes the threadgroup has. */
    public int lanes() {
        return lanes;
    }

    /** A bound on the numbers of some lanes: the nearest from 0 to how many there are. */
    public static int within(long bound, int count) {
        return (int) Math.max(0, Math.min(count, bound));
    }

    /** Whether a lane takes part. */
    boolean takesPart(int lane) {
        return exits[lane] == TAKES_PART;
    }

    /** Whether all of some lanes take part. */
    boolean allActive(int first, int count) {
        if (!mayLeave) {
            return true;
        }
        int left = 0;
        for (int lane = first; lane < first + count; lane++) {
            left |= exits[lane];
        }
        return left == TAKES_PART;
    }

    /** Whether any of some lanes takes part. */
    boolean anyActive(int first, int count) {
        for (int lane = first; lane < first + count; lane++) {
            if (exits[lane] == TAKES_PART) {
                return true;
            }
        }
        return false;
    }

    /** Whether any lane takes part. */
    public boolean anyActive() {
        for (int lane = 0; lane < lanes; lane++) {
            if (exits[lane] == TAKES_PART) {
                return true;
            }
        }
        return false;
    }

    /** Lets those lanes take part again that wait at a place. */
    public void rejoin(int place) {
        for (int lane = 0; lane < lanes; lane++) {
            if (exits[lane] == place) {
                exits[lane] = TAKES_PART;
            }
        }
    }

    /**
     * A barrier of the threadgroup. Threads that have returned, from the kernel or from a function with the barrier, need
     * not come to it.
     *
     * @param place file and line of the barrier, for the message
     * @throws IllegalStateException if some threads come to it and others went another way
     */
    public void meet(String place) {
        meet(0, lanes, place, "threadgroup");
    }

    /** The same where only the threads of each simdgroup must agree. */
    public void meetInSimdgroups(String place) {
        for (int first = 0; first < lanes; first += SIMD_WIDTH) {
            meet(first, Math.min(first + SIMD_WIDTH, lanes), place, "simdgroup");
        }
    }

    private void meet(int first, int end, String place, String what) {
        int present = -1;
        int absent = -1;
        for (int lane = first; lane < end; lane++) {
            if (exits[lane] == TAKES_PART) {
                present = present < 0 ? lane : present;
            } else if (exits[lane] > TAKES_PART) {
                absent = absent < 0 ? lane : absent;
            }
        }
        if (present >= 0 && absent >= 0) {
            throw new IllegalStateException("the threads of a " + what + " disagree: of its threadgroup, thread "
                    + present + " comes to the barrier in " + place + ", thread " + absent + " does not");
        }
    }
}
