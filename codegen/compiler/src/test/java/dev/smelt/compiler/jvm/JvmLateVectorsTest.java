package dev.smelt.compiler.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.smelt.compiler.testing.JvmKernels;
import dev.smelt.runtime.spi.ThreadgroupGrid;
import org.junit.jupiter.api.Test;

/** Vectors in kernels with functions that are computed for many threads at once. */
class JvmLateVectorsTest {
    private static final String SOURCE = """
            package demo;
            import static dev.smelt.dsl.Msl.*;
            import dev.smelt.dsl.*;
            public final class Late {
                @Kernel
                static void late(float[] x, float[] y, @ThreadPositionInGrid int i) {
                    Float2 a = new Float2(x[i], x[i + 1]);
                    Float2 b = a.add(a);
                    float e = exp(x[i]);
                    float s = sin(e);
                    y[i] = (a.x() + b.y()) * s;
                }

                @Kernel
                static void stored(float[] x, float[] y, @ThreadPositionInGrid int i) {
                    Int3 a = new Int3((int) y[i], 2, 3);
                    y[i] = 100f;
                    float e = exp(x[i]);
                    y[i] = a.x() * e;
                }

                @Kernel
                static void assigned(float[] x, float[] y, @ThreadPositionInGrid int i) {
                    float v = x[i];
                    Float3 a = new Float3(v, 1f, 0f);
                    v = exp(v);
                    if (v > 1f) { a = a.add(a); }
                    y[i] = a.x() + a.y() * v;
                }

                @Kernel
                static void returning(float[] x, float[] y, int n, @ThreadPositionInGrid int i) {
                    Float3 a = new Float3(x[i], 1f, 2f);
                    float e = exp(x[i]);
                    if (i >= n) { return; }
                    y[i] = a.x() + a.z() * e;
                }

                @Kernel
                static void gone(float[] x, float[] y, int n, @ThreadPositionInGrid int i) {
                    if (i >= n) { return; }
                    Int2 v = new Int2(i, 1);
                    float e = exp(x[i] * v.x());
                    y[i] = v.y() * e;
                }
            }
            """;

    private static final JvmKernels KERNELS = JvmKernels.compile("Late", SOURCE);
    private static final int THREADS = 21;

    private final float[] x = new float[THREADS + 1];
    private final float[] y = new float[THREADS];

    JvmLateVectorsTest() {
        for (int n = 0; n < x.length; n++) {
            x[n] = n * 37 % 101 / 50f - 1f;
        }
        for (int n = 0; n < y.length; n++) {
            y[n] = n - 4f;
        }
    }

    private void run(String kernel, int... uniforms) {
        KERNELS.run(kernel, new ThreadgroupGrid(THREADS, 1, 1, 8, 1, 1), uniforms, x, y);
    }

    /** Else there is an object for each thread: it took a Fourier transform 1.8 times as long. */
    @Test
    void areComputedBehindTheFunctions() {
        assertThat(KERNELS.generated()).contains("exp(lanes.mask").doesNotContain("new Float2[lanes]");
        run("late");
        for (int i = 0; i < THREADS; i++) {
            double expected = (x[i] + 2.0 * x[i + 1]) * Math.sin(Math.exp(x[i]));
            assertThat((double) y[i]).isCloseTo(expected, within(2e-6));
        }
    }

    @Test
    void areComputedBeforeMemoryChanges() {
        float[] before = y.clone();
        run("stored");
        for (int i = 0; i < THREADS; i++) {
            assertThat((double) y[i]).isCloseTo(Math.exp(x[i]) * (int) before[i], within(2e-5));
        }
    }

    @Test
    void areComputedFromWhatAVariableWas() {
        run("assigned");
        for (int i = 0; i < THREADS; i++) {
            double v = Math.exp(x[i]);
            assertThat((double) y[i]).isCloseTo((x[i] + v) * (v > 1 ? 2 : 1), within(2e-6));
        }
    }

    @Test
    void areComputedByThreadsThatGoOn() {
        float[] before = y.clone();
        run("returning", 9);
        for (int i = 0; i < THREADS; i++) {
            double expected = i < 9 ? x[i] + 2 * Math.exp(x[i]) : before[i];
            assertThat((double) y[i]).isCloseTo(expected, within(2e-6));
        }
    }

    /** Those that had returned ran the last statement all the same, with a vector that they were never given. */
    @Test
    void areNotAskedOfThreadsThatHaveReturned() {
        float[] before = y.clone();
        run("gone", 5);
        for (int i = 0; i < THREADS; i++) {
            assertThat((double) y[i]).isCloseTo(i < 5 ? Math.exp(x[i] * i) : before[i], within(1e-5 * Math.abs(y[i])));
        }
    }
}
