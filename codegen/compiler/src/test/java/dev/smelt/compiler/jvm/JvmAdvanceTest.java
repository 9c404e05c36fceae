package dev.smelt.compiler.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.testing.JvmKernels;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Loops that each thread leaves when it likes, against the same methods as plain Java, which must give the same bits. */
class JvmAdvanceTest {
    private static final int RANDOM_LOOPS = 60;

    private static final String TAIL = """
                out[2 * i] = x;
                out[2 * i + 1] = y;
                counts[2 * i] = n;
                counts[2 * i + 1] = m;
            }
            """;

    /** Loops that lanes go through together, by what is special about them. */
    private static final Map<String, String> TOGETHER = Map.of(
            "squared",
            "while (n < limit && x * x + y * y <= 4f) { float t = x * x - y * y + c; y = 2f * x * y + d; x = t; n++; }",
            "broken",
            "for (int k = 0; k < limit; k++) { x = x * 0.9f + c; if (x > 3f || !(y < 9f)) { break; } y += x; n += 3; m--; }",
            "wrapping",
            "while (y < 50f && limit > n) { y = y * 1.1f + 0.5f; m += 1000000007; n++; }",
            "downwards",
            "n = limit; while (n > -limit && x < 8f) { x += Math.abs(c) + 0.001f; n -= 7; m++; }",
            "downToTheLeast",
            "n = -2147483647 + i; while (n >= -2147483647 && y > -9f) { y -= 0.3f; n--; }",
            "upToTheMost",
            "n = 2147483647 - limit - i; while (n <= 2147483646 && x > -9f) { x = x - 0.05f; n++; }",
            "elsewise",
            "while (n < limit) { if (x < 7f) { x = x + 0.5f; y = -y; } else { break; } n++; }",
            "notAtAll",
            "while (n < limit && x < x) { n++; x = 3f; }",
            "lengthy",
            "while (n < limit && x * x + y * y <= 9f) { float t = x * x - y * y + c; y = (2f * x * y + d) * (1f - c * d); x = t / d; n++; }",
            "guarded",
            "if (i % 3 == 1) { return; } while (n < limit && y * y < 30f) { y = y * 1.5f - c; n++; }");

    /** Loops in which a thread that has left could do harm, or that do not suit. */
    private static final Map<String, String> ALONE = Map.of(
            "returning",
            "for (; n <= limit; n += 2) { if (x * y > 5f) { out[2 * i] = -x; counts[2 * i] = n; return; } x = x * 1.25f + c; }",
            "nested",
            "while (n < limit && x < 9f) { for (int k = 0; k < 3; k++) { x += 0.25f; } n++; }",
            "loading",
            "while (n < limit && x < 9f) { x += 0.5f + b[n]; n++; }",
            "dividing",
            "while (n < limit && x < 9f) { x += 0.5f; m = m / (1 + n % 5) + 3; n++; }",
            "storing",
            "while (n < limit && x < 9f) { x += 0.5f; out[2 * i] = x; n++; }",
            "odd",
            "while (n != limit && x < 9f) { x += 0.5f; n++; }",
            "converting",
            "while (n < limit && x < 9f) { x += 0.001f * n; n++; }");

    private static final JvmKernels KERNELS = JvmKernels.compile("Loops", source());

    private static String source() {
        StringBuilder source =
                new StringBuilder("package demo;\nimport dev.smelt.dsl.*;\npublic final class Loops {\n");
        TOGETHER.forEach((name, loop) -> source.append(DivergentLoops.kernel(name, loop, TAIL)));
        ALONE.forEach((name, loop) -> source.append(DivergentLoops.kernel(name, loop, TAIL)));
        RandomLoops random = new RandomLoops(20261126);
        for (int k = 0; k < RANDOM_LOOPS; k++) {
            source.append(DivergentLoops.kernel("random" + k, random.loop(), TAIL));
        }
        return source.append("}\n").toString();
    }

    @Test
    void goesTogetherWhereThatIsHarmless() {
        TOGETHER.keySet().forEach(name -> assertThat(KERNELS.generated()).contains(name + "Advance("));
        for (int k = 0; k < RANDOM_LOOPS; k++) {
            assertThat(KERNELS.generated()).contains("random" + k + "Advance(");
        }
    }

    @Test
    void dividesOnlyLongRounds() {
        assertThat(KERNELS.generated()).contains("squaredRound(").doesNotContain("squaredRound2(");
        assertThat(KERNELS.generated()).contains("lengthyRound2(");
    }

    @Test
    void goesAloneWhereItIsNot() {
        ALONE.keySet().forEach(name -> assertThat(KERNELS.generated()).doesNotContain(name + "Advance("));
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 24, 64, 512})
    void givesWhatJavaGives(int width) throws ReflectiveOperationException {
        for (int limit : new int[] {0, 1, 3, 4, 29, 150}) {
            for (String name : TOGETHER.keySet()) {
                DivergentLoops.compare(KERNELS, name, width, limit);
            }
            for (String name : ALONE.keySet()) {
                DivergentLoops.compare(KERNELS, name, width, limit);
            }
            for (int k = 0; k < RANDOM_LOOPS; k++) {
                DivergentLoops.compare(KERNELS, "random" + k, width, limit);
            }
        }
    }

    /** Makes loops that lanes go through together, of many forms. */
    private static final class RandomLoops {
        private final Random random;

        RandomLoops(long seed) {
            random = new Random(seed);
        }

        private String pick(List<String> of) {
            return of.get(random.nextInt(of.size()));
        }

        private String value(int depth) {
            if (depth == 0 || random.nextInt(5) == 0) {
                return pick(List.of("x", "y", "c", "d", "0.5f", "-1.25f", "3f"));
            }
            return switch (random.nextInt(6)) {
                case 0 -> "(" + value(depth - 1) + " - " + value(depth - 1) + ")";
                case 1 -> "(" + value(depth - 1) + " * " + value(depth - 1) + ")";
                case 2 -> "(" + value(depth - 1) + " / " + value(depth - 1) + ")";
                case 3 -> "Math.abs(" + value(depth - 1) + ")";
                case 4 -> "Math.max(" + value(depth - 1) + ", " + value(depth - 1) + ")";
                default -> "(" + value(depth - 1) + " + " + value(depth - 1) + ")";
            };
        }

        private String condition() {
            return value(2) + pick(List.of(" < ", " <= ", " > ", " >= ")) + value(2);
        }

        private String assignment() {
            return pick(List.of("x", "y")) + pick(List.of(" = ", " += ", " -= ", " *= ")) + value(3) + "; ";
        }

        String loop() {
            boolean atHead = random.nextBoolean();
            String head = atHead ? pick(List.of("n < limit && ", "limit >= n && ")) + condition() : "n < limit";
            StringBuilder body = new StringBuilder(assignment());
            if (!atHead || random.nextBoolean()) {
                String both = condition() + pick(List.of(" || ", ") || !(")) + condition();
                body.append("if ((").append(both).append(")) { y = x; break; } ");
            }
            body.append(assignment()).append("m += ").append(random.nextInt()).append("; ");
            return "for (; " + head + "; n++) { float e = " + value(2) + "; " + body + "x -= e; }";
        }
    }
}
