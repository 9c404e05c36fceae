package dev.smelt.dsl;

import java.util.Arrays;

/** A texture in plain memory, for kernels that are called as plain Java. */
final class MemoryTexture extends Texture2d {
    private final int width;
    private final int height;
    private final Float4[] pixels;

    MemoryTexture(int width, int height) {
        if (width <= 0 || height <= 0) {
            throw new IllegalArgumentException("a texture of " + width + " by " + height + " pixels");
        }
        this.width = width;
        this.height = height;
        this.pixels = new Float4[Math.multiplyExact(width, height)];
        Arrays.fill(pixels, new Float4(0f));
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
    public Float4 read(Int2 at) {
        return contains(at) ? pixels[at.y() * width + at.x()] : new Float4(0f);
    }

    @Override
    public void write(Float4 color, Int2 at) {
        if (contains(at)) {
            pixels[at.y() * width + at.x()] = color;
        }
    }
}
