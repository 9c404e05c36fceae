package dev.smelt.compiler.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.smelt.compiler.testing.JvmKernels;
import dev.smelt.runtime.spi.ThreadgroupGrid;
import org.junit.jupiter.api.Test;

/** Kernels whose functions are computed for many threads at once. */
class JvmStripTest {
    private static final String SOURCE = """
            package demo;
            import static dev.smelt.dsl.Msl.*;
            import dev.smelt.dsl.*;
            public final class Strips {
                @Kernel
                static float sigmoid(float x) { return 1f / (1f + exp(-x)); }

                @Kernel
                static float series(float x, @Uniform int terms) {
                    float sum = 0f;
                    for (int k = 1; k <= terms; k++) {
                        sum += sin(k * x) / k;
                    }
                    return sum;
                }

                @Kernel
                static void guarded(float[] x, float[] y, int n, @ThreadPositionInGrid int i) {
                    if (i >= n) {
                        return;
                    }
                    y[i] = log(x[i]);
                }

                @Kernel
                static void lazily(float[] x, float[] y, @ThreadPositionInGrid int i) {
                    float v = i < 3 ? cos(x[i]) : 7f;
                    boolean small = i < 5 && exp(x[i]) > 1f;
                    y[i] = exp(v) + (small ? 1f : 0f);
                }

                static float positive(float x) {
                    if (x < 0f) {
                        return -1f;
                    }
                    return exp(x);
                }

                @Kernel
                static void returning(float[] x, float[] y, @ThreadPositionInGrid int i) {
                    float v = positive(x[i]) + 1f;
                    y[i] = sin(v);
                }

                @Kernel
                static void inPlace(float[] x, float[] y, float k, @ThreadPositionInGrid int i) {
                    y[i] = exp(x[i]);
                    x[i] = x[i] + exp(k);
                    y[i] = y[i] + sin(x[i]);
                }

                @Kernel
                static void chosen(float[] x, float[] y, @ThreadPositionInGrid int i) {
                    float e = exp(-x[i]);
                    float low = e < 0.2f ? 1f - e : e;
                    y[i] = low >= x[i] ? low * 2f : low - e;
                }

                @Kernel
                static void attracted(float[] x, float[] mass, float[] y, @ThreadPositionInGrid int i) {
                    float p = x[i];
                    float sum = 0f, total = 1f, last = 0f;
                    for (int j = 0; j < x.length; j++) {
                        float d = x[j] - p;
                        float w = mass[j] / (float) Math.sqrt(d * d + 0.5f);
                        float before = total;
                        sum += d * w;
                        total = last + w;
                        last = before * 0.5f + sum;
                    }
                    y[i] = sum + total + last;
                }

                @Kernel
                static void blurred(float[] x, float[] y, @ThreadPositionInGrid Int2 p, @ThreadsPerGrid Int2 size) {
                    int width = size.x() + 2;
                    int at = p.y() * width + p.x();
                    float sum = 0f;
                    for (int dy = 0; dy < 3; dy++) {
                        for (int dx = 0; dx < 3; dx++) {
                            sum += (dy + 2 * dx + 1) * x[at + dy * width + dx];
                        }
                        sum -= x[p.y()];
                    }
                    y[p.y() * size.x() + p.x()] = sum;
                }

                @Kernel
                static void counted(
                        byte[] data, int[] bins, @Threadgroup(8) int[] own,
                        @ThreadPositionInThreadgroup int t, @ThreadgroupPositionInGrid int group,
                        @ThreadsPerThreadgroup int size) {
                    if (t < 8) {
                        own[t] = 0;
                    }
                    threadgroupBarrier();
                    for (int k = 0; k < 5; k++) {
                        int bin = data[(group * 5 + k) * size + t];
                        if (bin >= 0) {
                            atomicAdd(own, bin, k + 1);
                        }
                    }
                    threadgroupBarrier();
                    if (t < 8) {
                        atomicAdd(bins, t, own[t]);
                    }
                }

                @Kernel
                static void neighbours(float[] x, float[] y, @ThreadPositionInGrid int i, @ThreadsPerGrid int n) {
                    float next = x[i + 1 < n ? i + 1 : 0];
                    float sum = 0f;
                    for (int k = 0; k < i % 4; k++) {
                        sum += cos(x[i] * k);
                    }
                    y[i] = exp(next) + sum;
                }
            }
            """;

    private static final JvmKernels KERNELS = JvmKernels.compile("Strips", SOURCE);

    private static void run(String kernel, ThreadgroupGrid grid, int uniform, Object... arrays) {
        KERNELS.run(kernel, grid, new int[] {uniform}, arrays);
    }

    private static ThreadgroupGrid line(int threads) {
        return new ThreadgroupGrid(threads, 1, 1, 16, 1, 1);
    }

    private static float[] numbers(int count) {
        float[] numbers = new float[count];
        for (int n = 0; n < count; n++) {
            numbers[n] = (n * 37 % 101) / 20f + 0.1f;
        }
        return numbers;
    }

    private static void isNear(float actual, double expected) {
        assertThat((double) actual).isCloseTo(expected, within(4e-6 * Math.max(1, Math.abs(expected))));
    }

    @Test
    void computesFunctionsForAllLanesAtOnce() {
        assertThat(KERNELS.generated())
                .contains("math.exp(", "math.sin(", "math.log(")
                .contains("LaneMemory.load(", "LaneMemory.store(");
    }

    @Test
    void mapsEachElement() {
        float[] x = numbers(45);
        float[] y = new float[45];
        run("sigmoid", line(45), 0, x, y);
        for (int n = 0; n < 45; n++) {
            isNear(y[n], 1 / (1 + Math.exp(-x[n])));
        }
    }

    @Test
    void keepsAUniformLoopOutside() {
        float[] x = numbers(45);
        float[] y = new float[45];
        run("series", line(45), 10, x, y);
        for (int n = 0; n < 45; n++) {
            double sum = 0;
            for (int k = 1; k <= 10; k++) {
                sum += Math.sin(k * x[n]) / k;
            }
            isNear(y[n], sum);
        }
    }

    @Test
    void leavesThreadsOutThatHaveReturned() {
        float[] x = numbers(20);
        float[] y = new float[20];
        run("guarded", line(32), 20, x, y);
        for (int n = 0; n < 20; n++) {
            isNear(y[n], Math.log(x[n]));
        }
    }

    @Test
    void evaluatesOnlyWhatJavaEvaluates() {
        float[] x = numbers(20);
        float[] y = new float[20];
        run("lazily", line(20), 0, x, y);
        for (int n = 0; n < 20; n++) {
            double v = n < 3 ? Math.cos(x[n]) : 7;
            isNear(y[n], Math.exp(v) + (n < 5 && Math.exp(x[n]) > 1 ? 1 : 0));
        }
    }

    @Test
    void inlinesHelpersThatReturnEarly() {
        float[] x = numbers(40);
        for (int n = 0; n < 40; n += 3) {
            x[n] = -x[n];
        }
        float[] y = new float[40];
        run("returning", line(40), 0, x, y);
        for (int n = 0; n < 40; n++) {
            isNear(y[n], Math.sin((x[n] < 0 ? -1f : (float) Math.exp(x[n])) + 1f));
        }
    }

    @Test
    void keepsTheOrderOfLoadsAndStoresOfOneArray() {
        float[] x = numbers(40);
        float[] before = x.clone();
        // Both parameters are the same array.
        ThreadgroupGrid grid = line(40);
        run("inPlace", grid, Float.floatToRawIntBits(0.5f), x, x);
        for (int n = 0; n < 40; n++) {
            float first = (float) Math.exp(before[n]);
            float second = first + (float) Math.exp(0.5f);
            isNear(x[n], second + Math.sin(second));
        }
    }

    @Test
    void readsMemoryInOrderInALoopThatKeepsNothing() {
        assertThat(KERNELS.generated()).contains("for (; lanes.k < 5; lanes.k += 5) {");
        byte[] data = new byte[5 * 48];
        int[] expected = new int[8];
        for (int n = 0; n < data.length; n++) {
            data[n] = (byte) (n * 7 % 11 - 3);
            if (data[n] >= 0) {
                expected[data[n]] += n / 16 % 5 + 1;
            }
        }
        int[] bins = new int[8];
        run("counted", line(48), 0, data, bins);
        assertThat(bins).isEqualTo(expected);
    }

    @Test
    void loadsOtherElementsAndRunsDivergentLoopsLaneByLane() {
        float[] x = numbers(40);
        float[] y = new float[40];
        run("neighbours", line(40), 0, x, y);
        for (int n = 0; n < 40; n++) {
            double sum = 0;
            for (int k = 0; k < n % 4; k++) {
                sum += Math.cos(x[n] * k);
            }
            isNear(y[n], Math.exp(x[n + 1 < 40 ? n + 1 : 0]) + sum);
        }
    }

    @Test
    void choosesForEachThread() {
        float[] x = numbers(45);
        float[] y = new float[45];
        run("chosen", line(45), 0, x, y);
        for (int n = 0; n < 45; n++) {
            double e = Math.exp(-x[n]);
            double low = e < 0.2 ? 1 - e : e;
            isNear(y[n], low >= x[n] ? low * 2 : low - e);
        }
    }

    @Test
    void computesAsJavaDoesToTheBitInALoopOutside() {
        assertThat(KERNELS.generated()).contains("attractedControl(", "blurredControl(");
        float[] x = numbers(45);
        float[] mass = numbers(50);
        float[] y = new float[45];
        // The loop's bound is behind no uniform of its own: the length of x.
        run("attracted", line(45), 0, x, mass, y);
        for (int n = 0; n < 45; n++) {
            float sum = 0f;
            float total = 1f;
            float last = 0f;
            for (int j = 0; j < x.length; j++) {
                float d = x[j] - x[n];
                float w = mass[j] / (float) Math.sqrt(d * d + 0.5f);
                float before = total;
                sum += d * w;
                total = last + w;
                last = before * 0.5f + sum;
            }
            assertThat(y[n]).isEqualTo(sum + total + last);
        }
    }

    @Test
    void loadsRowsOfAGridOfTwoDimensions() {
        int width = 7;
        int height = 5;
        float[] x = numbers((width + 2) * (height + 2));
        float[] y = new float[width * height];
        run("blurred", new ThreadgroupGrid(width, height, 1, 4, 3, 1), 0, x, y);
        for (int py = 0; py < height; py++) {
            for (int px = 0; px < width; px++) {
                float sum = 0f;
                for (int dy = 0; dy < 3; dy++) {
                    for (int dx = 0; dx < 3; dx++) {
                        sum += (dy + 2 * dx + 1) * x[(py + dy) * (width + 2) + px + dx];
                    }
                    sum -= x[py];
                }
                assertThat(y[py * width + px]).isEqualTo(sum);
            }
        }
    }

    @Test
    void runsAKernelOfOneDimensionInEachRowOfAGridOfMore() {
        float[] x = numbers(10);
        float[] y = new float[10];
        run("sigmoid", new ThreadgroupGrid(10, 3, 2, 4, 2, 2), 0, x, y);
        for (int n = 0; n < 10; n++) {
            isNear(y[n], 1 / (1 + Math.exp(-x[n])));
        }
    }

    @Test
    void failsBeyondTheEndOfAnArray() {
        assertThatThrownBy(() -> run("sigmoid", line(20), 0, new float[19], new float[20]))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}
