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
            }
            """);

    private static ThreadgroupGrid grid(int threadgroups) {
        return new ThreadgroupGrid(THREADS * threadgroups, 1, 1, THREADS, 1, 1);
    }

    @Test
    void doEightRoundsAtOnceWithOneLoopOverTheLanes() {
        assertThat(KERNELS.generated())
                .contains("lanes.k < lanes.n && lanes.n - lanes.k > 7; lanes.k += 8")
                .contains("lanes.base9 = (lanes.group * lanes.n + (lanes.k + 7)) * lanes.size;");
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
        int[] x = new int[(MOST_ROUNDS + 4) * THREADS];
        for (int i = 0; i < x.length; i++) {
            x[i] = i * 37 % 101;
        }
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
}
