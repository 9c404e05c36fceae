package dev.smelt.runtime.backend;

import dev.smelt.runtime.TextureFormat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Components of pixels as floats, and as the bytes of a format. */
public final class Pixels {
    private static final float STEPS = 255f;

    private Pixels() {}

    /** Memory for {@code pixels} pixels, in native order. */
    public static ByteBuffer allocate(TextureFormat format, int pixels) {
        return ByteBuffer.allocateDirect(Math.multiplyExact(pixels, format.bytesPerPixel()))
                .order(ByteOrder.nativeOrder());
    }

    /** Puts a component at {@code index}, counted in components from the start of {@code bytes}. */
    public static void put(TextureFormat format, ByteBuffer bytes, int index, float value) {
        if (format.isNormalized()) {
            bytes.put(index, normalized(value));
        } else {
            bytes.putFloat(index * Float.BYTES, value);
        }
    }

    /** The component at {@code index}, counted in components from the start of {@code bytes}. */
    public static float get(TextureFormat format, ByteBuffer bytes, int index) {
        return format.isNormalized() ? (bytes.get(index) & 0xff) / STEPS : bytes.getFloat(index * Float.BYTES);
    }

    /** To the nearest of the 256 steps from 0 to 1; NaN counts as 0, as in Metal. */
    private static byte normalized(float value) {
        float clamped = value > 0f ? Math.min(value, 1f) : 0f;
        return (byte) Math.rint(clamped * STEPS);
    }
}
