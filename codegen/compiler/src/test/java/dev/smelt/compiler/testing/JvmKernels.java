package dev.smelt.compiler.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.CompilationResult;
import dev.smelt.compiler.source.SourceFile;
import dev.smelt.runtime.spi.ThreadgroupGrid;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The kernels of one source, compiled for the JVM device, to be run threadgroup by threadgroup. */
public final class JvmKernels {
    private final Class<?> plain;
    private final Class<?> kernels;
    private final String generated;

    private JvmKernels(Class<?> plain, Class<?> kernels, String generated) {
        this.plain = plain;
        this.kernels = kernels;
        this.generated = generated;
    }

    /** Compiles a class of package {@code demo}; it may give warnings. */
    public static JvmKernels compile(String name, String source) {
        CompilationResult result = Compiling.compile(new SourceFile("src/demo/" + name + ".java", source));
        assertThat(result.hasErrors()).as(Compiling.rendered(result)).isFalse();
        Map<String, String> sources = new LinkedHashMap<>(Compiling.java(result));
        String generated = Objects.requireNonNull(sources.get("demo/" + name + "KernelsJvm.java"));
        sources.put("demo/" + name + ".java", source);
        JavaClasses classes = JavaClasses.compile(sources);
        return new JvmKernels(classes.load("demo." + name), classes.load("demo." + name + "KernelsJvm"), generated);
    }

    /**
     * Runs a kernel as it was written, as plain Java, for each thread of a line.
     *
     * @param arguments all but the last, which is the thread's position
     */
    public void runPlainly(String kernel, int threads, Object... arguments) throws ReflectiveOperationException {
        Object[] all = Arrays.copyOf(arguments, arguments.length + 1);
        for (int i = 0; i < threads; i++) {
            all[arguments.length] = i;
            runOnce(kernel, all);
        }
    }

    /** Runs a kernel as it was written, as plain Java, for the thread that is among the arguments. */
    public void runOnce(String kernel, Object... arguments) throws ReflectiveOperationException {
        Method method = Arrays.stream(plain.getDeclaredMethods())
                .filter(each -> each.getName().equals(kernel))
                .findFirst()
                .orElseThrow();
        method.setAccessible(true);
        method.invoke(null, arguments);
    }

    /** The generated source. */
    public String generated() {
        return generated;
    }

    /** What a method of the generated class does, from its name on; fails if there is none. */
    public String method(String name) {
        int start = generated.indexOf("void " + name + "(");
        assertThat(start).as("where %s begins", name).isNotNegative();
        return generated.substring(start, generated.indexOf("\n    }\n", start));
    }

    /** Whether the generated class has a method of a name. */
    public boolean hasMethod(String name) {
        return generated.contains("void " + name + "(");
    }

    /** Runs a kernel on each threadgroup of a grid, with these uniforms of four bytes. */
    public void run(String kernel, ThreadgroupGrid grid, int[] uniforms, Object... arrays) {
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.max(16, 4 * uniforms.length)).order(ByteOrder.nativeOrder());
        bytes.asIntBuffer().put(uniforms);
        JvmLaunch.run(kernels, kernel, grid, bytes, arrays);
    }
}
