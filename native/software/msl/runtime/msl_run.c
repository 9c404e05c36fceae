/*
 * Runs a threadgroup. Its threads are fibers that take turns on one thread of the machine: each runs until it ends or
 * waits. One SIMD-group after the other runs until all its lanes have ended or wait at a barrier; then the barrier opens.
 *
 * Lanes that wait at SIMD-group functions go on when no lane of the group can run. If they wait at different calls, those
 * at the one that comes first in the program go on first: so lanes that left a loop wait for those that are still in it,
 * and meet them again behind it.
 */
#define _GNU_SOURCE
#include "msl_run.h"
#include "msl_module.h"

#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static pthread_key_t key;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static _Thread_local struct msl_run *running;

static void destroy(void *value) {
    struct msl_run *run = value;
    for (uint32_t i = 0; i < run->made; ++i) msl_fiber_destroy(&run->fibers[i]);
    while (run->exchanges != NULL) {
        struct msl_exchange *next = run->exchanges->next;
        free(run->exchanges);
        run->exchanges = next;
    }
    free(run->arena);
    free(run);
}

static void make_key(void) { pthread_key_create(&key, destroy); }

struct msl_run *msl_running(void) { return running; }

/* Fibers of the same thread share its variables: the compiler must not keep their address over a switch. */
__attribute__((noinline)) static struct msl_run *of_this_thread(void) {
    pthread_once(&once, make_key);
    struct msl_run *run = pthread_getspecific(key);
    if (run == NULL && (run = calloc(1, sizeof *run)) != NULL) pthread_setspecific(key, run);
    return run;
}

/* ---- faults */

static void to_scheduler(struct msl_run *run, struct msl_fiber *from) { msl_fiber_switch(from, &run->main); }

static void describe(struct msl_run *run, const char *format, va_list words) {
    char *what = NULL;
    if (vasprintf(&what, format, words) < 0) what = NULL;
    const char *kernel = msl_function_name(run->function);
    if (run->current != NULL) {
        const struct msl_thread *t = &run->current->thread;
        run->fault = msl_text("kernel '%s', thread (%u, %u, %u) of the grid: %s", kernel, t->position_in_grid[0],
                              t->position_in_grid[1], t->position_in_grid[2], what == NULL ? "" : what);
    } else {
        run->fault = msl_text("kernel '%s': %s", kernel, what == NULL ? "" : what);
    }
    free(what);
}

void msl_fault(const char *format, ...) {
    struct msl_run *run = running;
    va_list words;
    va_start(words, format);
    describe(run, format, words);
    va_end(words);
    to_scheduler(run, run->current->fiber);
    abort();
}

/* A fault that is found while no thread runs. */
__attribute__((format(printf, 2, 3))) static void fault(struct msl_run *run, const char *format, ...) {
    va_list words;
    va_start(words, format);
    describe(run, format, words);
    va_end(words);
}

/* ---- lanes */

/* The life of a fiber: lanes that have not begun, one after the other, while none waits. */
static void live(void *argument) {
    msl_fiber_entered();
    struct msl_run *run = argument;
    for (;;) {
        struct msl_lane *lane = run->current;
        lane->state = MSL_READY;
        run->function->record->entry(&lane->thread);
        struct msl_fiber *fiber = lane->fiber;
        lane->state = MSL_DONE;
        lane->fiber = NULL;
        if (lane->exchange != NULL) {
            --lane->exchange->users;
            lane->exchange = NULL;
        }
        if (run->next < run->group_end) {
            run->current = &run->lanes[run->next++];
            run->current->fiber = fiber;
            continue;
        }
        run->unused[run->unused_count++] = fiber;
        run->current = NULL;
        to_scheduler(run, fiber);
    }
}

static struct msl_fiber *unused_fiber(struct msl_run *run) {
    if (run->unused_count > 0) return run->unused[--run->unused_count];
    struct msl_fiber *fiber = &run->fibers[run->made];
    if (!msl_fiber_create(fiber)) return NULL;
    ++run->made;
    msl_fiber_prepare(fiber, live, run);
    return fiber;
}

/* Lets a lane run until it waits or ends. false after a fault. */
static bool resume(struct msl_run *run, struct msl_lane *lane) {
    if (lane->fiber == NULL && (lane->fiber = unused_fiber(run)) == NULL) {
        fault(run, "no memory for the stacks of a threadgroup");
        return false;
    }
    run->current = lane;
    msl_fiber_switch(&run->main, lane->fiber);
    run->current = NULL;
    return run->fault == NULL;
}

static void suspend(enum msl_state state, const void *site) {
    struct msl_run *run = running;
    struct msl_lane *lane = run->current;
    lane->state = state;
    lane->site = site;
    to_scheduler(run, lane->fiber);
}

void msl_host_barrier(uint32_t flags, const void *site) {
    (void)flags;
    suspend(MSL_AT_BARRIER, site);
}

const void *msl_host_exchange(const void *value, uint32_t size, uint32_t width, uint32_t *active, const void *site) {
    struct msl_lane *lane = running->current;
    if (size > sizeof lane->exchange->values / MSL_SIMDGROUP_THREADS) {
        msl_fault("a value of %u bytes in a SIMD-group function", size);
    }
    if (lane->exchange != NULL) --lane->exchange->users;
    lane->exchange = NULL;
    lane->value = value;
    lane->size = size;
    lane->width = width;
    suspend(MSL_AT_EXCHANGE, site);
    *active = lane->active;
    return lane->exchange->values + (lane->thread.index_in_simdgroup / width) * width * size;
}

/* ---- exchanges */

static struct msl_exchange *free_exchange(struct msl_run *run) {
    for (struct msl_exchange *at = run->exchanges; at != NULL; at = at->next)
        if (at->users == 0) return at;
    struct msl_exchange *made = aligned_alloc(16, sizeof *made);
    if (made == NULL) return NULL;
    made->users = 0;
    made->next = run->exchanges;
    run->exchanges = made;
    return made;
}

/* The lanes of [begin, end) that wait at the first of the calls get what each of them brought. */
static bool exchange(struct msl_run *run, uint32_t begin, uint32_t end) {
    const struct msl_lane *first = NULL;
    for (uint32_t i = begin; i < end; ++i) {
        const struct msl_lane *lane = &run->lanes[i];
        if (lane->state == MSL_AT_EXCHANGE && (first == NULL || (uintptr_t)lane->site < (uintptr_t)first->site)) first = lane;
    }
    struct msl_exchange *made = free_exchange(run);
    if (made == NULL) {
        fault(run, "no memory for an exchange of a SIMD-group");
        return false;
    }
    uint32_t active = 0;
    for (uint32_t i = begin; i < end; ++i) {
        struct msl_lane *lane = &run->lanes[i];
        if (lane->state == MSL_AT_EXCHANGE && lane->site == first->site && lane->size == first->size) active |= 1u << (i - begin);
    }
    memset(made->values, 0xCB, (size_t)first->size * MSL_SIMDGROUP_THREADS);
    for (uint32_t i = begin; i < end; ++i) {
        if ((active >> (i - begin) & 1) == 0) continue;
        struct msl_lane *lane = &run->lanes[i];
        if (lane->size != 0) memcpy(made->values + (size_t)(i - begin) * lane->size, lane->value, lane->size);
        const uint32_t base = (i - begin) / lane->width * lane->width;
        lane->active = lane->width == 32 ? active : active >> base & ((1u << lane->width) - 1);
        lane->exchange = made;
        lane->state = MSL_READY;
        ++made->users;
    }
    return true;
}

/* Runs a SIMD-group until each lane has ended or waits at a barrier. */
static bool run_simdgroup(struct msl_run *run, uint32_t begin, uint32_t end) {
    run->group_end = end;
    for (;;) {
        bool waits = false;
        for (uint32_t i = begin; i < end; ++i) {
            struct msl_lane *lane = &run->lanes[i];
            if (lane->state == MSL_UNSTARTED) {
                /* The fiber that ends it goes on with those after it. */
                run->next = i + 1;
                if (!resume(run, lane)) return false;
            } else if (lane->state == MSL_READY) {
                if (!resume(run, lane)) return false;
            }
        }
        for (uint32_t i = begin; i < end; ++i) waits |= run->lanes[i].state == MSL_AT_EXCHANGE;
        if (!waits) return true;
        if (!exchange(run, begin, end)) return false;
    }
}

/* All threads are at a barrier, or all have ended; anything else is a fault. true while there is more to run. */
static bool open_barrier(struct msl_run *run) {
    const struct msl_lane *waiting = NULL, *ended = NULL;
    for (uint32_t i = 0; i < run->count; ++i) {
        struct msl_lane *lane = &run->lanes[i];
        if (lane->state == MSL_DONE) {
            if (ended == NULL) ended = lane;
        } else if (waiting != NULL && waiting->site != lane->site) {
            fault(run, "threads (%u, %u, %u) and (%u, %u, %u) of threadgroup (%u, %u, %u) wait at different barriers",
                  waiting->thread.position_in_threadgroup[0], waiting->thread.position_in_threadgroup[1],
                  waiting->thread.position_in_threadgroup[2], lane->thread.position_in_threadgroup[0],
                  lane->thread.position_in_threadgroup[1], lane->thread.position_in_threadgroup[2],
                  lane->thread.threadgroup_position[0], lane->thread.threadgroup_position[1],
                  lane->thread.threadgroup_position[2]);
            return false;
        } else if (waiting == NULL) {
            waiting = lane;
        }
    }
    if (waiting == NULL) return false;
    if (ended != NULL) {
        fault(run, "thread (%u, %u, %u) of threadgroup (%u, %u, %u) waits at a barrier that thread (%u, %u, %u) doesn't reach",
              waiting->thread.position_in_threadgroup[0], waiting->thread.position_in_threadgroup[1],
              waiting->thread.position_in_threadgroup[2], waiting->thread.threadgroup_position[0],
              waiting->thread.threadgroup_position[1], waiting->thread.threadgroup_position[2],
              ended->thread.position_in_threadgroup[0], ended->thread.position_in_threadgroup[1],
              ended->thread.position_in_threadgroup[2]);
        return false;
    }
    for (uint32_t i = 0; i < run->count; ++i) run->lanes[i].state = MSL_READY;
    return true;
}

static void run_lanes(struct msl_run *run) {
    do {
        for (uint32_t begin = 0; begin < run->count; begin += MSL_SIMDGROUP_THREADS) {
            const uint32_t end = begin + MSL_SIMDGROUP_THREADS < run->count ? begin + MSL_SIMDGROUP_THREADS : run->count;
            if (!run_simdgroup(run, begin, end)) return;
        }
    } while (open_barrier(run));
}

/* ---- setting up */

#define ROOM 64 /* between what lies in threadgroup memory */

static bool lay_out(struct msl_run *run, const struct msl_dispatch *dispatch) {
    const struct msl_function *function = dispatch->function;
    size_t need = function->arena + ROOM, counted = function->threadgroup_memory;
    for (int i = 0; i < MSL_THREADGROUP_SLOTS; ++i) {
        const size_t length = (dispatch->threadgroup_lengths[i] + 15) & ~(size_t)15;
        if (length > MSL_THREADGROUP_MEMORY) counted = SIZE_MAX / 2;
        else counted += length;
        need += (length > MSL_THREADGROUP_MEMORY ? 0 : length) + ROOM;
    }
    if (counted > MSL_THREADGROUP_MEMORY) {
        fault(run, "needs more than %d bytes of threadgroup memory", MSL_THREADGROUP_MEMORY);
        return false;
    }
    if (need > run->arena_size) {
        free(run->arena);
        run->arena_size = 0;
        const size_t rounded = (need + 4095) & ~(size_t)4095;
        if ((run->arena = aligned_alloc(4096, rounded)) == NULL) {
            fault(run, "no threadgroup memory");
            return false;
        }
        run->arena_size = rounded;
    }
    memset(run->arena, 0xCB, need);
    run->shared_count = 0;
    for (size_t i = 0; i < function->variable_count && run->shared_count < 256; ++i) {
        const uintptr_t at = (uintptr_t)run->arena + function->variables[i].offset;
        run->shared[run->shared_count++] = (struct msl_range){at, at + function->variables[i].size, -1};
    }
    uintptr_t next = (uintptr_t)run->arena + function->arena + ROOM;
    for (int i = 0; i < MSL_THREADGROUP_SLOTS; ++i) {
        run->threadgroups[i] = next;
        const size_t length = (dispatch->threadgroup_lengths[i] + 15) & ~(size_t)15;
        if (length != 0) run->shared[run->shared_count++] = (struct msl_range){next, next + length, i};
        next += length + ROOM;
    }
    return true;
}

static void bind(struct msl_run *run, const struct msl_dispatch *dispatch) {
    run->range_count = 0;
    for (int i = 0; i < MSL_BUFFER_SLOTS; ++i) {
        const struct msl_binding *binding = &dispatch->buffers[i];
        run->buffers[i] = (uintptr_t)binding->contents;
        if (binding->contents != NULL) {
            run->ranges[run->range_count++] =
                (struct msl_range){(uintptr_t)binding->contents, (uintptr_t)binding->contents + binding->length, i};
        }
    }
    for (int i = 0; i < MSL_TEXTURE_SLOTS; ++i) run->textures[i] = (uintptr_t)dispatch->textures[i];
    for (int i = 0; i < MSL_SAMPLER_SLOTS; ++i) run->samplers[i] = (uintptr_t)dispatch->samplers[i];
}

static bool place_lanes(struct msl_run *run, const struct msl_dispatch *d, const uint32_t position[3]) {
    uint32_t size[3];
    uint64_t count = 1, nominal = 1;
    for (int k = 0; k < 3; ++k) {
        const uint64_t begin = (uint64_t)position[k] * d->threads_per_threadgroup[k];
        const uint64_t left = d->threads_per_grid[k] > begin ? d->threads_per_grid[k] - begin : 0;
        size[k] = left < d->threads_per_threadgroup[k] ? (uint32_t)left : d->threads_per_threadgroup[k];
        count *= size[k];
        nominal *= d->threads_per_threadgroup[k];
        if (nominal > MSL_THREADGROUP_THREADS) break;
    }
    if (nominal > MSL_THREADGROUP_THREADS) {
        fault(run, "more than %d threads in a threadgroup", MSL_THREADGROUP_THREADS);
        return false;
    }
    run->count = (uint32_t)count;
    for (uint32_t i = 0; i < run->count; ++i) {
        struct msl_lane *lane = &run->lanes[i];
        struct msl_thread *t = &lane->thread;
        lane->state = MSL_UNSTARTED;
        lane->fiber = NULL;
        lane->exchange = NULL;
        t->buffers = run->buffers;
        t->textures = run->textures;
        t->samplers = run->samplers;
        t->threadgroups = run->threadgroups;
        const uint32_t within[3] = {i % size[0], i / size[0] % size[1], i / size[0] / size[1]};
        for (int k = 0; k < 3; ++k) {
            t->position_in_threadgroup[k] = within[k];
            t->threadgroup_position[k] = position[k];
            t->position_in_grid[k] = position[k] * d->threads_per_threadgroup[k] + within[k];
            t->threads_per_grid[k] = d->threads_per_grid[k];
            t->threads_per_threadgroup[k] = size[k];
            t->dispatch_threads_per_threadgroup[k] = d->threads_per_threadgroup[k];
            t->threadgroups_per_grid[k] = d->threadgroups_per_grid[k];
        }
        t->index_in_threadgroup = i;
        t->index_in_simdgroup = i % MSL_SIMDGROUP_THREADS;
        t->simdgroup_index = i / MSL_SIMDGROUP_THREADS;
        t->simdgroups = (run->count + MSL_SIMDGROUP_THREADS - 1) / MSL_SIMDGROUP_THREADS;
        t->dispatch_simdgroups = (uint32_t)(nominal + MSL_SIMDGROUP_THREADS - 1) / MSL_SIMDGROUP_THREADS;
    }
    return true;
}

/* After a fault the fibers are left where they are, and begin anew. */
static void abandon(struct msl_run *run) {
    run->unused_count = 0;
    for (uint32_t i = 0; i < run->made; ++i) {
        msl_fiber_prepare(&run->fibers[i], live, run);
        run->unused[run->unused_count++] = &run->fibers[i];
    }
    for (struct msl_exchange *at = run->exchanges; at != NULL; at = at->next) at->users = 0;
}

int msl_run_threadgroup(const msl_dispatch *dispatch, uint32_t x, uint32_t y, uint32_t z, char **fault_text) {
    const uint32_t position[3] = {x, y, z};
    *fault_text = NULL;
    struct msl_run *run = of_this_thread();
    if (run == NULL) {
        *fault_text = msl_text("no memory to run a threadgroup");
        return -1;
    }
    run->dispatch = dispatch;
    run->function = dispatch->function;
    run->current = NULL;
    run->fault = NULL;
    run->checks_bounds = (run->function->program->checks & MSL_CHECK_BOUNDS) != 0;
    run->checks_undefined = (run->function->program->checks & MSL_CHECK_UNDEFINED) != 0;
    bind(run, dispatch);
    running = run;
    if (lay_out(run, dispatch) && place_lanes(run, dispatch, position)) run_lanes(run);
    running = NULL;
    if (run->fault == NULL) return 0;
    abandon(run);
    *fault_text = run->fault;
    run->fault = NULL;
    return -1;
}
