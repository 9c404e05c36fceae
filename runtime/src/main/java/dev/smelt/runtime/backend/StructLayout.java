package dev.smelt.runtime.backend;

import dev.smelt.dsl.Bool2;
import dev.smelt.dsl.Bool3;
import dev.smelt.dsl.Bool4;
import dev.smelt.dsl.Float2;
import dev.smelt.dsl.Float3;
import dev.smelt.dsl.Float4;
import dev.smelt.dsl.Half;
import dev.smelt.dsl.Int2;
import dev.smelt.dsl.Int3;
import dev.smelt.dsl.Int4;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How MSL lays out a record: where each component lies, and how a value is read and written there.
 *
 * <p>The rules (MSL specification, sections 2.1 to 2.3): a scalar has the size and alignment of its type; a vector is
 * aligned to its size, one of three components has the size of four; a matrix is its columns one after the other; a
 * structure is aligned to its most aligned component, each component to its own alignment, and its size is rounded up
 * to its alignment. Immutable.
 *
 * @param <T> the record
 */
public final class StructLayout<T> {
    private static final Map<Class<?>, Integer> SCALARS = Map.of(
            float.class,
            4,
            int.class,
            4,
            long.class,
            8,
            short.class,
            2,
            byte.class,
            1,
            boolean.class,
            1,
            Half.class,
            2);

    /** Vectors; their size, which is their alignment too. */
    private static final Map<Class<?>, Integer> VECTORS =
            Map.of(Float2.class, 8, Float3.class, 16, Float4.class, 16, Int2.class, 8, Int3.class, 16, Int4.class, 16);

    private static final Set<Class<?>> ONLY_LOCAL = Set.of(Bool2.class, Bool3.class, Bool4.class);

    private static final ClassValue<StructLayout<?>> LAYOUTS = new ClassValue<>() {
        @Override
        protected StructLayout<?> computeValue(Class<?> type) {
            return new StructLayout<>(type);
        }
    };

    /** A component of the record: where it lies, and its own layout if it is a record. */
    public record Field(
            String name,
            Class<?> type,
            int offset,
            @Nullable StructLayout<?> layout) {}

    private final Class<T> type;
    private final List<Field> fields;
    private final int size;
    private final int alignment;
    /** {@code (ByteBuffer, int) -> Object} and {@code (Object, ByteBuffer, int) -> void}. */
    private final MethodHandle reader;

    private final MethodHandle writer;

    private StructLayout(Class<T> type) {
        this.type = type;
        RecordComponent[] components = type.getRecordComponents();
        if (components == null || ONLY_LOCAL.contains(type)) {
            throw new IllegalArgumentException(type.getName()
                    + " cannot be an element of an array: elements are scalars, Half, vectors, matrices and records");
        }
        if (components.length == 0) {
            throw new IllegalArgumentException("record " + type.getName() + " has no components");
        }
        List<Field> fields = new ArrayList<>(components.length);
        int end = 0;
        int widest = 1;
        for (RecordComponent component : components) {
            StructLayout<?> nested = nested(type, component);
            int componentSize = nested == null ? scalarSize(component.getType()) : nested.size;
            int componentAlignment = nested == null ? componentSize : nested.alignment;
            int offset = roundUp(end, componentAlignment);
            fields.add(new Field(component.getName(), component.getType(), offset, nested));
            end = Math.addExact(offset, componentSize);
            widest = Math.max(widest, componentAlignment);
        }
        this.fields = List.copyOf(fields);
        this.alignment = VECTORS.getOrDefault(type, widest);
        this.size = roundUp(end, alignment);
        StructHandles handles = StructHandles.of(type, components, this.fields);
        this.reader = handles.reader();
        this.writer = handles.writer();
    }

    /**
     * The layout of {@code type}.
     *
     * @throws IllegalArgumentException if it is not a record, or has a component that MSL has no type for
     */
    @SuppressWarnings("unchecked") // each class is mapped to its own layout
    public static <T> StructLayout<T> of(Class<T> type) {
        return (StructLayout<T>) LAYOUTS.get(type);
    }

    private static int scalarSize(Class<?> type) {
        Integer size = SCALARS.get(type);
        return size == null ? 0 : size;
    }

    private static @Nullable StructLayout<?> nested(Class<?> owner, RecordComponent component) {
        Class<?> type = component.getType();
        if (SCALARS.containsKey(type)) {
            return null;
        }
        if (type.isRecord() && !ONLY_LOCAL.contains(type) && !holds(type, owner)) {
            return LAYOUTS.get(type);
        }
        throw new IllegalArgumentException("record " + owner.getName() + ": component '" + component.getName()
                + "' is of type " + type.getTypeName() + "; components are float, int, long, short, byte, boolean,"
                + " Half, vectors, matrices, and records of these");
    }

    /** Whether {@code record} is {@code wanted} or has it somewhere inside; such a structure would have no end. */
    private static boolean holds(Class<?> record, Class<?> wanted) {
        return holds(record, wanted, new ArrayList<>());
    }

    private static boolean holds(Class<?> record, Class<?> wanted, List<Class<?>> path) {
        if (record == wanted || path.contains(record)) {
            return true;
        }
        path.add(record);
        for (RecordComponent component : record.getRecordComponents()) {
            if (component.getType().isRecord() && holds(component.getType(), wanted, path)) {
                return true;
            }
        }
        path.remove(path.size() - 1);
        return false;
    }

    private static int roundUp(int offset, int alignment) {
        return Math.addExact(offset, alignment - 1) / alignment * alignment;
    }

    /** The record. */
    public Class<T> type() {
        return type;
    }

    /** Its components, in order. */
    public List<Field> fields() {
        return fields;
    }

    /** Bytes from one element of an array to the next. */
    public int size() {
        return size;
    }

    /** What the address of an element is a multiple of. */
    public int alignment() {
        return alignment;
    }

    /** The value at {@code offset} of {@code bytes}, which has the order that it was written in. */
    public T read(ByteBuffer bytes, int offset) {
        try {
            return type.cast((Object) reader.invokeExact(bytes, offset));
        } catch (Throwable thrown) {
            throw StructHandles.unchecked(thrown);
        }
    }

    /** Puts {@code value} at {@code offset} of {@code bytes}, zeros if it is null. Padding is left as it is. */
    public void write(@Nullable Object value, ByteBuffer bytes, int offset) {
        if (value == null) {
            for (int i = 0; i < size; i++) {
                bytes.put(offset + i, (byte) 0);
            }
            return;
        }
        try {
            writer.invokeExact(value, bytes, offset);
        } catch (Throwable thrown) {
            throw StructHandles.unchecked(thrown);
        }
    }
}
