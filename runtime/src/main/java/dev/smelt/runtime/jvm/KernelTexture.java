package dev.smelt.runtime.jvm;

import dev.smelt.dsl.Float4;
import dev.smelt.dsl.Int2;
import dev.smelt.dsl.Texture2d;
import dev.smelt.runtime.TextureFormat;
import dev.smelt.runtime.backend.Pixels;
import java.nio.ByteBuffer;

/** A texture of the JVM device as kernels see it: each pixel four floats, whatever the format. */
final class KernelTexture extends Texture2d {
    private final TextureFormat format;
    private final int width;
    private final int height;
    private final ByteBuffer pixels;

    KernelTexture(HeapTexture texture) {
        this.format = texture.format();
        this.width = texture.width();
        this.height = texture.height();
        this.pixels = texture.pixels();
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
        if (!contains(at)) {
            return new Float4(0f);
        }
        int first = (at.y() * width + at.x()) * format.components();
        // What a format doesn't have is 0, and alpha 1.
        return format.components() == 1
                ? new Float4(component(first), 0f, 0f, 1f)
                : new Float4(component(first), component(first + 1), component(first + 2), component(first + 3));
    }

    private float component(int index) {
        return Pixels.get(format, pixels, index);
    }

    @Override
    public void write(Float4 color, Int2 at) {
        if (!contains(at)) {
            return;
        }
        int first = (at.y() * width + at.x()) * format.components();
        Pixels.put(format, pixels, first, color.x());
        if (format.components() == 4) {
            Pixels.put(format, pixels, first + 1, color.y());
            Pixels.put(format, pixels, first + 2, color.z());
            Pixels.put(format, pixels, first + 3, color.w());
        }
    }
}
