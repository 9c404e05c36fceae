package dev.smelt.runtime.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LaneRoundsTest {
    private static final int LANES = 40;

    private final LaneRounds rounds = new LaneRounds(LANES);
    private final int[] counters = new int[LANES];
    private final float[] values = new float[LANES];
    private final float[] packed = new float[LANES];
    private final float[] kept = new float[LANES];
    private final float[] margins = new float[LANES];

    /** Runs {@code while (counter < bound && value < most) { value++; counter++; }} as long as lanes go together. */
    private List<Integer> run(int bound, float most) {
        LaneMask mask = new LaneMask(LANES);
        mask.begin(LANES);
        List<Integer> together = new ArrayList<>();
        assertThat(rounds.begin(mask)).isTrue();
        rounds.bound(counters, bound, 1, false);
        rounds.pack(values, packed);
        while (rounds.next()) {
            together.add(rounds.together());
            rounds.keep(packed, kept);
            rounds.widen(margins);
            for (int round = 0; round < rounds.together(); round++) {
                for (int place = 0; place < rounds.running(); place++) {
                    margins[place] = Math.min(margins[place], most - packed[place]);
                    packed[place]++;
                }
            }
            rounds.choose(margins, true);
            rounds.leave(kept, values, packed);
            rounds.closed();
        }
        rounds.end(packed, values);
        rounds.ended();
        rounds.count(counters, 1);
        return together;
    }

    @Test
    void doesNoRoundsThatACounterForbidsToAll() {
        assertThat(run(30, 1000f)).containsExactly(4, 8, 16, 2);
        assertThat(counters).containsOnly(30);
        assertThat(values).containsOnly(30f);
    }

    @Test
    void takesNoneFartherThanItsOwnCounterAllows() {
        for (int lane = 0; lane < LANES; lane++) {
            counters[lane] = lane;
        }
        run(LANES, 1000f);
        for (int lane = 0; lane < LANES; lane++) {
            assertThat(counters[lane]).isBetween(lane, LANES);
            assertThat(values[lane]).isEqualTo((float) (counters[lane] - lane));
        }
        assertThat(counters[0]).isGreaterThanOrEqualTo(12);
    }

    @Test
    void sendsThoseBackThatMayHaveLeftAndKeepsTheOthersApart() {
        for (int lane = 0; lane < LANES; lane++) {
            values[lane] = first(lane);
        }
        run(100, 1000f);
        for (int lane = 0; lane < LANES; lane++) {
            // The rounds end behind the 4th, 12th, 28th and so on.
            int done = lane % 8 != 3 ? 100 : first(lane) + 11 < 1000 ? 12 : 4;
            assertThat(counters[lane]).as("of lane %d", lane).isEqualTo(done);
            assertThat(values[lane]).isEqualTo((float) (first(lane) + done));
        }
    }

    /** Runs {@code while (counter < bound && value < most) { value++; counter++; }}, of which only the counter is needed. */
    private List<Integer> runExactly(int bound, float most) {
        LaneMask mask = new LaneMask(LANES);
        mask.begin(LANES);
        List<Integer> together = new ArrayList<>();
        assertThat(rounds.begin(mask)).isTrue();
        rounds.bound(counters, bound, 1, false);
        rounds.pack(values, packed);
        rounds.forget(values);
        while (rounds.nextExactly(true)) {
            together.add(rounds.together());
            for (int round = 0; round < rounds.together(); round++) {
                float[] margins = rounds.margins();
                for (int place = 0; place < rounds.running(); place++) {
                    margins[place] = most - packed[place];
                    packed[place]++;
                }
            }
            rounds.chooseExactly();
            rounds.close(packed);
            rounds.closed();
        }
        rounds.end(packed, values);
        rounds.ended();
        rounds.count(counters, 1);
        return together;
    }

    @Test
    void countsTheRoundsOfThoseThatLeave() {
        for (int lane = 0; lane < LANES; lane++) {
            values[lane] = first(lane);
        }
        assertThat(runExactly(100, 1000f)).containsExactly(4, 8, 16, 16, 16, 16, 16, 8);
        for (int lane = 0; lane < LANES; lane++) {
            boolean leaves = lane % 8 == 3;
            assertThat(counters[lane]).as("of lane %d", lane).isEqualTo(leaves ? 1000 - first(lane) : 100);
            if (leaves) {
                assertThat(values[lane]).as("of lane %d", lane).isNaN();
            } else {
                assertThat(values[lane]).isEqualTo((float) (first(lane) + 100));
            }
        }
    }

    @Test
    void countsMarginsOfNothingAndOfNoNumber() {
        for (int lane = 0; lane < LANES; lane++) {
            values[lane] = lane % 3 == 0 ? Float.NaN : lane % 3 == 1 ? 6f : Float.NEGATIVE_INFINITY;
        }
        runExactly(4, 6f);
        for (int lane = 0; lane < LANES; lane++) {
            assertThat(counters[lane]).as("of lane %d", lane).isEqualTo(lane % 3 == 2 ? 4 : 0);
        }
    }

    @Test
    void leavesLanesWhoseCountersDifferAsTheyAre() {
        counters[5] = 1;
        assertThat(runExactly(30, 1000f)).isEmpty();
        assertThat(counters[5]).isEqualTo(1);
        assertThat(values).containsOnly(0f);
    }

    /** From 986 to 990 for some, far from the end for the others. */
    private static int first(int lane) {
        return lane % 8 == 3 ? 986 + lane / 8 : lane;
    }
}
