package dev.smelt.runtime.spi;

import dev.smelt.dsl.Half;
import dev.smelt.runtime.BooleanArray;
import dev.smelt.runtime.ByteArray;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.DeviceArray;
import dev.smelt.runtime.FloatArray;
import dev.smelt.runtime.HalfArray;
import dev.smelt.runtime.IntArray;
import dev.smelt.runtime.LongArray;
import dev.smelt.runtime.ShortArray;
import dev.smelt.runtime.StructArray;
import dev.smelt.runtime.backend.ElementType;
import dev.smelt.runtime.backend.Internals;
import dev.smelt.runtime.backend.Memory;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The device arrays that stand for the plain Java arrays of one call. In each method {@code index} is that of the array
 * parameter, and a null array is refused with a {@link NullPointerException} that names it. The same Java array passed
 * twice becomes the same device array. Where the device can work on the Java array itself, it does, without a copy: if
 * the kernel then fails, the Java array may hold a part of its results. For use by one thread.
 */
public final class Staging implements AutoCloseable {
    private final Device device;
    private final KernelDescriptor kernel;
    private final List<Staged<?, ?>> staged = new ArrayList<>();

    /** A Java array, and the device array that stands for it. */
    private static final class Staged<A extends DeviceArray, S> {
        private final S source;
        private final A array;
        /** Copies the elements back; null where the device works on the Java array itself. */
        private final @Nullable BiConsumer<A, S> copyOut;
        /** Whether the kernel writes it, in any of the places where it is passed. */
        private boolean written;

        Staged(S source, A array, @Nullable BiConsumer<A, S> copyOut) {
            this.source = source;
            this.array = array;
            this.copyOut = copyOut;
        }

        void copyBack() {
            if (written && copyOut != null) {
                copyOut.accept(array, source);
            }
        }
    }

    Staging(Device device, KernelDescriptor kernel) {
        this.device = device;
        this.kernel = kernel;
    }

    /** Stands for a {@code float[]}. */
    public FloatArray floats(int index, float[] values) {
        return stage(
                index,
                values,
                FloatArray.class,
                ElementType.FLOAT,
                device::floats,
                FloatArray::copyFrom,
                FloatArray::copyTo);
    }

    /** Stands for an {@code int[]}. */
    public IntArray ints(int index, int[] values) {
        return stage(
                index, values, IntArray.class, ElementType.INT, device::ints, IntArray::copyFrom, IntArray::copyTo);
    }

    /** Stands for a {@code long[]}. */
    public LongArray longs(int index, long[] values) {
        return stage(
                index,
                values,
                LongArray.class,
                ElementType.LONG,
                device::longs,
                LongArray::copyFrom,
                LongArray::copyTo);
    }

    /** Stands for a {@code short[]}. */
    public ShortArray shorts(int index, short[] values) {
        return stage(
                index,
                values,
                ShortArray.class,
                ElementType.SHORT,
                device::shorts,
                ShortArray::copyFrom,
                ShortArray::copyTo);
    }

    /** Stands for a {@code byte[]}. */
    public ByteArray bytes(int index, byte[] values) {
        return stage(
                index,
                values,
                ByteArray.class,
                ElementType.BYTE,
                device::bytes,
                ByteArray::copyFrom,
                ByteArray::copyTo);
    }

    /** Stands for a {@code boolean[]}. */
    public BooleanArray booleans(int index, boolean[] values) {
        return stage(
                index,
                values,
                BooleanArray.class,
                ElementType.BOOLEAN,
                device::booleans,
                BooleanArray::copyFrom,
                BooleanArray::copyTo);
    }

    /** Stands for a {@code Half[]}; a null element counts as zero. */
    public HalfArray halfs(int index, @Nullable Half[] values) {
        return stage(
                index,
                values,
                HalfArray.class,
                ElementType.HALF,
                device::halfs,
                HalfArray::copyFrom,
                HalfArray::copyTo);
    }

    /** Stands for an array of vectors, matrices or records; a null element counts as zero. */
    @SuppressWarnings("unchecked") // StructArray.class is the only class object of a StructArray<T>
    public <T> StructArray<T> structs(int index, Class<T> type, @Nullable T[] values) {
        Class<StructArray<T>> arrayType = (Class<StructArray<T>>) (Class<?>) StructArray.class;
        return stage(
                index,
                values,
                arrayType,
                ElementType.of(type),
                length -> device.array(type, length),
                StructArray::copyFrom,
                StructArray::copyTo);
    }

    /** Copies to the Java arrays what the kernel writes; to be called after it has run. */
    public void copyBack() {
        staged.forEach(Staged::copyBack);
    }

    /** Closes the device arrays. */
    @Override
    public void close() {
        for (Staged<?, ?> each : staged) {
            each.array.close();
        }
    }

    private <A extends DeviceArray, S> A stage(
            int index,
            S source,
            Class<A> arrayType,
            ElementType type,
            IntFunction<A> allocate,
            BiConsumer<A, S> copyIn,
            BiConsumer<A, S> copyOut) {
        ArrayParameter parameter = kernel.arrays().get(index);
        if (source == null) {
            throw new NullPointerException(kernel + ": argument '" + parameter.name() + "' is null");
        }
        for (Staged<?, ?> earlier : staged) {
            if (earlier.source == source) {
                earlier.written |= parameter.access().writes();
                return arrayType.cast(earlier.array);
            }
        }
        Optional<Memory> adopted = Internals.get().backend(device).adopt(type, source);
        A array = adopted.isPresent()
                ? arrayType.cast(Internals.get().array(device, adopted.get()))
                : allocate.apply(Array.getLength(source));
        Staged<A, S> now = new Staged<>(source, array, adopted.isPresent() ? null : copyOut);
        now.written = parameter.access().writes();
        staged.add(now);
        if (adopted.isEmpty() && !isMapResult(index)) {
            copyIn.accept(array, source);
        }
        return array;
    }

    /** A map kernel writes every element of its result, so what was there before does not matter. */
    private boolean isMapResult(int index) {
        return kernel.isMap() && index == kernel.arrays().size() - 1;
    }
}
