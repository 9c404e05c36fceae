package dev.smelt.runtime.spi;

import java.lang.invoke.MethodHandles;
import java.util.Arrays;

/**
 * Counts, for lanes that do several rounds of a loop together, how many rounds each has done since it left: the round
 * whose margin is used up, and all behind it. Each round writes margins of its own, since the least of them would not tell
 * the round; the counts are brought up to date every few rounds.
 */
final class MissedRounds {
    /** With this many arrays a loop is still SIMD, and all of them stay in the first-level cache. */
    private static final int ROUNDS = 4;

    /** Inlined by HotSpot into the loop over rounds, it is no SIMD there on JDK 25. */
    private static final LaneCode COUNT = LaneCode.of(MethodHandles.lookup(), "countTogether", MissedRounds.class);

    private final float[][] margins;
    private final int[] missed;
    /** How many rounds have margins that are not in the counts yet. */
    private int open;

    private int lanes;
    /** The least bits of a margin that is not used up. */
    private int least;

    /**
     * For a threadgroup.
     *
     * @param lanes the most lanes
     */
    MissedRounds(int lanes) {
        margins = new float[ROUNDS][lanes];
        missed = new int[lanes];
    }

    /**
     * Begins with none.
     *
     * @param positive whether a margin of 0 is used up
     */
    void begin(boolean positive, int running) {
        open = 0;
        Arrays.fill(missed, 0, running, 0);
        least = positive ? 1 : 0;
        lanes = running;
    }

    /** Where the next round writes its margins. */
    float[] next() {
        if (open == ROUNDS) {
            count();
        }
        return margins[open++];
    }

    /** Finds out which lanes have missed rounds, and notes them in ascending order; how many. */
    int find(int[] places) {
        count();
        return LaneBits.anyNegative(missed, lanes) ? LaneBits.findNegative(missed, places, lanes) : 0;
    }

    /** How many rounds the lane at a place has missed. */
    int at(int place) {
        return -missed[place];
    }

    private void count() {
        if (open == ROUNDS) {
            COUNT.run(this);
        } else {
            for (int round = 0; round < open; round++) {
                LaneBits.countMissed(margins[round], least, missed, lanes);
            }
        }
        open = 0;
    }

    @SuppressWarnings("UnusedMethod") // found by name
    private static void countTogether(MissedRounds of) {
        float[][] margins = of.margins;
        LaneBits.countMissed(margins[0], margins[1], margins[2], margins[3], of.least, of.missed, of.lanes);
    }
}
