package dev.smelt.runtime.backend;

import dev.smelt.runtime.TextureFormat;
import dev.smelt.runtime.spi.ModuleDescriptor;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a kind of device must do. Callers have checked arguments, and hold the {@link Lifetime} of every memory they
 * pass until the call returns or the future completes. Thread-safe.
 */
public interface Backend {
    /** The name of the device, for people. */
    String name();

    /** New memory of {@code length} elements, all zero. */
    Memory allocate(ElementType type, int length);

    /**
     * Memory over the caller's own bytes, from position 0 of {@code bytes} to its limit, of which there are some.
     *
     * @throws NotInPlaceException if this device cannot use them where they are
     */
    Memory wrap(ElementType type, ByteBuffer bytes) throws NotInPlaceException;

    /** The bytes that memory has to be aligned to for {@link #wrap}. */
    int pageSize();

    /** A new texture, all zero; its sides are within the limits of every device. */
    TextureMemory texture(TextureFormat format, int width, int height);

    /**
     * Memory over the caller's own Java array where that is possible, else empty: the array is the storage of
     * {@code type}, such as {@code float[]}.
     */
    Optional<Memory> adopt(ElementType type, Object array);

    /** Makes a class of kernels ready to run. */
    LoadedModule load(ModuleDescriptor module);

    /**
     * Runs one kernel and returns when its results can be read.
     *
     * @param timed whether the time on the device is asked for
     * @return the nanoseconds on the device, or 0 if not asked for
     */
    long run(Dispatch dispatch, boolean timed);

    /** An empty recording. */
    Recording recording();

    /** The order of what is submitted. */
    SubmissionQueue queue();

    /**
     * Begins to record what the GPU does.
     *
     * @throws UnsupportedOperationException if this is no GPU
     */
    void beginCapture(Path file);

    /** Ends what {@link #beginCapture} began. */
    void endCapture();

    /** Gives back what the device itself holds. Called once. */
    void close();
}
