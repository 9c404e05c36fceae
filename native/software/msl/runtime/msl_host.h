/* What a compiled program and the CPU's side say to each other: in memory as the structures of stdlib/msl/program.h. */
#ifndef MSL_HOST_H
#define MSL_HOST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define MSL_ABI 1

/* What one thread of a grid knows; kernels take their arguments from it. */
struct msl_thread {
    const uint64_t *buffers;
    const uint64_t *textures;
    const uint64_t *samplers;
    const uint64_t *threadgroups;
    uint32_t position_in_grid[3];
    uint32_t position_in_threadgroup[3];
    uint32_t threadgroup_position[3];
    uint32_t threads_per_grid[3];
    uint32_t threads_per_threadgroup[3];
    uint32_t dispatch_threads_per_threadgroup[3];
    uint32_t threadgroups_per_grid[3];
    uint32_t index_in_threadgroup;
    uint32_t index_in_simdgroup;
    uint32_t simdgroup_index;
    uint32_t simdgroups;
    uint32_t dispatch_simdgroups;
};

struct msl_argument_record {
    const char *name;
    int32_t kind;
    uint32_t slot;
    uint32_t count;
    int32_t space;
    int32_t access;
    int32_t reference;
    int32_t texture_type;
    uint64_t size;
    uint64_t alignment;
    const bool *condition; /* the argument is there only if this function constant is true; NULL: always */
};

struct msl_function_record {
    const char *name;
    void (*entry)(const struct msl_thread *);
    const void *kernel; /* the kernel itself: what its threadgroup variables name */
    const struct msl_argument_record *arguments;
    uint32_t argument_count;
    uint32_t max_total_threads;
};

/* One for each threadgroup variable of each kernel, in the section "msl_threadgroup". */
struct msl_variable_record {
    const void *kernel;
    uint64_t number, size, alignment;
};

struct msl_constant_record {
    const char *name;
    uint64_t index, size;
    void *value;
    bool *defined;
};

struct msl_module {
    uint64_t abi;
    const struct msl_function_record *functions;
    uint64_t function_count;
    const struct msl_constant_record *constants;
    uint64_t constant_count;
    const struct msl_variable_record *variables, *variables_end;
};

/* What a program calls. `site` is where in the program: calls with the same one are the same call. */
struct msl_host {
    void (*threadgroup_barrier)(uint32_t flags, const void *site);
    const void *(*simd_exchange)(const void *value, uint32_t size, uint32_t width, uint32_t *active, const void *site);
    void (*shuffle_check)(uint32_t active, uint32_t lane);
    void *(*threadgroup_variable)(uint32_t number, uint64_t size, uint64_t alignment);
    uint32_t (*lane)(void);
    void (*access)(const void *address, size_t size, bool write);
    /* `fatal`: the CPU would trap. */
    void (*undefined)(const char *what, const char *file, uint32_t line, uint32_t column, bool fatal);
    void (*texture_read)(const void *, int, const uint32_t *, uint32_t, uint32_t, void *);
    void (*texture_write)(const void *, int, const uint32_t *, uint32_t, uint32_t, const void *);
    void (*texture_sample)(const void *, int, const void *, const float *, uint32_t, float, const int32_t *, void *);
    void (*texture_gather)(const void *, int, const void *, const float *, uint32_t, const int32_t *, int, void *);
    float (*texture_compare)(const void *, const void *, const float *, uint32_t, float, const int32_t *, float);
    uint32_t (*texture_size)(const void *, int, uint32_t);
};

/* The two symbols that a program exports. */
#define MSL_MODULE_SYMBOL "msl_module"
#define MSL_ATTACH_SYMBOL "msl_attach"
typedef void msl_attach_function(const struct msl_host *host);

#endif
