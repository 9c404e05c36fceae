package dev.smelt.compiler.sema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.Checking;
import dev.smelt.compiler.checked.CheckedKernels;
import dev.smelt.compiler.testing.JavaClasses;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Kernels that return before barriers, as Java programmers write them, on every device, plain and in checked mode, against
 * plain Java that goes through each threadgroup in step.
 */
class EarlyReturnsRunTest {
    private static final int GROUP = 32;
    private static final String SOURCE = """
            package demo;

            import static dev.smelt.dsl.Msl.*;

            import dev.smelt.dsl.*;

            class Returns {
                /** Threads beyond the end return first; those that are left add up what the threadgroup has. */
                @Kernel
                static void sum(
                        int[] x,
                        int n,
                        int[] out,
                        @Threadgroup(32) int[] tile,
                        @ThreadPositionInGrid int i,
                        @ThreadIndexInThreadgroup int t,
                        @ThreadgroupPositionInGrid int g) {
                    tile[t] = 0;
                    threadgroupBarrier();
                    if (i >= n) {
                        return;
                    }
                    tile[t] = x[i];
                    threadgroupBarrier();
                    for (int s = 16; s > 0; s /= 2) {
                        if (t < s) {
                            tile[t] += tile[t + s];
                        }
                        threadgroupBarrier();
                    }
                    if (t == 0) {
                        out[g] = tile[0];
                    }
                }

                /** How often it goes round lies in memory, where threads that have returned may not look. */
                @Kernel
                static void rounds(
                        int[] count,
                        int[] x,
                        int[] out,
                        @Threadgroup(32) int[] tile,
                        @ThreadPositionInGrid int i,
                        @ThreadIndexInThreadgroup int t,
                        @ThreadgroupPositionInGrid int g) {
                    int v = x[i];
                    for (int k = 0; k < count[g]; k++) {
                        int other = neighbour(tile, t, v);
                        if (v > 5_000) {
                            out[i] = -k;
                            return;
                        }
                        v = v * 3 + other;
                    }
                    out[i] = v;
                }

                static int neighbour(int[] tile, int t, int v) {
                    tile[t] = v;
                    threadgroupBarrier();
                    int other = tile[(t + 1) % tile.length];
                    threadgroupBarrier();
                    return other;
                }

                /** It ends once all have returned. */
                @Kernel
                static void endless(
                        int[] x,
                        int[] out,
                        @Threadgroup(32) int[] tile,
                        @ThreadPositionInGrid int i,
                        @ThreadIndexInThreadgroup int t) {
                    int v = x[i];
                    while (true) {
                        int other = neighbour(tile, t, v);
                        if (v > 1_000_000) {
                            out[i] = v;
                            return;
                        }
                        v += other + 1000 / (t + 1);
                    }
                }

                /** Returns in the groups of a switch that all threads choose alike, and behind a labelled block. */
                @Kernel
                @SuppressWarnings("fallthrough")
                static void chosen(
                        int mode,
                        int[] x,
                        int[] out,
                        @Threadgroup(32) int[] tile,
                        @ThreadPositionInGrid int i,
                        @ThreadIndexInThreadgroup int t) {
                    int v = x[i];
                    tile[t] = 0;
                    threadgroupBarrier();
                    block:
                    {
                        switch (mode) {
                            case 0:
                                if (v % 3 == 0) {
                                    out[i] = 1;
                                    return;
                                }
                                v += neighbour(tile, t, v);
                            case 1:
                                v += neighbour(tile, t, v + 1);
                                if (v % 5 == 0) {
                                    return;
                                }
                                break;
                            default:
                                if (t > 20) {
                                    break block;
                                }
                                v = -v;
                        }
                        v *= 2;
                    }
                    out[i] = neighbour(tile, t, v);
                }
            }
            """;

    private static final JavaClasses CLASSES = CheckedKernels.compile("Returns", SOURCE, Checking.ON_DEMAND);

    private static void onEachDevice(boolean checked, Consumer<CheckedKernels> test) {
        System.setProperty("smelt.checks", Boolean.toString(checked));
        try {
            CheckedKernels.devices().forEach(device -> {
                try (Device open = device) {
                    test.accept(CheckedKernels.load(CLASSES, "Returns", open));
                }
            });
        } finally {
            System.clearProperty("smelt.checks");
        }
    }

    private static int[] numbers(int count) {
        int[] numbers = new int[count];
        Arrays.setAll(numbers, i -> (i * 37 + 11) % 101);
        return numbers;
    }

    /** The threads of one threadgroup, and what each holds. */
    private static final class Group {
        final int[] v = new int[GROUP];
        final int[] tile = new int[GROUP];
        final boolean[] returned = new boolean[GROUP];

        Group(int[] x, int first) {
            System.arraycopy(x, first, v, 0, GROUP);
        }

        boolean isLeft() {
            for (boolean gone : returned) {
                if (!gone) {
                    return true;
                }
            }
            return false;
        }

        /** Each thread that is left stores a value, and then gets what its neighbour has stored last. */
        int[] neighbours(int added) {
            for (int t = 0; t < GROUP; t++) {
                tile[t] = returned[t] ? tile[t] : v[t] + added;
            }
            int[] others = new int[GROUP];
            Arrays.setAll(others, t -> tile[(t + 1) % GROUP]);
            return others;
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void sumsWhatIsWithinTheEnd(boolean checked) {
        int[] x = numbers(100);
        int[] expected = new int[4];
        for (int i = 0; i < x.length; i++) {
            expected[i / GROUP] += x[i];
        }
        onEachDevice(checked, kernels -> {
            int[] out = new int[4];
            kernels.call("sum", Grid.covering(100, GROUP), x, 100, out);
            assertThat(out).isEqualTo(expected);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void goesRoundAsOftenAsMemorySays(boolean checked) {
        int[] x = numbers(3 * GROUP);
        int[] count = {0, 4, 20};
        int[] expected = new int[x.length];
        for (int g = 0; g < count.length; g++) {
            Group group = new Group(x, g * GROUP);
            for (int k = 0; k < count[g] && group.isLeft(); k++) {
                int[] others = group.neighbours(0);
                for (int t = 0; t < GROUP; t++) {
                    if (!group.returned[t] && group.v[t] > 5_000) {
                        expected[g * GROUP + t] = -k;
                        group.returned[t] = true;
                    }
                    group.v[t] = group.v[t] * 3 + others[t];
                }
            }
            for (int t = 0; t < GROUP; t++) {
                expected[g * GROUP + t] = group.returned[t] ? expected[g * GROUP + t] : group.v[t];
            }
        }
        onEachDevice(checked, kernels -> {
            int[] out = new int[x.length];
            kernels.call("rounds", Grid.of(x.length).threadgroup(GROUP), count, x, out);
            assertThat(out).isEqualTo(expected);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void endsOnceAllHaveReturned(boolean checked) {
        int[] x = numbers(2 * GROUP);
        int[] expected = new int[x.length];
        for (int first = 0; first < x.length; first += GROUP) {
            Group group = new Group(x, first);
            while (group.isLeft()) {
                int[] others = group.neighbours(0);
                for (int t = 0; t < GROUP; t++) {
                    if (!group.returned[t] && group.v[t] > 1_000_000) {
                        expected[first + t] = group.v[t];
                        group.returned[t] = true;
                    }
                    group.v[t] += others[t] + 1000 / (t + 1);
                }
            }
        }
        onEachDevice(checked, kernels -> {
            int[] out = new int[x.length];
            kernels.call("endless", Grid.of(x.length).threadgroup(GROUP), x, out);
            assertThat(out).isEqualTo(expected);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void returnsFromGroupsOfASwitch(int mode) {
        int[] x = numbers(GROUP);
        int[] expected = new int[GROUP];
        Group group = new Group(x, 0);
        if (mode == 0) {
            for (int t = 0; t < GROUP; t++) {
                group.returned[t] = group.v[t] % 3 == 0;
                expected[t] = group.returned[t] ? 1 : 0;
            }
            int[] others = group.neighbours(0);
            Arrays.setAll(group.v, t -> group.v[t] + others[t]);
        }
        if (mode <= 1) {
            int[] others = group.neighbours(1);
            for (int t = 0; t < GROUP; t++) {
                group.v[t] += others[t];
                group.returned[t] |= group.v[t] % 5 == 0;
                group.v[t] *= 2;
            }
        } else {
            Arrays.setAll(group.v, t -> t > 20 ? group.v[t] : -group.v[t] * 2);
        }
        int[] last = group.neighbours(0);
        for (int t = 0; t < GROUP; t++) {
            expected[t] = group.returned[t] ? expected[t] : last[t];
        }
        onEachDevice(false, kernels -> {
            int[] out = new int[GROUP];
            kernels.call("chosen", Grid.of(GROUP).threadgroup(GROUP), mode, x, out);
            assertThat(out).isEqualTo(expected);
        });
    }
}
