package dev.smelt.runtime.metal;

import com.sun.jna.Pointer;
import java.nio.ByteBuffer;

/**
 * The functions of {@code smelt.h} under their own names, where their meaning is described; bound by JNA's direct
 * mapping, whose calls cost a fraction of a microsecond. {@code uint64_t} is a {@code long}, {@code uint32_t} an
 * {@code int}, an out-parameter an array of one, a small struct an array of its members. Text goes in as UTF-8 with a
 * zero at its end.
 */
@SuppressWarnings("MemberName")
final class Smelt {
    /** {@code SMELT_ABI_VERSION} of the header that this class was written for. */
    static final int ABI_VERSION = 2;

    static final int OK = 0;
    static final int NO_DEVICE = 5;
    static final int OUT_OF_MEMORY = 6;
    static final int BUFFER_TOO_LARGE = 7;
    static final int LIBRARY_FAILED = 9;

    static final int NO_FUNCTION = 10;
    static final int UNSUPPORTED = 16;

    static final int DEFAULT_DEVICE = -1;
    static final int MSL_3_1 = 0x00030001;
    static final int MATH_SAFE = 0;
    static final long FOR_EVER = -1;

    private Smelt() {}

    static native int smelt_close(long handle);

    static native int smelt_error_code(long error);

    static native Pointer smelt_error_message(long error);

    static native Pointer smelt_error_domain(long error);

    static native long smelt_error_domain_code(long error);

    static native Pointer smelt_error_kernel(long error);

    static native long smelt_error_dispatch(long error);

    static native int smelt_error_encoder_state(long error);

    static native int smelt_device_open(int index, long[] device, long[] error);

    static native int smelt_device_name(long device, byte[] into, long capacity, long[] length, long[] error);

    /**
     * Gives {@code max_buffer_length}, {@code recommended_max_working_set}, {@code max_threadgroup_memory}, then pairs
     * of the small members.
     */
    static native int smelt_device_get_limits(long device, long[] limits, long[] error);

    static native int smelt_device_allocated(long device, long[] bytes, long[] error);

    static native int smelt_buffer_create(long device, long length, byte[] label, long[] buffer, long[] error);

    /** The memory by its address. */
    static native int smelt_buffer_wrap(
            long device, long memory, long length, byte[] label, long[] buffer, long[] error);

    static native int smelt_buffer_contents(long buffer, long[] contents, long[] length, long[] error);

    static native int smelt_texture_create(
            long device, int format, int width, int height, byte[] label, long[] texture, long[] error);

    static native int smelt_texture_write(
            long texture, int x, int y, int width, int height, ByteBuffer bytes, long bytesPerRow, long[] error);

    static native int smelt_texture_read(
            long texture, int x, int y, int width, int height, ByteBuffer bytes, long bytesPerRow, long[] error);

    static native int smelt_library_load(
            long device, byte[] bytes, long length, byte[] label, long[] library, long[] error);

    static native int smelt_library_compile(
            long device,
            byte[] source,
            long length,
            int mslVersion,
            int math,
            byte[] label,
            long[] library,
            long[] error);

    static native int smelt_pipeline_create(long library, byte[] function, long[] pipeline, long[] error);

    static native int smelt_archive_open(long device, byte[] folder, byte[] name, long[] archive, long[] error);

    static native int smelt_pipeline_create_cached(
            long library, byte[] function, long archive, long[] pipeline, long[] error);

    /** Gives {@code found}, {@code added}, {@code refused} and {@code unsaved}. */
    static native int smelt_archive_get_statistics(long archive, int[] statistics, long[] error);

    static native int smelt_archive_save(long archive, long[] error);

    static native int smelt_capture_begin(long device, byte[] path, long[] error);

    static native int smelt_capture_end(long device, long[] error);

    /** Gives {@code max_threads_per_threadgroup}, {@code simdgroup_width}, {@code threadgroup_memory}, 0. */
    static native int smelt_pipeline_get_limits(long pipeline, int[] limits, long[] error);

    /** The tape, the label and the out-parameters by their addresses, since this is called the most. */
    static native int smelt_submit(long device, long tape, long length, long label, long submission, long error);

    /** The out-parameter by its address. */
    static native int smelt_submission_wait(long submission, long nanoseconds, long error);

    /** Gives {@code gpu_start} and {@code gpu_end}; out-parameters by their addresses. */
    static native int smelt_submission_get_times(long submission, long times, long error);
}
