package dev.smelt.compiler.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.testing.JvmKernels;
import dev.smelt.runtime.spi.ThreadgroupGrid;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows and columns of a position, which go along with the lanes, against divisions. */
class JvmIndexWalkTest {
    private static final int THREADS = 500;

    private static final JvmKernels KERNELS = JvmKernels.compile("Walks", """
            package demo;
            import static dev.smelt.dsl.Msl.*;
            import dev.smelt.dsl.*;
            public final class Walks {
                @Kernel static void both(float[] x, float[] out, int[] rows, int width, @ThreadPositionInGrid int i) {
                    out[i] = sin(x[i]) + (i % width);
                    rows[i] = i / width;
                }

                @Kernel static void sometimes(float[] x, float[] out, int[] rows, int width, @ThreadPositionInGrid int i) {
                    float y = cos(x[i]);
                    if (i % 7 < 3) {
                        return;
                    }
                    out[i] = y - (i / width);
                    rows[i] = (i % width) * 2 + i % 5;
                }

                @Kernel static void ofTwo(
                        float[] x, float[] out, int[] rows, int width, int other, @ThreadPositionInGrid int i) {
                    float y = exp(x[i]);
                    out[i] = y * (i % width) + (i % other);
                    rows[i] = i / other - i / width;
                }

                @Kernel static void changing(float[] x, float[] out, int[] rows, int width, @ThreadPositionInGrid int i) {
                    float y = tanh(x[i]);
                    int w = width;
                    for (int k = 0; k < 3; k++) {
                        rows[i] += i / w;
                        w = w / 2 + i % 2 + 1;
                    }
                    out[i] = y + w;
                }
            }
            """);

    @Test
    void dividesOnceForARow() {
        assertThat(KERNELS.generated()).contains("if (remainder >= width || i != next)");
    }

    @ParameterizedTest
    @CsvSource({
        "both, 16", "both, 64", "both, 500",
        "sometimes, 16", "sometimes, 64", "sometimes, 500",
        "changing, 64",
    })
    void givesWhatDivisionGives(String kernel, int threads) throws ReflectiveOperationException {
        for (int width : new int[] {1, 2, 16, 17, 63, 64, 499, 500, 501, 2147483647, -1, -17, -2147483648}) {
            float[] x = numbers();
            float[] out = new float[THREADS];
            int[] rows = new int[THREADS];
            KERNELS.runPlainly(kernel, THREADS, x, out, rows, width);
            float[] laneOut = new float[THREADS];
            int[] laneRows = new int[THREADS];
            ThreadgroupGrid grid = new ThreadgroupGrid(THREADS, 1, 1, threads, 1, 1);
            KERNELS.run(kernel, grid, new int[] {width}, x, laneOut, laneRows);
            assertThat(laneRows).as("by %d", width).isEqualTo(rows);
            for (int i = 0; i < THREADS; i++) {
                assertThat(laneOut[i]).as("by %d", width).isCloseTo(out[i], within(out[i]));
            }
        }
    }

    @Test
    void dividesByTwoNumbersAtOnce() throws ReflectiveOperationException {
        float[] x = numbers();
        float[] out = new float[THREADS];
        int[] rows = new int[THREADS];
        KERNELS.runPlainly("ofTwo", THREADS, x, out, rows, 12, 31);
        float[] laneOut = new float[THREADS];
        int[] laneRows = new int[THREADS];
        KERNELS.run("ofTwo", new ThreadgroupGrid(THREADS, 1, 1, 64, 1, 1), new int[] {12, 31}, x, laneOut, laneRows);
        assertThat(laneRows).isEqualTo(rows);
        for (int i = 0; i < THREADS; i++) {
            assertThat(laneOut[i]).isCloseTo(out[i], within(out[i]));
        }
    }

    @Test
    void leavesAPositionDividedByNothingAsItIs() {
        float[] x = numbers();
        float[] out = new float[THREADS];
        int[] rows = new int[THREADS];
        KERNELS.run("both", new ThreadgroupGrid(THREADS, 1, 1, 64, 1, 1), new int[] {0}, x, out, rows);
        for (int i = 0; i < THREADS; i++) {
            assertThat(rows[i]).isEqualTo(i);
            assertThat(out[i]).isCloseTo((float) Math.sin(x[i]), within(1f));
        }
    }

    @Test
    void beginsAnewInEachRowOfAThreadgroup() {
        float[] x = numbers();
        float[] out = new float[THREADS];
        int[] rows = new int[THREADS];
        KERNELS.run("both", new ThreadgroupGrid(125, 4, 1, 32, 2, 1), new int[] {10}, x, out, rows);
        for (int i = 0; i < 125; i++) {
            assertThat(rows[i]).isEqualTo(i / 10);
            assertThat(out[i]).isCloseTo((float) Math.sin(x[i]) + i % 10, within(out[i]));
        }
    }

    private static float[] numbers() {
        float[] x = new float[THREADS];
        for (int i = 0; i < THREADS; i++) {
            x[i] = i * 0.01f - 2f;
        }
        return x;
    }

    /** A function's error, and the rounding of a sum. */
    private static Offset<Float> within(float expected) {
        return Offset.offset(4 * Math.ulp(Math.max(1f, Math.abs(expected))));
    }
}
