package dev.smelt.compiler.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.smelt.compiler.testing.JvmKernels;
import dev.smelt.runtime.spi.ThreadgroupGrid;
import org.junit.jupiter.api.Test;

/** Rows in loops: loaded once where each round loads the same, and few at once where each loads another. */
class JvmFixedRowsTest {
    private static final String SOURCE = """
            package demo;
            import static dev.smelt.dsl.Msl.*;
            import dev.smelt.dsl.*;
            public final class FixedRows {
                @Kernel
                static void series(float[] x, float[] y, int terms, @ThreadPositionInGrid int i) {
                    float sum = 0f;
                    for (int n = 1; n <= terms; n++) { sum += sin(n * x[i]) / n; }
                    y[i] = sum;
                }

                @Kernel
                static void nested(float[] x, float[] y, int n, int m, @ThreadPositionInGrid int i) {
                    float sum = 1f;
                    for (int j = 0; j < n; j++) {
                        for (int k = 0; k < m; k++) { sum = sum * 0.5f + x[i] * k; }
                        sum += x[i + j];
                    }
                    y[i] = sum;
                }

                @Kernel
                static void doubling(float[] x, float[] y, int n, @ThreadPositionInGrid int i) {
                    for (int j = 0; j < n; j++) { y[i] = x[i] + x[i]; }
                }

                @Kernel
                static void columns(float[] x, float[] y, @ThreadPositionInGrid int i, @ThreadsPerGrid int width) {
                    float sum = 0f;
                    for (int k = 0; k < 16; k++) { sum += x[k * width + i]; }
                    y[i] = sum;
                }

                @Kernel
                static void fewColumns(float[] x, float[] y, @ThreadPositionInGrid int i, @ThreadsPerGrid int width) {
                    float sum = 0f;
                    for (int k = 0; k < 7; k++) { sum += x[k * width + i]; }
                    y[i] = sum;
                }

                @Kernel
                static void window(
                        float[] x, float[] w, float[] y, int base, @ThreadPositionInGrid int i, @ThreadsPerGrid int width) {
                    float sum = 0f;
                    for (int j = 0; j < 3; j++) {
                        for (int k = 0; k < 3; k++) {
                            float weight = w[(base * 5 + 2) * 9 + j * 3 + k];
                            sum += weight * x[j * width + i + k];
                        }
                    }
                    y[i] = sum;
                }
            }
            """;

    private static final JvmKernels KERNELS = JvmKernels.compile("FixedRows", SOURCE);
    private static final int THREADS = 21;

    private static void run(String kernel, float[] x, float[] y, int... uniforms) {
        run(kernel, new float[][] {x, y}, uniforms);
    }

    private static void run(String kernel, float[][] arrays, int... uniforms) {
        KERNELS.run(kernel, new ThreadgroupGrid(THREADS, 1, 1, 8, 1, 1), uniforms, (Object[]) arrays);
    }

    private static float[] numbers(int count) {
        float[] numbers = new float[count];
        for (int n = 0; n < count; n++) {
            numbers[n] = (n * 37 % 101) / 20f - 2.1f;
        }
        return numbers;
    }

    @Test
    void leaveTheLoopThatLoadsThemInEachRound() {
        String control = KERNELS.method("seriesControl");
        assertThat(control.indexOf("LaneMemory.load(")).isBetween(0, control.indexOf("for ("));
        for (int terms : new int[] {0, 1, 2, 9}) {
            float[] x = numbers(THREADS);
            float[] y = new float[THREADS];
            run("series", x, y, terms);
            for (int i = 0; i < THREADS; i++) {
                double sum = 0;
                for (int n = 1; n <= terms; n++) {
                    sum += Math.sin(n * x[i]) / n;
                }
                assertThat((double) y[i]).isCloseTo(sum, within(2e-6));
            }
        }
    }

    @Test
    void areNotTouchedByALoopWithoutARound() {
        float[] y = numbers(THREADS);
        run("series", new float[0], y, 0);
        assertThat(y).containsOnly(0f);
        run("nested", new float[0], y, 0, 5);
        assertThat(y).containsOnly(1f);
    }

    @Test
    void leaveAnInnerLoop() {
        for (int[] rounds : new int[][] {{1, 0}, {1, 1}, {3, 2}, {5, 9}}) {
            float[] x = numbers(THREADS + rounds[0]);
            float[] y = new float[THREADS];
            run("nested", x, y, rounds);
            for (int i = 0; i < THREADS; i++) {
                float sum = 1f;
                for (int j = 0; j < rounds[0]; j++) {
                    for (int k = 0; k < rounds[1]; k++) {
                        sum = sum * 0.5f + x[i] * k;
                    }
                    sum += x[i + j];
                }
                assertThat(y[i]).isEqualTo(sum);
            }
        }
    }

    @Test
    void areLoadedAnewWhereTheLoopMayStoreInTheSameArray() {
        float[] both = numbers(THREADS);
        float[] expected = both.clone();
        run("doubling", both, both, 5);
        for (int i = 0; i < THREADS; i++) {
            expected[i] *= 32f;
        }
        assertThat(both).isEqualTo(expected);
    }

    /** Sixteen rows of 1,024 floats do not stay in the first-level cache until they are added. */
    @Test
    void areNotAllLoadedBeforeTheFirstIsAdded() {
        assertThat(KERNELS.method("columnsControl").split("columnsRows\\d*\\(", -1))
                .hasSize(1 + 2);
        float[] x = numbers(16 * THREADS);
        float[] y = new float[THREADS];
        run("columns", x, y);
        float[] few = new float[THREADS];
        run("fewColumns", x, few);
        for (int i = 0; i < THREADS; i++) {
            float sum = 0f;
            for (int k = 0; k < 16; k++) {
                if (k == 7) {
                    assertThat(few[i]).isEqualTo(sum);
                }
                sum += x[k * THREADS + i];
            }
            assertThat(y[i]).isEqualTo(sum);
        }
    }

    /** What the index of a weight takes is done once for all lanes: the rounds were taken for long, and each was a loop. */
    @Test
    void areLoadedForAShortLoopAtOnceHoweverLongTheIndexOfAWeight() {
        String control = KERNELS.method("windowControl");
        assertThat(control.split("windowRows\\d*\\(", -1)).hasSize(1 + 3);
        assertThat(control).contains("lanes.j < 3").doesNotContain("lanes.k < 3");
        float[] x = numbers(3 * THREADS + 2);
        float[] w = numbers(100);
        float[] y = new float[THREADS];
        run("window", new float[][] {x, w, y}, 1);
        for (int i = 0; i < THREADS; i++) {
            float sum = 0f;
            for (int j = 0; j < 3; j++) {
                for (int k = 0; k < 3; k++) {
                    sum += w[63 + j * 3 + k] * x[j * THREADS + i + k];
                }
            }
            assertThat(y[i]).isEqualTo(sum);
        }
    }
}
