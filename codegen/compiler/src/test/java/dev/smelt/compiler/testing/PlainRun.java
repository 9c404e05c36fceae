package dev.smelt.compiler.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.CompilationResult;
import dev.smelt.compiler.source.SourceFile;
import dev.smelt.dsl.Half;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * Runs kernels as plain Java, thread after thread, and through their wrapper on the JVM device, on the same random
 * arguments, and compares the arrays. For kernels whose only position is the last parameter, an {@code int}, and for map
 * kernels.
 */
public final class PlainRun {
    private static final int THREADS = 23;
    /** Long enough for indices up to eight times the position. */
    private static final int LENGTH = 8 * THREADS;

    private static final int ROUNDS = 5;

    private final Class<?> type;
    private final Class<?> wrapper;
    private final Object kernels;

    private PlainRun(Class<?> type, Class<?> wrapper, Object kernels) {
        this.type = type;
        this.wrapper = wrapper;
        this.kernels = kernels;
    }

    /** Compiles a class {@code demo.NAME}, and compares all its kernels. Fails if it has fewer than so many. */
    public static void compareAll(String name, String source, int least) throws ReflectiveOperationException {
        CompilationResult result = Compiling.compile(new SourceFile(name + ".java", source));
        assertThat(Compiling.rendered(result)).isEmpty();
        Map<String, String> sources = new LinkedHashMap<>(Compiling.java(result));
        sources.put("demo/" + name + ".java", source);
        JavaClasses classes = JavaClasses.compile(sources);
        try (Device device = Device.jvm()) {
            Class<?> wrapper = classes.load("demo." + name + "Kernels");
            Object kernels =
                    accessible(wrapper.getDeclaredMethod("load", Device.class)).invoke(null, device);
            PlainRun run = new PlainRun(classes.load("demo." + name), wrapper, kernels);
            assertThat(run.compareAll()).as("kernels that were compared").isGreaterThanOrEqualTo(least);
        }
    }

    private int compareAll() throws ReflectiveOperationException {
        int compared = 0;
        for (Method java : type.getDeclaredMethods()) {
            for (Method call : wrapper.getDeclaredMethods()) {
                if (call.getName().equals(java.getName()) && fits(accessible(java), accessible(call))) {
                    for (int round = 0; round < ROUNDS; round++) {
                        compare(java, call, new Random(round));
                    }
                    compared++;
                }
            }
        }
        return compared;
    }

    private static Method accessible(Method method) {
        method.setAccessible(true);
        return method;
    }

    /** Whether it is the method of the wrapper that takes plain arrays. */
    private static boolean fits(Method java, Method call) {
        Class<?>[] given = java.getParameterTypes();
        Class<?>[] wanted = call.getParameterTypes();
        if (Modifier.isStatic(call.getModifiers()) || given.length != wanted.length) {
            return false;
        }
        if (java.getReturnType() != void.class) {
            return call.getReturnType().isArray();
        }
        int last = given.length - 1;
        return wanted[0] == Grid.class
                && given[last] == int.class
                && Arrays.equals(given, 0, last, wanted, 1, last + 1);
    }

    private void compare(Method java, Method call, Random random) throws ReflectiveOperationException {
        if (java.getReturnType() == void.class) {
            compareGrid(java, call, random);
        } else {
            compareMap(java, call, random);
        }
    }

    private void compareGrid(Method java, Method call, Random random) throws ReflectiveOperationException {
        int last = java.getParameterCount() - 1;
        Object[] plain = new Object[last + 1];
        Object[] device = new Object[last + 1];
        device[0] = Grid.of(THREADS);
        for (int k = 0; k < last; k++) {
            plain[k] = value(java.getParameterTypes()[k], random);
            device[k + 1] = copy(plain[k]);
        }
        for (int i = 0; i < THREADS; i++) {
            plain[last] = i;
            java.invoke(null, plain);
        }
        call.invoke(kernels, device);
        for (int k = 0; k < last; k++) {
            assertSame(java.getName(), plain[k], device[k + 1]);
        }
    }

    private void compareMap(Method java, Method call, Random random) throws ReflectiveOperationException {
        Class<?>[] types = call.getParameterTypes();
        Object[] arguments = new Object[types.length];
        for (int k = 0; k < types.length; k++) {
            arguments[k] = value(types[k], random);
        }
        Object results = call.invoke(kernels, arguments);
        Object expected = Array.newInstance(java.getReturnType(), Array.getLength(results));
        for (int i = 0; i < LENGTH; i++) {
            Object[] elements = arguments.clone();
            for (int k = 0; k < types.length; k++) {
                elements[k] = types[k].isArray() ? Array.get(arguments[k], i) : arguments[k];
            }
            Array.set(expected, i, java.invoke(null, elements));
        }
        assertSame(java.getName(), expected, results);
    }

    private static void assertSame(String kernel, Object expected, Object actual) {
        if (!expected.getClass().isArray()) {
            return;
        }
        for (int i = 0; i < Array.getLength(expected); i++) {
            assertThat(Array.get(actual, i)).as("%s, element %d", kernel, i).isEqualTo(Array.get(expected, i));
        }
    }

    private static Object copy(Object value) {
        if (!value.getClass().isArray()) {
            return value;
        }
        int length = Array.getLength(value);
        Object copy = Array.newInstance(Objects.requireNonNull(value.getClass().getComponentType()), length);
        System.arraycopy(value, 0, copy, 0, length);
        return copy;
    }

    private static Object value(Class<?> type, Random random) throws ReflectiveOperationException {
        if (type.isArray()) {
            Class<?> element = Objects.requireNonNull(type.getComponentType());
            Object array = Array.newInstance(element, LENGTH);
            for (int i = 0; i < LENGTH; i++) {
                Array.set(array, i, value(element, random));
            }
            return array;
        }
        if (type == float.class) {
            return random.nextInt(4) == 0 ? (float) random.nextInt(10) : (float) random.nextGaussian() * 10;
        }
        if (type == int.class) {
            return random.nextInt(200) - 100;
        }
        if (type == long.class) {
            return random.nextLong();
        }
        if (type == short.class) {
            return (short) random.nextInt();
        }
        if (type == byte.class) {
            return (byte) random.nextInt();
        }
        if (type == boolean.class) {
            return random.nextBoolean();
        }
        return type == Half.class ? Half.of((float) random.nextGaussian()) : record(type, random);
    }

    private static Object record(Class<?> type, Random random) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            values[i] = value(types[i], random);
        }
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }
}
