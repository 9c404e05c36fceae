package dev.smelt.compiler.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.testing.JvmKernels;
import dev.smelt.runtime.spi.ThreadgroupGrid;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Threadgroups whose rows lie as far apart in arrays over lanes as in memory, against one thread after the other. */
class JvmRowsApartTest {
    private static final JvmKernels KERNELS = JvmKernels.compile("Apart", """
            package demo;
            import static dev.smelt.dsl.Msl.*;
            import dev.smelt.dsl.*;
            public final class Apart {
                @Kernel static void convolved(
                        float[] in, float[] out, int margin, @ThreadPositionInGrid Int2 p, @ThreadsPerGrid Int2 n) {
                    float sum = 0f;
                    for (int ky = 0; ky < 3; ky++) {
                        for (int kx = 0; kx < 3; kx++) {
                            sum += (ky - 2 * kx) * in[(p.y() + ky) * (n.x() + margin) + p.x() + kx];
                        }
                    }
                    out[p.y() * n.x() + p.x()] = sum;
                }

                @Kernel static void mixed(
                        float[] in, float[] out, int margin, @ThreadPositionInGrid Int2 p, @ThreadsPerGrid Int2 n) {
                    float a = in[p.y() * (n.x() + margin) + p.x()];
                    float b = in[p.y() * n.x() + p.x()];
                    float c = in[(n.y() - 1 - p.y()) * n.x() + p.x()];
                    float d = in[p.y() * (n.x() + 1) + p.x()];
                    out[p.y() * n.x() + p.x()] = exp(-abs(a)) * b - c + d * p.y();
                }

                @Kernel static void waves(
                        float[] in, float[] out, int margin, @ThreadPositionInGrid Int2 p, @ThreadsPerGrid Int2 n) {
                    float x = in[p.y() * (n.x() + margin) + p.x()];
                    float sum = 0f;
                    for (int k = 1; k < 4; k++) {
                        sum += sin(k * x) / k;
                    }
                    out[p.y() * n.x() + p.x()] = sum;
                }

                @Kernel static void places(
                        float[] in, float[] out, int margin, @ThreadPositionInThreadgroup Int2 q,
                        @ThreadPositionInGrid Int2 p, @ThreadsPerGrid Int2 n) {
                    float first = in[(p.y() - q.y()) * (n.x() + margin) + p.x()];
                    float a = in[(2 * p.y() - q.y() - (p.y() - q.y())) * (n.x() + margin) + (p.x() - q.x()) + q.x()];
                    out[p.y() * n.x() + p.x()] = exp(-abs(a)) + first;
                }

                @Kernel static void literal(
                        float[] in, float[] out, int margin, @ThreadPositionInGrid Int2 p, @ThreadsPerGrid Int2 n) {
                    out[p.y() * n.x() + p.x()] = exp(-abs(in[p.y() * 98 + p.x()]));
                }

                @Kernel static void pairs(
                        float[] in, float[] out, int margin, @ThreadPositionInGrid Int2 p, @ThreadsPerGrid Int2 n) {
                    float a = in[p.y() * (n.x() + margin) + p.x()];
                    Float2 v = new Float2(p.x(), p.y());
                    float e = exp(-abs(a) * v.x());
                    out[p.y() * n.x() + p.x()] = v.y() * e;
                }

                @Kernel static void decaying(float[] both, float[] other, int margin, @ThreadPositionInGrid Int2 p) {
                    int i = p.y() * (96 + margin) + p.x();
                    both[i] = exp(-abs(both[i])) + other[i];
                }

                @Kernel static void planes(
                        float[] in, float[] out, int margin, @ThreadPositionInGrid Int3 p, @ThreadsPerGrid Int3 n) {
                    float a = in[(p.z() * (n.y() + margin) + p.y()) * (n.x() + margin) + p.x()];
                    float b = in[(p.y() * n.z() + p.z()) * n.x() + p.x()];
                    out[(p.z() * n.y() + p.y()) * n.x() + p.x()] = tanh(a) + b;
                }

                @Kernel static void numbered(
                        float[] in, float[] out, int margin, @ThreadIndexInThreadgroup int t,
                        @ThreadPositionInGrid Int2 p, @ThreadsPerGrid Int2 n) {
                    float a = exp(-abs(in[p.y() * (n.x() + margin) + p.x()])) * t;
                    out[p.y() * n.x() + p.x()] = a + t;
                }

                @Kernel static void leaving(
                        float[] in, float[] out, int margin, @ThreadPositionInGrid Int2 p, @ThreadsPerGrid Int2 n) {
                    if (p.y() == 2 || p.x() % 5 == 1) {
                        return;
                    }
                    out[p.y() * n.x() + p.x()] = exp(-abs(in[p.y() * (n.x() + margin) + p.x()]));
                }

                @Kernel static void halving(
                        float[] in, float[] out, int margin, @ThreadPositionInGrid Int2 p, @ThreadsPerGrid Int2 n) {
                    float v = in[p.y() * (n.x() + margin) + p.x()];
                    float e = exp(-abs(v));
                    int rounds = 0;
                    float rest = v;
                    while (rest > 1f && rounds >= 0) {
                        rest *= 0.5f;
                        rounds++;
                    }
                    out[p.y() * n.x() + p.x()] = rounds + e;
                }

                @Kernel static void tiled(
                        float[] in, float[] out, @Threadgroup(512) float[] tile, int margin,
                        @ThreadPositionInThreadgroup Int2 q, @ThreadPositionInGrid Int2 p, @ThreadsPerGrid Int2 n,
                        @ThreadsPerThreadgroup Int2 size) {
                    tile[q.y() * size.x() + q.x()] = in[p.y() * (n.x() + margin) + p.x()];
                    threadgroupBarrier();
                    float other = tile[(size.y() - 1 - q.y()) * size.x() + q.x()];
                    out[p.y() * n.x() + p.x()] = exp(-abs(other)) + p.y();
                }

                @Kernel static void shared(
                        float[] in, float[] out, @Threadgroup(512) float[] tile, int margin,
                        @ThreadIndexInThreadgroup int t, @ThreadPositionInGrid Int2 p, @ThreadsPerGrid Int2 n,
                        @ThreadsPerThreadgroup Int2 size) {
                    tile[t] = in[p.y() * (n.x() + margin) + p.x()];
                    threadgroupBarrier();
                    float other = tile[size.x() * size.y() - 1 - t];
                    out[p.y() * n.x() + p.x()] = exp(-abs(other)) + tile[t];
                }
            }
            """);

    private static final int WIDTH = 96;
    private static final int HEIGHT = 24;

    /** So many that each row of every kernel is there; those between rows of the width are what no kernel can compute with. */
    private static float[] numbers(int margin) {
        float[] numbers = new float[(WIDTH + 32) * (HEIGHT + 8) * 4];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (i * 37 % 101) / 20f - 2.1f;
        }
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < margin; x++) {
                numbers[y * (WIDTH + margin) + WIDTH + x] = List.of(
                                Float.NaN, Float.POSITIVE_INFINITY, -1e38f, Float.MIN_VALUE)
                        .get((x + y) % 4);
            }
        }
        return numbers;
    }

    private static float[] run(String kernel, ThreadgroupGrid grid, float[] in, int margin) {
        float[] out = new float[grid.gridWidth() * grid.gridHeight() * grid.gridDepth()];
        KERNELS.run(kernel, grid, new int[] {margin}, in, out);
        return out;
    }

    private static ThreadgroupGrid grid(int width, int height) {
        return new ThreadgroupGrid(WIDTH, HEIGHT, 1, width, height, 1);
    }

    private static Offset<Float> within(float expected) {
        return Offset.offset(4 * Math.ulp(Math.max(1f, Math.abs(expected))));
    }

    private static float decay(float x) {
        return (float) Math.exp(-Math.abs((double) x));
    }

    @ParameterizedTest
    @ValueSource(strings = {"convolved", "mixed", "waves", "places", "literal", "decaying", "planes", "tiled"})
    void areKernelsThatOnlyComputeByNumbers(String kernel) {
        assertThat(entry(kernel)).contains("lanes.mask.begin(threadgroup);", "dispatchLanesApart()");
    }

    @ParameterizedTest
    @ValueSource(strings = {"numbered", "shared", "leaving", "halving", "pairs"})
    void areNoOthers(String kernel) {
        assertThat(entry(kernel)).contains("lanes.mask.begin(threadgroup.lanes());", "dispatchLanes()");
    }

    /** The method that makes the object for a threadgroup. */
    private static String entry(String kernel) {
        return KERNELS.method(KERNELS.hasMethod(kernel + "InRows") ? kernel + "InRows" : kernel);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 96, 8",
        "2, 96, 8",
        "2, 96, 5",
        "2, 40, 3",
        "2, 90, 5",
        "24, 96, 4",
        "25, 96, 4",
        "9, 64, 24",
        "1, 33, 7"
    })
    void giveTheSameResults(int margin, int width, int height) {
        float[] in = numbers(margin);
        int pitch = WIDTH + margin;
        float[] convolved = run("convolved", grid(width, height), numbers(0), margin);
        float[] plain = numbers(0);
        float[] mixed = run("mixed", grid(width, height), in, margin);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                float sum = 0f;
                for (int ky = 0; ky < 3; ky++) {
                    for (int kx = 0; kx < 3; kx++) {
                        sum += (ky - 2 * kx) * plain[(y + ky) * pitch + x + kx];
                    }
                }
                int i = y * WIDTH + x;
                assertThat(convolved[i]).as("%d, %d", x, y).isEqualTo(sum);
                float expected = decay(in[y * pitch + x]) * in[y * WIDTH + x]
                        - in[(HEIGHT - 1 - y) * WIDTH + x]
                        + in[y * (WIDTH + 1) + x] * y;
                if (Float.isFinite(expected)) {
                    assertThat(mixed[i]).as("%d, %d", x, y).isCloseTo(expected, within(expected));
                } else {
                    assertThat(mixed[i]).as("%d, %d", x, y).isEqualTo(Float.valueOf(expected));
                }
            }
        }
    }

    /** Between the rows there are NaN, infinity and what no sine of floats is made for. */
    @ParameterizedTest
    @CsvSource({"0, 96, 8", "2, 96, 8", "24, 96, 8", "2, 90, 5"})
    void knowNothingOfWhatLiesBetweenThem(int margin, int width, int height) {
        float[] in = numbers(margin);
        int pitch = WIDTH + margin;
        float[] waves = run("waves", grid(width, height), in, margin);
        float[] places = run("places", grid(width, height), in, margin);
        float[] pairs = run("pairs", grid(width, height), in, margin);
        float[] literal = run("literal", grid(width, height), numbers(2), margin);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int i = y * WIDTH + x;
                float value = in[y * pitch + x];
                double sum = Math.sin(value) + Math.sin(2 * value) / 2 + Math.sin(3 * value) / 3;
                assertThat(waves[i]).as("%d, %d", x, y).isCloseTo((float) sum, Offset.offset(2e-6f));
                float place = decay(value) + in[y / height * height * pitch + x];
                assertThat(places[i]).as("%d, %d", x, y).isCloseTo(place, within(3f));
                float pair = (float) (y * Math.exp(-Math.abs((double) value) * x));
                assertThat(pairs[i]).as("%d, %d", x, y).isCloseTo(pair, within(y));
                assertThat(literal[i]).isCloseTo(decay(numbers(2)[y * 98 + x]), within(1f));
            }
        }
    }

    @Test
    void areStoredInTheArrayThatTheyComeFrom() {
        float[] before = numbers(3);
        float[] both = before.clone();
        KERNELS.run("decaying", grid(96, 5), new int[] {3}, both, both);
        for (int i = 0; i < before.length; i++) {
            boolean isOfThread = i % 99 < WIDTH && i / 99 < HEIGHT;
            if (isOfThread) {
                assertThat(both[i]).isCloseTo(decay(before[i]) + before[i], within(3f));
            } else {
                assertThat(both[i]).isEqualTo(Float.valueOf(before[i]));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 96, 2, 3", "3, 96, 4, 2", "3, 48, 3, 6"})
    void giveTheSameResultsInSpace(int margin, int width, int height, int depth) {
        float[] in = numbers(0);
        ThreadgroupGrid grid = new ThreadgroupGrid(WIDTH, 8, 6, width, height, depth);
        float[] out = run("planes", grid, in, margin);
        for (int i = 0; i < out.length; i++) {
            int x = i % WIDTH;
            int y = i / WIDTH % 8;
            int z = i / WIDTH / 8;
            float expected =
                    (float) Math.tanh(in[(z * (8 + margin) + y) * (WIDTH + margin) + x]) + in[(y * 6 + z) * WIDTH + x];
            assertThat(out[i]).isCloseTo(expected, within(expected));
        }
    }

    @Test
    void leaveTheNumbersOfThreadsAsTheyAre() {
        float[] in = numbers(2);
        float[] numbered = run("numbered", grid(96, 4), in, 2);
        float[] shared = run("shared", grid(96, 4), in, 2);
        float[] tiled = run("tiled", grid(96, 4), in, 2);
        float[] leaving = run("leaving", grid(96, 4), in, 2);
        for (int i = 0; i < numbered.length; i++) {
            int x = i % WIDTH;
            int y = i / WIDTH;
            int t = y % 4 * WIDTH + x;
            float value = in[y * (WIDTH + 2) + x];
            assertThat(numbered[i]).isCloseTo(decay(value) * t + t, within(2f * t));
            float other = in[(y / 4 * 4 + 3 - y % 4) * (WIDTH + 2) + WIDTH - 1 - x];
            assertThat(shared[i]).isCloseTo(decay(other) + value, within(3f));
            float below = in[(y / 4 * 4 + 3 - y % 4) * (WIDTH + 2) + x];
            assertThat(tiled[i]).isCloseTo(decay(below) + y, within(y));
            boolean leaves = y == 2 || x % 5 == 1;
            assertThat(leaving[i]).isCloseTo(leaves ? 0f : decay(value), within(1f));
        }
    }

    /** Halved as often as one likes, infinity stays what it is: the loop would go on for long. */
    @Test
    void runNoLoopsForLanesThatAreNobodys() {
        float[] in = numbers(4);
        float[] out = run("halving", grid(96, 4), in, 4);
        for (int i = 0; i < out.length; i++) {
            float value = in[i / WIDTH * (WIDTH + 4) + i % WIDTH];
            float expected = (value > 2f ? 2 : value > 1f ? 1 : 0) + decay(value);
            assertThat(out[i]).isCloseTo(expected, within(3f));
        }
    }
}
