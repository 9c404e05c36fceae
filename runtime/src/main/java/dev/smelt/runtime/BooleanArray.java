package dev.smelt.runtime;

import dev.smelt.runtime.backend.Memory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;

/** {@code boolean} elements in device memory, one byte each: 0 is false, 1 is true. */
public final class BooleanArray extends DeviceArray {
    private final ByteBuffer view;

    BooleanArray(Device device, Memory memory) {
        super(device, memory);
        this.view = memory.bytes();
    }

    /**
     * The element at {@code index}.
     *
     * @throws IndexOutOfBoundsException if {@code index} is not within {@code [0, length())}
     * @throws IllegalStateException if this array or its device is closed
     */
    public boolean get(int index) {
        enter(index);
        try {
            return view.get(index) != 0;
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
    public void set(int index, boolean value) {
        enter(index);
        try {
            view.put(index, (byte) (value ? 1 : 0));
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
    public void copyFrom(boolean[] source) {
        Objects.requireNonNull(source, "source");
        enterCopy(source.length);
        try {
            for (int i = 0; i < source.length; i++) {
                view.put(i, (byte) (source[i] ? 1 : 0));
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
    public boolean[] toArray() {
        boolean[] result = new boolean[length()];
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
    public void copyTo(boolean[] target) {
        Objects.requireNonNull(target, "target");
        enterCopy(target.length);
        try {
            for (int i = 0; i < target.length; i++) {
                target[i] = view.get(i) != 0;
            }
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
