/*
 * smelt.h: the C interface between Smelt's Java runtime and Metal.
 *
 * It is small on purpose. Java opens a device, makes buffers, libraries and pipelines, writes a tape of dispatches,
 * submits it in one call, and waits. Nothing here calls back into Java.
 *
 * CONVENTIONS, true of every function unless its comment says otherwise
 *
 *   Status     Functions return a status: SMELT_OK (0), or the positive code of a failure. Out-parameters are written
 *              only on SMELT_OK; on failure, handles that would have been returned are set to 0.
 *   Errors     The last parameter is where the error goes. It may be NULL. It is set to 0 on SMELT_OK, and on failure
 *              to the handle of an error object, which the caller reads with smelt_error_... and frees with
 *              smelt_close. It stays 0 when there is nothing to add to the status (SMELT_TIMED_OUT), or no memory.
 *   Handles    A handle is a number, not a pointer. 0 is never a handle. A handle that is 0, closed, or of another
 *              kind than the function wants is answered with SMELT_INVALID_HANDLE, never with a crash; a number is not
 *              used again for another object.
 *   Ownership  Each handle returned is closed once by the caller with smelt_close. Objects keep alive what they need:
 *              a buffer its device, a submission in flight its buffers, textures and pipelines. So handles may be closed in any
 *              order and at any time; what is in use goes when its use ends. What is submitted always runs: closing a
 *              submission gives up hearing of it.
 *   Text       Strings passed in are UTF-8 and end in a zero byte; they are copied. Labels may be NULL.
 *              A function that returns text copies it to `into`, at most `capacity` bytes, always ended by a zero byte
 *              (when capacity > 0), and sets *length to the full length in bytes without that zero. Text that was cut
 *              may end within a character. `into` may be NULL if capacity is 0: so ask for the length, then the text.
 *   Threads    Every function may be called from any thread, at any time, also on the same objects. Only the bytes of
 *              buffers and the pixels of textures are unprotected: whoever reads or writes them waits for the
 *              submissions that use them.
 *   Memory     Pointers passed in are read during the call only, except by smelt_buffer_wrap.
 */
#ifndef SMELT_H
#define SMELT_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define SMELT_API __attribute__((visibility("default")))

/* The version of everything in this file, the tape included. It changes when either side would misread the other. */
#define SMELT_ABI_VERSION 2

/* The SMELT_ABI_VERSION of the library that was loaded. Call it first, and nothing else if it differs. */
SMELT_API uint32_t smelt_abi_version(void);

/* ---- Status ------------------------------------------------------------------------------------------------------ */

enum smelt_status {
    SMELT_OK = 0,
    /* A NULL where none is allowed, a length, an index or an option out of range, memory not aligned. */
    SMELT_INVALID_ARGUMENT = 1,
    /* 0, closed, never given out, or of another kind. */
    SMELT_INVALID_HANDLE = 2,
    /* A buffer, a texture or a pipeline of one device in a submission to another. */
    SMELT_WRONG_DEVICE = 3,
    /* The bytes of the tape contradict the description below. A bug of whoever wrote the tape. */
    SMELT_INVALID_TAPE = 4,
    /* No Metal device, or none with that index. */
    SMELT_NO_DEVICE = 5,
    /* Metal or the process has no memory for it. */
    SMELT_OUT_OF_MEMORY = 6,
    /* Longer than the device's max_buffer_length. */
    SMELT_BUFFER_TOO_LARGE = 7,
    /* The MSL text does not compile. The message is the compiler's. */
    SMELT_COMPILE_FAILED = 8,
    /* The bytes are no .metallib, or not one for this system. */
    SMELT_LIBRARY_FAILED = 9,
    /* The library has no function of that name. */
    SMELT_NO_FUNCTION = 10,
    /* Metal could not make a pipeline of the function. */
    SMELT_PIPELINE_FAILED = 11,
    /* More threads to a threadgroup than the pipeline or the device can run. */
    SMELT_THREADGROUP_TOO_LARGE = 12,
    /* Not finished when the time given to smelt_submission_wait was over. No error object. */
    SMELT_TIMED_OUT = 13,
    /* Asked for something that exists only after completion. */
    SMELT_NOT_COMPLETED = 14,
    /* The GPU or the driver failed while running the submission. Its results are undefined. */
    SMELT_EXECUTION_FAILED = 15,
    /* This system or this device cannot do it; the message says which one can. */
    SMELT_UNSUPPORTED = 16,
    /* Metal raised an exception; the message is its name and reason. */
    SMELT_EXCEPTION = 17,
    /* Metal began no capture: one runs already, or the file cannot be written; or there is none to end. */
    SMELT_CAPTURE_FAILED = 18,
    /* An archive of pipelines could not be written. Pipelines are as good without. */
    SMELT_ARCHIVE_FAILED = 19
};

/* ---- Handles ----------------------------------------------------------------------------------------------------- */

typedef uint64_t smelt_handle;
typedef smelt_handle smelt_device;
typedef smelt_handle smelt_buffer;
typedef smelt_handle smelt_texture;
typedef smelt_handle smelt_library;
typedef smelt_handle smelt_archive;
typedef smelt_handle smelt_pipeline;
typedef smelt_handle smelt_submission;
typedef smelt_handle smelt_error;

/*
 * Closes a handle of any kind. Returns SMELT_OK, or SMELT_INVALID_HANDLE if it was not open: closing twice is harmless.
 * Never waits for the GPU. Closing 0 does nothing and is SMELT_OK.
 */
SMELT_API int32_t smelt_close(smelt_handle handle);

/* How many handles are open, of all kinds: for tests that look for leaks. */
SMELT_API uint64_t smelt_open_handles(void);

/* ---- Errors ------------------------------------------------------------------------------------------------------ */

/*
 * What an error object says. The texts are never NULL, "" where there is nothing to say, and stay where they are until
 * the error is closed. Of a handle that is no open error, the code is SMELT_INVALID_HANDLE and the rest is empty.
 */

/* The status that the failing function returned. */
SMELT_API int32_t smelt_error_code(smelt_error error);

/* What went wrong, for people; may have several lines, as a compiler's messages do. */
SMELT_API const char *smelt_error_message(smelt_error error);

/* The domain and code of Apple's NSError, or the name of the NSException and 0. "" and 0 where Smelt itself objects. */
SMELT_API const char *smelt_error_domain(smelt_error error);
SMELT_API int64_t smelt_error_domain_code(smelt_error error);

/* The MSL function concerned, as given to smelt_pipeline_create, where one can be named. */
SMELT_API const char *smelt_error_kernel(smelt_error error);

/* The label of the submission, library or buffer concerned. */
SMELT_API const char *smelt_error_label(smelt_error error);

/* Which dispatch of the tape, counted from 0; -1 if unknown or none. */
SMELT_API int64_t smelt_error_dispatch(smelt_error error);

/* For SMELT_EXECUTION_FAILED, what Metal says of the encoder: one of smelt_encoder_state. */
SMELT_API int32_t smelt_error_encoder_state(smelt_error error);

enum smelt_encoder_state {
    SMELT_ENCODER_UNKNOWN = 0,
    SMELT_ENCODER_COMPLETED = 1,
    /* Harmed by a fault elsewhere. */
    SMELT_ENCODER_AFFECTED = 2,
    /* Not begun. */
    SMELT_ENCODER_PENDING = 3,
    /* It caused the fault. */
    SMELT_ENCODER_FAULTED = 4
};

/* ---- Devices ----------------------------------------------------------------------------------------------------- */

/* How many Metal devices there are; 0 is no failure. */
SMELT_API int32_t smelt_device_count(uint32_t *count, smelt_error *error);

/*
 * Opens a device with a command queue of its own. `index` is SMELT_DEFAULT_DEVICE, or less than smelt_device_count.
 * The default is the system's; where the system names none, as over SSH, the first that exists.
 */
#define SMELT_DEFAULT_DEVICE (-1)
SMELT_API int32_t smelt_device_open(int32_t index, smelt_device *device, smelt_error *error);

/* The name of the GPU, such as "Apple M3 Pro". */
SMELT_API int32_t smelt_device_name(
        smelt_device device, char *into, uint64_t capacity, uint64_t *length, smelt_error *error);

typedef struct smelt_device_limits {
    uint64_t max_buffer_length;                  /*  0: bytes */
    uint64_t recommended_max_working_set;        /*  8: bytes; 0 if unknown, as on some virtual machines */
    uint64_t max_threadgroup_memory;             /* 16: bytes */
    uint32_t max_threads_per_threadgroup[3];     /* 24: in each direction; a pipeline's own limit may be lower */
    uint32_t page_size;                          /* 36: bytes; what smelt_buffer_wrap aligns to */
    uint32_t unified_memory;                     /* 40: 1 if CPU and GPU share their memory, else 0 */
    uint32_t read_write_textures;                /* 44: Metal's tier: 0 none, 1 single 32-bit formats, 2 all below */
} smelt_device_limits;

SMELT_API int32_t smelt_device_get_limits(smelt_device device, smelt_device_limits *limits, smelt_error *error);

/* Bytes that this process has allocated on the device now. */
SMELT_API int32_t smelt_device_allocated(smelt_device device, uint64_t *bytes, smelt_error *error);

/* ---- Buffers ----------------------------------------------------------------------------------------------------- */

/*
 * Allocates memory that CPU and GPU share, filled with zeros. Length 0 is allowed, and gives a buffer without bytes
 * that can be bound all the same.
 */
SMELT_API int32_t smelt_buffer_create(
        smelt_device device, uint64_t length, const char *label, smelt_buffer *buffer, smelt_error *error);

/*
 * Makes a buffer of the caller's memory, without a copy. `memory` and `length` are multiples of the device's page_size,
 * length > 0. The memory stays the caller's, who may free it when the buffer is closed and every submission that uses
 * it has completed (ask smelt_buffer_pending before closing). Nothing is called at that time.
 */
SMELT_API int32_t smelt_buffer_wrap(
        smelt_device device, void *memory, uint64_t length, const char *label, smelt_buffer *buffer,
        smelt_error *error);

/*
 * Where the bytes are, and how many. Never NULL, and fixed until the buffer is closed. The caller must not touch the
 * bytes after closing the buffer, even if a submission still keeps them alive.
 */
SMELT_API int32_t smelt_buffer_contents(smelt_buffer buffer, void **contents, uint64_t *length, smelt_error *error);

/* How many submissions that use the buffer have not completed. 0: the bytes may be read and written. */
SMELT_API int32_t smelt_buffer_pending(smelt_buffer buffer, uint32_t *submissions, smelt_error *error);

/* ---- Textures ---------------------------------------------------------------------------------------------------- */

/* What a pixel is, by the numbers of MTLPixelFormat. Kernels can read, sample and write all of them. */
enum smelt_format {
    SMELT_R8_UNORM = 10,
    SMELT_R32_UINT = 53,
    SMELT_R32_SINT = 54,
    SMELT_R32_FLOAT = 55,
    SMELT_RGBA8_UNORM = 70,
    SMELT_RGBA16_FLOAT = 115,
    SMELT_RGBA32_UINT = 123,
    SMELT_RGBA32_SINT = 124,
    SMELT_RGBA32_FLOAT = 125
};

/* The longest side of a texture, on every device that macOS 14 runs on. */
#define SMELT_MAX_TEXTURE_SIDE 16384u

/* Makes a 2-D texture without mipmaps, filled with zeros, each side from 1 to SMELT_MAX_TEXTURE_SIDE. */
SMELT_API int32_t smelt_texture_create(
        smelt_device device, int32_t format, uint32_t width, uint32_t height, const char *label,
        smelt_texture *texture, smelt_error *error);

/*
 * Copies a rectangle of pixels in or out. It lies within the texture, and is not empty. `bytes` holds its rows from top
 * to bottom, each `bytes_per_row` after the one before: a multiple of a pixel's bytes, at least the rectangle's width;
 * the last row ends with its last pixel. Whoever reads waits first for the submissions that write the texture.
 */
SMELT_API int32_t smelt_texture_write(
        smelt_texture texture, uint32_t x, uint32_t y, uint32_t width, uint32_t height, const void *bytes,
        uint64_t bytes_per_row, smelt_error *error);
SMELT_API int32_t smelt_texture_read(
        smelt_texture texture, uint32_t x, uint32_t y, uint32_t width, uint32_t height, void *bytes,
        uint64_t bytes_per_row, smelt_error *error);

/* How many submissions that use the texture have not completed. 0: its pixels may be read and written. */
SMELT_API int32_t smelt_texture_pending(smelt_texture texture, uint32_t *submissions, smelt_error *error);

/* ---- Libraries --------------------------------------------------------------------------------------------------- */

/* Loads a compiled library from the bytes of a .metallib. */
SMELT_API int32_t smelt_library_load(
        smelt_device device, const void *bytes, uint64_t length, const char *label, smelt_library *library,
        smelt_error *error);

/* Versions of MSL: major << 16 | minor, as Apple numbers them. 3.1 needs macOS 14, 3.2 macOS 15, 4.0 macOS 26. */
#define SMELT_MSL_3_0 0x00030000u
#define SMELT_MSL_3_1 0x00030001u
#define SMELT_MSL_3_2 0x00030002u
#define SMELT_MSL_4_0 0x00040000u

enum smelt_math {
    /*
     * IEEE arithmetic and precise functions. It still lets the compiler contract a*b+c to an fma: text that must not
     * be contracted says so itself (#pragma METAL fp contract(off)).
     */
    SMELT_MATH_SAFE = 0,
    /* Metal's fast math: no NaN, no infinities, fast functions. */
    SMELT_MATH_FAST = 1
};

/*
 * Compiles MSL text, with nothing left to defaults. `source` holds `length` bytes of UTF-8 and needs no zero at its
 * end. Takes hundreds of milliseconds for text that the system has not seen before.
 */
SMELT_API int32_t smelt_library_compile(
        smelt_device device, const char *source, uint64_t length, uint32_t msl_version, int32_t math,
        const char *label, smelt_library *library, smelt_error *error);

/* What the compiler said of text that it accepted: warnings, or "". */
SMELT_API int32_t smelt_library_log(
        smelt_library library, char *into, uint64_t capacity, uint64_t *length, smelt_error *error);

/* ---- Pipelines --------------------------------------------------------------------------------------------------- */

/* Prepares the kernel `function` of a library. The library may be closed afterwards. */
SMELT_API int32_t smelt_pipeline_create(
        smelt_library library, const char *function, smelt_pipeline *pipeline, smelt_error *error);

typedef struct smelt_pipeline_limits {
    uint32_t max_threads_per_threadgroup;        /*  0: the product of the threadgroup's sides may not exceed it */
    uint32_t simdgroup_width;                    /*  4: threads that run in step */
    uint32_t threadgroup_memory;                 /*  8: bytes that the kernel declares */
    uint32_t reserved;                           /* 12: 0 */
} smelt_pipeline_limits;

SMELT_API int32_t smelt_pipeline_get_limits(
        smelt_pipeline pipeline, smelt_pipeline_limits *limits, smelt_error *error);

/* ---- Archives of pipelines --------------------------------------------------------------------------------------- */

/*
 * An archive keeps the machine code of pipelines between runs. Its file lies in `folder`, which exists, under a name
 * made of `name`, the device and the build of the system; so what fits no more is not looked at. A file that is not
 * there, or that Metal cannot read, gives an empty archive.
 */
SMELT_API int32_t smelt_archive_open(
        smelt_device device, const char *folder, const char *name, smelt_archive *archive, smelt_error *error);

/*
 * As smelt_pipeline_create, with an archive of the library's device: the machine code comes from there, or goes there
 * if it was missing. An archive that cannot take it changes nothing: the pipeline is made all the same.
 */
SMELT_API int32_t smelt_pipeline_create_cached(
        smelt_library library, const char *function, smelt_archive archive, smelt_pipeline *pipeline,
        smelt_error *error);

typedef struct smelt_archive_statistics {
    uint32_t found;                              /*  0: pipelines that came from the archive */
    uint32_t added;                              /*  4: pipelines that were missing, and are in it now */
    uint32_t refused;                            /*  8: pipelines that Metal would not put into it */
    uint32_t unsaved;                            /* 12: those added since the last smelt_archive_save */
} smelt_archive_statistics;

SMELT_API int32_t smelt_archive_get_statistics(
        smelt_archive archive, smelt_archive_statistics *statistics, smelt_error *error);

/*
 * Writes the archive to its file, which it replaces in one step; with nothing added since, does nothing. It may fail
 * with SMELT_ARCHIVE_FAILED where Metal cannot write archives, as on virtual machines: then there is none next time.
 */
SMELT_API int32_t smelt_archive_save(smelt_archive archive, smelt_error *error);

/* ---- The tape ---------------------------------------------------------------------------------------------------- */

/*
 * A tape is one block of bytes, aligned to 8, little endian:
 *
 *   smelt_tape_header
 *   dispatch_count times:
 *     smelt_tape_dispatch
 *     buffer_count times:
 *       smelt_tape_binding
 *     texture_count times:
 *       smelt_tape_texture
 *     uniform_length bytes of uniforms, then zeros up to a multiple of SMELT_UNIFORM_ALIGNMENT
 *
 * with nothing between, and nothing after. Dispatches take effect one after the other: each sees all that those before
 * it wrote. All of the tape is checked before any of it is run.
 */
#define SMELT_TAPE_MAGIC 0x544C4D53u             /* "SMLT" in the order of the bytes */

/* Buffer slots are 0 to 30, those of MSL's [[buffer(n)]]. In one dispatch no slot is bound twice. */
#define SMELT_MAX_BINDINGS 31u

/* Texture slots are 0 to 127, those of MSL's [[texture(n)]], and likewise bound once each. */
#define SMELT_MAX_TEXTURES 128u

/* The uniform_slot of a dispatch without uniforms. */
#define SMELT_NO_SLOT 0xFFFFFFFFu

/*
 * The length of uniforms is a multiple of 4, at most SMELT_MAX_UNIFORM_LENGTH. The bridge binds the padding too, since
 * MSL rounds the size of a struct up to its alignment, 16 at most, and Metal wants all of it bound.
 */
#define SMELT_MAX_UNIFORM_LENGTH 65536u
#define SMELT_UNIFORM_ALIGNMENT 16u

/* The kernel writes the buffer or texture. Without it, the kernel only reads. No other flag may be set. */
#define SMELT_BINDING_WRITTEN 1u

typedef struct smelt_tape_header {
    uint32_t magic;                              /*  0: SMELT_TAPE_MAGIC */
    uint32_t version;                            /*  4: SMELT_ABI_VERSION */
    uint64_t length;                             /*  8: bytes of the whole tape with this header */
    uint32_t dispatch_count;                     /* 16: 0 is allowed: a submission that only completes */
    uint32_t reserved;                           /* 20: 0 */
} smelt_tape_header;

typedef struct smelt_tape_dispatch {
    uint64_t pipeline;                           /*  0: a smelt_pipeline */
    uint32_t grid[3];                            /*  8: threads: width, height, depth; none is 0 */
    uint32_t threadgroup[3];                     /* 20: threads; all three 0: the bridge chooses (see below) */
    uint32_t buffer_count;                       /* 32: at most SMELT_MAX_BINDINGS */
    uint32_t uniform_slot;                       /* 36: less than SMELT_MAX_BINDINGS, or SMELT_NO_SLOT */
    uint32_t uniform_length;                     /* 40: bytes without padding; 0 exactly with SMELT_NO_SLOT */
    uint32_t texture_count;                      /* 44: at most SMELT_MAX_TEXTURES */
    uint32_t reserved;                           /* 48: 0 */
    uint32_t length;                             /* 52: 56 + 24 * buffer_count + 16 * texture_count + padded uniforms */
} smelt_tape_dispatch;

typedef struct smelt_tape_binding {
    uint64_t buffer;                             /*  0: a smelt_buffer */
    uint64_t offset;                             /*  8: bytes; less than the buffer's length, or 0 */
    uint32_t slot;                               /* 16: less than SMELT_MAX_BINDINGS */
    uint32_t flags;                              /* 20: SMELT_BINDING_WRITTEN or 0 */
} smelt_tape_binding;

typedef struct smelt_tape_texture {
    uint64_t texture;                            /*  0: a smelt_texture */
    uint32_t slot;                               /*  8: less than SMELT_MAX_TEXTURES */
    uint32_t flags;                              /* 12: SMELT_BINDING_WRITTEN or 0 */
} smelt_tape_texture;

/*
 * Where the bridge chooses the threadgroup: let s be the simdgroup's width, and m the pipeline's most threads to a
 * threadgroup, but at most 256, cut to a multiple of s if it is more than s. A grid of height and depth 1 gets
 * m x 1 x 1, any other s x m/s x 1; then no side is longer than the grid's.
 * A threadgroup that the writer gives is used as it is or refused, never reshaped.
 */

#define SMELT_ASSERT_LAYOUT_(what) _Static_assert(what, "the layout is part of the ABI")
#ifndef __cplusplus
SMELT_ASSERT_LAYOUT_(sizeof(smelt_tape_header) == 24);
SMELT_ASSERT_LAYOUT_(sizeof(smelt_tape_dispatch) == 56);
SMELT_ASSERT_LAYOUT_(sizeof(smelt_tape_binding) == 24);
SMELT_ASSERT_LAYOUT_(sizeof(smelt_tape_texture) == 16);
SMELT_ASSERT_LAYOUT_(sizeof(smelt_archive_statistics) == 16);
SMELT_ASSERT_LAYOUT_(sizeof(smelt_device_limits) == 48);
SMELT_ASSERT_LAYOUT_(sizeof(smelt_pipeline_limits) == 16);
#endif

/* ---- Submissions ------------------------------------------------------------------------------------------------- */

/*
 * Checks a tape, encodes it into one command buffer and commits that; does not wait for it to run. The tape may be
 * reused at once. If anything is wrong with it, nothing is run. Submissions to a device start in the order of these
 * calls, and one that reads what an earlier one writes sees it. Blocks while the device has too many submissions in
 * flight (Metal's limit is 64).
 */
SMELT_API int32_t smelt_submit(
        smelt_device device, const void *tape, uint64_t length, const char *label, smelt_submission *submission,
        smelt_error *error);

/*
 * Waits until the submission has completed, at most `nanoseconds`; negative waits for ever, 0 only asks.
 * SMELT_OK: it has run, and its results can be read. SMELT_TIMED_OUT: not yet. SMELT_EXECUTION_FAILED: it failed; the
 * error says how, each time one asks. Closing the submission meanwhile does not end the wait.
 */
SMELT_API int32_t smelt_submission_wait(smelt_submission submission, int64_t nanoseconds, smelt_error *error);

enum smelt_submission_state {
    SMELT_RUNNING = 0,
    SMELT_COMPLETED = 1,
    SMELT_FAILED = 2
};

/* Sets *state to one of smelt_submission_state. A failed submission is not a failure of this function. */
SMELT_API int32_t smelt_submission_get_state(smelt_submission submission, int32_t *state, smelt_error *error);

typedef struct smelt_submission_times {
    double gpu_start;                            /*  0: seconds since some fixed time of this system */
    double gpu_end;                              /*  8: the same; both 0 if the GPU never began */
} smelt_submission_times;

/* When the GPU began and ended. SMELT_NOT_COMPLETED before it has. */
SMELT_API int32_t smelt_submission_get_times(
        smelt_submission submission, smelt_submission_times *times, smelt_error *error);

#ifndef __cplusplus
SMELT_ASSERT_LAYOUT_(sizeof(smelt_submission_times) == 16);
#endif

/* ---- Captures ---------------------------------------------------------------------------------------------------- */

/*
 * Records all that is submitted to the device until smelt_capture_end, in a document for Xcode at `path`, which ends in
 * .gputrace and does not exist yet. There is one capture at a time in a process. Metal captures only in processes that
 * began with MTL_CAPTURE_ENABLED=1 in their environment: in others the answer is SMELT_UNSUPPORTED.
 */
SMELT_API int32_t smelt_capture_begin(smelt_device device, const char *path, smelt_error *error);

/*
 * Ends the capture of this device. What is to be seen has completed before. A device that goes, closed and with nothing
 * left that is made of it, ends its capture too.
 */
SMELT_API int32_t smelt_capture_end(smelt_device device, smelt_error *error);

#ifdef __cplusplus
}
#endif

#endif
