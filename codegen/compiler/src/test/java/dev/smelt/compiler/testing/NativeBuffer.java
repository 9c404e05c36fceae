package dev.smelt.compiler.testing;

import com.sun.jna.Memory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Memory that kernels read and write when {@link MslOnClang} runs them. */
public final class NativeBuffer {
    private final Memory memory;

    private NativeBuffer(int bytes) {
        memory = new Memory(Math.max(16, bytes));
        memory.clear();
    }

    Memory memory() {
        return memory;
    }

    public static NativeBuffer of(float... values) {
        NativeBuffer buffer = new NativeBuffer(4 * values.length);
        buffer.memory.write(0, values, 0, values.length);
        return buffer;
    }

    public static NativeBuffer of(int... values) {
        NativeBuffer buffer = new NativeBuffer(4 * values.length);
        buffer.memory.write(0, values, 0, values.length);
        return buffer;
    }

    public static NativeBuffer of(long... values) {
        NativeBuffer buffer = new NativeBuffer(8 * values.length);
        buffer.memory.write(0, values, 0, values.length);
        return buffer;
    }

    public static NativeBuffer of(short... values) {
        NativeBuffer buffer = new NativeBuffer(2 * values.length);
        buffer.memory.write(0, values, 0, values.length);
        return buffer;
    }

    public static NativeBuffer of(byte... values) {
        NativeBuffer buffer = new NativeBuffer(values.length);
        buffer.memory.write(0, values, 0, values.length);
        return buffer;
    }

    /** Room for so many bytes, to be filled in the machine's order. */
    public static NativeBuffer ofBytes(int bytes) {
        return new NativeBuffer(bytes);
    }

    public ByteBuffer bytes() {
        return memory.getByteBuffer(0, memory.size()).order(ByteOrder.nativeOrder());
    }

    public float[] floats(int count) {
        return memory.getFloatArray(0, count);
    }

    public int[] ints(int count) {
        return memory.getIntArray(0, count);
    }

    public long[] longs(int count) {
        return memory.getLongArray(0, count);
    }

    public short[] shorts(int count) {
        return memory.getShortArray(0, count);
    }

    public byte[] byteArray(int count) {
        return memory.getByteArray(0, count);
    }
}
