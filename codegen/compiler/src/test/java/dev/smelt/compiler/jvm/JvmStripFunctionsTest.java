package dev.smelt.compiler.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.CompilationResult;
import dev.smelt.compiler.source.SourceFile;
import dev.smelt.compiler.testing.Compiling;
import dev.smelt.compiler.testing.JavaClasses;
import dev.smelt.dsl.Msl;
import dev.smelt.runtime.spi.JvmArguments;
import dev.smelt.runtime.spi.JvmThreadgroup;
import dev.smelt.runtime.spi.ThreadgroupGrid;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Each function that is computed for many threads at once, in a kernel, against its Java body. */
class JvmStripFunctionsTest {
    static final List<String> OF_ONE = List.of(
            "exp", "exp2", "exp10", "log", "log2", "log10", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "sin",
            "cos", "tan", "sinpi", "cospi", "tanpi", "asin", "acos", "atan", "rsqrt");

    static final List<String> OF_TWO = List.of("pow", "powr", "atan2");

    private static final int THREADS = 40;

    private static Class<?> kernels;
    private static String generated = "";

    @BeforeAll
    static void compile() {
        StringBuilder source = new StringBuilder("""
                package demo;
                import static dev.smelt.dsl.Msl.*;
                import dev.smelt.dsl.Kernel;
                public final class Functions {
                    @Kernel static float javaPowOf(float x, float y) { return (float) Math.pow(x, y); }
                """);
        OF_ONE.forEach(name ->
                source.append("    @Kernel static float " + name + "Of(float x) { return " + name + "(x); }\n"));
        OF_TWO.forEach(name -> source.append(
                "    @Kernel static float " + name + "Of(float x, float y) { return " + name + "(x, y); }\n"));
        SourceFile file =
                new SourceFile("src/demo/Functions.java", source.append("}\n").toString());
        CompilationResult result = Compiling.compile(file);
        assertThat(Compiling.rendered(result)).isEmpty();
        Map<String, String> sources = new LinkedHashMap<>(Compiling.java(result));
        generated = Objects.requireNonNull(sources.get("demo/FunctionsKernelsJvm.java"));
        sources.put("demo/Functions.java", source.toString());
        kernels = JavaClasses.compile(sources).load("demo.FunctionsKernelsJvm");
    }

    private static void run(String kernel, Object... arrays) throws ReflectiveOperationException {
        Method method = kernels.getDeclaredMethod(kernel, JvmArguments.class, JvmThreadgroup.class);
        method.setAccessible(true);
        ByteBuffer uniforms = ByteBuffer.allocate(16).order(ByteOrder.nativeOrder());
        ThreadgroupGrid grid = new ThreadgroupGrid(THREADS, 1, 1, THREADS, 1, 1);
        method.invoke(null, new JvmArguments(arrays, new int[arrays.length], uniforms), new JvmThreadgroup(grid, 0));
    }

    private static Method body(String name, Class<?>... types) throws ReflectiveOperationException {
        Method body = Msl.class.getMethod(name, types);
        body.setAccessible(true); // the families that have it are not public
        return body;
    }

    /** From -5 to 5, and what is special. */
    private static float[] numbers(int step) {
        float[] numbers = new float[THREADS];
        for (int n = 0; n < THREADS; n++) {
            numbers[n] = (n * step % THREADS - THREADS / 2) / 4f;
        }
        numbers[3] = Float.NaN;
        numbers[step] = Float.POSITIVE_INFINITY;
        return numbers;
    }

    private static void isWithin(int ulps, float actual, float expected) {
        if (Math.abs(actual - expected) > ulps * Math.ulp(expected) || Float.isNaN(actual) != Float.isNaN(expected)) {
            assertThat(Float.valueOf(actual)).isEqualTo(Float.valueOf(expected));
        }
    }

    @ParameterizedTest
    @FieldSource("OF_ONE")
    void ofOneArgument(String name) throws ReflectiveOperationException {
        assertThat(generated).contains("math." + name + "(");
        float[] x = numbers(11);
        float[] results = new float[THREADS];
        run(name + "Of", x, results);
        Method body = body(name, float.class);
        for (int n = 0; n < THREADS; n++) {
            isWithin(6, results[n], (float) body.invoke(null, x[n]));
        }
    }

    @ParameterizedTest
    @FieldSource("OF_TWO")
    void ofTwoArguments(String name) throws ReflectiveOperationException {
        assertThat(generated).contains("math." + name + "(");
        float[] x = numbers(11);
        float[] y = numbers(7);
        float[] results = new float[THREADS];
        run(name + "Of", x, y, results);
        Method body = body(name, float.class, float.class);
        for (int n = 0; n < THREADS; n++) {
            isWithin(16, results[n], (float) body.invoke(null, x[n], y[n]));
        }
    }

    /** Java's power of 1 and NaN is NaN; that of C is 1. */
    @Test
    void javasPowerHasJavasSpecialValues() throws ReflectiveOperationException {
        assertThat(generated).contains("math.javaPow(");
        float[] x = numbers(11);
        float[] y = numbers(7);
        x[4] = 1f;
        y[4] = Float.NaN;
        float[] results = new float[THREADS];
        run("javaPowOf", x, y, results);
        for (int n = 0; n < THREADS; n++) {
            isWithin(16, results[n], (float) Math.pow(x[n], y[n]));
        }
        run("powOf", x, y, results);
        assertThat(results[4]).isEqualTo(1f);
    }
}
