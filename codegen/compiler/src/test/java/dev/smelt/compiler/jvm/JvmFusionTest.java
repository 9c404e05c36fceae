package dev.smelt.compiler.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.testing.JvmKernels;
import dev.smelt.compiler.testing.JvmRun;
import dev.smelt.runtime.spi.ThreadgroupGrid;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Functions that stand in the loops over the lanes as long as all arguments of a threadgroup are in range: against double
 * precision, and against what the same lanes get where one lane's argument is out of range, so that all go the other way.
 */
class JvmFusionTest {
    private static final String SOURCE = """
            package demo;
            import static dev.smelt.dsl.Msl.*;
            import dev.smelt.dsl.*;
            public final class Fused {
                @Kernel
                static void series(float[] x, float[] y, int terms, float scale, @ThreadPositionInGrid int i) {
                    float angle = x[i];
                    float sum = 0f;
                    for (int term = terms - 1; term >= 0; term--) {
                        float harmonic = 2 * term + 1;
                        sum += sin(harmonic * angle) / harmonic;
                    }
                    y[i] = sum;
                }

                @Kernel
                static void shifted(float[] x, float[] y, int terms, float scale, @ThreadPositionInGrid int i) {
                    float angle = x[i];
                    float sum = 0f;
                    for (int k = 0; k < terms; k++) { sum += cos(-angle * k / scale - 0.5f) * k; }
                    y[i] = sum;
                }

                @Kernel
                static void both(float[] x, float[] y, int terms, float scale, @ThreadPositionInGrid int i) {
                    if (i >= 20) { return; }
                    float angle = x[i] * scale;
                    float real = 0f;
                    float imaginary = 0f;
                    for (int k = 0; k < terms; k++) {
                        float turned = angle * k;
                        real += cos(turned);
                        imaginary += sin(turned);
                    }
                    y[i] = real + 10f * imaginary;
                }

                @Kernel
                static void nested(float[] x, float[] y, int terms, float scale, @ThreadPositionInGrid int i) {
                    float angle = x[i];
                    float sum = 0f;
                    for (int j = 0; j < 3; j++) {
                        for (int k = 0; k < terms; k++) { sum += sin(angle * (j * k)) * sin(angle); }
                        angle = angle + 0.25f;
                    }
                    y[i] = sum;
                }

                @Kernel
                static void curved(float[] x, float[] y, int terms, float scale, @ThreadPositionInGrid int i) {
                    float angle = x[i];
                    float sum = 0f;
                    for (int k = 0; k < terms; k++) {
                        float before = angle * k + 0.5f;
                        before = (before * 0.5f + angle * 0.25f) * 0.125f - (angle * 0.75f - 0.5f) + 0.375f;
                        float s = sin(before);
                        sum += ((s * 0.8125f + 0.25f) * s + 0.125f) * s + 0.5f * (s - 0.25f);
                    }
                    y[i] = sum;
                }

                @Kernel
                static void growing(float[] x, float[] y, int terms, float scale, @ThreadPositionInGrid int i) {
                    float angle = x[i];
                    float sum = 0f;
                    for (int k = 0; k < terms; k++) {
                        sum += sin(angle);
                        angle = angle * 1.5f;
                    }
                    y[i] = sum;
                }
            }
            """;

    private static final List<String> ALL = List.of("series", "shifted", "both", "nested", "curved", "growing");
    private static final JvmKernels KERNELS = JvmKernels.compile("Fused", SOURCE);
    private static final int THREADS = 21;
    private static final int GROUP = 8;

    private static float[] angles() {
        float[] angles = new float[THREADS];
        for (int n = 0; n < THREADS; n++) {
            angles[n] = (n * 37 % 101) / 16f - 3f;
        }
        angles[4] = 0f;
        angles[5] = -0f;
        return angles;
    }

    private static float[] run(String kernel, float[] x, int terms, float scale) {
        float[] y = new float[THREADS];
        int[] uniforms = {terms, Float.floatToRawIntBits(scale)};
        KERNELS.run(kernel, new ThreadgroupGrid(THREADS, 1, 1, GROUP, 1, 1), uniforms, x, y);
        return y;
    }

    /** By the functions of double precision, for one thread. */
    private static double exact(String kernel, int i, float x, int terms, float scale) {
        double sum = 0;
        float angle = x;
        switch (kernel) {
            case "series" -> {
                for (int k = 1; k < 2 * terms; k += 2) {
                    sum += Math.sin(k * angle) / k;
                }
            }
            case "shifted" -> {
                for (int k = 0; k < terms; k++) {
                    sum += Math.cos(-angle * k / scale - 0.5f) * k;
                }
            }
            case "both" -> {
                for (int k = 0; i < 20 && k < terms; k++) {
                    sum += Math.cos(angle * scale * k) + 10 * Math.sin(angle * scale * k);
                }
            }
            case "nested" -> {
                for (int j = 0; j < 3; j++, angle += 0.25f) {
                    for (int k = 0; k < terms; k++) {
                        sum += Math.sin(angle * (j * k)) * Math.sin(angle);
                    }
                }
            }
            case "curved" -> {
                for (int k = 0; k < terms; k++) {
                    float before = angle * k + 0.5f;
                    before = (before * 0.5f + angle * 0.25f) * 0.125f - (angle * 0.75f - 0.5f) + 0.375f;
                    double s = Math.sin(before);
                    sum += ((s * 0.8125 + 0.25) * s + 0.125) * s + 0.5 * (s - 0.25);
                }
            }
            default -> {
                for (int k = 0; k < terms; k++, angle *= 1.5f) {
                    sum += Math.sin(angle);
                }
            }
        }
        return sum;
    }

    private static void isRight(String kernel, float[] x, int terms, float scale) {
        float[] y = run(kernel, x, terms, scale);
        for (int i = 0; i < THREADS; i++) {
            double expected = exact(kernel, i, x[i], terms, scale);
            // Sums of so many terms, the largest of them 10 or their number, each with an error of some units.
            double error = 4e-7 * terms * Math.max(12, terms);
            boolean isNear = Math.abs(y[i] - expected) <= error;
            if (!isNear && !(Double.isNaN(expected) && Float.isNaN(y[i]))) {
                assertThat((double) y[i])
                        .as("%s %d of %s, %d terms, scale %s", kernel, i, x[i], terms, scale)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void standInTheLoopsWhereBoundsAreKnown() {
        assertThat(KERNELS.generated())
                .contains("Math.abs(lanes.harmonic) * lanes.largest")
                .contains("float sin = StraightMath.sin(argument)");
        assertThat(control("growing")).doesNotContain("StraightMath");
        assertThat(control("nested")).containsOnlyOnce("StraightMath.largestMagnitude");
    }

    /** Long loops with functions are no SIMD. */
    @Test
    void standAloneBetweenLongCode() {
        assertThat(control("curved")).contains("StraightMath.isFast()");
        for (String method : KERNELS.generated().split("private static void ", -1)) {
            if (method.startsWith("curved") && method.contains("StraightMath.sin(")) {
                assertThat(method).doesNotContain("0.8125f").doesNotContain("0.375f");
            }
        }
    }

    private static String control(String kernel) {
        return KERNELS.method(kernel + "Control");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 8, 25})
    void areThoseOfDoublePrecision(int terms) {
        for (String kernel : ALL) {
            isRight(kernel, angles(), terms, 1.25f);
        }
    }

    /** What some lane's argument is, is found out by bounds: one lane sends all others the other way. */
    @ParameterizedTest
    @ValueSource(floats = {1e4f, 3e4f, 1e6f, -1e30f, Float.MAX_VALUE, Float.NaN, Float.POSITIVE_INFINITY})
    void areTheSameToTheBitBesideALaneOutOfRange(float special) {
        for (String kernel : ALL) {
            float[] x = angles();
            float[] expected = run(kernel, x, 12, 1.25f);
            for (int lane : new int[] {3, 7, 11, 19}) {
                x[lane] = special;
            }
            float[] y = run(kernel, x, 12, 1.25f);
            for (int i = 0; i < THREADS; i++) {
                if (x[i] != special && !Float.isNaN(x[i])) {
                    assertThat(Float.floatToRawIntBits(y[i]))
                            .as("%s %d", kernel, i)
                            .isEqualTo(Float.floatToRawIntBits(expected[i]));
                }
            }
            isRight(kernel, x, 12, 1.25f);
        }
    }

    /** Uniforms that make arguments infinite, NaN or large, in lanes that are not. */
    @ParameterizedTest
    @CsvSource({"Infinity", "NaN", "0", "-0.0", "1e-30", "-1e20", "-2.5", "1e9"})
    void areRightForAnyUniform(float scale) {
        for (String kernel : ALL) {
            isRight(kernel, angles(), 7, scale);
        }
    }

    /** Where the counter times the argument comes to the limit, round by round. */
    @Test
    void areRightOnBothSidesOfTheLimit() {
        for (float largest : new float[] {29_999f, 30_000f, 30_001f, 2_500f, 2_308f, 1_000f}) {
            float[] x = angles();
            x[2] = largest;
            x[12] = -largest;
            for (String kernel : ALL) {
                isRight(kernel, x, 20, 0.99f);
            }
        }
    }

    /** One angle beyond the bound has its threadgroup of four go the other way. */
    @ParameterizedTest
    @ValueSource(floats = {0.5f, 1e7f})
    void computesTheGoldenKernel(float last) {
        float[] x = {-2f, 0f, 0.25f, 3f, 1f, last};
        float[] y = new float[x.length];
        JvmRun run = new JvmRun(JvmLaneCases.series()).line(x.length);
        run.uniforms().putInt(0, 9);
        run.run("series", x, y);
        for (int i = 0; i < x.length; i++) {
            double sum = 0;
            for (int k = 0; k < 9; k++) {
                sum += Math.sin(k * x[i]);
            }
            assertThat(y[i]).isCloseTo((float) sum, Offset.offset(4e-6f));
        }
    }
}
