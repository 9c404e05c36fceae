package dev.smelt.compiler.sema.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.CompilationResult;
import dev.smelt.compiler.source.SourceFile;
import dev.smelt.compiler.testing.Compiling;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each rule reports beside the example of its page, and what it must not: kernels that are right. */
class KernelRulesTest {
    private static final String PARAMETERS = "float[] x, float[] y, int[] a, int n, @ThreadPositionInGrid int i";
    private static final String IN_GROUP = PARAMETERS
            + ", @Threadgroup(64) float[] tile, @Threadgroup(4) int[] hits, @ThreadIndexInThreadgroup int t"
            + ", @ThreadgroupPositionInGrid int g";

    private static String said(String members) {
        String text =
                "import static dev.smelt.dsl.Msl.*; import dev.smelt.dsl.*; final class Sample {\n" + members + "}\n";
        CompilationResult result = Compiling.compile(new SourceFile("Sample.java", text));
        String codes = result.diagnostics().stream().map(d -> d.code().id()).collect(Collectors.joining(" "));
        assertThat(result.files().isEmpty())
                .as(Compiling.rendered(result))
                .isEqualTo(Compiling.rendered(result).contains(": error["));
        return codes;
    }

    private static String kernel(String parameters, String body) {
        return "@Kernel static void k(" + parameters + ") {\n" + body + "\n}\n";
    }

    private static void assertSaid(String body, String codes) {
        assertThat(said(kernel(IN_GROUP, body))).as(body).isEqualTo(codes);
    }

    @Test
    void looksForAtomicsOnLongInFunctionsToo() {
        String helper = "static void add(long[] to, long v) { atomicMinUnsigned(to, 0, v); }\n";
        String parameters = "@Threadgroup(1) long[] least, long[] x, @ThreadPositionInGrid int i";
        assertThat(said(helper + kernel(parameters, "least[0] = 1; threadgroupBarrier(); add(least, x[i]); x[i] = 0;")))
                .contains("S0421");
        assertThat(said(helper + kernel("long[] least, long[] x, @ThreadPositionInGrid int i", "add(least, x[i]);")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "y[0] = x[i];",
                "y[0] += 1f;",
                "y[n] = i;",
                "float v = x[i]; y[n + 1] = v * v;",
                "if (n > 3) y[0] = x[i];",
                "for (int k = 0; k < n; k++) y[k] = x[i];",
                "float[] z = y; z[0] = x[i];",
                "y[a.length - 1] = i;",
                "a[0]++;",
                "switch (n) { case 1: y[0] = i; break; default: y[i] = i; }",
                "if (n == 1) return; y[0] = i;",
                "helper(y, i);"
            })
    void reportsACertainRace(String body) {
        String helper = "static void helper(float[] to, float v) { to[3] = v; }\n";
        assertThat(said(helper + kernel(PARAMETERS, body))).as(body).isEqualTo("S0511");
    }

    @ParameterizedTest
    @ValueSource(strings = {"y[0] = 1f;", "y[0] = n;", "y[0] = x[0];", "y[n] = x[n] * 2f;", "a[0] = x.length;"})
    void warnsOfARaceWhereAllWriteTheSame(String body) {
        assertThat(said(kernel(PARAMETERS, body))).as(body).isEqualTo("S0524");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "y[i] = 1f;",
                "y[i & 3] = 1f;",
                "y[i / 2] = i;",
                "y[a[i]] = 1f;",
                "y[a[0]] = x[i];",
                "if (i == 0) y[0] = x[i];",
                "if (i > 0) return; y[0] = x[i];",
                "if (x[i] > 0f) y[0] = i;",
                "if (a[0] > 0) y[0] = i;",
                "for (int k = i; k < n; k += 64) y[k] = 1f;",
                "for (int k = 0; k < n; k++) { if (k == i) y[k] = 1f; }",
                "for (int k = 0; k < n; k++) { if (k == i) break; y[k] = x[i]; }",
                "for (int k = 0; k < n; k++) y[k * n + i] = 1f;",
                "float[] own = new float[2]; own[0] = x[i]; y[i] = own[0];",
                "atomicAdd(y, 0, x[i]);",
                "int slot = atomicAdd(a, 0, 1); y[slot] = x[i];",
                "a[n > 3 ? i : i + 1] = 1;",
                "first(y, x, i);"
            })
    void saysNothingOfStoresThatMayBeRight(String body) {
        String helper = "static void first(float[] to, float[] from, int at) { if (at == 0) { to[0] = from[at]; } }\n";
        assertThat(said(helper + kernel(PARAMETERS, body))).as(body).isEmpty();
    }

    /** A reduction's thread that stores for its threadgroup, and a kernel that is run for one thread. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Kernel static void k(float[] y, @ThreadgroupPositionInGrid int g, @ThreadIndexInThreadgroup int t) {"
                        + " if (t == 0) y[g] = t; }",
                "@Kernel static void k(float[] x, float[] y) { float s = 0f; for (float v : x) s += v; y[0] = s; }",
                "@Kernel static void k(float[] y, @ThreadsPerGrid int n) { y[0] = n; }",
                "@Kernel static float k(float x, @Uniform float a) { return x * a; }"
            })
    void saysNothingOfOneThreadsWork(String members) {
        assertThat(said(members)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "y[i] = tile[t];",
                "float[] other = tile; y[i] = other[t];",
                "y[i] = sum(tile, t);",
                "for (int k = 0; k < 8; k++) y[i] += tile[k];",
                "a[i] = atomicLoad(hits, 0);"
            })
    void reportsThreadgroupMemoryThatIsNeverWritten(String body) {
        String helper = "static float sum(float[] from, int at) { return from[at] + 1f; }\n";
        assertThat(said(helper + kernel(IN_GROUP, body))).as(body).isEqualTo("S0455");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "y[i] = tile[t]; tile[t] = 1f;",
                "tile[t] += x[i]; y[i] = tile[t];",
                "if (t > 0) y[i] = tile[t - 1]; tile[t] = x[i];",
                "for (int k = 0; k < 8; k++) { y[i] = tile[t]; tile[t] = k; }",
                "a[i] = atomicLoad(hits, 0); atomicAdd(hits, 0, 1);"
            })
    void reportsThreadgroupMemoryThatIsReadFirst(String body) {
        assertSaid(body, "S0523");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile[t] = x[i]; threadgroupBarrier(); y[i] = tile[0];",
                "if (t < 3) tile[t] = x[i]; threadgroupBarrier(); y[i] = tile[0];",
                "for (int k = 0; k < n; k++) { if (k > 0) y[i] = tile[t]; tile[t] = k; }",
                "for (int k = 0; k < n; k++) { y[i] = k > 0 ? tile[t] : 0f; tile[t] = k; }",
                "if (t == 0) atomicStore(hits, 0, 0); threadgroupBarrier(); a[i] = atomicLoad(hits, 0);",
                "float[] other = tile; other[t] = 1f; y[i] = tile[t];",
                "fill(tile, t); threadgroupBarrier(); y[i] = tile[0];",
                "y[i] = tile.length;",
                "tile[t] = x[i];"
            })
    void saysNothingOfThreadgroupMemoryThatMayBeRight(String body) {
        String helper = "static void fill(float[] to, int at) { to[at] = at; }\n";
        String said = said(helper + kernel(IN_GROUP, body));
        assertThat(said.replace("S0454", "")).as(body).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (n > 0) { y[i] = 1f; }",
                "int k = 0; while (k < n) y[i] += 1f;",
                "for (int k = 0; k < n; ) y[i] += k;",
                "for (int k = 0, m = 0; k < n; m++) y[i] += m;",
                "do { y[i] += 1f; } while (i < n);",
                "for (int k = 0; k < x.length; ) y[i] = 1f;",
                "while (n > 0) { for (int k = 0; k < 3; k++) { if (k == i) break; y[i] += 1f; } }",
                "for (;;) y[i] += 1f;"
            })
    void warnsOfLoopsThatCannotEnd(String body) {
        assertThat(said(kernel(PARAMETERS, body))).as(body).isEqualTo("S0521");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int k = 0; while (k < n) { y[i] += 1f; k++; }",
                "while (n > 0) { y[i] += 1f; if (y[i] > 3f) break; }",
                "while (n > 0) { if (y[i] > 3f) return; y[i] += 1f; }",
                "while (a[i] > 0) a[i]--;",
                "out: while (true) { for (int k = 0; k < n; k++) { if (k == i) break out; y[i] += 1f; } }",
                "int k = 9; while (k-- > 0) y[i] += 1f;",
                "for (int k = 0; k < n; k += 2) y[i] += 1f;",
                "float v = x[i]; while (v > 1f) v = v * 0.5f; y[i] = v;",
                "do { y[i] = 2f; } while (false);",
                "while (atomicAdd(a, 0, -1) > 0) y[i] += 1f;"
            })
    void saysNothingOfLoopsThatMayEnd(String body) {
        assertThat(said(kernel(PARAMETERS, body))).as(body).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sqrt(x[i]); y[i] = 1f;",
                "Math.max(1, 2); y[i] = 1f;",
                "twice(x[i]); y[i] = 1f;",
                "new Float2(1f, 2f); y[i] = 1f;",
                "Float2 v = new Float2(1f, 2f); v.add(v); y[i] = v.x();",
                "for (int k = 0; k < n; k++, sqrt(x[i])) y[i] = 1f;"
            })
    void warnsOfResultsThatNobodyTakes(String body) {
        String helper = "static float twice(float v) { return 2f * v; }\n";
        assertThat(said(helper + kernel(PARAMETERS, body))).as(body).isEqualTo("S0522");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "atomicAdd(a, i, 1);",
                "atomicExchange(a, i, 1);",
                "put(y, i);",
                "y[i] = sqrt(x[i]);",
                "threadgroupBarrier(); y[i] = 1f;"
            })
    void saysNothingOfCallsThatDoSomething(String body) {
        String helper = "static float put(float[] to, int at) { to[at] = 2f; return 1f; }\n";
        assertThat(said(helper + kernel(PARAMETERS, body))).as(body).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tile[64] = 1f;", "y[i] = tile[99];", "hits[4] = 1;", "tile[t] = 1f; hits[1 + 3]++;"})
    void reportsAnIndexBeyondThreadgroupMemory(String body) {
        assertSaid(body, "S0603");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tile[63] = i; y[i] = tile[63];", "tile[0] = i; y[i] = tile[0];"})
    void acceptsTheLastIndexOfThreadgroupMemory(String body) {
        assertSaid(body, "");
    }

    @ParameterizedTest
    @ValueSource(ints = {8192, 8193})
    void reportsTooMuchThreadgroupMemory(int length) {
        String parameters = PARAMETERS + ", @Threadgroup(" + length + ") float[] tile, @ThreadIndexInThreadgroup int t";
        assertThat(said(kernel(parameters, "tile[t] = x[i]; threadgroupBarrier(); y[i] = tile[0];")))
                .isEqualTo(length > 8192 ? "S0420" : "");
    }

    /** What tells threads that have returned takes memory too, where nothing is left of it. */
    @ParameterizedTest
    @ValueSource(ints = {8188, 8192})
    void countsTheMemoryThatEarlyReturnsNeed(int length) {
        String parameters = PARAMETERS + ", @Threadgroup(" + length + ") float[] tile, @ThreadIndexInThreadgroup int t";
        String body =
                "if (i >= n) return; for (int k = 0; k < a[0]; k++) { tile[t] = k; threadgroupBarrier(); y[i] += tile[0];"
                        + " threadgroupBarrier(); }";
        assertThat(said(kernel(parameters, body))).isEqualTo(length > 8188 ? "S0420" : "");
    }

    @ParameterizedTest
    @ValueSource(ints = {31, 32})
    void reportsTooManyArrays(int arrays) {
        String parameters =
                IntStream.range(0, arrays).mapToObj(a -> "float[] a" + a + ", ").collect(Collectors.joining());
        assertThat(said(kernel(parameters + "@ThreadPositionInGrid int i", "a0[i] = a1[i];")))
                .isEqualTo(arrays > 31 ? "S0410" : "");
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 65})
    void reportsTooManyBytesOfUniforms(int matrices) {
        String record = "record M(Float4x4 m) {}\n";
        String parameters =
                IntStream.range(0, matrices).mapToObj(m -> "M m" + m + ", ").collect(Collectors.joining());
        assertThat(said(record
                        + kernel(parameters + "float[] y, @ThreadPositionInGrid int i", "y[i] = m0.m().c0().x();")))
                .isEqualTo(matrices > 64 ? "S0409" : "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if (t < 3) threadgroupBarrier(); y[i] = 1f;",
                "for (int k = 0; k < t; k++) threadgroupBarrier(); y[i] = 1f;",
                "for (int k = 0; k < n; k++) { if (k == t) break; threadgroupBarrier(); } y[i] = 1f;",
                "for (int k = 0; k < n; k++) { if (k == t) continue; threadgroupBarrier(); } y[i] = 1f;",
                "switch (t) { case 0: threadgroupBarrier(); break; default: } y[i] = 1f;",
                "int m = n; if (i < n) m = 0; if (m > 0) threadgroupBarrier(); y[i] = 1f;",
                "waits(t); y[i] = 1f;",
                "if (t > 3) meets(); y[i] = 1f;",
                "while (true) { threadgroupBarrier(); if (t > n) break; } y[i] = 1f;"
            })
    void reportsABarrierThatNotAllComeTo(String body) {
        String helpers = """
                static void waits(int v) { if (v < 3) return; threadgroupBarrier(); }
                static void meets() { threadgroupBarrier(); }
                """;
        assertThat(said(helpers + kernel(IN_GROUP, body))).as(body).isEqualTo("S0510");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if (i >= n) return; threadgroupBarrier(); y[i] = 1f;",
                "if (g < 3) threadgroupBarrier(); y[i] = 1f;",
                "for (int s = 32; s > 0; s /= 2) { if (t < s) tile[t] = x[i]; threadgroupBarrier(); } y[i] = tile[0];",
                "for (int k = 0; k < a[0]; k++) threadgroupBarrier(); y[i] = 1f;",
                "if (a[g] > 0) threadgroupBarrier(); y[i] = 1f;",
                "outer: for (int k = 0; k < n; k++) { for (int j = 0; j < 3; j++) { if (j == t) break; }"
                        + " threadgroupBarrier(); } y[i] = 1f;",
                "for (int k = 0; k < n; k++) { threadgroupBarrier(); if (k == t) continue; y[i] = 1f; }",
                "do { threadgroupBarrier(); if (t > 3) break; y[i] = 1f; } while (false);",
                "switch (n) { case 0: if (t == 0) break; y[i] = 2f; break; case 1: threadgroupBarrier(); y[i] = 1f; }",
                "if (n > 3) { if (i >= n) return; threadgroupBarrier(); } y[i] = 1f;",
                "while (true) { threadgroupBarrier(); if (x[0] > n) break; } y[i] = 1f;"
            })
    void acceptsABarrierThatAllComeTo(String body) {
        assertThat(said(kernel(IN_GROUP, body))).as(body).isEmpty();
    }
}
