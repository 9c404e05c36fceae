package dev.smelt.runtime.metal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

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

    private ByteBuffer bytes = ByteBuffer.allocateDirect(1024).order(ByteOrder.LITTLE_ENDIAN);
    private int dispatches;

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
        int length = DISPATCH + BINDING * buffers + TEXTURE * textures + padded(uniformLength);
        reserve(length);
        dispatches++;
        bytes.putLong(pipeline);
        put(grid);
        put(threadgroup);
        bytes.putInt(buffers);
        bytes.putInt(uniformLength == 0 ? NO_SLOT : buffers).putInt(uniformLength);
        bytes.putInt(textures).putInt(0);
        bytes.putInt(length);
    }

    /** Adds the whole of a buffer to the dispatch, in the next slot. */
    void binding(long buffer, int slot, boolean written) {
        bytes.putLong(buffer).putLong(0).putInt(slot).putInt(written ? 1 : 0);
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

    /** The tape, valid until the next {@link #begin}: from position 0 to the limit. */
    ByteBuffer end() {
        bytes.putLong(LENGTH_AT, bytes.position()).putInt(COUNT_AT, dispatches);
        return bytes.flip();
    }

    private void put(Size size) {
        bytes.putInt(size.width).putInt(size.height).putInt(size.depth);
    }

    private static int padded(int uniformLength) {
        return (uniformLength + UNIFORM_ALIGNMENT - 1) / UNIFORM_ALIGNMENT * UNIFORM_ALIGNMENT;
    }

    private void reserve(int more) {
        if (bytes.remaining() < more) {
            int capacity = Math.max(Math.multiplyExact(bytes.capacity(), 2), Math.addExact(bytes.position(), more));
            ByteBuffer larger = ByteBuffer.allocateDirect(capacity).order(ByteOrder.LITTLE_ENDIAN);
            bytes = larger.put(bytes.flip());
        }
    }
}
