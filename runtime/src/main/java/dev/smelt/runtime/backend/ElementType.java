package dev.smelt.runtime.backend;

import dev.smelt.dsl.Half;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the elements of an array are: one of the scalars, {@link Half}, or a structure with its layout. */
public final class ElementType {
    /** How elements are stored: the Java array that stands for them on the JVM device. */
    public enum Storage {
        /** {@code float[]}. */
        FLOATS,
        /** {@code int[]}. */
        INTS,
        /** {@code long[]}. */
        LONGS,
        /** {@code short[]}, for {@code short} and {@link Half}. */
        SHORTS,
        /** {@code byte[]}, for {@code byte} and {@code boolean}. */
        BYTES,
        /** A byte buffer with the layout of MSL. */
        STRUCTS
    }

    private static final ClassValue<ElementType> STRUCTS = new ClassValue<>() {
        @Override
        protected ElementType computeValue(Class<?> type) {
            StructLayout<?> layout = StructLayout.of(type);
            return new ElementType(type, Storage.STRUCTS, layout.size(), layout);
        }
    };

    public static final ElementType FLOAT = new ElementType(float.class, Storage.FLOATS, 4, null);
    public static final ElementType INT = new ElementType(int.class, Storage.INTS, 4, null);
    public static final ElementType LONG = new ElementType(long.class, Storage.LONGS, 8, null);
    public static final ElementType SHORT = new ElementType(short.class, Storage.SHORTS, 2, null);
    public static final ElementType HALF = new ElementType(Half.class, Storage.SHORTS, 2, null);
    public static final ElementType BYTE = new ElementType(byte.class, Storage.BYTES, 1, null);
    public static final ElementType BOOLEAN = new ElementType(boolean.class, Storage.BYTES, 1, null);

    private final Class<?> javaType;
    private final Storage storage;
    private final int size;
    private final @Nullable StructLayout<?> layout;

    private ElementType(Class<?> javaType, Storage storage, int size, @Nullable StructLayout<?> layout) {
        this.javaType = javaType;
        this.storage = storage;
        this.size = size;
        this.layout = layout;
    }

    /**
     * The element type of {@code javaType[]}.
     *
     * @throws IllegalArgumentException if Metal has no such elements
     */
    public static ElementType of(Class<?> javaType) {
        if (javaType == float.class) {
            return FLOAT;
        } else if (javaType == int.class) {
            return INT;
        } else if (javaType == long.class) {
            return LONG;
        } else if (javaType == short.class) {
            return SHORT;
        } else if (javaType == byte.class) {
            return BYTE;
        } else if (javaType == boolean.class) {
            return BOOLEAN;
        } else if (javaType == Half.class) {
            return HALF;
        }
        return STRUCTS.get(javaType);
    }

    /** The Java type of an element. */
    public Class<?> javaType() {
        return javaType;
    }

    /** How the elements are stored. */
    public Storage storage() {
        return storage;
    }

    /** Bytes of one element. */
    public int size() {
        return size;
    }

    /** The layout of a structure; empty for scalars and {@link Half}. */
    public Optional<StructLayout<?>> layout() {
        return Optional.ofNullable(layout);
    }

    /** The name in Java: {@code float}, {@code Float4}. */
    @Override
    public String toString() {
        return javaType.getSimpleName();
    }
}
