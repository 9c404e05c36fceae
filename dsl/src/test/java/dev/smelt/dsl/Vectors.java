package dev.smelt.dsl;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Vectors by reflection. */
final class Vectors {

    private Vectors() {}

    static boolean isVector(Class<?> type) {
        return Builtins.VECTORS.contains(type);
    }

    static int sizeOf(Class<?> vector) {
        return vector.getRecordComponents().length;
    }

    static Class<?> scalarOf(Class<?> type) {
        return isVector(type) ? type.getRecordComponents()[0].getType() : type;
    }

    /** The vector type of the same scalar with another number of components. */
    static Class<?> resized(Class<?> vector, int size) throws ClassNotFoundException {
        String name = vector.getName();
        return Class.forName(name.substring(0, name.length() - 1) + size);
    }

    static Object make(Class<?> type, IntUnaryOperator component) throws ReflectiveOperationException {
        Object[] components = new Object[sizeOf(type)];
        Arrays.setAll(components, i -> number(scalarOf(type), component.applyAsInt(i)));
        return of(type, components);
    }

    static Object of(Class<?> type, Object... components) throws ReflectiveOperationException {
        Class<?>[] types = new Class<?>[components.length];
        Arrays.fill(types, scalarOf(type));
        return type.getConstructor(types).newInstance(components);
    }

    /** A component of a vector; a scalar is its own. */
    static Object component(Object value, int i) throws ReflectiveOperationException {
        if (!isVector(value.getClass())) {
            return value;
        }
        RecordComponent component = value.getClass().getRecordComponents()[i];
        return call(component.getAccessor(), value);
    }

    static Object call(Method method, @Nullable Object receiver, Object... arguments)
            throws ReflectiveOperationException {
        try {
            return method.invoke(receiver, arguments);
        } catch (InvocationTargetException e) {
            throw new AssertionError(method + Arrays.toString(arguments), e.getCause());
        }
    }

    private static Object number(Class<?> scalar, int value) {
        if (scalar == float.class) {
            return (float) value;
        }
        return value;
    }
}
