package dev.smelt.runtime.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.runtime.Grid;
import dev.smelt.runtime.spi.ThreadgroupGrid;
import org.junit.jupiter.api.Test;

final class ThreadgroupsTest {
    private static String sizes(Grid grid, int cores) {
        ThreadgroupGrid groups = Threadgroups.of(grid, cores);
        return groups.dispatchWidth() + "x" + groups.dispatchHeight() + "x" + groups.dispatchDepth() + " in "
                + groups.groups();
    }

    @Test
    void keepsTheThreadgroupOfTheGrid() {
        assertThat(sizes(Grid.of(100).threadgroup(7), 4)).isEqualTo("7x1x1 in 15");
        assertThat(sizes(Grid.of(100, 10).threadgroup(8, 8), 4)).isEqualTo("8x8x1 in 26");
    }

    @Test
    void dividesALongLineIntoLanes() {
        assertThat(sizes(Grid.of(1_000_000), 2)).isEqualTo("1024x1x1 in 977");
    }

    @Test
    void givesEachCoreAPartOfAShortLine() {
        assertThat(sizes(Grid.of(1000), 2)).isEqualTo("512x1x1 in 2");
        assertThat(sizes(Grid.of(1500), 4)).isEqualTo("384x1x1 in 4");
    }

    @Test
    void keepsATinyLineWhole() {
        assertThat(sizes(Grid.of(1), 8)).isEqualTo("256x1x1 in 1");
        assertThat(sizes(Grid.of(256), 8)).isEqualTo("256x1x1 in 1");
    }

    @Test
    void takesAPlaneRowByRow() {
        assertThat(sizes(Grid.of(640, 480), 2)).isEqualTo("640x1x1 in 480");
        assertThat(sizes(Grid.of(3000, 2), 2)).isEqualTo("1024x1x1 in 6");
    }

    @Test
    void takesShortRowsTogether() {
        assertThat(sizes(Grid.of(16, 100), 2)).isEqualTo("16x16x1 in 7");
        assertThat(sizes(Grid.of(1, 3, 5), 2)).isEqualTo("1x3x1 in 5");
    }

    @Test
    void countsTheThreadgroupsOfTheLargestLine() {
        assertThat(sizes(Grid.of(Integer.MAX_VALUE), 2)).isEqualTo("1024x1x1 in 2097152");
        assertThat(sizes(Grid.of(Integer.MAX_VALUE).threadgroup(1), 2)).isEqualTo("1x1x1 in 2147483647");
    }
}
