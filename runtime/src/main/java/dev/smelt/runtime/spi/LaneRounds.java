package dev.smelt.runtime.spi;

import java.util.Arrays;

/**
 * The first rounds of a loop that each lane leaves when it likes, on the JVM device. The lanes that are still in the loop lie
 * packed, one beside the other in any order, and do several rounds together in loops that HotSpot turns into SIMD. Each round
 * notes how far each lane is from leaving: its margin. A lane whose margin is used up goes back to where it was before those
 * rounds, and does the rest of the loop by itself: so what it computes, in which order and how often, is what it would compute
 * alone.
 *
 * <p>Where margins tell exactly in which round a lane leaves, and nothing but counts is needed of it, it goes back nowhere
 * ({@link MissedRounds}).
 *
 * <p>What a lane computes in rounds that it does not do is thrown away; these rounds may do nothing else. For use by one
 * thread.
 */
public final class LaneRounds {
    /** With fewer lanes SIMD is not worth its start. */
    private static final int FEWEST_LANES = 16;

    /**
     * The first time so many rounds are done together, then twice as many, up to the most: who leaves has done at most as
     * many for nothing as it has done before.
     */
    private static final int FIRST_ROUNDS = 4;

    private static final int MOST_ROUNDS = 16;

    /** As many threadgroups are left alone behind one that gained nothing. */
    private static final int PAUSE = 7;

    /** Each lane's number. Where all take part, what is done for each of them can be SIMD. */
    private final int[] numbers;

    /** By the place among the lanes that run: their numbers, and how many rounds they may do by counters that differ. */
    private final int[] ids;

    private final int[] rooms;

    /** By the place among the lanes that took part at the beginning, if some did not. */
    private final int[] someIds;

    /** The same, or {@link #numbers} if all took part. */
    private int[] allIds;

    /** By the lane. */
    private final int[] done;

    /** Places, among those that run, of the ones that leave, in ascending order. */
    private final int[] leaving;

    private final MissedRounds missed;

    private int all;
    private int running;
    private int left;
    private int together;
    private int rounds;
    /** How many rounds each lane may do by counters that all have alike. */
    private int room;

    /** Whether a counter that all have alike certainly ends the loop then: it might have wrapped around instead. */
    private boolean roomEnds;

    private boolean roomsDiffer;
    private long gained;
    private int pause;

    /**
     * For a threadgroup.
     *
     * @param lanes the most lanes
     */
    public LaneRounds(int lanes) {
        numbers = new int[lanes];
        Arrays.setAll(numbers, lane -> lane);
        ids = new int[lanes];
        rooms = new int[lanes];
        someIds = new int[lanes];
        allIds = numbers;
        done = new int[lanes];
        leaving = new int[lanes];
        missed = new MissedRounds(lanes);
    }

    /** Begins with all lanes that take part; whether it is worthwhile to go on. */
    public boolean begin(LaneMask mask) {
        if (pause > 0) {
            pause--;
            return false;
        }
        collect(mask);
        all = running;
        left = 0;
        rounds = 0;
        together = FIRST_ROUNDS;
        room = Integer.MAX_VALUE;
        roomEnds = false;
        roomsDiffer = false;
        gained = 0;
        return running >= FEWEST_LANES;
    }

    private void collect(LaneMask mask) {
        if (mask.allActive(0, mask.lanes())) {
            running = mask.lanes();
            allIds = numbers;
        } else {
            running = 0;
            allIds = someIds;
            for (int lane = 0; lane < mask.lanes(); lane++) {
                if (mask.takesPart(lane)) {
                    allIds[running++] = lane;
                }
            }
        }
        System.arraycopy(allIds, 0, ids, 0, running);
    }

    /**
     * Each lane stays only while its counter is below a bound; before the first round.
     *
     * @param counters by the lane
     * @param step is added in each round; if negative, the counter stays above the bound instead
     * @param included whether the counter may reach the bound
     */
    public void bound(int[] counters, int bound, int step, boolean included) {
        if (running == 0) {
            return;
        }
        int first = counters[ids[0]];
        if (areAlike(counters, first)) {
            int allowed = room(first, bound, step, included);
            if (allowed < room) {
                room = allowed;
                long last = first + (long) allowed * step;
                roomEnds = last == (int) last;
            }
            return;
        }
        if (!roomsDiffer) {
            Arrays.fill(rooms, 0, running, Integer.MAX_VALUE);
            roomsDiffer = true;
        }
        for (int place = 0; place < running; place++) {
            rooms[place] = Math.min(rooms[place], room(counters[ids[place]], bound, step, included));
        }
    }

    private boolean areAlike(int[] counters, int first) {
        int differing = 0;
        if (allIds == numbers) {
            for (int lane = 0; lane < running; lane++) {
                differing |= counters[lane] ^ first;
            }
        } else {
            for (int place = 0; place < running; place++) {
                differing |= counters[ids[place]] ^ first;
            }
        }
        return differing == 0;
    }

    /** How many rounds a counter allows. */
    private static int room(int counter, int bound, int step, boolean included) {
        long way = step > 0 ? (long) bound - counter : (long) counter - bound;
        if (way < 0) {
            return 0;
        }
        long size = Math.abs((long) step);
        return (int) Math.min(Integer.MAX_VALUE, (way + (included ? size : size - 1)) / size);
    }

    /** Puts the values of the lanes that run beside each other; before the first round. */
    public void pack(float[] lanes, float[] packed) {
        if (allIds == numbers) {
            System.arraycopy(lanes, 0, packed, 0, running);
            return;
        }
        for (int place = 0; place < running; place++) {
            packed[place] = lanes[ids[place]];
        }
    }

    /** How many lanes run. */
    public int running() {
        return running;
    }

    /** Begins several rounds; false if it is better to end. */
    public boolean next() {
        together = Math.min(together, room - rounds);
        return running >= FEWEST_LANES && together > 0;
    }

    /** How many rounds are now done together. */
    public int together() {
        return together;
    }

    /** Keeps what each lane has before the rounds, for the case that it leaves. */
    public void keep(float[] packed, float[] kept) {
        System.arraycopy(packed, 0, kept, 0, running);
    }

    /** Begins to note margins. */
    public void widen(float[] margins) {
        Arrays.fill(margins, 0, running, Float.POSITIVE_INFINITY);
    }

    /**
     * Finds out which lanes leave after the rounds: those whose margin, the smallest of all those rounds, is below 0, -0 or
     * NaN, or is 0 although it must not be, or whose counter has reached its bound.
     */
    public void choose(float[] margins, boolean positive) {
        float least = positive ? Float.MIN_VALUE : 0f;
        int leastBits = Float.floatToRawIntBits(least);
        int after = rounds + together;
        left = 0;
        if (roomsDiffer) {
            for (int place = 0; place < running; place++) {
                leaving[left] = place;
                left += margins[place] >= least && rooms[place] >= after ? 0 : 1;
            }
        } else if (LaneBits.anyOutside(margins, leastBits, LaneBits.INFINITE, running)) {
            left = LaneBits.findOutside(margins, leastBits, LaneBits.INFINITE, leaving, running);
        }
        for (int n = 0; n < left; n++) {
            done[ids[leaving[n]]] = rounds;
        }
        goOn();
    }

    /**
     * Has the loop as it is written end at once for the lanes that take part, unless they are given another value behind
     * the rounds: nothing is needed of a lane that has left in these, and no comparison lets NaN stay. Before the first round.
     */
    public void forget(float[] lanes) {
        if (allIds == numbers) {
            Arrays.fill(lanes, 0, running, Float.NaN);
            return;
        }
        for (int place = 0; place < running; place++) {
            lanes[ids[place]] = Float.NaN;
        }
    }

    /**
     * As {@link #next}, for rounds whose margins tell exactly when a lane leaves.
     *
     * @param positive whether a margin of 0 is used up
     */
    public boolean nextExactly(boolean positive) {
        if (roomsDiffer) {
            return false;
        }
        missed.begin(positive, running);
        return next();
    }

    /** Where a round writes its margins, one round after the other. */
    public float[] margins() {
        return missed.next();
    }

    /** Finds out which lanes leave in the rounds, and in which: none stays that has a margin below 0, -0 or NaN. */
    public void chooseExactly() {
        left = missed.find(leaving);
        for (int n = 0; n < left; n++) {
            done[ids[leaving[n]]] = rounds + together - missed.at(leaving[n]);
        }
        goOn();
    }

    private void goOn() {
        gained += (long) together * (running - left);
        rounds += together;
        together = Math.min(2 * together, MOST_ROUNDS);
    }

    /** Gives the lanes that leave what they had before the rounds, and has others take their places. */
    public void leave(float[] kept, float[] lanes, float[] packed) {
        for (int n = 0; n < left; n++) {
            lanes[ids[leaving[n]]] = kept[leaving[n]];
        }
        close(packed);
    }

    /** Has the last lanes take the places of those that leave. */
    public void close(float[] packed) {
        int last = running;
        for (int n = left - 1; n >= 0; n--) {
            packed[leaving[n]] = packed[--last];
        }
    }

    private void close(int[] packed) {
        int last = running;
        for (int n = left - 1; n >= 0; n--) {
            packed[leaving[n]] = packed[--last];
        }
    }

    /** Ends the rounds, once all have left and their places are taken. */
    public void closed() {
        close(ids);
        if (roomsDiffer) {
            close(rooms);
        }
        running -= left;
    }

    /** Gives those that still run what they have. */
    public void end(float[] packed, float[] lanes) {
        for (int place = 0; place < running; place++) {
            lanes[ids[place]] = packed[place];
        }
    }

    /** Ends it all. */
    public void ended() {
        for (int place = 0; place < running; place++) {
            done[ids[place]] = rounds;
        }
        pause = gained < (long) FIRST_ROUNDS * all ? PAUSE : 0;
    }

    /** Whether any lane is left that may have rounds to do. */
    public boolean areOpen() {
        return running > 0 && !(roomEnds && rounds == room);
    }

    /** Moves a counter of each lane by a step for each round that it has done. */
    public void count(int[] counters, int step) {
        if (allIds == numbers) {
            for (int lane = 0; lane < all; lane++) {
                counters[lane] += step * done[lane];
            }
            return;
        }
        for (int n = 0; n < all; n++) {
            counters[allIds[n]] += step * done[allIds[n]];
        }
    }
}
