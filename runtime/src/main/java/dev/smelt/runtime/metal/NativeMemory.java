package dev.smelt.runtime.metal;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import dev.smelt.runtime.backend.Cleaners;
import dev.smelt.runtime.backend.ElementType;
import dev.smelt.runtime.backend.Lifetime;
import dev.smelt.runtime.backend.Memory;
import dev.smelt.runtime.backend.NotInPlaceException;
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
        /** Whether the bytes are the caller's, and stay when this goes. */
        private final boolean wrapped;

        private volatile boolean exposed;

        Buffer(long handle, boolean wrapped) {
            this.handle = handle;
            this.wrapped = wrapped;
        }

        void free() {
            Bridge.close(handle);
        }

        void freeUnlessExposed() {
            if (wrapped || !exposed) {
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
            return new NativeMemory(type, length, Bridge.contents(handle), new Buffer(handle, false));
        } catch (Throwable thrown) {
            Bridge.close(handle);
            throw thrown;
        }
    }

    /**
     * Memory over the caller's bytes, from position 0 to the limit.
     *
     * @throws NotInPlaceException if they do not lie as Metal wants it
     */
    static NativeMemory wrap(long device, ElementType type, ByteBuffer bytes, int pageSize)
            throws BridgeException, NotInPlaceException {
        if (!bytes.isDirect()) {
            throw new NotInPlaceException("a buffer on the Java heap is moved by the garbage collector; a GPU can use"
                    + " direct buffers and mapped files");
        }
        ByteBuffer contents = bytes.slice().order(ByteOrder.nativeOrder());
        long address = Pointer.nativeValue(Native.getDirectBufferPointer(contents));
        if (address % pageSize != 0) {
            throw new NotInPlaceException("its bytes begin " + address % pageSize + " bytes after a page boundary, and"
                    + " Metal wants them to begin at one; alignedSlice(" + pageSize + ") of a larger buffer does");
        }
        // A page is mapped as a whole, so what follows the last byte in its page is there too; no kernel touches it.
        long length = ((long) contents.limit() + pageSize - 1) / pageSize * pageSize;
        int elements = contents.limit() / type.size();
        long handle = Bridge.wrapBuffer(device, address, length, type + "[" + elements + "]");
        return new NativeMemory(type, elements, contents, new Buffer(handle, true));
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
    public boolean isCallers() {
        return buffer.wrapped;
    }

    @Override
    public boolean isReadOnly() {
        return contents.isReadOnly();
    }

    @Override
    public void expose() {
        buffer.exposed = true;
    }
}
