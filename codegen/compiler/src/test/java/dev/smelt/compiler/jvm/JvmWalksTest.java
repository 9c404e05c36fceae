package dev.smelt.compiler.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.testing.JvmKernels;
import dev.smelt.runtime.spi.ThreadgroupGrid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Loops outside of the lanes in which each thread walks through memory, several rounds at once, against thread by thread. */
class JvmWalksTest {
    private static final int THREADS = 12;
    private static final int THREADGROUPS = 3;
    private static final int MOST_ROUNDS = 40;

    private static final JvmKernels KERNELS = JvmKernels.compile("Walks", """
            package demo;
            import static dev.smelt.dsl.Msl.*;
            import dev.smelt.dsl.*;
            public final class Walks {
                @Kernel static void counted(
                        byte[] data, int[] bins, @Threadgroup(8) int[] own, int n,
                        @ThreadPositionInThreadgroup int t, @ThreadgroupPositionInGrid int group,
                        @ThreadsPerThreadgroup int size) {
                    if (t < 8) {
                        own[t] = 0;
                    }
                    threadgroupBarrier();
                    for (int k = 0; k < n; k++) {
                        int base = (group * n + k) * size;
                        int bin = data[base + t];
                        int amount = k % 3;
                        if (bin >= 0) {
                            atomicAdd(own, bin, amount + 1);
                        } else {
                            amount = bin * k;
                            atomicMax(bins, 8, amount);
                        }
                    }
                    threadgroupBarrier();
                    if (t < 8) {
                        atomicAdd(bins, t, own[t]);
                    }
                }

                @Kernel static void shifted(
                        int[] x, int[] y, @Threadgroup(1) int[] own, int n,
                        @ThreadPositionInThreadgroup int t, @ThreadsPerThreadgroup int size) {
                    own[0] = 1;
                    threadgroupBarrier();
                    for (int k = n; k > 0; k -= 3) {
                        int from = k * size;
                        y[from + t] = x[from + t] + y[from + 3 * size + t];
                    }
                }

                @Kernel static void reassigned(
                        int[] data, int[] sums, @Threadgroup(1) int[] own, int n,
                        @ThreadPositionInThreadgroup int t, @ThreadsPerThreadgroup int size) {
                    own[0] = 1;
                    threadgroupBarrier();
                    for (int k = 0; k < n; k++) {
                        int value = data[k * size + t];
                        int amount = k;
                        if (value < 0) {
                            amount = -k;
                        }
                        int twice = amount * 2;
                        int from = k * size;
                        from += t;
                        int cell = from % 3;
                        atomicAdd(sums, cell, twice);
                    }
                }

                @Kernel static void before(
                        int[] data, int[] sums, @Threadgroup(12) int[] own,
                        @ThreadPositionInThreadgroup int t, @ThreadsPerThreadgroup int size) {
                    own[t] = 0;
                    threadgroupBarrier();
                    for (int k = 0; k < 11; k++) {
                        int earlier = atomicAdd(own, t, data[k * size + t]);
                        sums[k * size + t] = earlier;
                    }
                }

                @Kernel static void turning(
                        int[] data, int[] turned, @Threadgroup(12) int[] own, int n,
                        @ThreadPositionInThreadgroup int t, @ThreadsPerThreadgroup int size) {
                    for (int k = 0; k < n; k++) {
                        own[t] = data[k * size + t];
                        threadgroupBarrier();
                        turned[k * size + t] = own[size - 1 - t];
                        threadgroupBarrier();
                    }
                }
            }
            """);

    private static ThreadgroupGrid grid(int threadgroups) {
        return new ThreadgroupGrid(THREADS * threadgroups, 1, 1, THREADS, 1, 1);
    }

    /** The first loop in what the threads of a kernel do together, in long rows if that is another form. */
    private static String loop(String kernel) {
        String inRows = kernel + "Control2";
        String control = KERNELS.method(KERNELS.hasMethod(inRows) ? inRows : kernel + "Control");
        String loop = control.substring(control.indexOf("for ("));
        return loop.substring(0, loop.indexOf("\n        }"));
    }

    @Test
    void doUpToEightRoundsAtOnceWithOneLoopOverTheLanes() {
        assertThat(loop("counted"))
                .contains("lanes.k < lanes.n && lanes.n - lanes.k > 6; lanes.k += 7")
                .contains("lanes.base8 = (lanes.group * lanes.n + (lanes.k + 6)) * lanes.size;");
        assertThat(loop("counted").split("Region", -1)).hasSize(1 + 1);
        assertThat(loop("shifted")).contains("lanes.k += -24");
        assertThat(loop("reassigned")).contains("lanes.k += 8");
        assertThat(loop("before")).contains("lanes.k < 11 && 11 - lanes.k > 7; lanes.k += 8");
        assertThat(loop("turning")).contains("lanes.k++");
    }

    private static int[] numbers() {
        int[] numbers = new int[(MOST_ROUNDS + 4) * THREADS];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i * 37 % 101 - 40;
        }
        return numbers;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 16, 23, MOST_ROUNDS})
    void countAsThreadByThread(int rounds) {
        byte[] data = new byte[THREADGROUPS * THREADS * MOST_ROUNDS];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) (i * 37 % 11 - 3);
        }
        int[] bins = new int[9];
        KERNELS.run("counted", grid(THREADGROUPS), new int[] {rounds}, data, bins);
        int[] expected = new int[9];
        for (int group = 0; group < THREADGROUPS; group++) {
            for (int k = 0; k < rounds; k++) {
                for (int t = 0; t < THREADS; t++) {
                    int bin = data[(group * rounds + k) * THREADS + t];
                    if (bin >= 0) {
                        expected[bin] += k % 3 + 1;
                    } else {
                        expected[8] = Math.max(expected[8], bin * k);
                    }
                }
            }
        }
        assertThat(bins).isEqualTo(expected);
    }

    /** What a thread stores in one round it loads in the next. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 22, 23, 24, 27, 38})
    void keepTheRoundsOfAThreadInTheirOrder(int from) {
        int[] x = numbers();
        int[] y = x.clone();
        KERNELS.run("shifted", grid(1), new int[] {from}, x, y);
        int[] expected = x.clone();
        for (int k = from; k > 0; k -= 3) {
            for (int t = 0; t < THREADS; t++) {
                expected[k * THREADS + t] = x[k * THREADS + t] + expected[(k + 3) * THREADS + t];
            }
        }
        assertThat(y).isEqualTo(expected);
    }

    /** What was assigned to a local in a round was lost: what depends on it came before. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 23})
    void assignLocalsBeforeTheyAreRead(int rounds) {
        int[] data = numbers();
        int[] sums = new int[3];
        KERNELS.run("reassigned", grid(1), new int[] {rounds}, data, sums);
        int[] expected = new int[3];
        for (int i = 0; i < rounds * THREADS; i++) {
            int k = i / THREADS;
            expected[i % 3] += data[i] < 0 ? -2 * k : 2 * k;
        }
        assertThat(sums).isEqualTo(expected);
    }

    @Test
    void keepWhatAtomicFunctionsReturn() {
        int[] data = numbers();
        int[] sums = new int[11 * THREADS];
        KERNELS.run("before", grid(1), new int[0], data, sums);
        for (int t = 0; t < THREADS; t++) {
            int sum = 0;
            for (int k = 0; k < 11; k++) {
                assertThat(sums[k * THREADS + t]).isEqualTo(sum);
                sum += data[k * THREADS + t];
            }
        }
    }

    @Test
    void meetAtTheBarriersOfEachRound() {
        int[] data = numbers();
        int[] turned = new int[17 * THREADS];
        KERNELS.run("turning", grid(1), new int[] {17}, data, turned);
        for (int i = 0; i < turned.length; i++) {
            assertThat(turned[i]).isEqualTo(data[i / THREADS * THREADS + THREADS - 1 - i % THREADS]);
        }
    }
}
