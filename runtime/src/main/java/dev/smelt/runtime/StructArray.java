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

    /**
     * The byte that lies {@code offset} bytes from the start of the element at {@code index}, without making a record. The
     * classes for fields that wrappers have, such as {@code ParticleFields}, know the offsets.
     *
     * @throws IndexOutOfBoundsException if {@code index} is not within {@code [0, length())}, or the value not within the
     *     {@link #stride} bytes of an element
     * @throws IllegalStateException if this array or its device is closed
     */
    public byte getByte(int index, int offset) {
        int at = enterField(index, offset, Byte.BYTES);
        try {
            return view.get(at);
        } finally {
            exit();
        }
    }

    /** Sets the byte that lies {@code offset} bytes from the start of the element at {@code index}; see {@link #getByte}. */
    public void putByte(int index, int offset, byte value) {
        int at = enterField(index, offset, Byte.BYTES);
        try {
            view.put(at, value);
        } finally {
            exit();
        }
    }

    /** The short that lies {@code offset} bytes from the start of the element at {@code index}; see {@link #getByte}. */
    public short getShort(int index, int offset) {
        int at = enterField(index, offset, Short.BYTES);
        try {
            return view.getShort(at);
        } finally {
            exit();
        }
    }

    /** Sets the short that lies {@code offset} bytes from the start of the element at {@code index}; see {@link #getByte}. */
    public void putShort(int index, int offset, short value) {
        int at = enterField(index, offset, Short.BYTES);
        try {
            view.putShort(at, value);
        } finally {
            exit();
        }
    }

    /** The int that lies {@code offset} bytes from the start of the element at {@code index}; see {@link #getByte}. */
    public int getInt(int index, int offset) {
        int at = enterField(index, offset, Integer.BYTES);
        try {
            return view.getInt(at);
        } finally {
            exit();
        }
    }

    /** Sets the int that lies {@code offset} bytes from the start of the element at {@code index}; see {@link #getByte}. */
    public void putInt(int index, int offset, int value) {
        int at = enterField(index, offset, Integer.BYTES);
        try {
            view.putInt(at, value);
        } finally {
            exit();
        }
    }

    /** The long that lies {@code offset} bytes from the start of the element at {@code index}; see {@link #getByte}. */
    public long getLong(int index, int offset) {
        int at = enterField(index, offset, Long.BYTES);
        try {
            return view.getLong(at);
        } finally {
            exit();
        }
    }

    /** Sets the long that lies {@code offset} bytes from the start of the element at {@code index}; see {@link #getByte}. */
    public void putLong(int index, int offset, long value) {
        int at = enterField(index, offset, Long.BYTES);
        try {
            view.putLong(at, value);
        } finally {
            exit();
        }
    }

    /** The float that lies {@code offset} bytes from the start of the element at {@code index}; see {@link #getByte}. */
    public float getFloat(int index, int offset) {
        int at = enterField(index, offset, Float.BYTES);
        try {
            return view.getFloat(at);
        } finally {
            exit();
        }
    }

    /** Sets the float that lies {@code offset} bytes from the start of the element at {@code index}; see {@link #getByte}. */
    public void putFloat(int index, int offset, float value) {
        int at = enterField(index, offset, Float.BYTES);
        try {
            view.putFloat(at, value);
        } finally {
            exit();
        }
    }

    private int enterField(int index, int offset, int bytes) {
        Objects.checkFromIndexSize(offset, bytes, layout.size());
        enter(index);
        return index * layout.size() + offset;
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
