package dev.smelt.runtime;

import dev.smelt.runtime.backend.ElementType;
import dev.smelt.runtime.backend.Lifetime;
import dev.smelt.runtime.backend.Memory;
import java.nio.Buffer;

/**
 * An array in the memory of a {@link Device}, of fixed length, which kernels read and write in place. New arrays are
 * zero. A length of 0 works.
 *
 * <p><b>Life.</b> An array is closed by its owner; what was forgotten is given back when the array is garbage. Closing
 * while a kernel uses the array is safe: the memory stays until the kernel is done. After closing, every method but
 * {@link #length}, {@link #device}, {@link #close} and {@link #toString} throws {@link IllegalStateException}.
 *
 * <p><b>Threads.</b> Every method may be called from any thread. Elements themselves are plain memory: a thread that
 * reads what another thread or a submitted batch writes has to wait for it first.
 */
public abstract sealed class DeviceArray implements AutoCloseable
        permits FloatArray, IntArray, LongArray, ShortArray, ByteArray, BooleanArray, HalfArray, StructArray {
    private final Device device;
    private final Memory memory;

    DeviceArray(Device device, Memory memory) {
        this.device = device;
        this.memory = memory;
        Leaks.watch(this, memory.lifetime());
    }

    /** The device that this array belongs to. */
    public final Device device() {
        return device;
    }

    /** Whether the elements cannot be changed: the array is over memory that the caller gave, and that is read-only. */
    public final boolean isReadOnly() {
        return memory.isReadOnly();
    }

    /** Whether the elements are those of a buffer that the caller gave, and not a copy of them. */
    public final boolean isInPlace() {
        return memory.isCallers();
    }

    /** How many elements there are. */
    public final int length() {
        return memory.length();
    }

    /**
     * The elements as a {@code java.nio} view in native order, without a copy. It has a position and limit of its own.
     * It sees what kernels write, once the call returned or the batch completed, and kernels see what is written to it
     * before they are called. The fastest way to reach many single elements.
     *
     * <p>The view outlives {@link #close}: memory that was given out is given back when the last view is garbage.
     *
     * @throws IllegalStateException if this array or its device is closed
     */
    public abstract Buffer buffer();

    /** Gives the memory back, once no kernel uses it any more. Does nothing the second time. */
    @Override
    public final void close() {
        memory.lifetime().close();
    }

    /** The class and length: {@code FloatArray of 3 elements}. */
    @Override
    public final String toString() {
        return getClass().getSimpleName() + typeArgument() + " of " + length()
                + (length() == 1 ? " element" : " elements");
    }

    private String typeArgument() {
        return this instanceof StructArray ? "<" + memory.type() + ">" : "";
    }

    final Memory memory() {
        return memory;
    }

    final ElementType elementType() {
        return memory.type();
    }

    /** Why this array cannot be used, as the end of a sentence; empty if it can. */
    final String whyUnusable() {
        if (memory.lifetime().isClosed()) {
            return "is closed";
        }
        return device.isOpen() ? "" : "belongs to a closed device";
    }

    /** Begins an access to the memory; {@link #exit} ends it. */
    final void enter() {
        Lifetime lifetime = memory.lifetime();
        if (device.isOpen() && (memory.isNative() ? lifetime.acquire() : !lifetime.isClosed())) {
            return;
        }
        throw new IllegalStateException(this + " " + whyUnusable());
    }

    /** Begins an access to one element. */
    final void enter(int index) {
        enter();
        if (index < 0 || index >= length()) {
            exit();
            throw new IndexOutOfBoundsException("index " + index + " is out of bounds for " + this);
        }
    }

    /** Begins an access to copy all elements from or to a Java array of {@code length} elements. */
    final void enterCopy(int length) {
        enter();
        if (length != length()) {
            exit();
            throw new IllegalArgumentException(
                    "a Java array of length " + length + " does not fit " + this + ": the lengths must be equal");
        }
        countCopy(length);
    }

    private void countCopy(int length) {
        device.monitor().copied((long) length * memory.type().size());
    }

    /** Begins the life of a view that the user gets. */
    final void enterView() {
        enter();
        memory.expose();
    }

    final void exit() {
        if (memory.isNative()) {
            memory.lifetime().release();
        }
    }
}
