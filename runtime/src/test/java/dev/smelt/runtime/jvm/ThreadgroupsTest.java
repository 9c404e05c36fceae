package dev.smelt.runtime.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.runtime.Grid;
import dev.smelt.runtime.spi.ThreadgroupGrid;
import org.junit.jupiter.api.Test;

final class ThreadgroupsTest {
    private static String sizes(Grid grid, int cores) {
        return sizes(Threadgroups.of(grid, cores));
    }

    private static String sizesOfRows(Grid grid, int cores) {
        return sizes(Threadgroups.ofRows(grid, cores));
    }

    private static String sizes(ThreadgroupGrid groups) {
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

    @Test
    void givesLongPartsToKernelsThatCannotTell() {
        assertThat(sizesOfRows(Grid.of(10_000_000), 2)).isEqualTo("32768x1x1 in 306");
        assertThat(sizesOfRows(Grid.of(640, 480), 2)).isEqualTo("640x15x1 in 32");
        assertThat(sizesOfRows(Grid.of(100_000, 20), 2)).isEqualTo("32768x1x1 in 80");
        assertThat(sizesOfRows(Grid.of(100, 100, 100), 2)).isEqualTo("100x100x1 in 100");
    }

    @Test
    void makesNoPartSoLongThatACoreWaits() {
        assertThat(sizesOfRows(Grid.of(64_000), 2)).isEqualTo("2000x1x1 in 32");
        assertThat(sizesOfRows(Grid.of(32_768), 2)).isEqualTo(sizes(Grid.of(32_768), 2));
        assertThat(sizesOfRows(Grid.of(1000), 2)).isEqualTo(sizes(Grid.of(1000), 2));
    }

    @Test
    void keepsTheThreadgroupOfTheGridForAllKernels() {
        assertThat(sizesOfRows(Grid.of(1_000_000).threadgroup(7), 4)).isEqualTo("7x1x1 in 142858");
    }

    @Test
    void givesLongPartsOfTheLargestGrids() {
        assertThat(sizesOfRows(Grid.of(Integer.MAX_VALUE), 2)).isEqualTo("32768x1x1 in 65536");
        Grid cube = Grid.of(1 << 21, 1 << 21, 1 << 21);
        assertThat(Threadgroups.ofRows(cube, 2).dispatchWidth()).isEqualTo(32_768);
    }
}
