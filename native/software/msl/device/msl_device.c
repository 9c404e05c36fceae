/* The part of each program that is C: its way to the host, and what clang's sanitizers call. Linked into every program. */
#include "../runtime/msl_host.h"

#define EXPORT __attribute__((visibility("default")))
#define SITE __builtin_return_address(0)

static const struct msl_host *host;

EXPORT void msl_attach(const struct msl_host *to) { host = to; }

void msl_threadgroup_barrier(uint32_t flags) { host->threadgroup_barrier(flags, SITE); }

const void *msl_simd_exchange(const void *value, uint32_t size, uint32_t width, uint32_t *active) {
    return host->simd_exchange(value, size, width, active, SITE);
}

void msl_shuffle_check(uint32_t active, uint32_t lane) { host->shuffle_check(active, lane); }

void *msl_threadgroup_variable(uint32_t number, uint64_t size, uint64_t alignment) {
    return host->threadgroup_variable(number, size, alignment);
}

uint32_t msl_lane(void) { return host->lane(); }

void msl_texture_read(const void *t, int kind, const uint32_t *at, uint32_t slice, uint32_t level, void *result) {
    host->texture_read(t, kind, at, slice, level, result);
}

void msl_texture_write(const void *t, int kind, const uint32_t *at, uint32_t slice, uint32_t level, const void *value) {
    host->texture_write(t, kind, at, slice, level, value);
}

void msl_texture_sample(const void *t, int kind, const void *sampler, const float *at, uint32_t slice, float level,
                        const int32_t *offset, void *result) {
    host->texture_sample(t, kind, sampler, at, slice, level, offset, result);
}

void msl_texture_gather(const void *t, int kind, const void *sampler, const float *at, uint32_t slice,
                        const int32_t *offset, int component, void *result) {
    host->texture_gather(t, kind, sampler, at, slice, offset, component, result);
}

float msl_texture_compare(const void *t, const void *sampler, const float *at, uint32_t slice, float level,
                          const int32_t *offset, float value) {
    return host->texture_compare(t, sampler, at, slice, level, offset, value);
}

uint32_t msl_texture_size(const void *t, int which, uint32_t level) { return host->texture_size(t, which, level); }

/* ---- -fsanitize=kernel-address: every load and store */

#define ACCESS(SIZE)                                                                        \
    void __asan_load##SIZE##_noabort(const void *at) { host->access(at, SIZE, false); }     \
    void __asan_store##SIZE##_noabort(const void *at) { host->access(at, SIZE, true); }
ACCESS(1)
ACCESS(2)
ACCESS(4)
ACCESS(8)
ACCESS(16)
void __asan_loadN_noabort(const void *at, size_t size) { host->access(at, size, false); }
void __asan_storeN_noabort(const void *at, size_t size) { host->access(at, size, true); }
void __asan_handle_no_return(void) {}

void *__asan_memcpy(void *to, const void *from, size_t size) {
    host->access(from, size, false);
    host->access(to, size, true);
    return __builtin_memcpy(to, from, size);
}
void *__asan_memmove(void *to, const void *from, size_t size) {
    host->access(from, size, false);
    host->access(to, size, true);
    return __builtin_memmove(to, from, size);
}
void *__asan_memset(void *to, int value, size_t size) {
    host->access(to, size, true);
    return __builtin_memset(to, value, size);
}

/* ---- -fsanitize=undefined: what these get begins with the place in the source */

struct place {
    const char *file;
    uint32_t line, column;
};

#define UNDEFINED(NAME, WHAT, FATAL)                                                         \
    void __ubsan_handle_##NAME(const struct place *at) {                                     \
        host->undefined(WHAT, at->file, at->line, at->column, FATAL);                        \
    }
UNDEFINED(add_overflow, "signed integer overflow", false)
UNDEFINED(sub_overflow, "signed integer overflow", false)
UNDEFINED(mul_overflow, "signed integer overflow", false)
UNDEFINED(negate_overflow, "signed integer overflow", false)
UNDEFINED(divrem_overflow, "integer division by zero, or of the least number by -1", true)
UNDEFINED(shift_out_of_bounds, "shift by too much, or of a bit out of a signed number", false)
UNDEFINED(float_cast_overflow, "conversion of a float that doesn't fit the integer", false)
UNDEFINED(out_of_bounds, "index out of the bounds of an array", false)
UNDEFINED(load_invalid_value, "load of a bool that is neither true nor false", false)
UNDEFINED(builtin_unreachable, "end of what can be reached", true)
UNDEFINED(missing_return, "function that ends without a value", true)
UNDEFINED(type_mismatch_v1, "null or misaligned pointer", true)
