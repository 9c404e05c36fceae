package dev.smelt.runtime;

import dev.smelt.dsl.Half;
import dev.smelt.runtime.backend.Memory;
import java.nio.ShortBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@link Half} elements in device memory, two bytes each; the view has their bits. */
public final class HalfArray extends DeviceArray {
    private final ShortBuffer view;

    HalfArray(Device device, Memory memory) {
        super(device, memory);
        this.view = memory.shorts();
    }

    /**
     * The element at {@code index}.
     *
     * @throws IndexOutOfBoundsException if {@code index} is not within {@code [0, length())}
     * @throws IllegalStateException if this array or its device is closed
     */
    public Half get(int index) {
        enter(index);
        try {
            return Half.fromBits(view.get(index));
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
    public void set(int index, @Nullable Half value) {
        enter(index);
        try {
            view.put(index, bits(value));
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
    public void copyFrom(@Nullable Half[] source) {
        Objects.requireNonNull(source, "source");
        enterCopy(source.length);
        try {
            for (int i = 0; i < source.length; i++) {
                view.put(i, bits(source[i]));
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
    public Half[] toArray() {
        Half[] result = new Half[length()];
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
    public void copyTo(Half[] target) {
        Objects.requireNonNull(target, "target");
        enterCopy(target.length);
        try {
            for (int i = 0; i < target.length; i++) {
                target[i] = Half.fromBits(view.get(i));
            }
        } finally {
            exit();
        }
    }

    private static short bits(@Nullable Half value) {
        return value == null ? 0 : value.bits();
    }

    @Override
    public ShortBuffer buffer() {
        enterView();
        try {
            return view.duplicate();
        } finally {
            exit();
        }
    }
}
