package dev.smelt.compiler.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.testing.JvmKernels;
import dev.smelt.runtime.spi.ThreadgroupGrid;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that are loaded once, and copies that are left out: to the bit what plain Java computes, thread by thread. */
class JvmSharedRowsTest {
    private static final String SOURCE = """
            package demo;
            import static dev.smelt.dsl.Msl.*;
            import dev.smelt.dsl.*;
            public final class Shared {
                static float decayed(float d) {
                    float tail = exp(0f * d) * d;
                    return d < 0f ? tail : 1f - tail;
                }

                @Kernel
                static void again(float[] x, float[] y, float[] z, int n, @ThreadPositionInGrid int i) {
                    float sum = x[i] * y[i];
                    for (int j = 0; j < n; j++) { sum = sum * 0.75f + x[i]; }
                    z[i] = sum + x[i] * y[i];
                }

                @Kernel
                static void between(float[] x, float[] y, float[] z, int n, @ThreadPositionInGrid int i) {
                    float sum = 0f;
                    for (int j = 0; j < n; j++) { sum += x[i]; }
                    y[i] = x[i] * 2f;
                    z[i] = sum + x[i] - y[i];
                    y[i] = x[i] + z[i];
                }

                @Kernel
                static void inRounds(float[] x, float[] y, float[] z, int n, @ThreadPositionInGrid int i) {
                    for (int j = 0; j < n; j++) {
                        float before = x[i];
                        y[i] = before + 1f;
                        z[i] = x[i] - before;
                    }
                }

                @Kernel
                static void conditions(float[] x, float[] y, float[] z, int n, @ThreadPositionInGrid int i) {
                    float first = x[i];
                    float sum = first;
                    for (int j = 0; j < n; j++) { sum = sum * 0.5f + x[i]; }
                    if (sum > 1f) { y[i] = sum; }
                    float second = x[i];
                    if (first > 2f) { return; }
                    float third = x[i];
                    for (int j = 0; j < n; j++) { sum = sum * 0.5f + third; }
                    z[i] = sum + second;
                }

                @Kernel
                static void functions(float[] x, float[] y, float[] z, int n, @ThreadPositionInGrid int i) {
                    float d = x[i] - y[i];
                    float first = decayed(d);
                    float second = decayed(d - x[i]);
                    z[i] = first * x[i] - second;
                    y[i] = decayed(first) + d + x[i];
                }

                @Kernel
                static void swapped(float[] x, float[] y, float[] z, int n, @ThreadPositionInGrid int i) {
                    float a = x[i];
                    float b = y[i];
                    for (int j = 0; j < n; j++) {
                        float old = a;
                        a = b * 0.5f;
                        b = old;
                    }
                    float last = a;
                    z[i] = last - b;
                }

                @Kernel
                static void branches(float[] x, float[] y, float[] z, int n, @ThreadPositionInGrid int i) {
                    float sum = 0f;
                    if (n < 3) {
                        sum = x[i] * 3f;
                        { }
                    } else {
                        sum = x[i] * 5f + y[i];
                    }
                    for (int j = 0; j < n; j++) { sum = sum * 0.75f + x[i]; }
                    z[i] = sum;
                }

                @Kernel
                static void counted(float[] x, float[] y, float[] z, int n, @ThreadPositionInGrid int i) {
                    float last;
                    int j = 0;
                    do {
                        float term = x[i] * j - y[i];
                        last = term;
                        j++;
                    } while (j < n);
                    for (int k = 0; k < n; k++) { last = last * 0.5f + x[i]; }
                    z[i] = last;
                }
            }
            """;

    private static final JvmKernels KERNELS = JvmKernels.compile("Shared", SOURCE);
    private static final List<String> NAMES =
            List.of("again", "between", "inRounds", "conditions", "functions", "swapped", "counted");
    /** The last threadgroup is a part of one. */
    private static final int THREADS = 300;

    private static final int ROUNDS = 7;

    private static float[] numbers(int seed) {
        float[] numbers = new float[THREADS];
        for (int n = 0; n < THREADS; n++) {
            numbers[n] = ((n + seed) * 37 % 101) / 20f - 1.5f;
        }
        return numbers;
    }

    /** Three arrays, of which some are one and the same: {@code aab} is one given twice, and another. */
    private static float[][] arrays(String names) {
        float[][] arrays = new float[names.length()][];
        for (int array = 0; array < arrays.length; array++) {
            int same = names.indexOf(names.charAt(array));
            arrays[array] = same < array ? arrays[same] : numbers(array * 11);
        }
        return arrays;
    }

    private static String control(String kernel) {
        return KERNELS.method(kernel + "Control");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "aab", "aba", "abb", "aaa"})
    void computeWhatPlainJavaDoes(String names) throws ReflectiveOperationException {
        for (String kernel : NAMES) {
            computesWhatPlainJavaDoes(kernel, names);
        }
    }

    private static void computesWhatPlainJavaDoes(String kernel, String names) throws ReflectiveOperationException {
        float[][] expected = arrays(names);
        KERNELS.runPlainly(kernel, THREADS, expected[0], expected[1], expected[2], ROUNDS);
        float[][] actual = arrays(names);
        KERNELS.run(
                kernel,
                new ThreadgroupGrid(THREADS, 1, 1, 128, 1, 1),
                new int[] {ROUNDS},
                actual[0],
                actual[1],
                actual[2]);
        for (int array = 0; array < actual.length; array++) {
            assertThat(actual[array]).as("%s of %s, %d", kernel, names, array).isEqualTo(expected[array]);
        }
    }

    /** Where the branch before ended with an empty block, the other took the rows of it for its own. */
    @Test
    void loadInEachBranchWhatTheOtherLoads() throws ReflectiveOperationException {
        computesWhatPlainJavaDoes("branches", "abc");
    }

    @Test
    void loadOnceWhatNobodyStores() {
        // Once before anything is stored, and once behind that.
        assertThat(control("functions").split("lanes\\.x,", -1)).hasSize(1 + 2);
    }

    @Test
    void loadAgainBehindEachStore() {
        assertThat(control("between").split("lanes\\.x,", -1)).hasSizeGreaterThan(1 + 2);
    }

    @Test
    void copyNothing() {
        String functions = KERNELS.generated()
                .substring(
                        KERNELS.generated().indexOf("void functionsControl("),
                        KERNELS.generated().indexOf("void functionsIndices("));
        assertThat(functions).doesNotContainPattern("\\n +(\\w+) = [a-z]\\w*;\\n +\\w+\\[lane\\] = \\1;");
    }
}
