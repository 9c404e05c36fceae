package dev.smelt.runtime.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Copies of rows against one element after the other. */
class LaneMemoryTest {
    private static final int WIDTH = 16;
    private static final int ROWS = 6;
    private static final float UNTOUCHED = -1f;

    /** A threadgroup of 16 x 3 x 2 threads. */
    private static final JvmThreadgroup THREADGROUP =
            new JvmThreadgroup(new ThreadgroupGrid(WIDTH, 3, 2, WIDTH, 3, 2), 0);

    private static float[] numbers(int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = i;
        }
        return numbers;
    }

    private static float[] untouched(int count) {
        float[] numbers = new float[count];
        Arrays.fill(numbers, UNTOUCHED);
        return numbers;
    }

    private static int index(int strideY, int strideZ, int x, int y, int z) {
        return 150 + x + y * strideY + z * strideZ;
    }

    @ParameterizedTest
    @CsvSource({
        "16, 48",
        "16, 50",
        "17, 51",
        "17, 60",
        "20, 60",
        "20, 0",
        "21, 63",
        "15, 45",
        "0, 0",
        "0, 16",
        "1, 3",
        "-16, -48",
        "-20, 60",
    })
    void copiesRowsWhereverTheyLie(int strideY, int strideZ) {
        LaneMask mask = new LaneMask(THREADGROUP.dispatchLanesApart());
        float[] buffer = numbers(300);
        for (int time = 0; time < 3; time++) {
            mask.begin(THREADGROUP);
            float[] lanes = untouched(THREADGROUP.dispatchLanesApart());
            LaneMemory.loadRows(mask, THREADGROUP, buffer, 150, strideY, strideZ, lanes);
            float[] stored = untouched(300);
            LaneMemory.storeRows(mask, THREADGROUP, stored, 150, strideY, strideZ, lanes);
            float[] spread = untouched(THREADGROUP.dispatchLanesApart());
            LaneMemory.spreadRows(mask, THREADGROUP, buffer, 150, strideY, strideZ, spread);
            float[] expected = untouched(300);
            for (int lane = 0; lane < THREADGROUP.lanes(); lane++) {
                int x = lane % WIDTH;
                int row = lane / WIDTH;
                int index = index(strideY, strideZ, x, row % 3, row / 3);
                assertThat(lanes[row * mask.pitch() + x]).isEqualTo(index);
                assertThat(spread[row * mask.pitch() + x]).isEqualTo(index - x);
                expected[index] = index;
            }
            assertThat(stored).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"16, 16", "17, 17", "20, 20", "21, 16", "15, 16", "0, 16", "-17, 16", "2147483647, 16"})
    void keepsRowsAsFarApartAsInMemoryIfThatIsLittle(int distance, int pitch) {
        LaneMask mask = new LaneMask(THREADGROUP.dispatchLanesApart());
        mask.begin(THREADGROUP);
        assertThat(mask.pitch()).isEqualTo(WIDTH);
        mask.suggestPitch(WIDTH, distance);
        mask.begin(THREADGROUP);
        assertThat(mask.pitch()).isEqualTo(pitch);
        assertThat(mask.lanes()).isEqualTo((ROWS - 1) * pitch + WIDTH);
        mask.begin(THREADGROUP);
        assertThat(mask.pitch()).as("kept").isEqualTo(pitch);
    }

    @Test
    void keepsRowsTogetherAtANarrowEdge() {
        ThreadgroupGrid grid = new ThreadgroupGrid(WIDTH + 15 + 3, 2, 1, WIDTH, 2, 1);
        LaneMask mask = new LaneMask(new JvmThreadgroup(grid, 0).dispatchLanesApart());
        mask.begin(new JvmThreadgroup(grid, 0));
        mask.suggestPitch(WIDTH, 18);
        mask.begin(new JvmThreadgroup(grid, 1));
        assertThat(mask.lanes()).isEqualTo(18 + WIDTH);
        JvmThreadgroup edge = new JvmThreadgroup(grid, 2);
        mask.begin(edge);
        assertThat(edge.width()).isEqualTo(2);
        assertThat(mask.lanes()).isEqualTo(edge.lanes());
    }

    @Test
    void leavesLanesAloneThatTakeNoPart() {
        LaneMask mask = new LaneMask(ROWS * WIDTH);
        mask.begin(ROWS * WIDTH);
        for (int lane = 20; lane < 40; lane += 3) {
            mask.exits()[lane] = 1;
        }
        float[] buffer = numbers(300);
        float[] lanes = untouched(ROWS * WIDTH);
        LaneMemory.loadRows(mask, THREADGROUP, buffer, 7, WIDTH, 3 * WIDTH, lanes);
        float[] stored = untouched(300);
        LaneMemory.storeRows(mask, THREADGROUP, stored, 7, WIDTH, 3 * WIDTH, buffer);
        for (int lane = 0; lane < lanes.length; lane++) {
            boolean takesPart = mask.exits()[lane] == 0;
            assertThat(lanes[lane]).isEqualTo(takesPart ? lane + 7 : UNTOUCHED);
            assertThat(stored[lane + 7]).isEqualTo(takesPart ? lane : UNTOUCHED);
        }
    }
}
