package dev.smelt.compiler.sema;

import dev.smelt.compiler.CompilationResult;
import dev.smelt.compiler.source.SourceFile;
import dev.smelt.compiler.testing.Compiling;
import dev.smelt.compiler.testing.JavaClasses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Kernels with barriers larger than anybody writes end in code or in diagnostics, within seconds. */
class BarrierExtremesTest {
    private static final int SECONDS = 20;

    private static String nested(int depth, String head, String inner) {
        return (head + " {\n").repeat(depth) + inner + "}".repeat(depth);
    }

    private static String numbered(int count, String form) {
        return IntStream.range(0, count)
                .mapToObj(k -> form.replace("#", Integer.toString(k)))
                .collect(Collectors.joining("\n"));
    }

    private static String kernel(String members, String body) {
        return "import static dev.smelt.dsl.Msl.*; import dev.smelt.dsl.*; final class Sample {\n" + members
                + "@Kernel static void k(float[] x, int n, @Threadgroup(64) float[] tile, @ThreadPositionInGrid int i,"
                + " @ThreadIndexInThreadgroup int t) {\n" + body + "\n} }";
    }

    @TestFactory
    Stream<DynamicTest> endInCodeOrInDiagnostics() {
        String wait = "threadgroupBarrier(); ";
        String exchange = "tile[t] = x[i]; " + wait + "x[i] += tile[t / 2]; " + wait;
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put("barriers", wait.repeat(3000));
        bodies.put("work between barriers", exchange.repeat(500));
        bodies.put("returns before barriers", numbered(500, "if (x[i] > #) return; " + exchange));
        bodies.put("branches around barriers", nested(150, "if (n > 3)", exchange));
        bodies.put("loops around barriers", numbered(40, "for (int k# = 0; k# < n; k#++) {") + wait + "}".repeat(40));
        bodies.put("loops that return", "for (;;) { if (x[i] > 3f) return; " + exchange + "}");
        bodies.put(
                "loops of unknown length",
                numbered(40, "for (int k# = 0; k# < x[#]; k#++) { if (x[i] > #) return; ") + wait + "}".repeat(40));
        bodies.put("groups of a switch", "switch (n) { " + numbered(300, "case #: " + exchange) + " }");
        bodies.put("blocks that are left", numbered(200, "l#: { if (n > #) break l#; " + exchange + "}"));
        bodies.put("a long condition", "if (n > 3" + " && n > 4".repeat(1000) + ") { " + exchange + "}");
        Map<String, String> files = new LinkedHashMap<>();
        bodies.forEach((name, body) -> files.put(name, kernel("", body)));
        String chain = numbered(
                25,
                "static void f#(float[] a, int t) { a[t] = #; threadgroupBarrier(); g#(a, t); g#(a, t); }\n"
                        + "static void g#(float[] a, int t) { threadgroupBarrier(); h#(a, t); }");
        for (int k = 0; k < 25; k++) {
            chain = chain.replace("h" + k + "(a, t)", k == 24 ? "a[t] += 1f" : "f" + (k + 1) + "(a, t)");
        }
        files.put("functions that double", kernel(chain, "f0(tile, t); x[i] = tile[t];"));
        files.put(
                "a chain of functions",
                kernel(
                        "static void w0() { threadgroupBarrier(); }\n"
                                + IntStream.range(1, 300)
                                        .mapToObj(k -> "static void w" + k + "() { w" + (k - 1) + "(); }\n")
                                        .collect(Collectors.joining()),
                        "if (i > n) return; w299(); x[i] = 1f;"));
        files.put(
                "many arrays of a threadgroup",
                kernel("", "x[i] = 1f;").replace("int n,", "int n, " + numbered(1000, "@Threadgroup(1) int[] a#, ")));
        files.put("a huge array of a threadgroup", kernel("", exchange).replace("(64)", "(2147483647)"));
        return files.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    SourceFile file = new SourceFile("Sample.java", entry.getValue());
                    CompilationResult result = Compiling.compile(List.of(file), SECONDS);
                    Compiling.rendered(result);
                    Map<String, String> java = Compiling.java(result);
                    if (!java.isEmpty()) {
                        Compiling.onDeepStack(() -> JavaClasses.compile(java), 60, entry.getKey());
                    }
                }));
    }
}
