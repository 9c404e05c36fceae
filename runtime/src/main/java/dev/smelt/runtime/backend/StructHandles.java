package dev.smelt.runtime.backend;

import static java.lang.invoke.MethodHandles.collectArguments;
import static java.lang.invoke.MethodHandles.filterArguments;
import static java.lang.invoke.MethodHandles.foldArguments;
import static java.lang.invoke.MethodHandles.insertArguments;
import static java.lang.invoke.MethodHandles.permuteArguments;
import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The two method handles of a record: one that reads it from bytes, one that writes it. They are composed once for each
 * record, so that nothing is boxed or looked up for each element.
 *
 * @param reader {@code (ByteBuffer, int) -> Object}
 * @param writer {@code (Object, ByteBuffer, int) -> void}
 */
record StructHandles(MethodHandle reader, MethodHandle writer) {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
    private static final MethodType READER = methodType(Object.class, ByteBuffer.class, int.class);
    private static final MethodType WRITER = methodType(void.class, Object.class, ByteBuffer.class, int.class);

    /** Composes the handles of {@code type}, which need not be public. */
    static StructHandles of(Class<?> type, RecordComponent[] components, List<StructLayout.Field> fields) {
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            MethodHandle reader = LOOKUP.unreflectConstructor(constructor);
            MethodHandle writer = MethodHandles.empty(methodType(void.class, type, ByteBuffer.class, int.class));
            // From the last component to the first: each step replaces one parameter by (ByteBuffer, int), and then
            // makes that pair one with the pair of the steps before.
            for (int i = components.length - 1; i >= 0; i--) {
                StructLayout.Field field = fields.get(i);
                boolean last = i == components.length - 1;
                reader = withRead(reader, i, getter(field), last);
                Method accessor = components[i].getAccessor();
                accessor.setAccessible(true);
                MethodHandle write = filterArguments(putter(field), 0, LOOKUP.unreflect(accessor));
                writer = foldArguments(writer, write);
            }
            return new StructHandles(reader.asType(READER), writer.asType(WRITER));
        } catch (InaccessibleObjectException closed) {
            throw new IllegalArgumentException(
                    "record " + type.getName() + " is out of reach: its module has to open package "
                            + type.getPackageName() + " to smelt's runtime",
                    closed);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError(type.getName(), impossible);
        }
    }

    /** Parameter {@code index} of {@code reader} becomes a read; {@code (ByteBuffer, int)} stay the last parameters. */
    private static MethodHandle withRead(MethodHandle reader, int index, MethodHandle getter, boolean first) {
        MethodHandle collected = collectArguments(reader, index, getter);
        if (first) {
            return collected;
        }
        // (components before index..., buffer, base, buffer, base) -> (components before index..., buffer, base)
        int[] order = new int[index + 4];
        for (int i = 0; i < index; i++) {
            order[i] = i;
        }
        order[index] = order[index + 2] = index;
        order[index + 1] = order[index + 3] = index + 1;
        return permuteArguments(collected, collected.type().dropParameterTypes(index, index + 2), order);
    }

    /** {@code (ByteBuffer, int base) -> component}. */
    private static MethodHandle getter(StructLayout.Field field) throws ReflectiveOperationException {
        StructLayout<?> layout = field.layout();
        MethodHandle get;
        if (layout == null) {
            Class<?> type = field.type();
            get = LOOKUP.findStatic(
                    StructComponents.class,
                    "get" + capitalized(type),
                    methodType(type, int.class, ByteBuffer.class, int.class));
        } else {
            get = LOOKUP.findStatic(
                            StructComponents.class,
                            "getStruct",
                            methodType(Object.class, StructLayout.class, int.class, ByteBuffer.class, int.class))
                    .bindTo(layout);
        }
        return insertArguments(get, 0, field.offset()).asType(methodType(field.type(), ByteBuffer.class, int.class));
    }

    /** {@code (component, ByteBuffer, int base) -> void}. */
    private static MethodHandle putter(StructLayout.Field field) throws ReflectiveOperationException {
        StructLayout<?> layout = field.layout();
        MethodHandle put;
        if (layout == null) {
            Class<?> type = field.type();
            put = LOOKUP.findStatic(
                    StructComponents.class,
                    "put" + capitalized(type),
                    methodType(void.class, int.class, type, ByteBuffer.class, int.class));
        } else {
            put = LOOKUP.findStatic(
                            StructComponents.class,
                            "putStruct",
                            methodType(
                                    void.class,
                                    StructLayout.class,
                                    int.class,
                                    Object.class,
                                    ByteBuffer.class,
                                    int.class))
                    .bindTo(layout);
        }
        return insertArguments(put, 0, field.offset())
                .asType(methodType(void.class, field.type(), ByteBuffer.class, int.class));
    }

    private static String capitalized(Class<?> type) {
        String name = type.getSimpleName();
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** What a handle threw: only a record's own constructor or accessor throws, and it declares nothing checked. */
    static RuntimeException unchecked(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException exception) {
            return exception;
        }
        throw new AssertionError("a record's constructor or accessor threw a checked exception", thrown);
    }
}
