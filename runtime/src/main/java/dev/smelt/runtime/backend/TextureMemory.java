package dev.smelt.runtime.backend;

import dev.smelt.runtime.TextureFormat;
import java.nio.ByteBuffer;

/** The pixels of one texture on a device. */
public interface TextureMemory {
    /** What a pixel is. */
    TextureFormat format();

    /** Pixels in x. */
    int width();

    /** Pixels in y. */
    int height();

    /**
     * Sets a rectangle, which lies within the texture and is not empty, to the pixels from the position of {@code bytes}
     * to its limit: row by row from the top, with nothing between, in native order.
     */
    void write(int x, int y, int width, int height, ByteBuffer bytes);

    /** Gives the pixels of a rectangle in the same form as {@link #write} takes them. */
    void read(int x, int y, int width, int height, ByteBuffer bytes);

    /** Counts the kernels and the accesses in progress. */
    Lifetime lifetime();
}
