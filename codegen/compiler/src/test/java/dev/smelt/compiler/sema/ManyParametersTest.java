package dev.smelt.compiler.sema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.CompilationResult;
import dev.smelt.compiler.source.SourceFile;
import dev.smelt.compiler.testing.Compiling;
import dev.smelt.compiler.testing.JavaClasses;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is generated for a kernel passes more parameters than the kernel has, and must stay within the JVM's 255. */
class ManyParametersTest {
    private static String list(String type, int count) {
        return IntStream.range(0, count).mapToObj(i -> type + " p" + i).collect(Collectors.joining(", "));
    }

    private static String kernels(int parameters, int longs) {
        return """
                import dev.smelt.dsl.*;
                final class Many {
                    @Kernel static float map(%s) { return helper(%s); }
                    @Kernel static void grid(%s, float[] r, @ThreadPositionInGrid Int3 i) {
                        r[i.x() + r.length - i.y()] = p0;
                    }
                    @Kernel static void longs(%s, float[] r, @ThreadPositionInGrid int i) { r[i] = p0; }
                    static float helper(%s) { return p0; }
                }
                """.formatted(
                        uniforms(parameters),
                        IntStream.range(0, parameters).mapToObj(i -> "p" + i).collect(Collectors.joining(", ")),
                        list("float", parameters - 2),
                        list("long", longs),
                        list("float", parameters));
    }

    @Test
    void generatesJavaThatCompilesForAsManyAsAreAllowed() {
        String text = kernels(200, 99);
        CompilationResult result = Compiling.compile(new SourceFile("Many.java", text));
        assertThat(Compiling.rendered(result)).doesNotContain("error");
        Map<String, String> sources = new LinkedHashMap<>(Compiling.java(result));
        sources.put("Many.java", text);
        assertThat(JavaClasses.compile(sources).load("ManyKernels").getDeclaredMethods())
                .isNotEmpty();
    }

    /** A map kernel's elements come from arrays, and there are at most 31 of those. */
    private static String uniforms(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> (i < 20 ? "" : "@Uniform ") + "float p" + i)
                .collect(Collectors.joining(", "));
    }

    @Test
    void refusesMoreInKernelsAndInHelpers() {
        String rendered = Compiling.rendered(Compiling.compile(new SourceFile("Many.java", kernels(202, 100))));
        assertThat(rendered).contains("'map' has 202 parameters").contains("'longs' has 202 parameters");
        String helper = "import dev.smelt.dsl.*; final class Many { @Kernel static float map(float x) { return helper("
                + IntStream.range(0, 201).mapToObj(i -> "x").collect(Collectors.joining(", "))
                + "); } static float helper(" + list("float", 201) + ") { return p0; } }";
        assertThat(Compiling.rendered(Compiling.compile(new SourceFile("Many.java", helper))))
                .contains("'helper' has 201 parameters");
    }
}
