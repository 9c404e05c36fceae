package dev.smelt.runtime.backend;

import dev.smelt.dsl.Half;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes one component of a structure, {@code offset} bytes from its begin at {@code base}. {@link
 * StructHandles} finds these methods by the name of the component's type.
 */
final class StructComponents {
    private StructComponents() {}

    static float getFloat(int offset, ByteBuffer bytes, int base) {
        return bytes.getFloat(base + offset);
    }

    static void putFloat(int offset, float value, ByteBuffer bytes, int base) {
        bytes.putFloat(base + offset, value);
    }

    static int getInt(int offset, ByteBuffer bytes, int base) {
        return bytes.getInt(base + offset);
    }

    static void putInt(int offset, int value, ByteBuffer bytes, int base) {
        bytes.putInt(base + offset, value);
    }

    static long getLong(int offset, ByteBuffer bytes, int base) {
        return bytes.getLong(base + offset);
    }

    static void putLong(int offset, long value, ByteBuffer bytes, int base) {
        bytes.putLong(base + offset, value);
    }

    static short getShort(int offset, ByteBuffer bytes, int base) {
        return bytes.getShort(base + offset);
    }

    static void putShort(int offset, short value, ByteBuffer bytes, int base) {
        bytes.putShort(base + offset, value);
    }

    static byte getByte(int offset, ByteBuffer bytes, int base) {
        return bytes.get(base + offset);
    }

    static void putByte(int offset, byte value, ByteBuffer bytes, int base) {
        bytes.put(base + offset, value);
    }

    static boolean getBoolean(int offset, ByteBuffer bytes, int base) {
        return bytes.get(base + offset) != 0;
    }

    static void putBoolean(int offset, boolean value, ByteBuffer bytes, int base) {
        bytes.put(base + offset, (byte) (value ? 1 : 0));
    }

    static Half getHalf(int offset, ByteBuffer bytes, int base) {
        return Half.fromBits(bytes.getShort(base + offset));
    }

    static void putHalf(int offset, @Nullable Half value, ByteBuffer bytes, int base) {
        bytes.putShort(base + offset, value == null ? 0 : value.bits());
    }

    static Object getStruct(StructLayout<?> layout, int offset, ByteBuffer bytes, int base) {
        return layout.read(bytes, base + offset);
    }

    static void putStruct(StructLayout<?> layout, int offset, @Nullable Object value, ByteBuffer bytes, int base) {
        layout.write(value, bytes, base + offset);
    }
}
