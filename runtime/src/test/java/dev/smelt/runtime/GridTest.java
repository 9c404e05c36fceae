package dev.smelt.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class GridTest {
    @Test
    void hasOneToThreeDimensions() {
        Grid line = Grid.of(5);
        Grid box = Grid.of(2, 3, 4);

        assertThat(line.dimensions()).isEqualTo(1);
        assertThat(new int[] {line.width(), line.height(), line.depth()}).containsExactly(5, 1, 1);
        assertThat(box.dimensions()).isEqualTo(3);
        assertThat(new int[] {box.width(), box.height(), box.depth()}).containsExactly(2, 3, 4);
        assertThat(line.hasThreadgroup()).isFalse();
        assertThat(line.threadgroupWidth()).isZero();
    }

    @Test
    void takesAThreadgroup() {
        Grid grid = Grid.of(100, 50).threadgroup(16, 8);

        assertThat(grid.hasThreadgroup()).isTrue();
        assertThat(new int[] {grid.threadgroupWidth(), grid.threadgroupHeight(), grid.threadgroupDepth()})
                .containsExactly(16, 8, 1);
        assertThat(grid).hasToString("Grid.of(100, 50).threadgroup(16, 8)");
        assertThat(Grid.of(1, 2, 3).threadgroup(4)).hasToString("Grid.of(1, 2, 3).threadgroup(4)");
        assertThat(Grid.of(9).threadgroup(1, 2, 3)).hasToString("Grid.of(9).threadgroup(1, 2, 3)");
    }

    @Test
    void coversInWholeThreadgroups() {
        assertThat(Grid.covering(1000, 256)).isEqualTo(Grid.of(1024).threadgroup(256));
        assertThat(Grid.covering(1024, 256)).isEqualTo(Grid.of(1024).threadgroup(256));
        assertThat(Grid.covering(0, 256)).isEqualTo(Grid.of(0).threadgroup(256));
    }

    @Test
    void isEmptyIfAnyDimensionIsZero() {
        assertThat(Grid.of(0).isEmpty()).isTrue();
        assertThat(Grid.of(3, 0).isEmpty()).isTrue();
        assertThat(Grid.of(3, 3, 0).isEmpty()).isTrue();
        assertThat(Grid.of(1).isEmpty()).isFalse();
    }

    @Test
    void comparesByValue() {
        assertThat(Grid.of(3)).isEqualTo(Grid.of(3)).hasSameHashCodeAs(Grid.of(3));
        assertThat(Grid.of(3))
                .isNotEqualTo(Grid.of(3, 1))
                .isNotEqualTo(Grid.of(3).threadgroup(3));
    }

    @Test
    void refusesNegativeSizes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Grid.of(-1))
                .withMessage("a grid cannot be negative: Grid.of(-1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Grid.of(3, -2))
                .withMessage("a grid cannot be negative: Grid.of(3, -2)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Grid.of(3, 2, -7))
                .withMessage("a grid cannot be negative: Grid.of(3, 2, -7)");
    }

    @Test
    void refusesThreadgroupsWithoutThreads() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Grid.of(5).threadgroup(0))
                .withMessage("a threadgroup has at least one thread in each dimension: Grid.of(5).threadgroup(0)");
        assertThatIllegalArgumentException().isThrownBy(() -> Grid.of(5).threadgroup(1, -1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Grid.covering(5, 0))
                .withMessage("Grid.covering(5, 0): threads must be 0 or more, threadgroup 1 or more");
        assertThatIllegalArgumentException().isThrownBy(() -> Grid.covering(-5, 1));
    }

    @Test
    void refusesToCoverMoreThanADimensionHolds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Grid.covering(Integer.MAX_VALUE, 256))
                .withMessage(
                        "Grid.covering(2147483647, 256) would have 2147483648 threads; a dimension has at most 2147483647");
    }
}
