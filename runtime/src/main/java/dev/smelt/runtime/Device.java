package dev.smelt.runtime;

import dev.smelt.dsl.Half;
import dev.smelt.runtime.backend.Backend;
import dev.smelt.runtime.backend.Cleaners;
import dev.smelt.runtime.backend.ElementType;
import dev.smelt.runtime.backend.Lifetime;
import dev.smelt.runtime.backend.Memory;
import dev.smelt.runtime.backend.NotInPlaceException;
import dev.smelt.runtime.backend.StructLayout;
import dev.smelt.runtime.jvm.JvmBackend;
import dev.smelt.runtime.metal.MetalBackend;
import dev.smelt.runtime.monitor.TraceWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
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
    private final Monitor monitor = new Monitor(this);

    private Device(Backend backend) {
        this.backend = backend;
        this.lifetime = new Lifetime(backend::close);
        Leaks.watch(this, lifetime);
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
     * A device that the policy allows. The system property {@code smelt.device} has no say in it. Which device it is, and
     * why, is logged once.
     *
     * @throws NullPointerException if {@code policy} is null
     * @throws DeviceUnavailableException if the policy requires a GPU and none can be had
     */
    public static Device open(DevicePolicy policy) {
        return new Device(DeviceChoice.open(Objects.requireNonNull(policy, "policy")));
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

    /**
     * An array over the bytes of {@code memory} from its position to its limit, in native order, without a copy: kernels
     * see what is in the buffer, and the buffer what kernels write. On Metal that needs a direct buffer, or a mapped file,
     * whose bytes begin at a page boundary: {@link ByteBuffer#alignedSlice alignedSlice}({@link #pageSize}) does. The JVM
     * device can use buffers of vectors and records so, and none of scalars. Closing the array leaves the buffer as it is.
     *
     * @param copying whether a copy may be made where the buffer cannot be used as it is
     * @throws NullPointerException if an argument is null
     * @throws IllegalArgumentException if the buffer cannot be used in place and must not be copied, or its bytes are not a
     *     whole number of elements
     * @throws DeviceMemoryException if the device is out of memory
     * @throws IllegalStateException if this device is closed
     */
    public FloatArray floats(ByteBuffer memory, Copying copying) {
        return new FloatArray(this, over(ElementType.FLOAT, memory, copying));
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

    /** An array over the bytes of {@code memory}, as {@link #floats(ByteBuffer, Copying)}. */
    public IntArray ints(ByteBuffer memory, Copying copying) {
        return new IntArray(this, over(ElementType.INT, memory, copying));
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

    /** An array over the bytes of {@code memory}, as {@link #floats(ByteBuffer, Copying)}. */
    public LongArray longs(ByteBuffer memory, Copying copying) {
        return new LongArray(this, over(ElementType.LONG, memory, copying));
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

    /** An array over the bytes of {@code memory}, as {@link #floats(ByteBuffer, Copying)}. */
    public ShortArray shorts(ByteBuffer memory, Copying copying) {
        return new ShortArray(this, over(ElementType.SHORT, memory, copying));
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

    /** An array over the bytes of {@code memory}, as {@link #floats(ByteBuffer, Copying)}. */
    public ByteArray bytes(ByteBuffer memory, Copying copying) {
        return new ByteArray(this, over(ElementType.BYTE, memory, copying));
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

    /** An array over the bytes of {@code memory}, as {@link #floats(ByteBuffer, Copying)}; 0 is false and 1 is true. */
    public BooleanArray booleans(ByteBuffer memory, Copying copying) {
        return new BooleanArray(this, over(ElementType.BOOLEAN, memory, copying));
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

    /** An array over the bytes of {@code memory}, as {@link #floats(ByteBuffer, Copying)}. */
    public HalfArray halfs(ByteBuffer memory, Copying copying) {
        return new HalfArray(this, over(ElementType.HALF, memory, copying));
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

    /** An array over the bytes of {@code memory}, in MSL's layout, as {@link #floats(ByteBuffer, Copying)}. */
    public <T> StructArray<T> array(Class<T> type, ByteBuffer memory, Copying copying) {
        StructLayout<T> layout = StructLayout.of(Objects.requireNonNull(type, "type"));
        return new StructArray<>(this, over(ElementType.of(type), memory, copying), layout);
    }

    /** The bytes that a buffer has to be aligned to, so that a GPU can use it in place. */
    public int pageSize() {
        return backend.pageSize();
    }

    /**
     * Writes what this device does to a file, in Chrome's trace format, until the trace is closed: open it in {@code
     * chrome://tracing} or Perfetto. It shows plain calls on the rows of their Java threads, submissions from when they
     * were submitted to when they ended, and the time of both on the device. Calls take a little longer meanwhile.
     *
     * @param file is replaced if it exists
     * @throws NullPointerException if {@code file} is null
     * @throws IOException if the file cannot be written
     * @throws IllegalStateException if this device is closed
     */
    public Trace trace(Path file) throws IOException {
        checkOpen();
        Trace trace = new Trace(this, new TraceWriter(Objects.requireNonNull(file, "file"), name()));
        monitor.add(trace);
        return trace;
    }

    /**
     * Records what the GPU does for Xcode, until the capture is closed. Metal does this only in processes that were
     * started with {@code MTL_CAPTURE_ENABLED=1} in their environment, and once at a time.
     *
     * @param file has to end in {@code .gputrace}, and must not exist
     * @throws NullPointerException if {@code file} is null
     * @throws UnsupportedOperationException if this is no Metal device
     * @throws SmeltException if Metal begins no capture, with its reason
     * @throws IllegalStateException if this device is closed
     */
    public Capture capture(Path file) {
        Objects.requireNonNull(file, "file");
        if (!lifetime.acquire()) {
            checkOpen();
        }
        try {
            backend.beginCapture(file);
        } finally {
            lifetime.release();
        }
        return new Capture(this);
    }

    /** What this device has done so far. */
    public DeviceStatistics statistics() {
        return monitor.statistics();
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

    Monitor monitor() {
        return monitor;
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

    private Memory over(ElementType type, ByteBuffer memory, Copying copying) {
        Objects.requireNonNull(memory, "memory");
        Objects.requireNonNull(copying, "copying");
        int bytes = memory.remaining();
        if (bytes % type.size() != 0) {
            throw new IllegalArgumentException("a buffer with " + bytes + " bytes is no array of " + type
                    + ", which takes " + type.size() + " bytes an element");
        }
        if (bytes == 0) {
            return allocate(type, 0);
        }
        if (!lifetime.acquire()) {
            checkOpen();
        }
        try {
            return backend.wrap(type, memory.slice());
        } catch (NotInPlaceException reason) {
            if (copying == Copying.REFUSE) {
                throw new IllegalArgumentException(
                        "the buffer cannot be used in place on " + name() + ": " + reason.getMessage());
            }
        } finally {
            lifetime.release();
        }
        Memory copy = allocate(type, bytes / type.size());
        copy(memory.slice().order(ByteOrder.nativeOrder()), copy);
        monitor.copied(bytes);
        return copy;
    }

    private static void copy(ByteBuffer from, Memory to) {
        Object unused = switch (to.type().storage()) {
            case FLOATS -> to.floats().put(from.asFloatBuffer());
            case INTS -> to.ints().put(from.asIntBuffer());
            case LONGS -> to.longs().put(from.asLongBuffer());
            case SHORTS -> to.shorts().put(from.asShortBuffer());
            case BYTES, STRUCTS -> to.bytes().put(from);
        };
    }
}
