package dev.smelt.compiler.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.testing.SameEverywhere;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kernels with threadgroup memory run lane by lane where the rows of a threadgroup are short, and in strips where not. */
class ShortRowsTest {
    private static final String SOURCE = """
            package demo;

            import static dev.smelt.dsl.Msl.threadgroupBarrier;

            import dev.smelt.dsl.*;

            final class Rows {
                @Kernel
                static void turn(
                        float[] x,
                        float[] out,
                        @Threadgroup(256) float[] tile,
                        @ThreadPositionInGrid int i,
                        @ThreadIndexInThreadgroup int t,
                        @ThreadsPerThreadgroup int size) {
                    tile[t] = x[i];
                    threadgroupBarrier();
                    float sum = 0f;
                    for (int k = 0; k < 4; k++) {
                        sum += tile[size - 1 - t] * x[i];
                    }
                    out[i] = sum;
                }
            }
            """;

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 63, 64, 65, 256})
    void computesTheSameInRowsOfAnyLength(int row) throws Exception {
        float[] x = new float[5 * row];
        for (int i = 0; i < x.length; i++) {
            x[i] = 1f / (i + 3);
        }
        float[] out = new float[x.length];
        try (SameEverywhere same = SameEverywhere.of("demo/Rows.java", SOURCE);
                Device device = Device.jvm()) {
            Class<?> wrapper = same.type("demo.RowsKernels");
            Method load = wrapper.getDeclaredMethod("load", Device.class);
            load.setAccessible(true);
            Method turn = wrapper.getDeclaredMethod("turn", Grid.class, float[].class, float[].class);
            turn.setAccessible(true);
            turn.invoke(load.invoke(null, device), Grid.of(x.length).threadgroup(row), x, out);
        }
        float[] expected = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            float other = x[i / row * row + row - 1 - i % row];
            for (int k = 0; k < 4; k++) {
                expected[i] += other * x[i];
            }
        }
        assertThat(out).containsExactly(expected);
    }

    @Test
    void hasBothForms() {
        try (SameEverywhere same = SameEverywhere.of("demo/Rows.java", SOURCE)) {
            assertThat(same.type("demo.RowsKernelsJvm").getDeclaredMethods())
                    .extracting(Method::getName)
                    .contains("turn", "turnInRows", "turnLaneByLane");
        }
    }
}
