/* What a program's checks find, and the small things that programs ask of the host. */
#include "msl_module.h"
#include "msl_run.h"

#include <string.h>

static bool inside(uintptr_t begin, uintptr_t end, uintptr_t from, uintptr_t to) { return begin <= from && to <= end; }

static bool allowed(struct msl_run *run, uintptr_t from, uintptr_t to) {
    for (uint32_t i = 0; i < run->range_count; ++i) {
        if (inside(run->ranges[i].begin, run->ranges[i].end, from, to)) {
            const struct msl_range hit = run->ranges[i];
            run->ranges[i] = run->ranges[0];
            run->ranges[0] = hit; /* the next access is likely of the same buffer */
            return true;
        }
    }
    for (uint32_t i = 0; i < run->shared_count; ++i)
        if (inside(run->shared[i].begin, run->shared[i].end, from, to)) return true;
    const struct msl_fiber *fiber = run->current->fiber;
    if (inside((uintptr_t)fiber->stack, (uintptr_t)fiber->stack + fiber->size, from, to)) return true;
    const struct msl_loaded *loaded = run->function->loaded;
    if (inside(loaded->begin, loaded->end, from, to)) return true;
    /* Where a thread's arguments and what an exchange gave lie. */
    if (inside((uintptr_t)run, (uintptr_t)(run + 1), from, to)) return true;
    const struct msl_exchange *exchange = run->current->exchange;
    if (exchange != NULL && inside((uintptr_t)exchange, (uintptr_t)(exchange + 1), from, to)) return true;
    for (int i = 0; i < MSL_SAMPLER_SLOTS; ++i) {
        if (run->samplers[i] != 0 && inside(run->samplers[i], run->samplers[i] + sizeof(msl_sampler), from, to)) return true;
    }
    return false;
}

static const char *verb(bool write) { return write ? "stores" : "loads"; }

void msl_host_access(const void *address, size_t size, bool write) {
    struct msl_run *run = msl_running();
    if (run == NULL || run->current == NULL || size == 0) return;
    const uintptr_t from = (uintptr_t)address, to = from + size;
    if (to >= from && allowed(run, from, to)) return;
    /* What is nearest is what was meant. */
    const struct msl_range *nearest = NULL;
    uintptr_t distance = 1 << 20;
    for (uint32_t i = 0; i < run->range_count + run->shared_count; ++i) {
        const struct msl_range *range = i < run->range_count ? &run->ranges[i] : &run->shared[i - run->range_count];
        const uintptr_t away = from < range->begin ? range->begin - from : from > range->end ? from - range->end : 0;
        if (away < distance) {
            distance = away;
            nearest = range;
        }
    }
    if (nearest == NULL) {
        msl_fault("%s %zu bytes at address 0x%zx, which nothing is bound to", verb(write), size, (size_t)from);
    }
    const long offset = (long)(from - nearest->begin);
    const size_t length = nearest->end - nearest->begin;
    const bool buffer = nearest >= run->ranges && nearest < run->ranges + MSL_BUFFER_SLOTS;
    if (buffer) {
        msl_fault("%s %zu bytes at offset %ld of buffer %d, which has %zu bytes", verb(write), size, offset, nearest->slot, length);
    }
    if (nearest->slot >= 0) {
        msl_fault("%s %zu bytes at offset %ld of threadgroup memory %d, which has %zu bytes", verb(write), size, offset,
                  nearest->slot, length);
    }
    msl_fault("%s %zu bytes at offset %ld of a threadgroup variable of %zu bytes", verb(write), size, offset, length);
}

static void undefined(const char *what, const char *file, uint32_t line, uint32_t column, bool fatal) {
    (void)column;
    const struct msl_run *run = msl_running();
    if (run == NULL || run->current == NULL) return;
    const bool bounds = strcmp(what, "index out of the bounds of an array") == 0;
    if (!fatal && !run->checks_undefined && !(bounds && run->checks_bounds)) return;
    msl_fault("%s (%s:%u)", what, file == NULL ? "?" : file, line);
}

static void shuffle_check(uint32_t active, uint32_t lane) {
    if (lane < MSL_SIMDGROUP_THREADS && (active >> lane & 1) != 0) return;
    const struct msl_run *run = msl_running();
    if (run->checks_undefined || run->checks_bounds) {
        msl_fault("takes the value of lane %u of its group, which is not active", lane);
    }
}

static void *threadgroup_variable(uint32_t number, uint64_t size, uint64_t alignment) {
    (void)alignment;
    const struct msl_run *run = msl_running();
    for (size_t i = 0; i < run->function->variable_count; ++i) {
        const struct msl_place *place = &run->function->variables[i];
        if (place->number == number && place->size == size) return run->arena + place->offset;
    }
    msl_fault("has a threadgroup variable that its program doesn't know");
}

static uint32_t lane(void) { return msl_running()->current->thread.index_in_simdgroup; }

const struct msl_host msl_host_functions = {
    .threadgroup_barrier = msl_host_barrier,
    .simd_exchange = msl_host_exchange,
    .shuffle_check = shuffle_check,
    .threadgroup_variable = threadgroup_variable,
    .lane = lane,
    .access = msl_host_access,
    .undefined = undefined,
    .texture_read = msl_host_texture_read,
    .texture_write = msl_host_texture_write,
    .texture_sample = msl_host_texture_sample,
    .texture_gather = msl_host_texture_gather,
    .texture_compare = msl_host_texture_compare,
    .texture_size = msl_host_texture_size,
};
