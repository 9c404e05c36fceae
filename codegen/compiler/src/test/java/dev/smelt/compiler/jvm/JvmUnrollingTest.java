package dev.smelt.compiler.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smelt.compiler.testing.JvmKernels;
import dev.smelt.runtime.spi.ThreadgroupGrid;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Loops outside of the lanes that do several rounds at once, to the bit as round by round. */
class JvmUnrollingTest {
    private static final String SOURCE = """
            package demo;
            import static dev.smelt.dsl.Msl.*;
            import dev.smelt.dsl.*;
            public final class Unrolled {
                static final int ROWS = 3;

                @Kernel
                static void up(float[] x, float[] y, int from, int end, @ThreadPositionInGrid int i) {
                    float sum = x[i];
                    for (int j = from; j < end; j += 3) { sum = sum * 0.75f + x[i] * j; }
                    y[i] = sum;
                }

                @Kernel
                static void upTo(float[] x, float[] y, int from, int end, @ThreadPositionInGrid int i) {
                    float sum = x[i];
                    for (int j = from; j <= end; j++) { sum = sum * 0.75f + x[i] * j; }
                    y[i] = sum;
                }

                @Kernel
                static void down(float[] x, float[] y, int from, int end, @ThreadPositionInGrid int i) {
                    float sum = x[i];
                    for (int j = from; j > end; j -= 2) { sum = sum * 0.75f + x[i] * j; }
                    y[i] = sum;
                }

                @Kernel
                static void downTo(float[] x, float[] y, int from, int end, @ThreadPositionInGrid int i) {
                    float sum = x[i];
                    for (int j = from; j >= end; j--) { sum = sum * 0.75f + x[i] * j; }
                    y[i] = sum;
                }

                @Kernel
                static void shifting(float[] x, float[] y, int n, @ThreadPositionInGrid int i) {
                    for (int j = 0; j < n; j++) {
                        y[i + j + 1] = y[i + j] + x[j];
                    }
                }

                @Kernel
                static void changing(
                        float[] x, float[] y, @Threadgroup(4) float[] tile, int n,
                        @ThreadPositionInThreadgroup int t, @ThreadPositionInGrid int i) {
                    if (t < 4) { tile[t] = x[i]; }
                    threadgroupBarrier();
                    float sum = 0f;
                    for (int k = 0; k < n; k++) {
                        for (int j = 0; j < 4; j++) { sum += tile[j] * x[i]; }
                        threadgroupBarrier();
                        if (t < 4) { tile[t] = tile[t] + 1f; }
                        threadgroupBarrier();
                    }
                    y[i] = sum;
                }

                @Kernel
                static void rows(float[] x, float[] y, int n, @ThreadPositionInGrid int i, @ThreadsPerGrid int width) {
                    float[] sums = {1f, 2f, 3f};
                    float[] last = new float[2];
                    for (int j = 0; j < n; j++) {
                        for (int r = 0; r < ROWS; r++) { sums[r] += x[i] * (j + r); }
                        last[1] = sums[2] - last[0];
                        last[0] = sums[0];
                    }
                    for (int r = ROWS - 1; r >= 0; r--) { y[r * width + i] = sums[r] + last[r & 1]; }
                }

                @Kernel
                static void smoothed(float[] x, float[] y, int n, @ThreadPositionInGrid int i, @ThreadsPerGrid int width) {
                    float[] sums = new float[5];
                    for (int j = 0; j < n; j++) {
                        for (int r = 0; r < 5; r++) { sums[r] += x[i] * (j + r); }
                    }
                    for (int r = 0; r < 5; r++) { y[r * width + i] = sums[r]; }
                }

                @Kernel
                static void ownRounds(float[] x, float[] y, int n, @ThreadPositionInGrid int i, @ThreadsPerGrid int width) {
                    float[] own = new float[6];
                    float[] sums = new float[7];
                    for (int j = 0; j < n; j++) {
                        for (int r = 0; r < 4; r++) { sums[r] += x[i] * (j + r); }
                    }
                    for (int j = 0; j < i % 3; j++) {
                        for (int r = 0; r < 6; r++) { own[r] += x[i] * (j - r); }
                    }
                    for (int r = 0; r < 4; r++) { y[r * width + i] = sums[r] + own[r + 2]; }
                }

                @Kernel
                static void attracted(float[] x, float[] y, int n, @ThreadsPerGrid int width, @ThreadPositionInGrid int i) {
                    float px = x[i];
                    float first = 0f;
                    float second = 1f;
                    float third = -1f;
                    for (int j = 0; j < n; j++) {
                        float d = x[j] - px;
                        float e = d * px + 0.5f;
                        float force = 1f / sqrt(d * d + e * e + d * d * e * e + 0.25f);
                        first += d * force;
                        second -= e * force;
                        third = third + force * force * d;
                    }
                    y[i] = first;
                    y[width + i] = second;
                    y[2 * width + i] = third;
                }

                @Kernel
                static void falling(float[] x, float[] y, int n, @ThreadsPerGrid int width, @ThreadPositionInGrid int i) {
                    float a = x[i];
                    float b = 1f;
                    float c = -1f;
                    for (int j = 0; j < n; j++) {
                        float d = 0.01f * (a * b - c) / sqrt(a * a + b * b + c * c + x[j] * x[j] + 1f);
                        a += d * (b - a) + x[j] * 0.01f - c * 0.02f;
                        b -= d * (a - c) * (a + c) - x[j] * 0.03f;
                        c += d * a * b * 0.5f - 0.001f * c * a;
                    }
                    y[i] = a;
                    y[width + i] = b;
                    y[2 * width + i] = c;
                }

                @Kernel
                static void beyond(float[] x, float[] y, int n, @ThreadPositionInGrid int i) {
                    float[] sums = new float[2];
                    for (int j = 0; j < n; j++) {
                        for (int r = 0; r < 3; r++) { sums[r] += x[i]; }
                    }
                    y[i] = sums[0];
                }
            }
            """;

    private static final JvmKernels KERNELS = JvmKernels.compile("Unrolled", SOURCE);
    private static final int THREADS = 21;

    private static float[] numbers(int count) {
        float[] numbers = new float[count];
        for (int n = 0; n < count; n++) {
            numbers[n] = (n * 37 % 101) / 20f + 0.1f;
        }
        return numbers;
    }

    private static float[] run(String kernel, int results, int... uniforms) {
        float[] y = new float[results];
        KERNELS.run(kernel, new ThreadgroupGrid(THREADS, 1, 1, 8, 1, 1), uniforms, numbers(THREADS), y);
        return y;
    }

    /** The counter's values, round by round. */
    private static List<Integer> counted(String kernel, int from, int end) {
        List<Integer> values = new ArrayList<>();
        switch (kernel) {
            case "up" -> {
                for (int j = from; j < end; j += 3) {
                    values.add(j);
                }
            }
            case "upTo" -> {
                for (int j = from; j <= end; j++) {
                    values.add(j);
                }
            }
            case "down" -> {
                for (int j = from; j > end; j -= 2) {
                    values.add(j);
                }
            }
            default -> {
                for (int j = from; j >= end; j--) {
                    values.add(j);
                }
            }
        }
        return values;
    }

    @Test
    void doSeveralRoundsAtOnce() {
        assertThat(KERNELS.generated())
                .contains("lanes.j < lanes.end && lanes.end - lanes.j > 9; lanes.j += 12")
                .contains("lanes.j >= lanes.end && lanes.j - lanes.end >= 3; lanes.j += -4");
    }

    @Test
    void goAsManyRoundsAsOneByOne() {
        int least = Integer.MIN_VALUE;
        int most = Integer.MAX_VALUE;
        int[][] ways = {
            {0, 0},
            {0, 1},
            {0, 3},
            {0, 4},
            {0, 11},
            {0, 12},
            {0, 13},
            {5, 47},
            {-7, 9},
            {3, -3},
            {most - 9, most - 4},
            {least, least + 30},
            {most - 30, most - 2},
            {least + 30, least + 2},
            {most, most - 1},
            {2, -40}
        };
        for (String kernel : List.of("up", "upTo", "down", "downTo")) {
            for (int[] way : ways) {
                float[] y = run(kernel, THREADS, way);
                float[] x = numbers(THREADS);
                for (int i = 0; i < THREADS; i++) {
                    float sum = x[i];
                    for (int j : counted(kernel, way[0], way[1])) {
                        sum = sum * 0.75f + x[i] * j;
                    }
                    assertThat(y[i])
                            .as("%s from %d to %d", kernel, way[0], way[1])
                            .isEqualTo(sum);
                }
            }
        }
    }

    @Test
    void loadWhatAnEarlierRoundStored() {
        int n = 10;
        float[] y = new float[1 + n + 1];
        y[0] = 5f;
        float[] x = numbers(n);
        KERNELS.run("shifting", new ThreadgroupGrid(1, 1, 1, 1, 1, 1), new int[] {n}, x, y);
        float[] expected = new float[y.length];
        expected[0] = 5f;
        for (int j = 0; j < n; j++) {
            expected[j + 1] = expected[j] + x[j];
        }
        assertThat(y).isEqualTo(expected);
    }

    @Test
    void loadOnceWhatAllShareAnewBehindEachBarrier() {
        int n = 5;
        float[] y = run("changing", THREADS, n);
        float[] x = numbers(THREADS);
        for (int i = 0; i < THREADS; i++) {
            float sum = 0f;
            float[] tile = new float[4];
            for (int t = 0; t < 4; t++) {
                tile[t] = x[i / 8 * 8 + t];
            }
            for (int k = 0; k < n; k++) {
                for (int t = 0; t < 4; t++) {
                    sum += tile[t] * x[i];
                    tile[t]++;
                }
            }
            assertThat(y[i]).isEqualTo(sum);
        }
    }

    @Test
    void keepAThreadsArrayInVariables() {
        assertThat(KERNELS.generated()).contains("smoothedControl(").doesNotContain("new float[5]");
        int n = 7;
        float[] y = run("smoothed", 5 * THREADS, n);
        float[] x = numbers(THREADS);
        for (int i = 0; i < THREADS; i++) {
            for (int r = 0; r < 5; r++) {
                float sum = 0f;
                for (int j = 0; j < n; j++) {
                    sum += x[i] * (j + r);
                }
                assertThat(y[r * THREADS + i]).isEqualTo(sum);
            }
        }
    }

    /** Variables in the place of such an array took attention up to 1.7 times as long as lane by lane. */
    @Test
    void keepAnArrayInRoundsOfAThreadsOwn() {
        assertThat(KERNELS.generated()).contains("new float[6]").doesNotContain("new float[7]");
        int n = 5;
        float[] y = run("ownRounds", 4 * THREADS, n);
        float[] x = numbers(THREADS);
        for (int i = 0; i < THREADS; i++) {
            for (int r = 0; r < 4; r++) {
                float sum = 0f;
                for (int j = 0; j < n; j++) {
                    sum += x[i] * (j + r);
                }
                float own = 0f;
                for (int j = 0; j < i % 3; j++) {
                    own += x[i] * (j - r - 2);
                }
                assertThat(y[r * THREADS + i]).isEqualTo(sum + own);
            }
        }
    }

    @Test
    void keepAnArrayWithAnIndexOfAnotherKind() {
        int n = 6;
        float[] y = run("rows", 3 * THREADS, n);
        float[] x = numbers(THREADS);
        for (int i = 0; i < THREADS; i++) {
            float[] sums = {1f, 2f, 3f};
            float[] last = new float[2];
            for (int j = 0; j < n; j++) {
                for (int r = 0; r < 3; r++) {
                    sums[r] += x[i] * (j + r);
                }
                last[1] = sums[2] - last[0];
                last[0] = sums[0];
            }
            for (int r = 0; r < 3; r++) {
                assertThat(y[r * THREADS + i]).isEqualTo(sums[r] + last[r & 1]);
            }
        }
    }

    @Test
    void failBeyondTheEndOfAThreadsArrayAsBefore() {
        assertThatThrownBy(() -> run("beyond", THREADS, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void addsTwoLongTermsToThreeSumsAtOnce() throws ReflectiveOperationException {
        assertThat(KERNELS.generated()).contains("lanes.j < lanes.n && lanes.n - lanes.j > 1; lanes.j += 2");
        for (int n : new int[] {0, 1, 2, 3, 8, 21}) {
            assertThat(run("attracted", 3 * THREADS, n)).as("%d rounds", n).isEqualTo(runPlainly("attracted", n));
        }
    }

    @Test
    void leavesValuesThatNeedEachOtherRoundByRound() throws ReflectiveOperationException {
        assertThat(KERNELS.method("fallingControl")).doesNotContain("+= 2");
        for (int n : new int[] {0, 1, 2, 21}) {
            assertThat(run("falling", 3 * THREADS, n)).as("%d rounds", n).isEqualTo(runPlainly("falling", n));
        }
    }

    private static float[] runPlainly(String kernel, int n) throws ReflectiveOperationException {
        float[] y = new float[3 * THREADS];
        KERNELS.runPlainly(kernel, THREADS, numbers(THREADS), y, n, THREADS);
        return y;
    }
}
