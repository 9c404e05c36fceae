package dev.smelt.runtime;

import dev.smelt.runtime.backend.Memory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;

/** {@code byte} elements in device memory. */
public final class ByteArray extends DeviceArray {
    private final ByteBuffer view;

    ByteArray(Device device, Memory memory) {
        super(device, memory);
        this.view = memory.bytes();
    }

    /**
     * The element at {@code index}.
     *
     * @throws IndexOutOfBoundsException if {@code index} is not within {@code [0, length())}
     * @throws IllegalStateException if this array or its device is closed
     */
    public byte get(int index) {
        enter(index);
        try {
            return view.get(index);
        } finally {
            exit();
        }
    }

    /**
     * Sets the element at {@code index}.
     *
     * @throws IndexOutOfBoundsException if {@code index} is not within {@code [0, length())}
     * @throws IllegalStateException if this array or its device is closed
     */
    public void set(int index, byte value) {
        enter(index);
        try {
            view.put(index, value);
        } finally {
            exit();
        }
    }

    /**
     * Sets all elements to those of {@code source}.
     *
     * @throws NullPointerException if {@code source} is null
     * @throws IllegalArgumentException if {@code source} has another length than this array
     * @throws IllegalStateException if this array or its device is closed
     */
    public void copyFrom(byte[] source) {
        Objects.requireNonNull(source, "source");
        enterCopy(source.length);
        try {
            view.put(0, source);
        } finally {
            exit();
        }
    }

    /**
     * A new Java array with all elements.
     *
     * @throws IllegalStateException if this array or its device is closed
     */
    public byte[] toArray() {
        byte[] result = new byte[length()];
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
    public void copyTo(byte[] target) {
        Objects.requireNonNull(target, "target");
        enterCopy(target.length);
        try {
            view.get(0, target);
        } finally {
            exit();
        }
    }

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
