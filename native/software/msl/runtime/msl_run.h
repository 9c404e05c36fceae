/* A threadgroup that runs: its threads, where they wait, and what they may touch. */
#ifndef MSL_RUN_H
#define MSL_RUN_H

#include "msl_fiber.h"
#include "msl_host.h"
#include "msl_program.h"

#include <setjmp.h>

enum msl_state { MSL_UNSTARTED, MSL_READY, MSL_AT_BARRIER, MSL_AT_EXCHANGE, MSL_DONE };

struct msl_lane {
    struct msl_thread thread;
    enum msl_state state;
    struct msl_fiber *fiber;
    const void *site;
    /* Of the exchange it waits at, or has got. */
    uint32_t size, width, active;
    const void *value;
    struct msl_exchange *exchange;
};

/* What the lanes of one exchange brought; goes back when all have gone on. */
struct msl_exchange {
    _Alignas(16) unsigned char values[MSL_SIMDGROUP_THREADS * 32];
    unsigned users;
    struct msl_exchange *next;
};

struct msl_range {
    uintptr_t begin, end;
    int slot;
};

/* One threadgroup at a time, on one thread of the machine; kept for the next. */
struct msl_run {
    const struct msl_dispatch *dispatch;
    const struct msl_function *function;
    struct msl_lane lanes[MSL_THREADGROUP_THREADS];
    uint32_t count;
    uint32_t next, group_end; /* lanes that have not begun, of the SIMD-group that runs */
    struct msl_lane *current;

    struct msl_fiber main;
    struct msl_fiber fibers[MSL_THREADGROUP_THREADS];
    struct msl_fiber *unused[MSL_THREADGROUP_THREADS];
    uint32_t made, unused_count;
    struct msl_exchange *exchanges;

    uint64_t buffers[MSL_BUFFER_SLOTS];
    uint64_t textures[MSL_TEXTURE_SLOTS];
    uint64_t samplers[MSL_SAMPLER_SLOTS];
    uint64_t threadgroups[MSL_THREADGROUP_SLOTS];
    struct msl_range ranges[MSL_BUFFER_SLOTS];
    uint32_t range_count;
    struct msl_range shared[MSL_THREADGROUP_SLOTS + 256];
    uint32_t shared_count;
    unsigned char *arena;
    size_t arena_size;

    bool checks_bounds, checks_undefined;
    char *fault;
};

/* Of the thread that calls: what runs on it. */
struct msl_run *msl_running(void);

/* Ends the threadgroup: says what the current thread (or, if NULL, nobody) did. Doesn't return. */
_Noreturn void msl_fault(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* The functions that programs call. */
extern const struct msl_host msl_host_functions;

void msl_host_barrier(uint32_t flags, const void *site);
const void *msl_host_exchange(const void *value, uint32_t size, uint32_t width, uint32_t *active, const void *site);
void msl_host_access(const void *address, size_t size, bool write);
void msl_host_texture_read(const void *, int, const uint32_t *, uint32_t, uint32_t, void *);
void msl_host_texture_write(const void *, int, const uint32_t *, uint32_t, uint32_t, const void *);
void msl_host_texture_sample(const void *, int, const void *, const float *, uint32_t, float, const int32_t *, void *);
void msl_host_texture_gather(const void *, int, const void *, const float *, uint32_t, const int32_t *, int, void *);
float msl_host_texture_compare(const void *, const void *, const float *, uint32_t, float, const int32_t *, float);
uint32_t msl_host_texture_size(const void *, int, uint32_t);

#endif
