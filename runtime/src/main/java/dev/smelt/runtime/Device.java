package dev.smelt.runtime;

import dev.smelt.dsl.Half;
import dev.smelt.runtime.backend.Backend;
import dev.smelt.runtime.backend.Cleaners;
import dev.smelt.runtime.backend.Dispatch;
import dev.smelt.runtime.backend.ElementType;
import dev.smelt.runtime.backend.Lifetime;
import dev.smelt.runtime.backend.Memory;
import dev.smelt.runtime.backend.StructLayout;
import dev.smelt.runtime.jvm.JvmBackend;
import dev.smelt.runtime.metal.MetalBackend;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What kernels run on: a GPU through Metal, or the JVM with all its cores. It makes arrays and batches, and generated
 * classes load their kernels on it.
 *
 * <pre>{@code
 * try (Device device = Device.open(); FloatArray x = device.floats(100_000)) {
 *     ActivationsKernels kernels = ActivationsKernels.load(device);
 *     kernels.scale(Grid.of(100_000), 2f, x);
 * }
 * }</pre>
 *
 * <p><b>Life.</b> After {@link #close}, the device and everything that came from it refuse to work with
 * {@link IllegalStateException}; a kernel that runs at that moment finishes. A forgotten device is closed when it is
 * garbage. Devices are independent: arrays, kernels and batches of one cannot be used with another.
 *
 * <p><b>Order.</b> What is submitted to one device takes effect in the order of submission: a plain call sees what
 * earlier batches wrote, and a batch what earlier batches and calls wrote.
 *
 * <p><b>Threads.</b> Every method may be called from any thread.
 */
public final class Device implements AutoCloseable {
    static {
        InternalsImpl.install();
    }

    private final Backend backend;
    private final Lifetime lifetime;

    private Device(Backend backend) {
        this.backend = backend;
        this.lifetime = new Lifetime(backend::close);
        Cleaners.register(this, lifetime::close);
    }

    /**
     * The best device present: Metal's where there is one, else the JVM. The system property {@code smelt.device},
     * {@code metal} or {@code jvm}, decides instead if it is set. Which device it is, and why, is logged once.
     *
     * @throws DeviceUnavailableException if the property asks for Metal and it cannot be had
     * @throws IllegalArgumentException if the property has another value
     */
    public static Device open() {
        return new Device(DeviceChoice.open());
    }

    /**
     * The system's GPU, through Metal. The system property {@code smelt.native.library} names the bridge library to
     * use, with its path, instead of the one on the class path. A process uses one bridge library.
     *
     * <p>Java 24 and later warn when a library is loaded, unless Java was started with
     * {@code --enable-native-access=ALL-UNNAMED}, or the main jar's manifest says {@code Enable-Native-Access:
     * ALL-UNNAMED}; a library's manifest, such as this one's, has no say in it.
     *
     * @throws DeviceUnavailableException if it cannot be had, with the reason
     */
    public static Device metal() {
        return new Device(MetalBackend.open());
    }

    /** The JVM with all its cores; available everywhere. Such devices share their threads, and cost nothing to open. */
    public static Device jvm() {
        return new Device(new JvmBackend());
    }

    /** The name of the GPU, such as {@code Apple M3 Pro}, or of the JVM and its cores. */
    public String name() {
        return backend.name();
    }

    /**
     * A new array of {@code length} zeros.
     *
     * @throws IllegalArgumentException if {@code length} is negative or more than the device can hold
     * @throws DeviceMemoryException if the device is out of memory
     * @throws IllegalStateException if this device is closed
     */
    public FloatArray floats(int length) {
        return new FloatArray(this, allocate(ElementType.FLOAT, length));
    }

    /**
     * A new array with the elements of {@code values}.
     *
     * @throws NullPointerException if {@code values} is null
     * @throws DeviceMemoryException if the device is out of memory
     * @throws IllegalStateException if this device is closed
     */
    public FloatArray floats(float[] values) {
        FloatArray array = floats(Objects.requireNonNull(values, "values").length);
        array.copyFrom(values);
        return array;
    }

    /** A new array of {@code length} zeros; throws as {@link #floats(int)} does. */
    public IntArray ints(int length) {
        return new IntArray(this, allocate(ElementType.INT, length));
    }

    /** A new array with the elements of {@code values}; throws as {@link #floats(float[])} does. */
    public IntArray ints(int[] values) {
        IntArray array = ints(Objects.requireNonNull(values, "values").length);
        array.copyFrom(values);
        return array;
    }

    /** A new array of {@code length} zeros; throws as {@link #floats(int)} does. */
    public LongArray longs(int length) {
        return new LongArray(this, allocate(ElementType.LONG, length));
    }

    /** A new array with the elements of {@code values}; throws as {@link #floats(float[])} does. */
    public LongArray longs(long[] values) {
        LongArray array = longs(Objects.requireNonNull(values, "values").length);
        array.copyFrom(values);
        return array;
    }

    /** A new array of {@code length} zeros; throws as {@link #floats(int)} does. */
    public ShortArray shorts(int length) {
        return new ShortArray(this, allocate(ElementType.SHORT, length));
    }

    /** A new array with the elements of {@code values}; throws as {@link #floats(float[])} does. */
    public ShortArray shorts(short[] values) {
        ShortArray array = shorts(Objects.requireNonNull(values, "values").length);
        array.copyFrom(values);
        return array;
    }

    /** A new array of {@code length} zeros; throws as {@link #floats(int)} does. */
    public ByteArray bytes(int length) {
        return new ByteArray(this, allocate(ElementType.BYTE, length));
    }

    /** A new array with the elements of {@code values}; throws as {@link #floats(float[])} does. */
    public ByteArray bytes(byte[] values) {
        ByteArray array = bytes(Objects.requireNonNull(values, "values").length);
        array.copyFrom(values);
        return array;
    }

    /** A new array of {@code length} false elements; throws as {@link #floats(int)} does. */
    public BooleanArray booleans(int length) {
        return new BooleanArray(this, allocate(ElementType.BOOLEAN, length));
    }

    /** A new array with the elements of {@code values}; throws as {@link #floats(float[])} does. */
    public BooleanArray booleans(boolean[] values) {
        BooleanArray array = booleans(Objects.requireNonNull(values, "values").length);
        array.copyFrom(values);
        return array;
    }

    /** A new array of {@code length} zeros; throws as {@link #floats(int)} does. */
    public HalfArray halfs(int length) {
        return new HalfArray(this, allocate(ElementType.HALF, length));
    }

    /** A new array with the elements of {@code values}; throws as {@link #floats(float[])} does. A null element counts as zero. */
    public HalfArray halfs(@Nullable Half[] values) {
        HalfArray array = halfs(Objects.requireNonNull(values, "values").length);
        array.copyFrom(values);
        return array;
    }
    /**
     * A new array of {@code length} vectors, matrices or records, all of whose bytes are zero.
     *
     * @param type the record: a vector or matrix of {@code dev.smelt.dsl}, or a record of scalars, {@link Half}, vectors,
     *     matrices and such records
     * @throws NullPointerException if {@code type} is null
     * @throws IllegalArgumentException if {@code type} is something else, or {@code length} is negative or more than
     *     the device can hold
     * @throws DeviceMemoryException if the device is out of memory
     * @throws IllegalStateException if this device is closed
     */
    public <T> StructArray<T> array(Class<T> type, int length) {
        StructLayout<T> layout = StructLayout.of(Objects.requireNonNull(type, "type"));
        return new StructArray<>(this, allocate(ElementType.of(type), length), layout);
    }

    /**
     * A new array with the elements of {@code values}; a null element counts as zero.
     *
     * @throws NullPointerException if {@code values} is null
     * @throws IllegalArgumentException if the elements are of a type that {@link #array(Class, int)} refuses
     * @throws DeviceMemoryException if the device is out of memory
     * @throws IllegalStateException if this device is closed
     */
    @SuppressWarnings("unchecked") // the component type of a T[] is a T, and a record has no subclasses
    public <T> StructArray<T> array(@Nullable T[] values) {
        Class<T> type =
                (Class<T>) Objects.requireNonNull(values, "values").getClass().getComponentType();
        StructArray<T> array = array(type, values.length);
        array.copyFrom(values);
        return array;
    }

    /**
     * A new texture of {@code width} x {@code height} pixels, all zero.
     *
     * @throws NullPointerException if {@code format} is null
     * @throws IllegalArgumentException if a side is not within {@code [1, 16384]}, or all pixels together take 2 GiB or more
     * @throws DeviceMemoryException if the device is out of memory
     * @throws IllegalStateException if this device is closed
     */
    public Texture texture(TextureFormat format, int width, int height) {
        Objects.requireNonNull(format, "format");
        if (Math.min(width, height) < 1 || Math.max(width, height) > Texture.MAX_SIDE) {
            throw new IllegalArgumentException("a texture cannot have " + width + " x " + height
                    + " pixels: each side is from 1 to " + Texture.MAX_SIDE);
        }
        long bytes = (long) width * height * format.bytesPerPixel();
        if (bytes > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a texture of " + width + " x " + height + " " + format + " takes "
                    + bytes + " bytes; at most " + Integer.MAX_VALUE + " can be copied to it");
        }
        if (!lifetime.acquire()) {
            checkOpen();
        }
        try {
            return new Texture(this, backend.texture(format, width, height));
        } finally {
            lifetime.release();
        }
    }

    /**
     * A new, empty batch.
     *
     * @throws IllegalStateException if this device is closed
     */
    public Batch batch() {
        checkOpen();
        return new Batch(this);
    }

    /**
     * Closes the device; arrays and kernels that came from it can no longer be used. What runs, finishes. Does nothing
     * the second time.
     */
    @Override
    public void close() {
        lifetime.close();
    }

    /** The name. */
    @Override
    public String toString() {
        return name();
    }

    boolean isOpen() {
        return !lifetime.isClosed();
    }

    void checkOpen() {
        if (!isOpen()) {
            throw new IllegalStateException("device " + name() + " is closed");
        }
    }

    void run(Dispatch dispatch) {
        long unused = backend.run(dispatch, false);
    }

    Backend backend() {
        return backend;
    }

    Lifetime lifetime() {
        return lifetime;
    }

    private Memory allocate(ElementType type, int length) {
        if (length < 0) {
            throw new IllegalArgumentException("an array of " + type + " cannot have " + length + " elements");
        }
        if (!lifetime.acquire()) {
            checkOpen();
        }
        try {
            return backend.allocate(type, length);
        } finally {
            lifetime.release();
        }
    }
}
