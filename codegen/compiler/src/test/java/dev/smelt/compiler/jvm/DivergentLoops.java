package dev.smelt.compiler.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.testing.JvmKernels;
import dev.smelt.runtime.spi.ThreadgroupGrid;
import java.util.Random;

/** Kernels with one loop that each thread leaves when it likes, against the same methods as plain Java. */
final class DivergentLoops {
    private static final int THREADS = 700;

    /** What stands before the loop. */
    private static final String HEAD = """
            (float[] a, float[] b, float[] out, int[] counts, int limit, @ThreadPositionInGrid int i) {
                float x = a[i], y = b[i], c = a[i] * 0.5f, d = 0.25f - b[i];
                int n = 0, m = i;
            """;

    private DivergentLoops() {}

    /** A kernel with a loop, and what stands behind it, which ends the method. */
    static String kernel(String name, String loop, String tail) {
        return "@Kernel static void " + name + HEAD + "    " + loop + "\n" + tail;
    }

    /**
     * Compares the bits of all results.
     *
     * @param width of a threadgroup
     */
    static void compare(JvmKernels kernels, String name, int width, int limit) throws ReflectiveOperationException {
        float[] a = numbers(5);
        float[] b = numbers(11);
        float[] out = new float[2 * THREADS];
        int[] counts = new int[2 * THREADS];
        kernels.runPlainly(name, THREADS, a, b, out, counts, limit);
        float[] laneOut = new float[2 * THREADS];
        int[] laneCounts = new int[2 * THREADS];
        ThreadgroupGrid grid = new ThreadgroupGrid(THREADS, 1, 1, width, 1, 1);
        kernels.run(name, grid, new int[] {limit}, a, b, laneOut, laneCounts);
        assertThat(laneCounts).as(name).isEqualTo(counts);
        for (int n = 0; n < out.length; n++) {
            assertThat(Float.floatToIntBits(laneOut[n])).as("%s, %d", name, n).isEqualTo(Float.floatToIntBits(out[n]));
        }
    }

    private static float[] numbers(int seed) {
        float[] special = {
            0f, -0f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MAX_VALUE, Float.MIN_VALUE, 4f
        };
        Random random = new Random(seed);
        float[] numbers = new float[THREADS];
        for (int n = 0; n < THREADS; n++) {
            numbers[n] =
                    random.nextInt(10) == 0 ? special[random.nextInt(special.length)] : random.nextFloat() * 3f - 1.5f;
        }
        return numbers;
    }
}
