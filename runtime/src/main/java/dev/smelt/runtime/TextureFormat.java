package dev.smelt.runtime;

/**
 * What a pixel of a {@link Texture} is made of. Kernels see every pixel as four floats: a component that the format does
 * not have is 0, and alpha 1.
 */
public enum TextureFormat {
    /** Red, green, blue and alpha as 32-bit floats. */
    RGBA32_FLOAT(4, 16, 125),
    /**
     * Red, green, blue and alpha as bytes, which stand for the numbers from 0 to 1 in steps of 1/255. What is written
     * is rounded to the nearest step, below 0 to 0 and above 1 to 1.
     */
    RGBA8_UNORM(4, 4, 70),
    /** One 32-bit float. */
    R32_FLOAT(1, 4, 55),
    /** One byte, which stands for a number from 0 to 1 as in {@link #RGBA8_UNORM}. */
    R8_UNORM(1, 1, 10);

    private final int components;
    private final int bytesPerPixel;
    private final int metalFormat;

    TextureFormat(int components, int bytesPerPixel, int metalFormat) {
        this.components = components;
        this.bytesPerPixel = bytesPerPixel;
        this.metalFormat = metalFormat;
    }

    /** How many numbers a pixel has: 1 or 4. */
    public int components() {
        return components;
    }

    /** Bytes of a pixel. */
    public int bytesPerPixel() {
        return bytesPerPixel;
    }

    /** Whether a component is a byte that stands for a number from 0 to 1, else it is a float. */
    public boolean isNormalized() {
        return bytesPerPixel == components;
    }

    /** The number that {@code MTLPixelFormat} has for it. */
    public int metalFormat() {
        return metalFormat;
    }
}
