package dev.smelt.examples.mandelbrot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.smelt.dsl.Float2;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscapeTest {
    private static final double FLOAT = 0x1p-24;
    /** Sums and products of two floats each, with a margin. */
    private static final double PAIR = 0x1p-43;

    private final Device device = Device.open();

    @AfterEach
    void closeDevice() {
        device.close();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, -0.7, 0, 1, 100",
        "1, 33, -0.7, 0, 1, 100",
        "97, 61, -0.7, 0, 1, 100",
        "97, 61, 0.3, 0.5, 5, 100",
        "15, 15, -4, 4, 1, 50"
    })
    void agreesWithDoublePrecision(int width, int height, double x, double y, double zoom, int limit) {
        View view = new View(width, height, x, y, zoom);
        float[] speeds = new float[width * height];
        EscapeKernels.load(device)
                .escape(Grid.of(width, height), new Float2((float) x, (float) y), (float) view.step(1), limit, speeds);
        assertAgrees(speeds, view, (float) x, (float) y, limit, FLOAT);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, -0.7, 0, 1, 100",
        "53, 37, -0.7, 0, 1, 100",
        "53, 37, -0.7453, 0.1127, 1e4, 1000",
        "53, 37, -1.768778833, 0.001738996, 1e6, 500"
    })
    void pairsOfFloatsAgreeWithDoublePrecision(int width, int height, double x, double y, double zoom, int limit) {
        View view = new View(width, height, x, y, zoom);
        float[] speeds = new float[width * height];
        DeepEscapeKernels.load(device)
                .escape(
                        Grid.of(width, height),
                        DeepEscape.split(x),
                        DeepEscape.split(y),
                        (float) view.step(1),
                        limit,
                        speeds);
        assertAgrees(speeds, view, x, y, limit, PAIR);
    }

    @Test
    void noIterationsLeaveEveryPointInside() {
        float[] speeds = new float[6];
        EscapeKernels.load(device).escape(Grid.of(3, 2), new Float2(0f, 0f), 1f, 0, speeds);
        assertThat(speeds).containsOnly(Escape.NEVER);
    }

    private static void assertAgrees(float[] speeds, View view, double x, double y, int limit, double u) {
        double step = (float) view.step(1);
        int decided = 0;
        for (int i = 0; i < speeds.length; i++) {
            int column = i % view.width();
            int row = i / view.width();
            double dx = (column - (view.width() - 1) / 2.0) * step;
            double dy = (row - (view.height() - 1) / 2.0) * -step;
            // A distance is rounded to float even where pairs are added: 2^-24 of it.
            double moved = (Math.abs(dx) + Math.abs(dy)) * FLOAT / u;
            Orbit orbit = Orbit.of(x + dx, y + dy, moved, limit, u);
            if (orbit.decided()) {
                decided++;
                assertThat((double) speeds[i])
                        .as("point %d of %s", i, view)
                        .isCloseTo(orbit.speed(), within(orbit.bound()));
            }
        }
        assertThat(decided / (double) speeds.length)
                .as("part of the points of which something can be said")
                .isGreaterThan(0.8);
    }
}
