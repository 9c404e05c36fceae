package dev.smelt.examples.mandelbrot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ViewTest {
    @Test
    void zoomOneShowsTheWholeSet() {
        // The set reaches from -2 to 0.47 and from -1.12 to 1.12.
        for (int[] size : new int[][] {{1280, 800}, {100, 900}, {900, 100}, {1, 1}}) {
            View view = new View(size[0], size[1], -0.7, 0, 1);
            assertThat(view.step(1) * size[0] / 2).isGreaterThan(1.3);
            assertThat(view.step(1) * size[1] / 2).isGreaterThan(1.12);
        }
    }

    @Test
    void samplesAndZoomMakeStepsSmaller() {
        View view = new View(320, 200, 0, 0, 10);
        assertThat(view.step(4)).isCloseTo(new View(320, 200, 0, 0, 1).step(1) / 40, within(1e-15));
    }

    @Test
    void onlyHighZoomsAreDeep() {
        assertThat(new View(1280, 800, 0, 0, 1).isDeep(2)).isFalse();
        assertThat(new View(1280, 800, 0, 0, 100).isDeep(2)).isFalse();
        assertThat(new View(1280, 800, 0, 0, 10_000).isDeep(2)).isTrue();
    }
}
