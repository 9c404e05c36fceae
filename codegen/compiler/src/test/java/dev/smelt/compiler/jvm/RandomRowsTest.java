package dev.smelt.compiler.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.testing.JvmKernels;
import dev.smelt.dsl.Int2;
import dev.smelt.runtime.spi.ThreadgroupGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Kernels over a plane with random indices, sums and choices, to the bit against plain Java, thread by thread: whether rows are
 * copied together, one by one or not at all, and whatever lies between them.
 */
class RandomRowsTest {
    private static final int KERNELS = 12;
    private static final int WIDTH = 40;
    private static final int HEIGHT = 13;
    private static final int ELEMENTS = 4096;

    /** Each is in an array of {@link #ELEMENTS} for all threads, with j and i below 4 and margins below 12. */
    private static final List<String> INDICES = List.of(
            "(p.y() + J) * (n.x() + margin) + p.x() + I",
            "(J + p.y() + I) * (margin + n.x()) + (p.x() + 1)",
            "p.y() * n.x() + p.x() + J",
            "p.y() * 46 + p.x() + I",
            "p.y() * (4 * margin) + p.x() + J",
            "(n.y() - 1 - p.y()) * (n.x() + margin) + p.x() + I",
            "1000 - p.y() * n.x() + p.x() - J",
            "(p.y() / 2 + J) * n.x() + p.x()",
            "(p.y() % 3) * (n.x() + margin) + p.x() + I",
            "(p.y() - q.y()) * n.x() + p.x() + J",
            "q.y() * (n.x() + margin) + q.x() + I",
            "(2 * p.y() - q.y()) * n.x() + p.x() - q.x() + J",
            "p.x() + J * n.x()",
            "p.y() + I",
            "J * 3 + I",
            "(p.x() + p.y()) * 3 + J");

    private final List<String> locals = new ArrayList<>();
    private Random random = new Random();

    private int upTo(int most) {
        return random.nextInt(most + 1);
    }

    private String index(String j, String i) {
        return INDICES.get(random.nextInt(INDICES.size())).replace("J", j).replace("I", i);
    }

    private String load(String j, String i) {
        return (random.nextBoolean() ? "a" : "b") + "[" + index(j, i) + "]";
    }

    /** Of locals, constants and what is loaded; deeper for a larger number. */
    private String value(int depth, String j, String i) {
        if (depth == 0) {
            return switch (upTo(3)) {
                case 0 -> (random.nextInt(9) - 4) + "f";
                case 1 -> load(j, i);
                default -> locals.get(random.nextInt(locals.size()));
            };
        }
        String left = value(upTo(depth - 1), j, i);
        String right = value(depth - 1, j, i);
        return switch (upTo(9)) {
            case 0 -> "sqrt(abs(" + left + "))";
            case 1 -> "(" + left + " / " + right + ")";
            case 2 -> "(" + left + " < " + right + " ? " + value(0, j, i) + " : " + left + ")";
            case 3 -> "min(" + left + ", " + right + ")";
            case 4 -> "(" + left + " * p.x() - " + right + ")";
            case 5, 6 -> "(" + left + " - " + right + ")";
            default -> "(" + left + " * " + right + " + 0.5f)";
        };
    }

    private String kernel(String name) {
        locals.clear();
        locals.add("start");
        StringBuilder body = new StringBuilder("float start = " + load("0", "1") + ";\n");
        int statements = 2 + upTo(3);
        for (int s = 0; s < statements; s++) {
            String local = "v" + s;
            switch (upTo(3)) {
                case 0 -> body.append("float ").append(local).append(" = ").append(value(2, "2", "0"));
                case 1 -> {
                    String condition = random.nextBoolean() ? "margin > 5" : "p.x() % 3 == 1";
                    body.append("float %s = 1f; if (%s) { %s = %s; }"
                            .formatted(local, condition, local, value(1, "1", "3")));
                }
                default -> {
                    String inner = random.nextBoolean() ? "for (int i = 0; i < 3; i++) " : "";
                    String i = inner.isEmpty() ? "2" : "i";
                    String end = random.nextBoolean() ? "4" : "rounds";
                    body.append("float %s = 0f; for (int j = 0; j < %s; j++) { %s{ %s += %s; } }"
                            .formatted(local, end, inner, local, value(1 + upTo(1), "j", i)));
                }
            }
            body.append(";\n");
            locals.add(local);
        }
        String leaves = upTo(4) == 0 ? "if (p.x() == 7 || p.y() == rounds) { return; }\n" : "";
        return """
                @Kernel static void %s(float[] a, float[] b, float[] out, int margin, int rounds,
                        @ThreadPositionInGrid Int2 p, @ThreadPositionInThreadgroup Int2 q, @ThreadsPerGrid Int2 n) {
                    %s%sout[p.y() * n.x() + p.x()] = %s;
                }
                """.formatted(name, leaves, body, value(2, "0", "1"));
    }

    private float[] numbers() {
        float[] numbers = new float[ELEMENTS];
        for (int i = 0; i < ELEMENTS; i++) {
            numbers[i] = switch (random.nextInt(200)) {
                case 0 -> Float.NaN;
                case 1 -> Float.NEGATIVE_INFINITY;
                default -> random.nextInt(2000) / 64f - 15f;
            };
        }
        return numbers;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void giveWhatEachThreadComputes(long seed) throws ReflectiveOperationException {
        random = new Random(seed);
        StringBuilder source = new StringBuilder("""
                package demo;
                import static dev.smelt.dsl.Msl.*;
                import dev.smelt.dsl.*;
                public final class RandomRows {
                """);
        for (int k = 0; k < KERNELS; k++) {
            source.append(kernel("k" + k));
        }
        JvmKernels kernels =
                JvmKernels.compile("RandomRows", source.append("}\n").toString());
        assertThat(kernels.generated()).contains("LaneMemory.loadRows(", "LaneMemory.loadRow(", "dispatchLanesApart()");
        float[] a = numbers();
        float[] b = numbers();
        int margin = upTo(11);
        int rounds = upTo(4);
        int width = List.of(WIDTH, 38, 37, 16).get(upTo(3));
        int height = 1 + upTo(6);
        ThreadgroupGrid grid = new ThreadgroupGrid(WIDTH, HEIGHT, 1, width, height, 1);
        for (int k = 0; k < KERNELS; k++) {
            String kernel = "k" + k;
            float[] expected = new float[WIDTH * HEIGHT];
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    Int2 place = new Int2(x % width, y % height);
                    Int2 size = new Int2(WIDTH, HEIGHT);
                    kernels.runOnce(kernel, a, b, expected, margin, rounds, new Int2(x, y), place, size);
                }
            }
            float[] actual = new float[WIDTH * HEIGHT];
            kernels.run(kernel, grid, new int[] {margin, rounds}, a, b, actual);
            for (int i = 0; i < expected.length; i++) {
                assertThat(actual[i])
                        .as(
                                "%s at %d with %d, %d by %s of %d x %d: %s",
                                kernel, i, margin, rounds, seed, width, height, source)
                        .isEqualTo(Float.valueOf(expected[i]));
            }
        }
    }
}
