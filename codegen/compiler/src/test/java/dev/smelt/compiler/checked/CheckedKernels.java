package dev.smelt.compiler.checked;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.Checking;
import dev.smelt.compiler.CompilationResult;
import dev.smelt.compiler.source.SourceFile;
import dev.smelt.compiler.testing.Compiling;
import dev.smelt.compiler.testing.JavaClasses;
import dev.smelt.compiler.testing.SoftwareMetal;
import dev.smelt.runtime.Device;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A class {@code demo.NAME} with kernels, compiled for checked mode, and called through its wrapper on plain arrays. */
public final class CheckedKernels {
    private final Class<?> wrapper;
    private final Object kernels;

    private CheckedKernels(Class<?> wrapper, Object kernels) {
        this.wrapper = wrapper;
        this.kernels = kernels;
    }

    /** The JVM device, and the software Metal where the build of the native module has left it. */
    public static Stream<Device> devices() {
        Stream<Device> jvm = Stream.of(Device.jvm());
        return SoftwareMetal.isPresent() ? Stream.concat(jvm, Stream.of(SoftwareMetal.open())) : jvm;
    }

    /** The classes of a source and all that is generated from it. */
    public static JavaClasses compile(String name, String source, Checking checking) {
        return compile(name, source, checking, Map.of());
    }

    /** The same with more sources, by their paths, which call the kernels. */
    public static JavaClasses compile(String name, String source, Checking checking, Map<String, String> callers) {
        CompilationResult result = Compiling.compile(List.of(new SourceFile(name + ".java", source)), checking);
        assertThat(Compiling.rendered(result)).isEmpty();
        Map<String, String> sources = new LinkedHashMap<>(Compiling.java(result));
        sources.put("demo/" + name + ".java", source);
        sources.putAll(callers);
        JavaClasses classes = JavaClasses.compile(sources);
        classes.addResources(result);
        return classes;
    }

    public static CheckedKernels load(JavaClasses classes, String name, Device device) {
        try {
            Class<?> wrapper = classes.load("demo." + name + "Kernels");
            Method load = wrapper.getDeclaredMethod("load", Device.class);
            load.setAccessible(true);
            return new CheckedKernels(wrapper, load.invoke(null, device));
        } catch (InvocationTargetException e) {
            throw unwrapped(e);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** Calls a kernel; what it throws comes out as it is. */
    public Object call(String kernel, Object... arguments) {
        Method method = Arrays.stream(wrapper.getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(kernel))
                .filter(candidate ->
                        Arrays.stream(candidate.getParameterTypes()).anyMatch(Class::isArray))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no method on plain arrays: " + kernel));
        method.setAccessible(true);
        try {
            return method.invoke(kernels, arguments);
        } catch (InvocationTargetException e) {
            throw unwrapped(e);
        } catch (IllegalAccessException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static RuntimeException unwrapped(InvocationTargetException e) {
        if (e.getCause() instanceof RuntimeException exception) {
            return exception;
        }
        throw new AssertionError(e.getCause());
    }
}
