/*
 * Programs in the Metal Shading Language on the CPU: what the software Metal of Linux compiles and runs kernels with.
 *
 * Texts that come back through a `char **` are the caller's, to be freed with free(); they are NULL where there is
 * nothing to say. All functions may be called from any thread.
 */
#ifndef MSL_PROGRAM_H
#define MSL_PROGRAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define MSL_BUFFER_SLOTS 31
#define MSL_TEXTURE_SLOTS 128
#define MSL_SAMPLER_SLOTS 16
#define MSL_THREADGROUP_SLOTS 31
/* Bytes of threadgroup memory that a kernel may have, and threads of one threadgroup. */
#define MSL_THREADGROUP_MEMORY 32768
#define MSL_THREADGROUP_THREADS 1024
#define MSL_SIMDGROUP_THREADS 32

/* ---- compiling and loading */

typedef struct msl_program msl_program;
/* Belongs to its program, and lives as long. */
typedef struct msl_function msl_function;

/* As MTLMathMode. */
enum { MSL_MATH_SAFE = 0, MSL_MATH_RELAXED = 1, MSL_MATH_FAST = 2 };
/* As MTLMathFloatingPointFunctions. */
enum { MSL_FUNCTIONS_FAST = 0, MSL_FUNCTIONS_PRECISE = 1 };

/* What a program watches over while it runs; each makes it slower. */
enum {
    MSL_CHECK_BOUNDS = 1,    /* every load and store lies in what is bound, in threadgroup memory or in the thread's own */
    MSL_CHECK_UNDEFINED = 2, /* signed overflow, division by zero, shifts too far, floats that don't fit an integer */
};

typedef struct msl_macro {
    const char *name;
    const char *value; /* NULL: defined as 1 */
} msl_macro;

typedef struct msl_options {
    uint32_t language_version; /* as MTLLanguageVersion: major << 16 | minor; 0 is the newest, 4.0 */
    int math_mode;
    int functions;
    unsigned checks;
    bool contract; /* lets a * b + c become fma; Metal's default outside safe mode (and in it, unless told otherwise) */
    bool all_warnings; /* as -Wall -Wextra */
    const msl_macro *macros;
    size_t macro_count;
} msl_options;

/*
 * Compiles a source text. NULL if it has errors. The log has what the compiler said, warnings too, in Metal's form:
 * "program_source:LINE:COLUMN: error: ...", the line, a caret; #line directives are honoured.
 */
msl_program *msl_compile(const char *source, const msl_options *options, char **log);

/* Loads what the stand-in for `xcrun metallib` made. NULL with a message if the bytes are no such library. */
msl_program *msl_load(const void *bytes, size_t length, char **message);

/* As msl_load, with checks that the library was not compiled with: it is compiled again with them. */
msl_program *msl_load_checked(const void *bytes, size_t length, unsigned checks, char **message);

msl_program *msl_retain(msl_program *program);
void msl_release(msl_program *program);

/* ---- function constants */

typedef struct msl_constant {
    const char *name; /* NULL: by index */
    uint32_t index;
    const void *value; /* as many bytes as the constant's type has */
    size_t size;
} msl_constant;

/* The program with its function constants set: a new program. NULL with a message if a size is wrong. */
msl_program *msl_specialize(msl_program *program, const msl_constant *constants, size_t count, char **message);

/* ---- functions */

size_t msl_function_count(const msl_program *program);
const msl_function *msl_function_at(const msl_program *program, size_t index);
const msl_function *msl_function_named(const msl_program *program, const char *name);

const char *msl_function_name(const msl_function *function);
/* Bytes of the threadgroup variables in the kernel's body, each rounded up to 16. */
size_t msl_static_threadgroup_memory(const msl_function *function);
/* Of the attribute [[max_total_threads_per_threadgroup(n)]]; 0 without one. */
uint32_t msl_max_total_threads(const msl_function *function);
/* Whether it reads function constants that have no value yet. */
bool msl_needs_constants(const msl_function *function);

enum { MSL_ARGUMENT_BUFFER = 0, MSL_ARGUMENT_THREADGROUP = 1, MSL_ARGUMENT_TEXTURE = 2, MSL_ARGUMENT_SAMPLER = 3 };
enum { MSL_SPACE_NONE = 0, MSL_SPACE_DEVICE = 1, MSL_SPACE_CONSTANT = 2, MSL_SPACE_THREADGROUP = 3 };
enum { MSL_ACCESS_READ = 0, MSL_ACCESS_READ_WRITE = 1, MSL_ACCESS_WRITE = 2 };

typedef struct msl_argument {
    const char *name;
    int kind;
    uint32_t slot;
    uint32_t count;   /* slots from there on: of array<texture2d<float>, n>; else 1 */
    int space;        /* of what a pointer or reference points to */
    int access;       /* of buffers READ or READ_WRITE, by const; of textures as declared */
    bool reference;   /* T&: size bytes must be bound; T*: any number */
    size_t size;      /* of the pointee */
    size_t alignment; /* likewise: what the bound offset must be a multiple of */
    int texture_type; /* as MTLTextureType */
} msl_argument;

/* Arguments that the host binds; positions in the grid are not among them. */
size_t msl_argument_count(const msl_function *function);
const msl_argument *msl_argument_at(const msl_function *function, size_t index);

/* ---- running */

typedef struct msl_binding {
    void *contents; /* NULL: nothing bound */
    size_t length;
} msl_binding;

typedef struct msl_level {
    void *contents;
    size_t bytes_per_row;
    size_t bytes_per_image; /* from one slice of a 3D texture or of an array to the next */
} msl_level;

typedef struct msl_texture {
    int type;     /* as MTLTextureType */
    int format;   /* as MTLPixelFormat */
    uint32_t width, height, depth, array_length;
    uint32_t level_count;
    const msl_level *levels;
} msl_texture;

/* As MTLSamplerDescriptor, with Metal's numbers. */
typedef struct msl_sampler {
    int min_filter, mag_filter, mip_filter;  /* 0 nearest, 1 linear; mip: 0 none, 1 nearest, 2 linear */
    int s_address, t_address, r_address;     /* 0 clamp to edge, 1 mirror clamp, 2 repeat, 3 mirror, 4 zero, 5 border */
    int border;                              /* 0 transparent black, 1 opaque black, 2 opaque white */
    bool normalized;
    float lod_min, lod_max;
    int compare;                             /* as MTLCompareFunction */
} msl_sampler;

/* Tells whether textures of this MTLPixelFormat can be used, and the bytes of one pixel. */
bool msl_format_supported(int format, size_t *bytes_per_pixel);

typedef struct msl_dispatch {
    const msl_function *function;
    msl_binding buffers[MSL_BUFFER_SLOTS];
    const msl_texture *textures[MSL_TEXTURE_SLOTS];
    const msl_sampler *samplers[MSL_SAMPLER_SLOTS];
    size_t threadgroup_lengths[MSL_THREADGROUP_SLOTS];
    uint32_t threads_per_grid[3];
    uint32_t threads_per_threadgroup[3]; /* as dispatched: threadgroups at a ragged edge have fewer */
    uint32_t threadgroups_per_grid[3];
} msl_dispatch;

/*
 * Runs the threads of one threadgroup to their end. Threadgroup memory holds 0xCB bytes at first. Several may run at
 * once, on threads of the caller's. 0, or -1 with a text that names the kernel, the thread and what it did wrong: a
 * barrier that others don't reach, a shuffle from a lane that isn't there, and what the program's checks found.
 */
int msl_run_threadgroup(const msl_dispatch *dispatch, uint32_t x, uint32_t y, uint32_t z, char **fault);

#ifdef __cplusplus
}
#endif

#endif
