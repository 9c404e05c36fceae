package dev.smelt.runtime;

import dev.smelt.runtime.backend.Memory;
import java.nio.LongBuffer;
import java.util.Objects;

/** {@code long} elements in device memory. */
public final class LongArray extends DeviceArray {
    private final LongBuffer view;

    LongArray(Device device, Memory memory) {
        super(device, memory);
        this.view = memory.longs();
    }

    /**
     * The element at {@code index}.
     *
     * @throws IndexOutOfBoundsException if {@code index} is not within {@code [0, length())}
     * @throws IllegalStateException if this array or its device is closed
     */
    public long get(int index) {
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
    public void set(int index, long value) {
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
    public void copyFrom(long[] source) {
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
    public long[] toArray() {
        long[] result = new long[length()];
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
    public void copyTo(long[] target) {
        Objects.requireNonNull(target, "target");
        enterCopy(target.length);
        try {
            view.get(0, target);
        } finally {
            exit();
        }
    }

    @Override
    public LongBuffer buffer() {
        enterView();
        try {
            return view.duplicate();
        } finally {
            exit();
        }
    }
}
