package dev.smelt.runtime.backend;

import dev.smelt.runtime.Batch;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.DeviceArray;
import dev.smelt.runtime.Texture;
import java.nio.ByteBuffer;
import java.util.List;
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

    /** Runs a kernel on the device, which the caller holds with all that the dispatch uses. */
    public abstract void run(Device device, Dispatch dispatch);

    /** The texture's memory. */
    public abstract TextureMemory memory(Texture texture);

    /** Why a texture cannot be used, as the end of a sentence; empty if it can. */
    public abstract String whyUnusable(Texture texture);

    /** An array over {@code memory}, of the class that its element type asks for. */
    public abstract DeviceArray array(Device device, Memory memory);

    /**
     * Adds a dispatch to a batch, which holds what it uses whenever it is submitted.
     *
     * @param uses what has to be open then
     * @return where its uniform block lies among those of the batch; -1 if there is nothing to run
     * @throws IllegalStateException if the batch or its device is closed
     */
    public abstract int record(Batch batch, Dispatch dispatch, List<Use> uses);

    /**
     * The uniform blocks of a batch, to change them; the caller holds the batch's monitor meanwhile.
     *
     * @param check asked before the next submission whether the call still fits its arrays
     * @throws IllegalStateException if the batch or its device is closed
     */
    public abstract ByteBuffer change(Batch batch, Check check);

    /** Something that a recorded call uses, and what it is called in messages. */
    public record Use(Lifetime lifetime, String what) {}

    /** Says whether a call fits its arrays with the uniforms that it has now. */
    @FunctionalInterface
    public interface Check {
        /**
         * Checks the call.
         *
         * @param uniforms the uniform blocks of the batch
         * @throws IllegalArgumentException if it does not fit
         */
        void check(ByteBuffer uniforms);
    }
}
