package dev.smelt.runtime.jvm;

import dev.smelt.runtime.backend.ElementType;
import dev.smelt.runtime.backend.Lifetime;
import dev.smelt.runtime.backend.Memory;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;

/**
 * An array on the Java heap: {@code float[]} and so on; {@code byte[]} for booleans, {@code short[]} for halfs, a
 * buffer of bytes for structures. Closing only marks it: the garbage collector frees it.
 */
final class HeapMemory implements Memory {
    private final ElementType type;
    private final Object storage;
    private final int length;
    private final boolean callers;
    private final Lifetime lifetime = new Lifetime(() -> {});

    private HeapMemory(ElementType type, Object storage, int length, boolean callers) {
        this.type = type;
        this.storage = storage;
        this.length = length;
        this.callers = callers;
    }

    /** New memory, all zero. */
    static HeapMemory allocate(ElementType type, int length) {
        Object storage = switch (type.storage()) {
            case FLOATS -> new float[length];
            case INTS -> new int[length];
            case LONGS -> new long[length];
            case SHORTS -> new short[length];
            case BYTES -> new byte[length];
            case STRUCTS -> structs(type, length);
        };
        return new HeapMemory(type, storage, length, false);
    }

    /** The caller's own array, which is of the class that {@link #allocate} would make. */
    static HeapMemory over(ElementType type, Object array) {
        return new HeapMemory(type, array, Array.getLength(array), true);
    }

    /** The caller's own bytes of structures. */
    static HeapMemory overStructs(ElementType type, ByteBuffer bytes) {
        ByteBuffer storage = bytes.slice().order(ByteOrder.nativeOrder());
        return new HeapMemory(type, storage, storage.limit() / type.size(), true);
    }

    private static ByteBuffer structs(ElementType type, int length) {
        long bytes = (long) length * type.size();
        if (bytes > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("an array of " + length + " " + type + " takes " + bytes
                    + " bytes; the JVM device has at most " + (Integer.MAX_VALUE - 8) + " for an array of structures");
        }
        return ByteBuffer.allocate((int) bytes).order(ByteOrder.nativeOrder());
    }

    /** The Java array, or the buffer of structures. */
    Object storage() {
        return storage;
    }

    @Override
    public ElementType type() {
        return type;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public FloatBuffer floats() {
        return FloatBuffer.wrap((float[]) storage);
    }

    @Override
    public IntBuffer ints() {
        return IntBuffer.wrap((int[]) storage);
    }

    @Override
    public LongBuffer longs() {
        return LongBuffer.wrap((long[]) storage);
    }

    @Override
    public ShortBuffer shorts() {
        return ShortBuffer.wrap((short[]) storage);
    }

    @Override
    public ByteBuffer bytes() {
        ByteBuffer bytes =
                storage instanceof ByteBuffer structs ? structs.duplicate() : ByteBuffer.wrap((byte[]) storage);
        return bytes.order(ByteOrder.nativeOrder());
    }

    @Override
    public Lifetime lifetime() {
        return lifetime;
    }

    @Override
    public boolean isNative() {
        return false;
    }

    @Override
    public boolean isCallers() {
        return callers;
    }

    @Override
    public boolean isReadOnly() {
        return storage instanceof ByteBuffer structs && structs.isReadOnly();
    }

    @Override
    public void expose() {}
}
