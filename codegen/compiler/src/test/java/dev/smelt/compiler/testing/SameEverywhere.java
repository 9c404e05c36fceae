package dev.smelt.compiler.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.Checking;
import dev.smelt.compiler.CompilationResult;
import dev.smelt.compiler.ast.CompilationUnit;
import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.ir.UniformBlock;
import dev.smelt.compiler.msl.MslEmitter;
import dev.smelt.compiler.pass.Passes;
import dev.smelt.compiler.sema.Analyzer;
import dev.smelt.compiler.source.SourceFile;
import dev.smelt.compiler.syntax.JavaParser;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the kernels of a class as the Java that they are, by the generated wrapper on the JVM device, plain and in checked
 * mode, as MSL on clang, and as MSL for checked mode on the software Metal where its build has left it. All arrays must have the same bits behind each.
 */
public final class SameEverywhere implements AutoCloseable {
    private final KernelModule module;
    private final Class<?> java;
    private final Class<?> wrapper;
    private final MslOnClang msl;
    private final Device device = Device.jvm();
    private final Object kernels;
    private final Map<String, Object> checked = new LinkedHashMap<>();
    private final List<Device> devices = new ArrayList<>();
    private final JavaClasses classes;

    private SameEverywhere(KernelModule module, JavaClasses classes, MslOnClang msl)
            throws ReflectiveOperationException {
        this.module = module;
        this.classes = classes;
        this.java = classes.load(module.binaryName());
        this.wrapper = classes.load(module.binaryName().replace('$', '_') + "Kernels");
        this.msl = msl;
        Method load = wrapper.getDeclaredMethod("load", Device.class);
        load.setAccessible(true);
        this.kernels = load.invoke(null, device);
        devices.add(device);
        System.setProperty("smelt.checks", "true");
        try {
            checked.put("on the JVM device in checked mode", load.invoke(null, device));
            if (SoftwareMetal.isPresent()) {
                Device metal = SoftwareMetal.open();
                devices.add(metal);
                checked.put("on Metal in checked mode", load.invoke(null, metal));
            }
        } finally {
            System.clearProperty("smelt.checks");
        }
    }

    /** Compiles one file that declares one class with kernels. */
    public static SameEverywhere of(String path, String text) {
        return of(Map.of(path, text));
    }

    /** Compiles files of which one class has kernels. */
    public static SameEverywhere of(Map<String, String> sources) {
        List<SourceFile> files = sources.entrySet().stream()
                .map(source -> new SourceFile(source.getKey(), source.getValue()))
                .toList();
        CompilationResult result = Compiling.compile(files, Checking.ON_DEMAND);
        assertThat(Compiling.rendered(result)).isEmpty();
        Map<String, String> all = new LinkedHashMap<>(sources);
        all.putAll(Compiling.java(result));
        KernelModule module = Compiling.onDeepStack(() -> analyzed(files), 60, "sources");
        try {
            JavaClasses classes = JavaClasses.compile(all);
            classes.addResources(result);
            return new SameEverywhere(
                    module, classes, MslOnClang.compile(MslEmitter.emit(module).text()));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** A class of the sources, by its binary name. */
    public Class<?> type(String name) {
        return classes.load(name);
    }

    private static KernelModule analyzed(List<SourceFile> files) {
        Diagnostics diagnostics = new Diagnostics();
        List<CompilationUnit> units = files.stream()
                .map(file -> JavaParser.parseFile(file, diagnostics))
                .toList();
        List<KernelModule> modules = Analyzer.analyze(units, diagnostics);
        assertThat(modules).hasSize(1);
        return Passes.run(Passes.COMMON, modules.get(0));
    }

    /**
     * Runs a kernel in all ways.
     *
     * @param threads of a grid kernel, the size of the grid; of a map kernel, the number of elements
     * @param arguments arrays and uniforms, in the order of the parameters; the arrays are left as they are
     * @return the arrays as Java left them, a map kernel's result last
     */
    public List<Object> check(String kernel, int threads, Object... arguments) {
        Kernel description = module.kernels().stream()
                .filter(k -> k.name().equals(kernel))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no kernel " + kernel));
        try {
            List<Object> expected = onJava(description, threads, copies(arguments));
            List<Object> onDevice = onDevice(kernels, description, threads, copies(arguments));
            assertSame(kernel + " on the JVM device", onDevice, expected);
            for (Map.Entry<String, Object> each : checked.entrySet()) {
                List<Object> inCheckedMode = onDevice(each.getValue(), description, threads, copies(arguments));
                assertSame(kernel + " " + each.getKey(), inCheckedMode, expected);
            }
            assertSame(kernel + " as MSL", onClang(description, threads, expected, arguments), expected);
            return expected;
        } catch (InvocationTargetException e) {
            throw new AssertionError(kernel + ": " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static void assertSame(String what, List<Object> actual, List<Object> expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            if (!Arrays.equals(Values.bytes(actual.get(i)), Values.bytes(expected.get(i)))) {
                assertThat(list(actual.get(i))).as(what + ", array " + i).isEqualTo(list(expected.get(i)));
                throw new AssertionError(what + ", array " + i + ": bits differ, in " + list(expected.get(i)));
            }
        }
    }

    private static List<Object> list(Object array) {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
            list.add(Array.get(array, i));
        }
        return list;
    }

    private static Object[] copies(Object... arguments) {
        return Arrays.stream(arguments)
                .map(argument -> argument.getClass().isArray() ? Values.copy(argument) : argument)
                .toArray();
    }

    private static List<Object> arrays(Object... arguments) {
        return Arrays.stream(arguments)
                .filter(argument -> argument.getClass().isArray())
                .toList();
    }

    private Method method(String name) {
        Method method = Arrays.stream(java.getDeclaredMethods())
                .filter(m -> m.getName().equals(name) && m.isAnnotationPresent(dev.smelt.dsl.Kernel.class))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no method " + name));
        method.setAccessible(true);
        return method;
    }

    private List<Object> onJava(Kernel kernel, int threads, Object... arguments) throws ReflectiveOperationException {
        Method method = method(kernel.name());
        List<Object> arrays = new ArrayList<>(arrays(arguments));
        Object result = kernel.map() ? Array.newInstance(method.getReturnType(), threads) : null;
        for (int i = 0; i < threads; i++) {
            Object[] values = new Object[method.getParameterCount()];
            int next = 0;
            for (int p = 0; p < values.length; p++) {
                boolean isPosition = kernel.parameters().get(p) instanceof KernelParameter.Position;
                Object argument = isPosition ? Integer.valueOf(i) : arguments[next++];
                boolean isElement = kernel.map() && argument.getClass().isArray();
                values[p] = isElement ? Array.get(argument, i) : argument;
            }
            Object returned = method.invoke(null, values);
            if (result != null) {
                Array.set(result, i, returned);
            }
        }
        if (result != null) {
            arrays.add(result);
        }
        return arrays;
    }

    private List<Object> onDevice(Object loaded, Kernel kernel, int threads, Object... arguments)
            throws ReflectiveOperationException {
        List<Object> all = new ArrayList<>();
        if (!kernel.map()) {
            all.add(Grid.of(threads).threadgroup(5));
        }
        all.addAll(Arrays.asList(arguments));
        // Of the overloads, the one on plain arrays; it has the results as what it returns.
        Method method = Arrays.stream(wrapper.getDeclaredMethods())
                .filter(m -> m.getName().equals(kernel.name()))
                .filter(m -> Arrays.stream(m.getParameterTypes()).anyMatch(Class::isArray))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no method on plain arrays: " + kernel.name()));
        method.setAccessible(true);
        Object returned = method.invoke(loaded, all.toArray());
        List<Object> arrays = new ArrayList<>(arrays(arguments));
        if (kernel.map()) {
            arrays.add(returned);
        }
        return arrays;
    }

    private List<Object> onClang(Kernel kernel, int threads, List<Object> shapes, Object... arguments) {
        List<NativeBuffer> buffers = new ArrayList<>();
        for (Object shape : shapes) {
            Object given = buffers.size() < arrays(arguments).size()
                    ? arrays(arguments).get(buffers.size())
                    : null;
            byte[] bytes = given == null ? new byte[Values.bytes(shape).length] : Values.bytes(given);
            NativeBuffer buffer = NativeBuffer.ofBytes(bytes.length);
            buffer.bytes().put(bytes);
            buffers.add(buffer);
        }
        UniformBlock block = UniformBlock.of(kernel);
        List<NativeBuffer> all = new ArrayList<>(buffers);
        if (block.size() > 0) {
            NativeBuffer uniforms = NativeBuffer.ofBytes(block.size());
            fill(uniforms.bytes(), kernel, block, shapes, arguments);
            all.add(uniforms);
        }
        msl.run(kernel.name(), threads, all.toArray(new NativeBuffer[0]));
        List<Object> results = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            Class<?> type = shapes.get(i).getClass().getComponentType();
            results.add(Values.fromBytes(
                    type, Array.getLength(shapes.get(i)), buffers.get(i).bytes()));
        }
        return results;
    }

    private void fill(
            ByteBuffer uniforms, Kernel kernel, UniformBlock block, List<Object> shapes, Object... arguments) {
        Method method = method(kernel.name());
        int slot = 0;
        int next = 0;
        int parameter = 0;
        for (KernelParameter each : kernel.parameters()) {
            if (each instanceof KernelParameter.Uniform uniform) {
                Class<?> type = method.getParameterTypes()[parameter++];
                int offset = block.offsets().getOrDefault(uniform.variable(), -1);
                Values.write(type, arguments[next++], uniforms, offset);
            } else if (each instanceof KernelParameter.Buffer buffer) {
                int length = block.lengthOffset(buffer);
                if (length >= 0) {
                    uniforms.putInt(length, Array.getLength(shapes.get(slot)));
                }
                slot++;
                next++;
                parameter++;
            } else {
                parameter++;
            }
        }
    }

    @Override
    public void close() {
        devices.forEach(Device::close);
        msl.close();
    }
}
