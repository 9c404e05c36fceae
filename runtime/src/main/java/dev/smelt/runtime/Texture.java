package dev.smelt.runtime;

import dev.smelt.dsl.Float4;
import dev.smelt.runtime.backend.Lifetime;
import dev.smelt.runtime.backend.Pixels;
import dev.smelt.runtime.backend.TextureMemory;
import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * A two-dimensional picture in the memory of a {@link Device}, which kernels read, sample and write as a {@code
 * Texture2d}. New textures are zero. Pixels are in rows from the top; (0, 0) is the first.
 *
 * <pre>{@code
 * try (Texture from = device.texture(TextureFormat.RGBA8_UNORM, 640, 480);
 *         Texture to = device.texture(TextureFormat.RGBA8_UNORM, 640, 480)) {
 *     from.copyFrom(bytes); // 640 * 480 * 4 of them
 *     kernels.rotate(Grid.of(640, 480), from, to, 0.5f);
 *     byte[] turned = to.toBytes();
 * }
 * }</pre>
 *
 * <p>The GPU keeps pixels in an order of its own, so they are copied in and out. A kernel reads a texture or writes it,
 * never both.
 *
 * <p><b>Life.</b> As of a {@link DeviceArray}: closing while a kernel uses the texture is safe, what was forgotten is
 * given back when it is garbage, and a closed texture refuses everything but {@link #width}, {@link #height}, {@link
 * #format}, {@link #device}, {@link #close} and {@link #toString} with {@link IllegalStateException}.
 *
 * <p><b>Threads.</b> Every method may be called from any thread. A thread that reads what another thread or a submitted
 * batch writes has to wait for it first.
 */
public final class Texture implements AutoCloseable {
    /** The longest side on every device. */
    static final int MAX_SIDE = 16_384;

    private final Device device;
    private final TextureMemory memory;

    Texture(Device device, TextureMemory memory) {
        this.device = device;
        this.memory = memory;
        Leaks.watch(this, memory.lifetime());
    }

    /** The device that this texture belongs to. */
    public Device device() {
        return device;
    }

    /** What a pixel is. */
    public TextureFormat format() {
        return memory.format();
    }

    /** Pixels in x. */
    public int width() {
        return memory.width();
    }

    /** Pixels in y. */
    public int height() {
        return memory.height();
    }

    /**
     * The pixel at (x, y); a component that the format does not have is 0, and alpha 1.
     *
     * @throws IndexOutOfBoundsException if there is no such pixel
     * @throws IllegalStateException if this texture or its device is closed
     */
    public Float4 get(int x, int y) {
        ByteBuffer pixel = Pixels.allocate(format(), 1);
        enter();
        try {
            checkPixel(x, y);
            memory.read(x, y, 1, 1, pixel);
        } finally {
            exit();
        }
        float red = Pixels.get(format(), pixel, 0);
        return format().components() == 1
                ? new Float4(red, 0f, 0f, 1f)
                : new Float4(
                        red,
                        Pixels.get(format(), pixel, 1),
                        Pixels.get(format(), pixel, 2),
                        Pixels.get(format(), pixel, 3));
    }

    /**
     * Sets the pixel at (x, y); components that the format does not have are left out.
     *
     * @throws NullPointerException if {@code value} is null
     * @throws IndexOutOfBoundsException if there is no such pixel
     * @throws IllegalStateException if this texture or its device is closed
     */
    public void set(int x, int y, Float4 value) {
        Objects.requireNonNull(value, "value");
        ByteBuffer pixel = Pixels.allocate(format(), 1);
        float[] components = {value.x(), value.y(), value.z(), value.w()};
        for (int i = 0; i < format().components(); i++) {
            Pixels.put(format(), pixel, i, components[i]);
        }
        enter();
        try {
            checkPixel(x, y);
            memory.write(x, y, 1, 1, pixel);
        } finally {
            exit();
        }
    }

    /**
     * Sets all pixels, from the components of one after those of the other. Where the format has bytes, a number is
     * rounded to the nearest of their steps from 0 to 1.
     *
     * @param components {@code width() * height() * format().components()} numbers
     * @throws NullPointerException if {@code components} is null
     * @throws IllegalArgumentException if there are more or fewer numbers
     * @throws IllegalStateException if this texture or its device is closed
     */
    public void copyFrom(float[] components) {
        checkLength("float", Objects.requireNonNull(components, "components").length, format().components());
        ByteBuffer bytes = Pixels.allocate(format(), width() * height());
        for (int i = 0; i < components.length; i++) {
            Pixels.put(format(), bytes, i, components[i]);
        }
        write(bytes);
    }

    /**
     * Sets all pixels from their bytes, in native order.
     *
     * @param pixels {@code width() * height() * format().bytesPerPixel()} bytes
     * @throws NullPointerException if {@code pixels} is null
     * @throws IllegalArgumentException if there are more or fewer bytes
     * @throws IllegalStateException if this texture or its device is closed
     */
    public void copyFrom(byte[] pixels) {
        checkLength("byte", Objects.requireNonNull(pixels, "pixels").length, format().bytesPerPixel());
        write(Pixels.allocate(format(), width() * height()).put(pixels).flip());
    }

    /**
     * The components of all pixels: {@code width() * height() * format().components()} numbers.
     *
     * @throws IllegalStateException if this texture or its device is closed
     */
    public float[] toArray() {
        ByteBuffer bytes = read();
        float[] components = new float[width() * height() * format().components()];
        for (int i = 0; i < components.length; i++) {
            components[i] = Pixels.get(format(), bytes, i);
        }
        return components;
    }

    /**
     * The bytes of all pixels, in native order: {@code width() * height() * format().bytesPerPixel()} of them.
     *
     * @throws IllegalStateException if this texture or its device is closed
     */
    public byte[] toBytes() {
        ByteBuffer bytes = read();
        byte[] pixels = new byte[bytes.capacity()];
        bytes.get(0, pixels);
        return pixels;
    }

    /** Gives the memory back, once no kernel uses it any more. Does nothing the second time. */
    @Override
    public void close() {
        memory.lifetime().close();
    }

    /** The format and size: {@code Texture of 640 x 480 RGBA8_UNORM}. */
    @Override
    public String toString() {
        return "Texture of " + width() + " x " + height() + " " + format();
    }

    TextureMemory memory() {
        return memory;
    }

    /** Why this texture cannot be used, as the end of a sentence; empty if it can. */
    String whyUnusable() {
        if (memory.lifetime().isClosed()) {
            return "is closed";
        }
        return device.isOpen() ? "" : "belongs to a closed device";
    }

    private void write(ByteBuffer bytes) {
        enter();
        device.monitor().copied(bytes.limit());
        try {
            memory.write(0, 0, width(), height(), bytes);
        } finally {
            exit();
        }
    }

    private ByteBuffer read() {
        ByteBuffer bytes = Pixels.allocate(format(), width() * height());
        enter();
        device.monitor().copied(bytes.limit());
        try {
            memory.read(0, 0, width(), height(), bytes);
        } finally {
            exit();
        }
        return bytes;
    }

    private void checkPixel(int x, int y) {
        if (x < 0 || y < 0 || x >= width() || y >= height()) {
            throw new IndexOutOfBoundsException("pixel (" + x + ", " + y + ") is out of bounds for " + this);
        }
    }

    private void checkLength(String what, int length, int perPixel) {
        int wanted = width() * height() * perPixel;
        if (length != wanted) {
            throw new IllegalArgumentException("a Java " + what + " array of length " + length + " does not fit " + this
                    + ": it has to have " + wanted + " elements, " + perPixel + " a pixel");
        }
    }

    private void enter() {
        Lifetime lifetime = memory.lifetime();
        if (!device.isOpen() || !lifetime.acquire()) {
            throw new IllegalStateException(this + " " + whyUnusable());
        }
    }

    private void exit() {
        memory.lifetime().release();
    }
}
