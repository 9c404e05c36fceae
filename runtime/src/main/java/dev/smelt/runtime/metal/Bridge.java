package dev.smelt.runtime.metal;

import com.sun.jna.Pointer;
import dev.smelt.runtime.TextureFormat;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * {@link Smelt} as Java would have it: results are returned, and a failure is a {@link BridgeException} with all that
 * the error object says. The library is loaded by then; see {@link BridgeLibrary}. Thread-safe, as the bridge is.
 */
final class Bridge {
    private Bridge() {}

    /** A pipeline and what it allows. */
    record Pipeline(long handle, int maxThreadsPerThreadgroup, NativeText label) {}

    static long openDevice() throws BridgeException {
        long[] device = new long[1];
        long[] error = new long[1];
        check(Smelt.smelt_device_open(Smelt.DEFAULT_DEVICE, device, error), error);
        return device[0];
    }

    static String deviceName(long device) throws BridgeException {
        long[] length = new long[1];
        long[] error = new long[1];
        byte[] text = new byte[256];
        check(Smelt.smelt_device_name(device, text, text.length, length, error), error);
        if (length[0] >= text.length) {
            text = new byte[Math.toIntExact(length[0]) + 1];
            check(Smelt.smelt_device_name(device, text, text.length, length, error), error);
        }
        return new String(text, 0, Math.toIntExact(length[0]), StandardCharsets.UTF_8);
    }

    /** What a device can do at most, in bytes. */
    record Limits(long maxBufferLength, long recommendedWorkingSet, int pageSize) {}

    static Limits limits(long device) throws BridgeException {
        long[] limits = new long[6];
        long[] error = new long[1];
        check(Smelt.smelt_device_get_limits(device, limits, error), error);
        // The members from 24 on are 32 bits each, the first in the lower half.
        return new Limits(limits[0], limits[1], (int) (limits[4] >>> 32));
    }

    /** Bytes that this process has allocated on a device. */
    static long allocated(long device) throws BridgeException {
        long[] bytes = new long[1];
        long[] error = new long[1];
        check(Smelt.smelt_device_allocated(device, bytes, error), error);
        return bytes[0];
    }

    /** A buffer over memory of the caller's, which is aligned to pages, as is its length. */
    static long wrapBuffer(long device, long memory, long length, String label) throws BridgeException {
        long[] buffer = new long[1];
        long[] error = new long[1];
        check(Smelt.smelt_buffer_wrap(device, memory, length, text(label), buffer, error), error);
        return buffer[0];
    }

    static long createBuffer(long device, long bytes, String label) throws BridgeException {
        long[] buffer = new long[1];
        long[] error = new long[1];
        check(Smelt.smelt_buffer_create(device, bytes, text(label), buffer, error), error);
        return buffer[0];
    }

    /** The bytes of a buffer, without a copy, in native order. */
    static ByteBuffer contents(long buffer) throws BridgeException {
        long[] address = new long[1];
        long[] length = new long[1];
        long[] error = new long[1];
        check(Smelt.smelt_buffer_contents(buffer, address, length, error), error);
        return new Pointer(address[0]).getByteBuffer(0, length[0]).order(ByteOrder.nativeOrder());
    }

    static long createTexture(long device, TextureFormat format, int width, int height, String label)
            throws BridgeException {
        long[] texture = new long[1];
        long[] error = new long[1];
        int status =
                Smelt.smelt_texture_create(device, format.metalFormat(), width, height, text(label), texture, error);
        check(status, error);
        return texture[0];
    }

    /** Copies pixels to a texture. The bytes are direct and begin at 0. */
    static void writeTexture(long texture, int x, int y, int width, int height, ByteBuffer bytes, long bytesPerRow)
            throws BridgeException {
        long[] error = new long[1];
        check(Smelt.smelt_texture_write(texture, x, y, width, height, bytes, bytesPerRow, error), error);
    }

    /** Copies pixels from a texture. The bytes are direct and begin at 0. */
    static void readTexture(long texture, int x, int y, int width, int height, ByteBuffer bytes, long bytesPerRow)
            throws BridgeException {
        long[] error = new long[1];
        check(Smelt.smelt_texture_read(texture, x, y, width, height, bytes, bytesPerRow, error), error);
    }

    static long loadLibrary(long device, byte[] metallib, String label) throws BridgeException {
        long[] library = new long[1];
        long[] error = new long[1];
        check(Smelt.smelt_library_load(device, metallib, metallib.length, text(label), library, error), error);
        return library[0];
    }

    /** Compiles MSL text with the version and the math mode that {@code .metallib} files are built with. */
    static long compileLibrary(long device, byte[] source, String label) throws BridgeException {
        long[] library = new long[1];
        long[] error = new long[1];
        int status = Smelt.smelt_library_compile(
                device, source, source.length, Smelt.MSL_3_1, Smelt.MATH_SAFE, text(label), library, error);
        check(status, error);
        return library[0];
    }

    static long openArchive(long device, String folder, String name) throws BridgeException {
        long[] archive = new long[1];
        long[] error = new long[1];
        check(Smelt.smelt_archive_open(device, text(folder), text(name), archive, error), error);
        return archive[0];
    }

    /** How many pipelines an archive had, and how many it has taken that are not in its file yet. */
    record ArchiveStatistics(int found, int unsaved) {}

    static ArchiveStatistics archiveStatistics(long archive) throws BridgeException {
        int[] statistics = new int[4];
        long[] error = new long[1];
        check(Smelt.smelt_archive_get_statistics(archive, statistics, error), error);
        return new ArchiveStatistics(statistics[0], statistics[3]);
    }

    static void saveArchive(long archive) throws BridgeException {
        long[] error = new long[1];
        check(Smelt.smelt_archive_save(archive, error), error);
    }

    static void beginCapture(long device, String path) throws BridgeException {
        long[] error = new long[1];
        check(Smelt.smelt_capture_begin(device, text(path), error), error);
    }

    static void endCapture(long device) throws BridgeException {
        long[] error = new long[1];
        check(Smelt.smelt_capture_end(device, error), error);
    }

    /** Makes a pipeline, with the machine code of an archive if one is given; 0 for none. */
    static Pipeline createPipeline(long library, String function, long archive) throws BridgeException {
        long[] pipeline = new long[1];
        long[] error = new long[1];
        int status = archive == 0
                ? Smelt.smelt_pipeline_create(library, text(function), pipeline, error)
                : Smelt.smelt_pipeline_create_cached(library, text(function), archive, pipeline, error);
        check(status, error);
        int[] limits = new int[4];
        try {
            check(Smelt.smelt_pipeline_get_limits(pipeline[0], limits, error), error);
        } catch (BridgeException failed) {
            close(pipeline[0]);
            throw failed;
        }
        return new Pipeline(pipeline[0], limits[0], new NativeText(function));
    }

    /** Completes the tape, and submits it. */
    static long submit(long device, Tape tape, NativeText label) throws BridgeException {
        OutParameters out = OutParameters.ofThread();
        tape.end();
        try {
            int status = Smelt.smelt_submit(
                    device, tape.address(), tape.length(), label.address(), out.addressOfValue(), out.addressOfError());
            check(status, out);
        } finally {
            Reference.reachabilityFence(tape);
            Reference.reachabilityFence(label);
        }
        return out.value();
    }

    /** Returns when the submission has run. */
    static void await(long submission) throws BridgeException {
        OutParameters out = OutParameters.ofThread();
        check(Smelt.smelt_submission_wait(submission, Smelt.FOR_EVER, out.addressOfError()), out);
    }

    /** The nanoseconds on the GPU of a submission that has run. */
    static long time(long submission) throws BridgeException {
        OutParameters out = OutParameters.ofThread();
        check(Smelt.smelt_submission_get_times(submission, out.addressOfValue(), out.addressOfError()), out);
        return Math.round((out.secondDouble() - out.firstDouble()) * 1e9);
    }

    private static void check(int status, OutParameters out) throws BridgeException {
        if (status != Smelt.OK) {
            long error = out.error();
            throw new BridgeException(status, error == 0 ? BridgeException.Detail.NONE : detail(error));
        }
    }

    /** Closes a handle of any kind; 0, or one that is closed, does no harm. */
    static void close(long handle) {
        int unused = Smelt.smelt_close(handle);
    }

    private static void check(int status, long[] error) throws BridgeException {
        if (status != Smelt.OK) {
            throw new BridgeException(status, error[0] == 0 ? BridgeException.Detail.NONE : detail(error[0]));
        }
    }

    private static BridgeException.Detail detail(long error) {
        try {
            return new BridgeException.Detail(
                    text(Smelt.smelt_error_message(error)),
                    text(Smelt.smelt_error_domain(error)),
                    Smelt.smelt_error_domain_code(error),
                    text(Smelt.smelt_error_kernel(error)),
                    Smelt.smelt_error_dispatch(error),
                    Smelt.smelt_error_encoder_state(error));
        } finally {
            close(error);
        }
    }

    private static String text(Pointer text) {
        return text.getString(0, StandardCharsets.UTF_8.name());
    }

    private static byte[] text(String text) {
        return (text + '\0').getBytes(StandardCharsets.UTF_8);
    }
}
