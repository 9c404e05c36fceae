package dev.smelt.runtime;

import dev.smelt.runtime.backend.Memory;
import dev.smelt.runtime.backend.StructLayout;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Vectors, matrices or records in device memory, laid out as MSL lays out the structure. Reading an element makes a new
 * record; a null element counts as zero.
 *
 * @param <T> the record
 */
public final class StructArray<T> extends DeviceArray {
    private final ByteBuffer view;
    private final StructLayout<T> layout;

    StructArray(Device device, Memory memory, StructLayout<T> layout) {
        super(device, memory);
        this.view = memory.bytes();
        this.layout = layout;
    }

    /** The record. */
    public Class<T> type() {
        return layout.type();
    }

    /** Bytes from one element to the next. */
    public int stride() {
        return layout.size();
    }

    /**
     * The element at {@code index}.
     *
     * @throws IndexOutOfBoundsException if {@code index} is not within {@code [0, length())}
     * @throws IllegalStateException if this array or its device is closed
     */
    public T get(int index) {
        enter(index);
        try {
            return layout.read(view, index * layout.size());
        } finally {
            exit();
        }
    }

    /**
     * Sets the element at {@code index}. Null counts as zero.
     *
     * @throws IndexOutOfBoundsException if {@code index} is not within {@code [0, length())}
     * @throws IllegalStateException if this array or its device is closed
     */
    public void set(int index, @Nullable T value) {
        enter(index);
        try {
            layout.write(value, view, index * layout.size());
        } finally {
            exit();
        }
    }

    /**
     * Sets all elements to those of {@code source}. Null counts as zero.
     *
     * @throws NullPointerException if {@code source} is null
     * @throws IllegalArgumentException if {@code source} has another length than this array
     * @throws IllegalStateException if this array or its device is closed
     */
    public void copyFrom(@Nullable T[] source) {
        Objects.requireNonNull(source, "source");
        enterCopy(source.length);
        try {
            for (int i = 0; i < source.length; i++) {
                layout.write(source[i], view, i * layout.size());
            }
        } finally {
            exit();
        }
    }

    /**
     * A new Java array with all elements.
     *
     * @throws IllegalStateException if this array or its device is closed
     */
    @SuppressWarnings("unchecked") // newInstance of type() is a T[]
    public T[] toArray() {
        T[] result = (T[]) Array.newInstance(type(), length());
        copyTo(result);
        return result;
    }

    /**
     * Sets the elements of {@code target} to all of this array's.
     *
     * @throws NullPointerException if {@code target} is null
     * @throws IllegalArgumentException if {@code target} has another length than this array
     * @throws IllegalStateException if this array or its device is closed
     */
    public void copyTo(T[] target) {
        Objects.requireNonNull(target, "target");
        enterCopy(target.length);
        try {
            for (int i = 0; i < target.length; i++) {
                target[i] = layout.read(view, i * layout.size());
            }
        } finally {
            exit();
        }
    }

    /** The bytes of the elements, {@link #stride} bytes each. {@inheritDoc} */
    @Override
    public ByteBuffer buffer() {
        enterView();
        try {
            return view.duplicate().order(ByteOrder.nativeOrder());
        } finally {
            exit();
        }
    }
}
