package dev.smelt.runtime.metal;

import dev.smelt.runtime.SmeltException;
import dev.smelt.runtime.TextureFormat;
import dev.smelt.runtime.backend.Cleaners;
import dev.smelt.runtime.backend.Lifetime;
import dev.smelt.runtime.backend.TextureMemory;
import java.nio.ByteBuffer;

/** A texture of Metal's. Freed when it is closed and no kernel uses it, or when it is garbage. */
final class MetalTexture implements TextureMemory {
    private final TextureFormat format;
    private final int width;
    private final int height;
    private final long handle;
    private final Lifetime lifetime;

    private MetalTexture(TextureFormat format, int width, int height, long handle) {
        this.format = format;
        this.width = width;
        this.height = height;
        this.handle = handle;
        this.lifetime = new Lifetime(() -> Bridge.close(handle));
        Cleaners.register(this, lifetime::close);
    }

    /** A new texture, all zero. */
    static MetalTexture create(long device, TextureFormat format, int width, int height) throws BridgeException {
        String label = format + "[" + width + " x " + height + "]";
        return new MetalTexture(format, width, height, Bridge.createTexture(device, format, width, height, label));
    }

    /** The bridge's handle, valid while a use of {@link #lifetime} lasts. */
    long handle() {
        return handle;
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
        try {
            Bridge.writeTexture(handle, x, y, width, height, bytes, rowBytes(width));
        } catch (BridgeException failed) {
            throw new SmeltException("a texture of " + format + " cannot be written", failed.metalError());
        }
    }

    @Override
    public void read(int x, int y, int width, int height, ByteBuffer bytes) {
        try {
            Bridge.readTexture(handle, x, y, width, height, bytes, rowBytes(width));
        } catch (BridgeException failed) {
            throw new SmeltException("a texture of " + format + " cannot be read", failed.metalError());
        }
    }

    private long rowBytes(int width) {
        return (long) width * format.bytesPerPixel();
    }

    @Override
    public Lifetime lifetime() {
        return lifetime;
    }
}
