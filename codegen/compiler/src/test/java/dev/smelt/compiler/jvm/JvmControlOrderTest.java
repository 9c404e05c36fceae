package dev.smelt.compiler.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.testing.JvmKernels;
import dev.smelt.runtime.spi.ThreadgroupGrid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done once for all threads comes when they come to it, if they do. */
class JvmControlOrderTest {
    private static final JvmKernels KERNELS = JvmKernels.compile("Order", """
            package demo;
            import static dev.smelt.dsl.Msl.*;
            import dev.smelt.dsl.*;
            public final class Order {
                static int pick(int[] from, int index) { return from[index] * 2; }

                @Kernel static void loaded(
                        int[] offsets, int[] y, @Threadgroup(8) int[] tile, int n,
                        @ThreadPositionInThreadgroup int t, @ThreadgroupPositionInGrid int group,
                        @ThreadPositionInGrid int i) {
                    if (i >= n) { return; }
                    int start = offsets[group];
                    tile[t] = i;
                    threadgroupBarrier();
                    y[i] = tile[t] + start;
                }

                @Kernel static void picked(
                        int[] offsets, int[] y, @Threadgroup(8) int[] tile, int n,
                        @ThreadPositionInThreadgroup int t, @ThreadgroupPositionInGrid int group,
                        @ThreadPositionInGrid int i) {
                    if (i >= n) { return; }
                    int start = pick(offsets, group);
                    tile[t] = i;
                    threadgroupBarrier();
                    y[i] = tile[t] + start;
                }

                @Kernel static void left(
                        int[] offsets, int[] y, @Threadgroup(8) int[] tile, int n,
                        @ThreadPositionInThreadgroup int t, @ThreadgroupPositionInGrid int group,
                        @ThreadPositionInGrid int i) {
                    int sum = 0;
                    for (int k = 0; k < 3; k++) {
                        if (i >= n) { break; }
                        int start = offsets[group + k];
                        sum += start;
                        tile[t] = sum;
                    }
                    threadgroupBarrier();
                    y[i] = sum;
                }

                @Kernel static void chained(
                        int[] table, int[] sums, @Threadgroup(1) int[] own, int n,
                        @ThreadPositionInThreadgroup int t, @ThreadsPerThreadgroup int size) {
                    own[0] = 0;
                    threadgroupBarrier();
                    for (int k = 1; k < n; k++) {
                        int before = table[k - 1];
                        sums[k * size + t] = table[k * size + t] + before;
                    }
                }
            }
            """);

    private static int[] numbers(int count) {
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = i * 37 % 101;
        }
        return numbers;
    }

    /** Threadgroups of eight, of which only the first two have a thread that goes on, and a number. */
    @ParameterizedTest
    @ValueSource(strings = {"loaded", "picked", "left"})
    void loadsNothingForAThreadgroupThatNobodyOfGoesOn(String kernel) {
        int[] offsets = numbers(kernel.equals("left") ? 4 : 2);
        int[] y = new int[32];
        KERNELS.run(kernel, new ThreadgroupGrid(32, 1, 1, 8, 1, 1), new int[] {11}, offsets, y);
        for (int i = 0; i < 32; i++) {
            int group = i / 8;
            int expected = switch (kernel) {
                case "loaded" -> i < 11 ? i + offsets[group] : 0;
                case "picked" -> i < 11 ? i + 2 * offsets[group] : 0;
                default -> i < 11 ? offsets[group] + offsets[group + 1] + offsets[group + 2] : 0;
            };
            assertThat(y[i]).as("%s, %d", kernel, i).isEqualTo(expected);
        }
    }

    /** Several rounds of a walk at once must not load first what a round before stores. */
    @Test
    void loadsWhatOneThreadHasStoredInTheSameArray() {
        int[] both = numbers(30);
        int[] expected = both.clone();
        for (int k = 1; k < 30; k++) {
            expected[k] += expected[k - 1];
        }
        KERNELS.run("chained", new ThreadgroupGrid(1, 1, 1, 1, 1, 1), new int[] {30}, both, both);
        assertThat(both).isEqualTo(expected);
    }
}
