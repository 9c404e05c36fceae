package dev.smelt.runtime.metal;

import dev.smelt.runtime.backend.Cleaners;
import dev.smelt.runtime.backend.ElementType;
import dev.smelt.runtime.backend.Lifetime;
import dev.smelt.runtime.backend.Memory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;

/**
 * A Metal buffer in memory that CPU and GPU share, seen through direct byte buffers.
 *
 * <p>It is freed when it is closed and no kernel uses it; but if the user was given a view, only when the last view is
 * garbage, since a view of freed memory would bring the process down. All views refer to {@link #contents}, whose
 * Cleaner also frees what was never closed.
 */
final class NativeMemory implements Memory {
    private final ElementType type;
    private final int length;
    private final ByteBuffer contents;
    private final Buffer buffer;
    private final Lifetime lifetime;

    /** The native side: refers to nothing in Java, so that the Cleaner may hold it. */
    private static final class Buffer {
        private final long handle;
        private volatile boolean exposed;

        Buffer(long handle) {
            this.handle = handle;
        }

        void free() {
            Bridge.close(handle);
        }

        void freeUnlessExposed() {
            if (!exposed) {
                free();
            }
        }
    }

    private NativeMemory(ElementType type, int length, ByteBuffer contents, Buffer buffer) {
        this.type = type;
        this.length = length;
        this.contents = contents;
        this.buffer = buffer;
        this.lifetime = new Lifetime(buffer::freeUnlessExposed);
        Cleaners.register(contents, buffer::free);
    }

    /** New memory, all zero. */
    static NativeMemory allocate(long device, ElementType type, int length) throws BridgeException {
        long handle = Bridge.createBuffer(device, (long) length * type.size(), type + "[" + length + "]");
        try {
            return new NativeMemory(type, length, Bridge.contents(handle), new Buffer(handle));
        } catch (Throwable thrown) {
            Bridge.close(handle);
            throw thrown;
        }
    }

    /** The bridge's handle, valid while a use of {@link #lifetime} lasts. */
    long handle() {
        return buffer.handle;
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
        return contents.asFloatBuffer();
    }

    @Override
    public IntBuffer ints() {
        return contents.asIntBuffer();
    }

    @Override
    public LongBuffer longs() {
        return contents.asLongBuffer();
    }

    @Override
    public ShortBuffer shorts() {
        return contents.asShortBuffer();
    }

    @Override
    public ByteBuffer bytes() {
        return contents.duplicate().order(ByteOrder.nativeOrder());
    }

    @Override
    public Lifetime lifetime() {
        return lifetime;
    }

    @Override
    public boolean isNative() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public void expose() {
        buffer.exposed = true;
    }
}
