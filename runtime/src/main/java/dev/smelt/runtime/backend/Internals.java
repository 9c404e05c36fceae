package dev.smelt.runtime.backend;

import dev.smelt.runtime.Batch;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.DeviceArray;
import dev.smelt.runtime.Texture;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What {@link dev.smelt.runtime.spi} needs of the public classes and their users must not see. The public package
 * installs the one implementation when {@link Device} is initialised.
 */
public abstract class Internals {
    private static volatile @Nullable Internals instance;

    /** For the implementation in the public package. */
    protected Internals() {}

    /** The implementation; whoever holds a device or an array finds it installed. */
    public static Internals get() {
        return Objects.requireNonNull(instance, "no Device yet");
    }

    /** Called once, by {@link Device}. */
    protected static void install(Internals internals) {
        instance = internals;
    }

    /** What runs the device's kernels. */
    public abstract Backend backend(Device device);

    /** The device's life. */
    public abstract Lifetime lifetime(Device device);

    /** The array's memory. */
    public abstract Memory memory(DeviceArray array);

    /** Why an array cannot be used, as the end of a sentence; empty if it can. */
    public abstract String whyUnusable(DeviceArray array);

    /** The texture's memory. */
    public abstract TextureMemory memory(Texture texture);

    /** Why a texture cannot be used, as the end of a sentence; empty if it can. */
    public abstract String whyUnusable(Texture texture);

    /** An array over {@code memory}, of the class that its element type asks for. */
    public abstract DeviceArray array(Device device, Memory memory);

    /**
     * Adds a dispatch to a batch.
     *
     * @throws IllegalStateException if the batch or its device is closed, or the batch was submitted
     */
    public abstract void record(Batch batch, Dispatch dispatch);
}
