package dev.smelt.compiler.testing;

import dev.smelt.dsl.Half;
import dev.smelt.runtime.backend.StructLayout;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The values of kernels as bytes, laid out as MSL lays them out. */
final class Values {
    private Values() {}

    static int size(Class<?> type) {
        if (type == long.class) {
            return 8;
        }
        if (type == int.class || type == float.class) {
            return 4;
        }
        if (type == short.class || type == Half.class) {
            return 2;
        }
        return type == byte.class || type == boolean.class
                ? 1
                : StructLayout.of(type).size();
    }

    /** Writes a value of this type, a primitive's in its box. */
    static void write(Class<?> type, Object value, ByteBuffer bytes, int offset) {
        if (type == long.class) {
            bytes.putLong(offset, (Long) value);
        } else if (type == int.class) {
            bytes.putInt(offset, (Integer) value);
        } else if (type == float.class) {
            bytes.putFloat(offset, (Float) value);
        } else if (type == short.class) {
            bytes.putShort(offset, (Short) value);
        } else if (type == byte.class) {
            bytes.put(offset, (Byte) value);
        } else if (type == boolean.class) {
            bytes.put(offset, (byte) ((Boolean) value ? 1 : 0));
        } else if (type == Half.class) {
            bytes.putShort(offset, ((Half) value).bits());
        } else {
            StructLayout.of(type).write(value, bytes, offset);
        }
    }

    /** The bytes of an array; what no component covers is zero. */
    static byte[] bytes(Object array) {
        Class<?> type = array.getClass().getComponentType();
        int length = Array.getLength(array);
        ByteBuffer bytes = ByteBuffer.allocate(length * size(type)).order(ByteOrder.nativeOrder());
        for (int i = 0; i < length; i++) {
            write(type, Array.get(array, i), bytes, i * size(type));
        }
        return bytes.array();
    }

    /** A copy with the same elements, which are immutable. */
    static Object copy(Object array) {
        int length = Array.getLength(array);
        Object copy = Array.newInstance(array.getClass().getComponentType(), length);
        System.arraycopy(array, 0, copy, 0, length);
        return copy;
    }

    /** The elements, read back from bytes that a kernel wrote; of structures only their components count. */
    static Object fromBytes(Class<?> type, int length, ByteBuffer bytes) {
        Object array = Array.newInstance(type, length);
        for (int i = 0; i < length; i++) {
            Array.set(array, i, read(type, bytes, i * size(type)));
        }
        return array;
    }

    private static Object read(Class<?> type, ByteBuffer bytes, int offset) {
        if (type == long.class) {
            return bytes.getLong(offset);
        }
        if (type == int.class) {
            return bytes.getInt(offset);
        }
        if (type == float.class) {
            return bytes.getFloat(offset);
        }
        if (type == short.class) {
            return bytes.getShort(offset);
        }
        if (type == byte.class) {
            return bytes.get(offset);
        }
        if (type == boolean.class) {
            return bytes.get(offset) != 0;
        }
        return type == Half.class
                ? Half.fromBits(bytes.getShort(offset))
                : StructLayout.of(type).read(bytes, offset);
    }
}
