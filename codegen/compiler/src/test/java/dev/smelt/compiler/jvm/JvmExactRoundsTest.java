package dev.smelt.compiler.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.testing.JvmKernels;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Loops that each thread leaves when it likes and of which nothing but counts is needed behind them, against the same
 * methods as plain Java.
 */
class JvmExactRoundsTest {
    private static final int RANDOM_LOOPS = 60;

    private static final String COUNTS = """
                counts[2 * i] = n;
                counts[2 * i + 1] = m;
            }
            """;

    /** Loops whose margins tell exactly when a lane leaves, by what is special about them. */
    private static final Map<String, String> EXACT = Map.ofEntries(
            Map.entry(
                    "squared",
                    "while (n < limit && x * x + y * y <= 4f) { float t = x * x - y * y + c; y = 2f * x * y + d; x = t; n++; }"),
            Map.entry("strictly", "while (x < 4f && n < limit) { x = x * 1.5f + 0.25f; n++; m += 1000000007; }"),
            Map.entry("fromAbove", "for (int k = 0; k < limit && -2f < x; k++) { x -= y; n += 3; m--; }"),
            Map.entry("returning", "while (n < limit && x * y <= 2f) { x = -x; y = y + x; n++; }"),
            Map.entry("twoWays", "while (n < limit && x <= 3f && y >= -3f) { x += c; y -= d; n++; }"),
            Map.entry("oneWayFixed", "while (n < limit && c <= 0.5f && y >= -3f) { x += c; y -= d; n++; }"),
            Map.entry(
                    "downwards", "n = limit; while (n > -limit && x < 8f) { x += Math.abs(c) + 0.001f; n -= 7; m++; }"),
            Map.entry(
                    "wrapping",
                    "n = 2147483600; while (n <= 2147483646 && x > -9f) { x = Math.min(x, 50f) - 0.25f; n += 2; }"),
            Map.entry("unbounded", "while (x < 3e38f) { x = Math.abs(x) * 2f + 1f; n++; }"),
            Map.entry("undone", "while (n < limit && x / y > 1e-38f) { x = x * 0.001f; n++; }"),
            Map.entry(
                    "lengthy",
                    "while (n < limit && x * x + y * y <= 9f) { float t = x * x - y * y + c; y = (2f * x * y + d) * (1f - c * d); x = t / d; n++; }"),
            Map.entry(
                    "guarded",
                    "if (i % 3 == 1) { return; } while (n < limit && y * y < 30f) { y = y * 1.5f - c; n++; }"),
            Map.entry("overwritten", "while (n < limit && x < 9f) { x += 0.5f; n++; } m = n * 2;"),
            Map.entry(
                    "repeated",
                    "for (int k = 0; k < 3; k++) { Msl.threadgroupBarrier(); float z = a[i] + k; while (n < limit && z < 9f) { z += 0.5f; n++; } m += n; }"));

    /** Loops of which something else is needed, or that a margin does not decide. */
    private static final Map<String, String> INEXACT = Map.ofEntries(
            Map.entry("readBehind", "while (n < limit && x < 9f) { x += 0.5f; n++; } m = x > 9.2f ? 1 : 0;"),
            Map.entry(
                    "goingOn",
                    "for (int k = 0; k < 3; k++) { Msl.threadgroupBarrier(); while (n < limit && x < 9f) { x += 0.5f; n++; } n = 0; m += k; }"),
            Map.entry("lettingNaNStay", "while (n < limit && !(x > 4f)) { x = x * 1.5f + 0.25f; n++; }"),
            Map.entry("zero", "while (n < limit && x >= 0f) { x -= 0.25f; n++; }"),
            Map.entry("infinite", "while (n < limit && x <= Float.POSITIVE_INFINITY) { x = x * 4f; n++; }"),
            Map.entry("betweenTwo", "while (n < limit && x <= y) { x += 0.5f; n++; }"),
            Map.entry("inTheMiddle", "while (n < limit) { x += 0.25f; n++; if (x > 3f) { break; } m++; }"),
            Map.entry("ofConstants", "while (n < limit && c <= 0.5f) { x += 0.25f; n++; }"),
            Map.entry("mixed", "while (n < limit && x < 4f && y <= 4f) { x += c; y += d; n++; }"),
            Map.entry("begunApart", "n = m; while (n < limit + 300 && x < 9f) { x += 0.125f; n++; }"));

    private static final JvmKernels KERNELS = JvmKernels.compile("Counts", source());

    private static String source() {
        StringBuilder source =
                new StringBuilder("package demo;\nimport dev.smelt.dsl.*;\npublic final class Counts {\n");
        EXACT.forEach((name, loop) -> source.append(DivergentLoops.kernel(name, loop, COUNTS)));
        INEXACT.forEach((name, loop) -> source.append(DivergentLoops.kernel(name, loop, COUNTS)));
        Random random = new Random(20261127);
        for (int k = 0; k < RANDOM_LOOPS; k++) {
            source.append(DivergentLoops.kernel("random" + k, loop(random), COUNTS));
        }
        return source.append("}\n").toString();
    }

    private static String loop(Random random) {
        String head = value(random, 2) + pick(random, " <= ", " >= ") + pick(random, "2f", "-1.5f", "1e30f", "1e-40f");
        String first = pick(random, "x", "y") + pick(random, " = ", " += ", " *= ") + value(random, 3) + "; ";
        String then = pick(random, "x", "y") + pick(random, " = ", " -= ") + value(random, 3) + "; ";
        return "while (n < limit && x <= 100f && " + head + ") { " + first + then + "n++; m -= 5; }";
    }

    private static String value(Random random, int depth) {
        if (depth == 0 || random.nextInt(5) == 0) {
            return pick(random, "x", "y", "c", "d", "0.5f", "-1.25f");
        }
        String left = value(random, depth - 1);
        String right = value(random, depth - 1);
        return switch (random.nextInt(6)) {
            case 0 -> "Math.min(" + left + ", " + right + ")";
            case 1 -> "(float) Math.sqrt(" + left + ")";
            case 2 -> "(" + left + " / " + right + ")";
            case 3 -> "(" + left + " - " + right + ")";
            case 4 -> "(" + left + " * " + right + ")";
            default -> "(" + left + " + " + right + ")";
        };
    }

    private static String pick(Random random, String... of) {
        return List.of(of).get(random.nextInt(of.length));
    }

    /** The generated method that brings lanes through the rounds. */
    private static String advanceOf(String kernel) {
        String generated = KERNELS.generated();
        Matcher declaration =
                Pattern.compile("static \\w+ " + kernel + "Advance\\(").matcher(generated);
        assertThat(declaration.find()).as(kernel).isTrue();
        int start = declaration.start();
        return generated.substring(start, generated.indexOf("\n    }", start));
    }

    @Test
    void countsExactlyWhereMarginsTell() {
        EXACT.keySet().forEach(name -> assertThat(advanceOf(name)).contains("nextExactly("));
    }

    @Test
    void goesBackWhereTheyDoNot() {
        INEXACT.keySet().forEach(name -> assertThat(advanceOf(name)).doesNotContain("nextExactly("));
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 24, 64, 512})
    void givesWhatJavaGives(int width) throws ReflectiveOperationException {
        for (int limit : new int[] {0, 1, 3, 4, 6, 29, 150}) {
            for (String name : EXACT.keySet()) {
                DivergentLoops.compare(KERNELS, name, width, limit);
            }
            for (String name : INEXACT.keySet()) {
                DivergentLoops.compare(KERNELS, name, width, limit);
            }
            for (int k = 0; k < RANDOM_LOOPS; k++) {
                DivergentLoops.compare(KERNELS, "random" + k, width, limit);
            }
        }
    }
}
