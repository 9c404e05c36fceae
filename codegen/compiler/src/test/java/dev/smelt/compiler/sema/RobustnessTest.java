package dev.smelt.compiler.sema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.CompilationResult;
import dev.smelt.compiler.source.SourceFile;
import dev.smelt.compiler.source.SourceReader;
import dev.smelt.compiler.testing.Compiling;
import dev.smelt.compiler.testing.JavaClasses;
import dev.smelt.compiler.testing.Mutants;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Any text whatever ends in diagnostics or in code that javac accepts, and within seconds. */
class RobustnessTest {
    private static final int SECONDS = 20;
    private static final int MUTANTS = 2500;
    /** Of the mutants that compile, how many are compiled on by javac. */
    private static final int JAVAC_SAMPLE = 150;

    private static String sample() throws IOException {
        return Files.readString(Path.of("src/test/resources/sema/hostile.txt"));
    }

    @Test
    void compilesTheSampleItself() throws IOException {
        SourceFile file = new SourceFile("Sample.java", "package demo; " + sample());
        CompilationResult result = Compiling.compile(file);
        assertThat(Compiling.rendered(result)).isEmpty();
        Map<String, String> sources = Compiling.java(result);
        sources.put("demo/Sample.java", file.text());
        JavaClasses.compile(sources);
    }

    @Test
    void survivesCutSources() throws IOException {
        String text = sample();
        for (int end = 0; end < text.length(); end += 7) {
            survives(text.substring(0, end));
            survives(text.substring(end));
        }
    }

    @Test
    void survivesMutants() throws IOException {
        String text = sample();
        Mutants mutants = new Mutants(text);
        int good = 0;
        Map<String, String> generated = new LinkedHashMap<>();
        for (int seed = 0; seed < MUTANTS; seed++) {
            String mutant = "package p" + seed + "; " + mutants.next(new Random(seed));
            CompilationResult result = survives(mutant);
            if (!result.hasErrors() && !result.files().isEmpty() && good++ < JAVAC_SAMPLE) {
                generated.putAll(Compiling.java(result));
            }
        }
        assertThat(good).isGreaterThan(MUTANTS / 20);
        JavaClasses.compile(generated);
    }

    private static CompilationResult survives(String text) {
        return survives(new SourceFile("Sample.java", text));
    }

    private static CompilationResult survives(SourceFile... files) {
        CompilationResult result = Compiling.compile(List.of(files), SECONDS);
        Compiling.rendered(result);
        return result;
    }

    /** Once the layout of nothing was asked for. */
    @Test
    void reportsVoidWhereAValueIsMeant() {
        for (String members : List.of(
                "static final void[] A = {1f}; @Kernel static float f(float x) { return x + A[0]; }",
                "static final void A = 1; @Kernel static float f(float x) { return x + A; }",
                "record R(void a, void[] b) {} @Kernel static float f(R x) { return 1f; }",
                "@Kernel static float f(void x) { return 1f; }",
                "@Kernel static float f(void[] x) { return 1f; }",
                "@Kernel static void f(void x, float[] y, @ThreadPositionInGrid int i) { y[i] = 1f; }",
                "@Kernel static void f(void[] x, float[] y, @ThreadPositionInGrid int i) { y[i] = 1f; }",
                "@Kernel static void f(@Threadgroup(4) void[] x, float[] y, @ThreadPositionInGrid int i) { y[i] = 1f; }",
                "@Kernel static void[] f(float x) { return x; }",
                "@Kernel static float f(float x) { void a = x; return x; }",
                "@Kernel static float f(float x) { void[] a = {x}; return x; }",
                "@Kernel static float f(float x) { var a = new void[3]; return x; }",
                "@Kernel static float f(float x) { for (void a : new float[2]) { } return x; }",
                "@Kernel static float f(float x) { return (void) x; }",
                "static void[] g(float x) { return null; } @Kernel static float f(float x) { g(x); return x; }")) {
            CompilationResult result = survives("import dev.smelt.dsl.*; class Sample { " + members + " }");
            assertThat(result.hasErrors()).as(members).isTrue();
        }
    }

    @Test
    void survivesBytesThatAreNoText() throws IOException {
        byte[] sample = sample().getBytes(StandardCharsets.UTF_8);
        Random random = new Random(1);
        for (int k = 0; k < 300; k++) {
            byte[] bytes = sample.clone();
            for (int n = 0; n < 1 + k % 5; n++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            survives(SourceReader.read(bytes, "Sample.java"));
            ByteArrayOutputStream noise = new ByteArrayOutputStream();
            noise.writeBytes("class Kernel { ".getBytes(StandardCharsets.UTF_8));
            noise.writeBytes(random.ints(400)
                    .collect(StringBuilder::new, (b, i) -> b.append((char) (i & 0x7f)), StringBuilder::append)
                    .toString()
                    .getBytes(StandardCharsets.UTF_8));
            survives(SourceReader.read(noise.toByteArray(), "Sample.java"));
        }
    }

    private static String kernel(String body) {
        return "import dev.smelt.dsl.*; class Sample { static float g(float x) { return x; }\n"
                + "@Kernel static void f(float[] x, int[] n, boolean z, @ThreadPositionInGrid int i) {\n" + body
                + "\n} }";
    }

    private static String repeated(String before, int count, String middle, String after) {
        return before.repeat(count) + middle + after.repeat(count);
    }

    @TestFactory
    Stream<DynamicTest> survivesExtremes() {
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put("parentheses", "x[i] = " + repeated("(", 5000, "1f", ")") + ";");
        bodies.put("a sum", "x[i] = 1f" + " + x[i]".repeat(3000) + ";");
        bodies.put("a sum of constants", "x[i] = 1f" + " + 1f".repeat(3000) + ";");
        bodies.put("a sum of effects", "x[i] = 1f" + " + x[i++]".repeat(1000) + ";");
        bodies.put("logic", "z = z" + " && x[i] > 1f || z".repeat(2000) + "; x[i] = z ? 1f : 2f;");
        bodies.put("logic of effects", "z = z" + " && x[i++] > 1f || z".repeat(500) + "; x[i] = z ? 1f : 2f;");
        bodies.put("blocks", repeated("{", 5000, "x[i] = 1f;", "}"));
        bodies.put("ifs", "if (z) ".repeat(5000) + "x[i] = 1f;");
        bodies.put("braced ifs", repeated("if (z) {", 5000, "x[i] = 1f;", "}"));
        bodies.put("else ifs", "if (i == 0) x[i] = 1f; " + "else if (i == 7) x[i] = 2f; ".repeat(2000));
        bodies.put("ternaries", "x[i] = " + "z ? 1f : ".repeat(5000) + "2f;");
        bodies.put("inner ternaries", "x[i] = " + repeated("z ? ", 5000, "2f", " : 1f") + ";");
        bodies.put("minus signs", "x[i] = " + "- ".repeat(5000) + "x[i];");
        bodies.put("complements", "n[i] = " + "~".repeat(5000) + "i;");
        bodies.put("negations", "z = " + "!".repeat(5000) + "z; x[i] = z ? 1f : 2f;");
        bodies.put("casts", "x[i] = " + "(float) ".repeat(5000) + "i;");
        bodies.put("indices", "n[i] = " + repeated("n[", 5000, "i", "]") + ";");
        bodies.put("calls", "x[i] = " + repeated("g(", 5000, "1f", ")") + ";");
        bodies.put("chained members", "x[i] = a" + ".b".repeat(5000) + ";");
        bodies.put("chained calls", "x[i] = new Float2(1f, 2f)" + ".neg()".repeat(3000) + ".x();");
        bodies.put("assignments", "float a; " + "a = ".repeat(5000) + "1f; x[i] = a;");
        bodies.put("statements", "x[i] += 1f; ".repeat(20000));
        bodies.put(
                "locals",
                Stream.iterate(0, k -> k + 1)
                                .limit(5000)
                                .map(k -> "int a" + k + " = " + (k == 0 ? "i" : "a" + (k - 1)) + " + 1; ")
                                .reduce("", String::concat)
                        + "n[i] = a4999;");
        bodies.put("loops", repeated("for (;;) {", 300, "x[i] = 1f; break;", "}"));
        bodies.put(
                "labels",
                Stream.iterate(0, k -> k + 1)
                                .limit(3000)
                                .map(k -> "l" + k + ": ")
                                .reduce("", String::concat) + "x[i] = 1f;");
        bodies.put(
                "cases",
                "switch (i) { "
                        + Stream.iterate(0, k -> k + 1)
                                .limit(5000)
                                .map(k -> "case " + k + ": ")
                                .reduce("", String::concat)
                        + "x[i] = 1f; }");
        bodies.put("switches", "n[i] = " + repeated("switch (i) { default -> ", 300, "1", "; }") + ";");
        bodies.put("braces of an array", "n[0] = 1; int[] a = " + repeated("{", 5000, "1", "}") + ";");
        bodies.put("type arguments", repeated("List<", 5000, "Integer", ">") + " a = null;");
        bodies.put("lambdas", "Runnable r = " + "() -> ".repeat(5000) + "1;");
        bodies.put("instance tests", "z = z" + " instanceof Object".repeat(3000) + ";");
        bodies.put("no end", "x[i] = (((((");
        bodies.put("a line of a megabyte", "x[i] = 1f;" + " ".repeat(1 << 20) + "y = 1;");
        bodies.put("a name of a megabyte", "float " + "a".repeat(1 << 20) + " = 1f; x[i] = 2f;");
        bodies.put("a number of many digits", "n[i] = " + "9".repeat(20000) + "; x[i] = " + "9".repeat(20000) + "f;");
        Map<String, String> files = new LinkedHashMap<>();
        bodies.forEach((name, body) -> files.put(name, kernel(body)));
        files.put(
                "annotations",
                "import dev.smelt.dsl.*; class Sample { " + repeated("@A(", 5000, "1", ")")
                        + " @Kernel static float f(float x) { return x; } }");
        files.put(
                "many annotations",
                "import dev.smelt.dsl.*; class Sample { " + "@A ".repeat(5000)
                        + " @Kernel static float f(float x) { return x; } }");
        files.put("classes", repeated("class Kernel {", 3000, "", "}"));
        files.put("a field of generics", "class Kernel { " + repeated("A<", 5000, "B", ">") + " f; }");
        files.put(
                "a deep constant",
                "import dev.smelt.dsl.*; class Sample { static final int N = " + repeated("(", 5000, "1", ")")
                        + "; @Kernel static int f(int x) { return x + N; } }");
        files.put(
                "a long constant",
                "import dev.smelt.dsl.*; class Sample { static final int N = 0" + " + 1".repeat(5000)
                        + "; @Kernel static int f(int x) { return x + N; } }");
        files.put(
                "a megabyte",
                kernel("x[i] = 1f;") + "\n// Kernel\nclass B { void f() { g(1, 2, a -> b); } }".repeat(24000));
        files.put("a megabyte of comments", "/* Kernel " + "* ".repeat(1 << 19) + "*/" + kernel("x[i] = 1f;"));
        files.put(
                "constants by each other",
                "import dev.smelt.dsl.*; class Sample { static final int A = B + 1, B = C, "
                        + "C = A; static final int D = D; @Kernel static int f(int x) { return x + A + D; } }");
        files.put(
                "a chain of constants",
                "import dev.smelt.dsl.*; class Sample { static final int A0 = 1; "
                        + Stream.iterate(1, k -> k + 1)
                                .limit(2000)
                                .map(k -> "static final int A" + k + " = A" + (k - 1) + " + 1;")
                                .reduce("", String::concat)
                        + "@Kernel static int f(int x) { return x + A2000; } }");
        files.put(
                "a chain of helpers",
                "import dev.smelt.dsl.*; class Sample { static int a0(int x) { return x; } "
                        + Stream.iterate(1, k -> k + 1)
                                .limit(1000)
                                .map(k -> "static int a" + k + "(int x) { return a" + (k - 1) + "(x) + 1; }\n")
                                .reduce("", String::concat)
                        + "@Kernel static int f(int x) { return a1000(x); } }");
        files.put(
                "helpers by each other",
                "import dev.smelt.dsl.*; class Sample { static int a(int x) { return b(x); }"
                        + "static int b(int x) { return a(x) + c(x); } static int c(int x) { return f(x); } "
                        + "@Kernel static int f(int x) { return a(x); } }");
        files.put(
                "imports of itself",
                "package p; import static p.Sample.*; import static p.Sample.Sample; "
                        + "import p.Sample; import p.*; import static p.p.p; import dev.smelt.dsl.*;"
                        + "class Sample { static final int A = Sample.Sample.A; @Kernel static int f(int x) { return x + A; } }");
        files.put(
                "many kernels",
                "import dev.smelt.dsl.*; class Sample { "
                        + Stream.iterate(0, k -> k + 1)
                                .limit(500)
                                .map(k -> "@Kernel static float f" + k + "(float x) { return x + " + k + "; }\n")
                                .reduce("", String::concat)
                        + "}");
        files.put(
                "many parameters",
                "import dev.smelt.dsl.*; class Sample { @Kernel static void f(float[] x"
                        + Stream.iterate(0, k -> k + 1)
                                .limit(200)
                                .map(k -> ", int a" + k)
                                .reduce("", String::concat)
                        + ") { x[a0] = a199; } }");
        return files.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    CompilationResult result = survives(entry.getValue());
                    Map<String, String> java = Compiling.java(result);
                    if (!java.isEmpty()) {
                        // javac recurses too, over the user's own source as over ours.
                        Compiling.onDeepStack(() -> JavaClasses.compile(java), 60, entry.getKey());
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> acceptsUnusualPlacesAndNames() {
        String kernel = "@Kernel static float f(float x) { return 2f * x; }";
        Map<String, String> files = new LinkedHashMap<>();
        files.put("an enum", "enum Sample { A, B; " + kernel + " }");
        files.put("a record", "record Sample(int a) { " + kernel + " }");
        files.put("an interface", "interface Sample { " + kernel + " }");
        files.put("nested", "class Sample { interface A { enum B { ; record C() { " + kernel + " } } } }");
        files.put("a class named by a word of MSL", "class kernel { " + kernel + " }");
        files.put("a dollar", "class $ { @Kernel static float $(float $) { return $; } }");
        files.put("underscores", "class __ { @Kernel static float _x(float __) { return __; } }");
        files.put("a class named Kernels", "class Kernels { " + kernel + " }");
        files.put("letters", "class Größe { @Kernel static float größe(float 变量) { return 变量; } }");
        files.put("escapes", "class S\\u0061mple { @Kern\\u0065l static float f(float \\u0078) { return x\\u003b } }");
        for (String name : List.of(
                "record",
                "sealed",
                "permits",
                "module",
                "main",
                "kernel",
                "device",
                "float4",
                "metal",
                "uint",
                "half",
                "thread",
                "constant",
                "fragment",
                "vertex",
                "device_",
                "run",
                "i",
                "result",
                "lane",
                "grid",
                "of",
                "toString",
                "hashCode",
                "args",
                "invoke",
                "self",
                "library",
                "Object",
                "String",
                "smelt",
                "f__1")) {
            files.put(
                    "a kernel '" + name + "'",
                    "class Sample { @Kernel static float " + name + "(float " + name
                            + ", @Uniform int a, @Uniform float grid1) { float r = " + name + " + a; return r; } }");
            files.put(
                    "a grid kernel with '" + name + "'",
                    "class Sample { static float " + name + "h(float " + name
                            + ") { return " + name + "; } @Kernel static void " + name + "(float[] " + name
                            + ", @ThreadPositionInGrid int p) { float q = " + name + "h(" + name + "[p]); " + name
                            + "[p] = q; } }");
        }
        for (String type : List.of("Object", "String", "Float", "Math", "Device", "Grid", "FloatArray", "Override")) {
            files.put("a class '" + type + "'", "class " + type + " { " + kernel + " }");
        }
        return files.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    String text = "import dev.smelt.dsl.*; " + entry.getValue();
                    CompilationResult result = survives(new SourceFile("Sample.java", text));
                    assertThat(Compiling.rendered(result)).isEmpty();
                    assertThat(result.files()).isNotEmpty();
                    JavaClasses.compile(Compiling.java(result));
                }));
    }
}
