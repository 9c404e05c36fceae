package dev.smelt.runtime.spi;

/**
 * Counts, for lanes that do several rounds of a loop together, how many rounds each has done since it left: the round
 * whose margin is used up, and all behind it. Each round writes margins of its own, since the least of them would not tell
 * the round; the counts are brought up to date every few rounds.
 */
final class MissedRounds {
    /** With this many arrays a loop is still SIMD, and all of them stay in the first-level cache. */
    private static final int ROUNDS = 4;

    private final float[][] margins;
    private final int[] missed;
    /** How many rounds have margins that are not in the counts yet. */
    private int open;

    private boolean hasCounts;

    /**
     * For a threadgroup.
     *
     * @param lanes the most lanes
     */
    MissedRounds(int lanes) {
        margins = new float[ROUNDS][lanes];
        missed = new int[lanes];
    }

    /** Begins with none. */
    void begin() {
        open = 0;
        hasCounts = false;
    }

    /** Where the next round writes its margins. */
    float[] next(boolean positive, int lanes) {
        if (open == ROUNDS) {
            count(positive, lanes);
        }
        return margins[open++];
    }

    /** Finds out which lanes have missed rounds, and notes them in ascending order; how many. */
    int find(boolean positive, int[] places, int lanes) {
        count(positive, lanes);
        return LaneBits.anyNegative(missed, lanes) ? LaneBits.findNegative(missed, places, lanes) : 0;
    }

    /** How many rounds the lane at a place has missed. */
    int at(int place) {
        return -missed[place];
    }

    private void count(boolean positive, int lanes) {
        int least = positive ? 1 : 0;
        if (open == ROUNDS) {
            LaneBits.countMissed(
                    margins[0], margins[1], margins[2], margins[3], least, missed, hasCounts ? -1 : 0, lanes);
        } else {
            for (int round = 0; round < open; round++) {
                LaneBits.countMissed(margins[round], least, missed, hasCounts ? -1 : 0, lanes);
                hasCounts = true;
            }
        }
        hasCounts = true;
        open = 0;
    }
}
