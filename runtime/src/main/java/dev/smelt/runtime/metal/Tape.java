package dev.smelt.runtime.metal;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import dev.smelt.runtime.Grid;
import dev.smelt.runtime.backend.Dispatch;
import dev.smelt.runtime.spi.KernelDescriptor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Writes the tape of {@code smelt.h}: one off-heap block with all dispatches of a submission. Reusable, and for use by
 * one thread at a time.
 */
final class Tape {
    private static final int MAGIC = 0x544C4D53;
    private static final int LENGTH_AT = 8;
    private static final int COUNT_AT = 16;
    private static final int DISPATCH = 56;
    private static final int BINDING = 24;
    private static final int TEXTURE = 16;
    private static final int NO_SLOT = -1;
    private static final int UNIFORM_ALIGNMENT = 16;

    private static final int CAPACITY = 1024;

    private ByteBuffer bytes;
    private long address;
    private int dispatches;

    Tape() {
        this(CAPACITY);
    }

    private Tape(int capacity) {
        this.bytes = ByteBuffer.allocateDirect(capacity).order(ByteOrder.LITTLE_ENDIAN);
        this.address = addressOf(bytes);
    }

    /** Three sizes, in threads; all zero where the bridge is to choose. */
    record Size(int width, int height, int depth) {}

    /** Begins a new tape in the same memory. */
    void begin() {
        bytes.clear();
        dispatches = 0;
        bytes.putInt(MAGIC).putInt(Smelt.ABI_VERSION).putLong(0).putInt(0).putInt(0);
    }

    /**
     * Adds a dispatch, without its bindings: exactly {@code buffers} of them have to follow, then {@code textures} of
     * those, then the uniforms.
     */
    void dispatch(long pipeline, Size grid, Size threadgroup, int buffers, int textures, int uniformLength) {
        begin(pipeline, buffers, textures, uniformLength);
        put(grid);
        put(threadgroup);
        count(buffers, buffers, textures, uniformLength);
    }

    private void begin(long pipeline, int buffers, int textures, int uniformLength) {
        reserve(length(buffers, textures, uniformLength));
        dispatches++;
        bytes.putLong(pipeline);
    }

    private void count(int buffers, int uniformSlot, int textures, int uniformLength) {
        bytes.putInt(buffers);
        bytes.putInt(uniformLength == 0 ? NO_SLOT : uniformSlot).putInt(uniformLength);
        bytes.putInt(textures).putInt(0);
        bytes.putInt(length(buffers, textures, uniformLength));
    }

    private static int length(int buffers, int textures, int uniformLength) {
        return DISPATCH + BINDING * buffers + TEXTURE * textures + padded(uniformLength);
    }

    /** Adds the whole of a buffer to the dispatch, in the next slot. */
    void binding(long buffer, int slot, boolean written) {
        binding(buffer, 0, slot, written);
    }

    private void binding(long buffer, long offset, int slot, boolean written) {
        bytes.putLong(buffer).putLong(offset).putInt(slot).putInt(written ? 1 : 0);
    }

    /** Adds a texture to the dispatch, in the next slot. */
    void texture(long texture, int slot, boolean written) {
        bytes.putLong(texture).putInt(slot).putInt(written ? 1 : 0);
    }

    /** Ends the dispatch with its uniforms, from position 0 to their limit. */
    void uniforms(ByteBuffer uniforms) {
        int length = uniforms.limit();
        bytes.put(bytes.position(), uniforms, 0, length);
        bytes.position(bytes.position() + length);
        for (int i = length; i < padded(length); i++) {
            bytes.put((byte) 0);
        }
    }

    /**
     * Adds a dispatch with all its parts, and says where its uniforms lie in {@link #bytes}.
     *
     * @param checks the record of its checks, which takes the slot behind all others; null if it has none
     */
    int write(Dispatch dispatch, CheckRecords.@Nullable Call checks) {
        Grid grid = dispatch.grid();
        KernelDescriptor kernel = dispatch.kernel();
        int arrays = kernel.arrays().size();
        int textures = kernel.textures().size();
        int uniformLength = dispatch.uniforms().limit();
        long pipeline = ((MetalModule) dispatch.module()).pipeline(kernel).handle();
        int buffers = arrays + (checks == null ? 0 : 1);
        begin(pipeline, buffers, textures, uniformLength);
        bytes.putInt(grid.width()).putInt(grid.height()).putInt(grid.depth());
        bytes.putInt(grid.threadgroupWidth()).putInt(grid.threadgroupHeight()).putInt(grid.threadgroupDepth());
        count(buffers, arrays, textures, uniformLength);
        for (int slot = 0; slot < arrays; slot++) {
            boolean written = kernel.arrays().get(slot).access().writes();
            binding(((NativeMemory) dispatch.array(slot)).handle(), slot, written);
        }
        if (checks != null) {
            binding(checks.buffer(), checks.offset(), arrays + (uniformLength == 0 ? 0 : 1), true);
        }
        for (int slot = 0; slot < textures; slot++) {
            boolean written = kernel.textures().get(slot).access().writes();
            texture(((MetalTexture) dispatch.texture(slot)).handle(), slot, written);
        }
        int uniforms = bytes.position();
        uniforms(dispatch.uniforms());
        return uniforms;
    }

    /** Completes the tape so far; more can be added afterwards. */
    void end() {
        bytes.putLong(LENGTH_AT, bytes.position()).putInt(COUNT_AT, dispatches);
    }

    /** How long the tape is, in bytes. */
    int length() {
        return bytes.position();
    }

    /** Where the tape is, until something is added. */
    long address() {
        return address;
    }

    /** The bytes of the tape so far; another buffer when it has grown. */
    ByteBuffer bytes() {
        return bytes;
    }

    /** A complete copy. */
    Tape copy() {
        Tape copy = new Tape(length());
        copy.bytes.put(0, bytes, 0, length()).position(length());
        copy.dispatches = dispatches;
        return copy;
    }

    private void put(Size size) {
        bytes.putInt(size.width).putInt(size.height).putInt(size.depth);
    }

    private static int padded(int uniformLength) {
        return (uniformLength + UNIFORM_ALIGNMENT - 1) / UNIFORM_ALIGNMENT * UNIFORM_ALIGNMENT;
    }

    private static long addressOf(ByteBuffer direct) {
        return Pointer.nativeValue(Native.getDirectBufferPointer(direct));
    }

    private void reserve(int more) {
        if (bytes.remaining() < more) {
            int capacity = Math.max(Math.multiplyExact(bytes.capacity(), 2), Math.addExact(bytes.position(), more));
            ByteBuffer larger = ByteBuffer.allocateDirect(capacity).order(ByteOrder.LITTLE_ENDIAN);
            bytes = larger.put(bytes.flip());
            address = addressOf(bytes);
        }
    }
}
