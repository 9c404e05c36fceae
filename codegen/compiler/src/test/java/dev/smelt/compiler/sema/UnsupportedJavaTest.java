package dev.smelt.compiler.sema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.CompilationResult;
import dev.smelt.compiler.diag.Severity;
import dev.smelt.compiler.source.SourceFile;
import dev.smelt.compiler.testing.Compiling;
import dev.smelt.compiler.testing.Golden;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Every construct of Java that kernels don't have is refused by its own name, with what to write instead; the whole text
 * stands in {@code golden/unsupported}.
 */
class UnsupportedJavaTest {
    private static final String HEAD = """
            import static dev.smelt.dsl.Msl.*;
            import dev.smelt.dsl.*;
            import java.util.*;
            import java.util.function.*;

            final class Sample {
                static int counter;
                int field;
                record Pair(float a, float b) {}
                enum Color { RED, GREEN }
                static <T> T same(T value) { return value; }
                static int sum(int... values) { return 0; }
                int instance() { return 1; }
                @Kernel
                static void k(float[] x, int[] a, boolean z, int n, float f, long l, @ThreadPositionInGrid int i) {
            """;
    private static final String TAIL = """

                    x[i] = 1f;
                }
            }
            """;

    /** By what they show, in the order of the table of Java's forms. */
    private static final Map<String, List<String>> SNIPPETS = Map.ofEntries(
            Map.entry(
                    "exceptions",
                    List.of(
                            "throw new IllegalStateException();",
                            "if (z) throw new RuntimeException(\"bad\");",
                            "try { x[i] = 2f; } catch (RuntimeException e) { }",
                            "try { x[i] = 2f; } finally { x[i] = 3f; }",
                            "try (AutoCloseable c = null) { }",
                            "int q = switch (n) { case 0 -> 1; default -> throw new RuntimeException(); };",
                            "assert n > 0;",
                            "assert n > 0 : \"n\";")),
            Map.entry("locks", List.of("synchronized (x) { x[i] = 2f; }")),
            Map.entry(
                    "functions",
                    List.of(
                            "IntUnaryOperator g = q -> q + 1;",
                            "Runnable r = () -> { };",
                            "Function<Float, Float> g = Math::abs;",
                            "Supplier<int[]> g = int[]::new;",
                            "int q = sum(1, 2, 3);",
                            "int q = Sample.<Integer>same(n);",
                            "int q = same(n);",
                            "int q = instance();")),
            Map.entry(
                    "declarations",
                    List.of(
                            "class Local { }",
                            "record Local(int q) { }",
                            "interface Local { }",
                            "enum Local { A }",
                            "@Deprecated class Local { }",
                            "static int q = 1;")),
            Map.entry(
                    "objects",
                    List.of(
                            "Object q = new Object();",
                            "Object q = x;",
                            "var q = new Object();",
                            "new Object();",
                            "var q = new Object() { int r; };",
                            "Random q = new Random(1);",
                            "StringBuilder q;",
                            "Integer q = 1;",
                            "Integer q = Integer.valueOf(1);",
                            "int q = Integer.valueOf(1);",
                            "Pair q = null;",
                            "float[] q = null;",
                            "if (x == null) return;",
                            "if (x != a) return;",
                            "Color q = Color.RED;",
                            "int q = Color.RED.ordinal();",
                            "int q = this.field;",
                            "int q = field;",
                            "int q = super.hashCode();",
                            "int q = x.hashCode();",
                            "float[] q = x.clone();",
                            "Sample.this.toString();",
                            "counter++;",
                            "int q = counter;")),
            Map.entry(
                    "types at run time",
                    List.of(
                            "boolean q = ((Object) x) instanceof float[];",
                            "boolean q = x instanceof float[];",
                            "Object o = x; if (o instanceof float[] y) x[i] = y[0];",
                            "Class<?> q = float[].class;",
                            "var q = Sample.class;",
                            "Object q = (Object) x;",
                            "var q = (Runnable & AutoCloseable) null;")),
            Map.entry(
                    "generics",
                    List.of(
                            "List<Integer> q = List.of(1, 2);",
                            "List<Float> q = new ArrayList<>();",
                            "List<int[]>[] q;",
                            "Map.Entry<Integer, Integer> q;")),
            Map.entry(
                    "texts",
                    List.of(
                            "String q = \"text\";",
                            "var q = \"text\";",
                            "String q = \"\"\"\n            text\"\"\";",
                            "String q = \"a\" + n;",
                            "System.out.println(n);",
                            "char q = 'a';",
                            "int q = 'a';",
                            "var q = 'a' + 1;",
                            "char[] q = new char[3];",
                            "int q = \"text\".length();")),
            Map.entry(
                    "doubles",
                    List.of(
                            "double q = 1;",
                            "float q = 1.5;",
                            "x[i] = 0.5 * x[i];",
                            "x[i] = Math.sqrt(x[i]);",
                            "x[i] += 0.1;",
                            "var q = 1e3;",
                            "double[] q = new double[3];",
                            "float q = (double) n;",
                            "float q = (float) (n * 0.1);",
                            "float q = Float.parseFloat(\"1\");")),
            Map.entry(
                    "conversions",
                    List.of(
                            "int q = (int) z;",
                            "int q = z ? 1 : 0; boolean r = (boolean) q;",
                            "if (n) return;",
                            "while (n) { }",
                            "int q = l;",
                            "int q = f;",
                            "byte q = n;",
                            "boolean q = 1;",
                            "int q = !n;",
                            "int q = f << 1;",
                            "boolean q = z < z;",
                            "float q = z + 1f;")),
            Map.entry(
                    "arrays",
                    List.of(
                            "float[][] q = new float[2][3];",
                            "float[][] q;",
                            "int q[][] = {{1}};",
                            "float[] q = new float[n];",
                            "float[] q = new float[-1];",
                            "float[] q = {};",
                            "float[] q = new float[0];",
                            "float[] q = new float[2]; q[2] = 1f;",
                            "float[] q = {1f, 2f}; x[i] = q[-1];",
                            "x = new float[3];",
                            "x.length = 3;",
                            "int q = n.length;",
                            "float q = f[0];",
                            "x[1.5f] = 1f;",
                            "x[l] = 1f;",
                            "for (float q : f) { }",
                            "for (int q : List.of(1, 2)) { }",
                            "for (int q = 0, r = 1; q < n; q++, r) { }")),
            Map.entry(
                    "switches",
                    List.of(
                            "switch (\"a\") { case \"a\": break; }",
                            "switch (l) { case 1: break; }",
                            "switch (f) { default: break; }",
                            "switch (Color.RED) { case RED: break; default: break; }",
                            "Object o = x; switch (o) { case float[] y -> { } default -> { } }",
                            "switch (n) { case n: break; }",
                            "switch (n) { case 1: break; case 1: break; }",
                            "int q = switch (n) { case 1 -> 2; };",
                            "int q = switch (n) { default: break; };",
                            "yield 3;",
                            "switch (n) { case null -> { } default -> { } }")),
            Map.entry(
                    "names",
                    List.of(
                            "x[i] = sine(x[i]);",
                            "x[i] = Math.sinh2(x[i]);",
                            "x[i] = y;",
                            "Vec3 q;",
                            "int q = Integer.FOO;",
                            "goto end;",
                            "const int q = 1;",
                            "int _ = 1;",
                            "int i = 1;",
                            "var q;",
                            "var q = {1, 2};",
                            "var q = null;",
                            "int q; x[i] = q;")),
            Map.entry(
                    "statements",
                    List.of(
                            "n + 1;",
                            "n == 1;",
                            "x[i];",
                            "exp(f);",
                            "Math.abs(f);",
                            "return 1;",
                            "break;",
                            "continue;",
                            "break nowhere;",
                            "label: { continue label; }",
                            "return; int q = 1;",
                            "while (true) { }",
                            "for (;;) { }",
                            "while (false) { x[i] = 2f; }",
                            "int q = 1 / 0;",
                            "x[i] = n % 0;",
                            "final int q = 1; q = 2;")));

    @Test
    void isRefusedByItsOwnName() {
        Golden golden = new Golden("unsupported", ".txt");
        SNIPPETS.forEach((name, snippets) -> golden.check(name.replace(' ', '-'), text(snippets)));
        golden.checkOrphans(
                SNIPPETS.keySet().stream().map(name -> name.replace(' ', '-')).toList());
    }

    private static String text(List<String> snippets) {
        StringBuilder text = new StringBuilder();
        for (String snippet : snippets) {
            text.append(Compiling.rendered(compile(snippet))).append('\n');
        }
        return text.toString();
    }

    private static CompilationResult compile(String snippet) {
        return Compiling.compile(new SourceFile("Sample.java", HEAD + "        " + snippet + TAIL));
    }

    /** Something was said about each, and of what is an error there is no code. */
    @Test
    void leavesNothingUnsaid() {
        SNIPPETS.values().stream().flatMap(List::stream).forEach(snippet -> {
            CompilationResult result = compile(snippet);
            assertThat(result.diagnostics()).as(snippet).isNotEmpty();
            boolean wrong = result.diagnostics().stream().anyMatch(d -> d.code().severity() == Severity.ERROR);
            assertThat(result.files().isEmpty()).as(snippet).isEqualTo(wrong);
        });
    }
}
