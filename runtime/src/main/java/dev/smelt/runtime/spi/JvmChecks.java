package dev.smelt.runtime.spi;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** What the JVM device checks if the system property {@code smelt.checks} is {@code true}. */
public final class JvmChecks {
    private static final boolean ENABLED = Boolean.getBoolean("smelt.checks");

    /** A signalling NaN as a float, and a number that nobody expects as an integer. */
    private static final int SPOILED = 0x7fa5a5a5;

    private JvmChecks() {}

    /** Fills threadgroup memory with what no kernel wants to read: on a GPU it isn't zero either. */
    public static void spoil(Object memory) {
        if (ENABLED) {
            fill(memory);
        }
    }

    static void fill(Object memory) {
        if (memory instanceof float[] floats) {
            Arrays.fill(floats, Float.intBitsToFloat(SPOILED));
        } else if (memory instanceof int[] ints) {
            Arrays.fill(ints, SPOILED);
        } else if (memory instanceof long[] longs) {
            Arrays.fill(longs, (long) SPOILED << 32 | SPOILED);
        } else if (memory instanceof short[] shorts) {
            Arrays.fill(shorts, (short) (SPOILED >> 16));
        } else if (memory instanceof byte[] bytes) {
            Arrays.fill(bytes, (byte) 1);
        } else if (memory instanceof ByteBuffer structs) {
            for (int at = 0; at + Integer.BYTES <= structs.limit(); at += Integer.BYTES) {
                structs.putInt(at, SPOILED);
            }
        }
    }
}
