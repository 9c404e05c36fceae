package dev.smelt.runtime.jvm;

import dev.smelt.runtime.TextureFormat;
import dev.smelt.runtime.backend.Lifetime;
import dev.smelt.runtime.backend.TextureMemory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A texture on the Java heap, row by row. Closing only marks it: the garbage collector frees it. */
final class HeapTexture implements TextureMemory {
    private final TextureFormat format;
    private final int width;
    private final int height;
    private final ByteBuffer pixels;
    private final Lifetime lifetime = new Lifetime(() -> {});

    /** A new texture, all zero. */
    HeapTexture(TextureFormat format, int width, int height) {
        this.format = format;
        this.width = width;
        this.height = height;
        this.pixels =
                ByteBuffer.allocate(width * height * format.bytesPerPixel()).order(ByteOrder.nativeOrder());
    }

    /** All pixels, from index 0; for absolute access, by many threads. */
    ByteBuffer pixels() {
        return pixels;
    }

    @Override
    public TextureFormat format() {
        return format;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public void write(int x, int y, int width, int height, ByteBuffer bytes) {
        int row = width * format.bytesPerPixel();
        for (int i = 0; i < height; i++) {
            pixels.put(offset(x, y + i), bytes, i * row, row);
        }
    }

    @Override
    public void read(int x, int y, int width, int height, ByteBuffer bytes) {
        int row = width * format.bytesPerPixel();
        for (int i = 0; i < height; i++) {
            bytes.put(i * row, pixels, offset(x, y + i), row);
        }
    }

    private int offset(int x, int y) {
        return (y * width + x) * format.bytesPerPixel();
    }

    @Override
    public Lifetime lifetime() {
        return lifetime;
    }
}
