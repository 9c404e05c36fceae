package dev.smelt.compiler.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.testing.JvmKernels;
import dev.smelt.runtime.spi.ThreadgroupGrid;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Regions under a condition on x, by each comparison and each kind of position, with bounds near and far. */
class LaneRangeTest {
    private static final List<String> COMPARISONS = List.of("<", "<=", ">", ">=", "==");
    private static final List<String> POSITIONS = List.of("t", "i", "l", "p.x()", "q.x()");
    private static final List<Integer> BOUNDS = List.of(
            Integer.MIN_VALUE,
            Integer.MIN_VALUE + 3,
            -9,
            -1,
            0,
            1,
            3,
            5,
            6,
            7,
            11,
            12,
            13,
            22,
            23,
            Integer.MAX_VALUE - 3,
            Integer.MAX_VALUE);
    private static final int WIDTH = 23;
    private static final int HEIGHT = 4;

    private static final JvmKernels KERNELS = JvmKernels.compile("Ranges", source());

    /** One kernel for each case; the barrier makes it a lane program. */
    private static String kernel(String name, String condition) {
        return """
                    @Kernel
                    static void %s(
                            int[] out, int bound, @Threadgroup(1) int[] shared,
                            @ThreadPositionInThreadgroup int t, @ThreadPositionInGrid int i,
                            @ThreadIndexInThreadgroup int l, @ThreadPositionInThreadgroup Int2 p,
                            @ThreadPositionInGrid Int2 q) {
                        threadgroupBarrier();
                        if (%s) { out[q.y() * %d + q.x()] += 1; }
                    }
                """.formatted(name, condition, WIDTH);
    }

    private static String name(int comparison, int position, boolean mirrored) {
        return "k" + comparison + position + (mirrored ? "m" : "");
    }

    private static String source() {
        StringBuilder source = new StringBuilder("""
                package demo;
                import static dev.smelt.dsl.Msl.*;
                import dev.smelt.dsl.*;
                public final class Ranges {
                """);
        for (int comparison = 0; comparison < COMPARISONS.size(); comparison++) {
            for (int position = 0; position < POSITIONS.size(); position++) {
                String symbol = COMPARISONS.get(comparison);
                String x = POSITIONS.get(position);
                source.append(kernel(name(comparison, position, false), x + symbol + "bound"));
                source.append(kernel(name(comparison, position, true), "bound" + symbol + x));
            }
        }
        return source.append("}\n").toString();
    }

    private static int[] run(String kernel, int bound) {
        int[] out = new int[WIDTH * HEIGHT];
        KERNELS.run(kernel, new ThreadgroupGrid(WIDTH, HEIGHT, 1, 6, 3, 1), new int[] {bound}, out);
        return out;
    }

    private static boolean holds(String comparison, int left, int right) {
        return switch (comparison) {
            case "<" -> left < right;
            case "<=" -> left <= right;
            case ">" -> left > right;
            case ">=" -> left >= right;
            default -> left == right;
        };
    }

    private static int[] expected(String comparison, String position, int bound, boolean mirrored) {
        int[] expected = new int[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int widthOfGroup = Math.min(6, WIDTH - x / 6 * 6);
                int value = switch (position) {
                    case "i", "q.x()" -> x;
                    case "l" -> y % 3 * widthOfGroup + x % 6;
                    default -> x % 6;
                };
                boolean holds = mirrored ? holds(comparison, bound, value) : holds(comparison, value, bound);
                expected[y * WIDTH + x] = holds ? 1 : 0;
            }
        }
        return expected;
    }

    @Test
    void areTheLanesForWhichTheConditionHolds() {
        for (int comparison = 0; comparison < COMPARISONS.size(); comparison++) {
            for (int position = 0; position < POSITIONS.size(); position++) {
                for (int bound : BOUNDS) {
                    for (boolean mirrored : new boolean[] {false, true}) {
                        String symbol = COMPARISONS.get(comparison);
                        String x = POSITIONS.get(position);
                        assertThat(run(name(comparison, position, mirrored), bound))
                                .as("%s %s %d, mirrored %s", x, symbol, bound, mirrored)
                                .isEqualTo(expected(symbol, x, bound, mirrored));
                    }
                }
            }
        }
    }

    @Test
    void areTheBoundsOfTheLoops() {
        assertThat(KERNELS.generated()).contains("LaneMask.within(");
    }
}
