package dev.smelt.compiler.checked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.smelt.compiler.Checking;
import dev.smelt.compiler.source.SourceFile;
import dev.smelt.compiler.testing.Compiling;
import dev.smelt.compiler.testing.JavaClasses;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;
import dev.smelt.runtime.KernelCheckException;
import dev.smelt.runtime.KernelCheckException.Access;
import dev.smelt.runtime.KernelCheckException.Kind;
import dev.smelt.runtime.KernelCheckException.Position;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes wrong in a kernel comes back with its line, its thread and its numbers, on every device. */
final class CheckedModeTest {
    private static final String SOURCE = """
            package demo;

            import dev.smelt.dsl.*;

            final class Wrong {
                static final int[] TABLE = {3, 1, 2};

                @Kernel
                static void gather(int[] at, float[] x, float[] y, @ThreadPositionInGrid int i) {
                    float unused = 0f;
                    y[i] = x[at[i]]; // 11
                }

                @Kernel
                static void scatter(int[] at, float[] y, float value, @ThreadPositionInGrid Int2 at2) {
                    y[at[at2.x() + 2 * at2.y()]] += value; // 16
                }

                @Kernel
                static int quotient(int a, int b) {
                    return a / b; // 21
                }

                @Kernel
                static long remainder(long a, long b) {
                    return b < 0 ? 0 : a % b; // 26
                }

                @Kernel
                static int modulus(int a, int b) {
                    return Math.floorMod(a, b); // 31
                }

                @Kernel
                static void vectors(Int2[] a, Int2[] b, Int2[] c, @ThreadPositionInGrid int i) {
                    c[i] = a[i].div(b[i]); // 36
                }

                static float pick(float[] from, int index) {
                    return from[index]; // 40
                }

                @Kernel
                static void helped(float[] x, float[] y, int by, @ThreadPositionInGrid int i) {
                    y[i] = pick(x, i + by);
                }

                @Kernel
                static void unneeded(float[] x, float[] y, int by, @ThreadPositionInGrid int i) {
                    float value = x[i + by]; // 50
                    y[i] = 1f;
                }

                @Kernel
                static void table(int[] at, int[] y, @ThreadPositionInGrid int i) {
                    int[] own = new int[4];
                    own[at[i]] = 5; // 57
                    y[i] = TABLE[at[i]] + own[0]; // 58
                }

                @Kernel
                static void asserted(float[] x, float[] y, int n, @ThreadPositionInGrid int i) {
                    int seen = 0;
                    assert (seen += 1) > 0 && x[i] >= 0f : "x " + i; // 64
                    y[i] = seen;
                }

                @Kernel
                static void neighbours(float[] x, float[] y, int by, @Threadgroup(4) float[] tile,
                        @ThreadPositionInGrid int i, @ThreadIndexInThreadgroup int l) {
                    tile[l] = x[i];
                    Msl.threadgroupBarrier();
                    float sum = tile[l] + tile[l + by]; // 73
                    Msl.threadgroupBarrier();
                    y[i] = sum;
                }

                @Kernel
                static void returned(int[] y, int n, int k, @Threadgroup(4) int[] tile,
                        @ThreadPositionInGrid int i, @ThreadIndexInThreadgroup int l) {
                    if (i >= n || k == 0) {
                        return;
                    }
                    tile[l] = i;
                    int all = 100 / k;
                    Msl.threadgroupBarrier();
                    int own = 100 / (n - i);
                    Msl.threadgroupBarrier();
                    y[i] = tile[l] + all + own;
                }

                @Kernel
                static void chosen(float[] x, int[] at, float[] y, @ThreadPositionInGrid int i) {
                    y[i] = at[i] < x.length && at[i] >= 0 ? x[at[i]] : -1f;
                }

                @Kernel
                static void unasked(int[] y, int by, @Threadgroup(4) int[] tile,
                        @ThreadPositionInGrid int i, @ThreadIndexInThreadgroup int l) {
                    tile[l] = i;
                    Msl.threadgroupBarrier();
                    int quotient = 100 / (i - by); // 102
                    Msl.threadgroupBarrier();
                    y[i] = tile[l];
                }
            }
            """;

    private static JavaClasses classes = CheckedKernels.compile("Wrong", SOURCE, Checking.BY_DEFAULT);

    private static void fails(
            ThrowingCallable call, Kind kind, String kernel, int line, Position thread, Access access) {
        assertThatExceptionOfType(KernelCheckException.class).isThrownBy(call).satisfies(failure -> {
            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.kernel()).contains(kernel);
            assertThat(failure.sourceFile()).contains("Wrong.java");
            assertThat(failure.sourceLine()).hasValue(line);
            assertThat(failure.thread()).isEqualTo(thread);
            if (kind == Kind.INDEX_OUT_OF_BOUNDS) {
                assertThat(failure.access()).contains(access);
            } else {
                assertThat(failure.access()).isEmpty();
            }
        });
    }

    private static Position at(int x) {
        return new Position(x, 0, 0);
    }

    private static final Access NONE = new Access("", 0, 0);

    @ParameterizedTest
    @MethodSource("dev.smelt.compiler.checked.CheckedKernels#devices")
    void tellsOfAnIndexOutOfBounds(Device device) {
        try (device) {
            CheckedKernels kernels = CheckedKernels.load(classes, "Wrong", device);
            float[] y = new float[4];
            Grid grid = Grid.of(4);
            kernels.call("gather", grid, new int[] {2, 0, 1, 2}, new float[] {5f, 6f, 7f}, y);
            assertThat(y).containsExactly(7f, 5f, 6f, 7f);

            ThrowingCallable tooFar = () -> kernels.call("gather", grid, new int[] {0, 1, 3, 2}, new float[3], y);
            fails(tooFar, Kind.INDEX_OUT_OF_BOUNDS, "gather", 11, at(2), new Access("x", 3, 3));
            assertThatExceptionOfType(KernelCheckException.class)
                    .isThrownBy(tooFar)
                    .withMessage("kernel gather (Wrong.java:11): the thread at (2, 0, 0) accesses index 3 of array"
                            + " 'x', whose length is 3");
            fails(
                    () -> kernels.call("gather", grid, new int[] {0, 1, 2, Integer.MIN_VALUE}, new float[3], y),
                    Kind.INDEX_OUT_OF_BOUNDS,
                    "gather",
                    11,
                    at(3),
                    new Access("x", Integer.MIN_VALUE, 3));
            fails(
                    () -> kernels.call("scatter", Grid.of(2, 2), new int[] {0, 1, -7, 2}, new float[3], 1f),
                    Kind.INDEX_OUT_OF_BOUNDS,
                    "scatter",
                    16,
                    new Position(0, 1, 0),
                    new Access("y", -7, 3));
            fails(
                    () -> kernels.call("gather", grid, new int[4], new float[0], y),
                    Kind.INDEX_OUT_OF_BOUNDS,
                    "gather",
                    11,
                    at(0),
                    new Access("x", 0, 0));
            fails(
                    () -> kernels.call("gather", Grid.of(5), new int[5], new float[3], y),
                    Kind.INDEX_OUT_OF_BOUNDS,
                    "gather",
                    11,
                    at(4),
                    new Access("y", 4, 4));

            // What failed leaves nothing behind.
            kernels.call("gather", grid, new int[] {1, 1, 1, 0}, new float[] {5f, 6f}, y);
            assertThat(y).containsExactly(6f, 6f, 6f, 5f);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.smelt.compiler.checked.CheckedKernels#devices")
    void tellsOfADivisionByZero(Device device) {
        try (device) {
            CheckedKernels kernels = CheckedKernels.load(classes, "Wrong", device);
            assertThat(kernels.call("quotient", new int[] {7, -7}, new int[] {2, 2}))
                    .isEqualTo(new int[] {3, -3});
            fails(
                    () -> kernels.call("quotient", new int[] {7, 1}, new int[] {2, 0}),
                    Kind.DIVISION_BY_ZERO,
                    "quotient",
                    21,
                    at(1),
                    NONE);
            assertThat(kernels.call("remainder", new long[] {7, 7}, new long[] {4, -1}))
                    .isEqualTo(new long[] {3, 0});
            fails(
                    () -> kernels.call("remainder", new long[] {7, 7, 7}, new long[] {4, -1, 0}),
                    Kind.DIVISION_BY_ZERO,
                    "remainder",
                    26,
                    at(2),
                    NONE);
            fails(
                    () -> kernels.call("modulus", new int[] {7}, new int[] {0}),
                    Kind.DIVISION_BY_ZERO,
                    "modulus",
                    31,
                    at(0),
                    NONE);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.smelt.compiler.checked.CheckedKernels#devices")
    void checksHelpersTablesAndWhatNobodyNeeds(Device device) {
        try (device) {
            CheckedKernels kernels = CheckedKernels.load(classes, "Wrong", device);
            Grid grid = Grid.of(4);
            fails(
                    () -> kernels.call("helped", grid, new float[4], new float[4], 2),
                    Kind.INDEX_OUT_OF_BOUNDS,
                    "helped",
                    40,
                    at(2),
                    new Access("from", 4, 4));
            fails(
                    () -> kernels.call("unneeded", grid, new float[4], new float[4], 3),
                    Kind.INDEX_OUT_OF_BOUNDS,
                    "unneeded",
                    50,
                    at(1),
                    new Access("x", 4, 4));
            fails(
                    () -> kernels.call("table", grid, new int[] {0, 4, 1, 1}, new int[4]),
                    Kind.INDEX_OUT_OF_BOUNDS,
                    "table",
                    57,
                    at(1),
                    new Access("own", 4, 4));
            fails(
                    () -> kernels.call("table", grid, new int[] {0, 1, 3, 1}, new int[4]),
                    Kind.INDEX_OUT_OF_BOUNDS,
                    "table",
                    58,
                    at(2),
                    new Access("TABLE", 3, 3));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.smelt.compiler.checked.CheckedKernels#devices")
    void tellsOfAnAssertionThatIsFalse(Device device) {
        try (device) {
            CheckedKernels kernels = CheckedKernels.load(classes, "Wrong", device);
            float[] y = new float[3];
            kernels.call("asserted", Grid.of(3), new float[] {1f, 0f, 2f}, y, 3);
            assertThat(y).as("assertions are evaluated").containsExactly(1f, 1f, 1f);
            ThrowingCallable negative =
                    () -> kernels.call("asserted", Grid.of(3), new float[] {1f, -1f, 2f}, new float[3], 3);
            fails(negative, Kind.ASSERTION, "asserted", 64, at(1), NONE);
            assertThatExceptionOfType(KernelCheckException.class)
                    .isThrownBy(negative)
                    .withMessage("kernel asserted (Wrong.java:64): the thread at (1, 0, 0) finds the assertion"
                            + " '(seen += 1) > 0 && x[i] >= 0f' to be false");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.smelt.compiler.checked.CheckedKernels#devices")
    void noThreadMissesABarrier(Device device) {
        try (device) {
            CheckedKernels kernels = CheckedKernels.load(classes, "Wrong", device);
            float[] y = new float[8];
            float[] x = {1f, 2f, 3f, 4f, 5f, 6f, 7f, 8f};
            kernels.call("neighbours", Grid.of(8).threadgroup(4), x, y, 0);
            assertThat(y).containsExactly(2f, 4f, 6f, 8f, 10f, 12f, 14f, 16f);
            assertThatExceptionOfType(KernelCheckException.class)
                    .isThrownBy(() -> kernels.call("neighbours", Grid.of(8).threadgroup(4), x, y, 1))
                    .satisfies(failure -> {
                        assertThat(failure.kernel()).contains("neighbours");
                        assertThat(failure.sourceLine()).hasValue(73);
                        assertThat(failure.access()).contains(new Access("tile", 4, 4));
                        assertThat(failure.thread().x()).isIn(3, 7);
                    });
        }
    }

    @ParameterizedTest
    @MethodSource("dev.smelt.compiler.checked.CheckedKernels#devices")
    void checksOnlyWhatJavaEvaluates(Device device) {
        try (device) {
            CheckedKernels kernels = CheckedKernels.load(classes, "Wrong", device);
            float[] y = new float[4];
            kernels.call("chosen", Grid.of(4), new float[] {5f, 6f}, new int[] {1, 2, -1, 0}, y);
            assertThat(y).containsExactly(6f, -1f, -1f, 5f);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.smelt.compiler.checked.CheckedKernels#devices")
    void thePropertyDecides(Device device) {
        try (device) {
            System.setProperty("smelt.checks", "false");
            CheckedKernels kernels = CheckedKernels.load(classes, "Wrong", device);
            assertThat(kernels.call("quotient", new int[] {7}, new int[] {0})).isEqualTo(new int[] {7});
            float[] y = new float[3];
            assertThatCode(() -> kernels.call("asserted", Grid.of(3), new float[] {1f, -1f, 2f}, y, 3))
                    .doesNotThrowAnyException();
            assertThat(y).as("assertions are not evaluated").containsExactly(0f, 0f, 0f);

            System.setProperty("smelt.checks", "true");
            String source =
                    SOURCE.replace("assert (seen", "seen = (seen").replace(" && x[i] >= 0f : \"x \" + i;", " ? 1 : 0;");
            CheckedKernels plain =
                    CheckedKernels.load(CheckedKernels.compile("Wrong", source, Checking.ON_DEMAND), "Wrong", device);
            fails(
                    () -> plain.call("quotient", new int[] {7}, new int[] {0}),
                    Kind.DIVISION_BY_ZERO,
                    "quotient",
                    21,
                    at(0),
                    NONE);
        } finally {
            System.clearProperty("smelt.checks");
        }
    }

    /** A division by what only threads that have returned would divide by failed all the same, on the JVM device. */
    @ParameterizedTest
    @MethodSource("dev.smelt.compiler.checked.CheckedKernels#devices")
    void asksNothingOfThreadsThatHaveReturned(Device device) {
        try (device) {
            CheckedKernels kernels = CheckedKernels.load(classes, "Wrong", device);
            int[] y = new int[8];
            kernels.call("returned", Grid.of(8).threadgroup(4), y, 5, 10);
            assertThat(y).containsExactly(30, 36, 45, 63, 114, 0, 0, 0);
            int[] none = new int[8];
            kernels.call("returned", Grid.of(8).threadgroup(4), none, 5, 0);
            assertThat(none).containsOnly(0);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.smelt.compiler.checked.CheckedKernels#devices")
    void tellsOfADivisionWhoseResultNobodyNeeds(Device device) {
        try (device) {
            CheckedKernels kernels = CheckedKernels.load(classes, "Wrong", device);
            Grid grid = Grid.of(4).threadgroup(4);
            kernels.call("unasked", grid, new int[4], 7);
            fails(
                    () -> kernels.call("unasked", grid, new int[4], 2),
                    Kind.DIVISION_BY_ZERO,
                    "unasked",
                    102,
                    at(2),
                    NONE);
        }
    }

    @Test
    void refusesAssertWithoutChecks() {
        String rendered = Compiling.rendered(
                Compiling.compile(List.of(new SourceFile("Wrong.java", SOURCE)), Checking.ON_DEMAND));
        assertThat(rendered)
                .startsWith("Wrong.java:64:9: error[S0905]: kernels cannot have an assert statement")
                .contains("help: generate with checks");
    }
}
