/* What a careless or hostile caller passes: handles, lengths and texts of every kind, the same in every run. */
#ifndef SMELT_FUZZ_H
#define SMELT_FUZZ_H

#include "bridge.h"
#include "mutate.h"
#include "tapes.h"

enum { DEVICE, BUFFER, TEXTURE, LIBRARY, ARCHIVE, PIPELINE, SUBMISSION, ERROR, KINDS };

#define POOL 24

/* Open handles by kind, and some that were closed. */
static smelt_handle open_ones[KINDS][POOL];
static smelt_handle closed_ones[64];

static inline bool one_in(uint32_t n) {
    return next_random(n) == 0;
}

static inline uint64_t any_number(void) {
    static const uint64_t edges[] = {
        0, 1, 2, 3, 4, 7, 8, 15, 16, 31, 32, 255, 4095, 4096, 4097, 16384, 65535, 1 << 20, (1 << 20) + 1,
        INT32_MAX, UINT32_MAX, UINT32_MAX + UINT64_C(1), INT64_MAX, INT64_MAX + UINT64_C(1), UINT64_MAX - 4095,
        UINT64_MAX - 1, UINT64_MAX};
    if (one_in(2)) {
        return edges[next_random(sizeof edges / sizeof *edges)];
    }
    return (uint64_t) next_random(UINT32_MAX) << next_random(33);
}

/* Mostly an open handle of the kind; else one of another kind, closed, damaged or made up. */
static inline smelt_handle any_handle(int kind) {
    switch (next_random(12)) {
        case 0:
            return open_ones[next_random(KINDS)][next_random(POOL)];
        case 1:
            return closed_ones[next_random(64)];
        case 2:
            return open_ones[kind][next_random(POOL)] ^ UINT64_C(1) << next_random(64);
        case 3:
            return any_number();
        default:
            return open_ones[kind][next_random(POOL)];
    }
}

/* Places are taken in turn, not at random: what comes next must not depend on which calls have completed. */
static inline void close_one(smelt_handle handle) {
    static uint32_t turn;
    if (smelt_close(handle) == SMELT_OK && handle != 0) {
        closed_ones[turn++ % 64] = handle;
    }
}

/* Keeps a new handle in the place of an older one, which is closed. */
static inline void keep(int kind, smelt_handle handle) {
    static uint32_t turn[KINDS];
    smelt_handle *place = &open_ones[kind][turn[kind]++ % POOL];
    close_one(*place);
    *place = handle;
}

/* A text that ends in a zero byte, mostly not UTF-8; NULL at times. In memory of its own, which the next one takes. */
static inline const char *any_text(const char *good) {
    static const char *const texts[] = {
        "", "x", "\xff", "\xc3", "\xe2\x82", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xc0\x80", "a\x80z", "%s%n%@",
        "\xc3\xa9t\xc3\xa9", "../../x", "/", "\n\t\x01\x7f"};
    static char *last;
    free(last);
    last = NULL;
    if (one_in(10)) {
        return NULL;
    }
    if (one_in(20)) {
        last = malloc(70000);
        memset(last, "a\xff"[next_random(2)], 69999);
        last[69999] = '\0';
        return last;
    }
    last = strdup(one_in(2) ? good : texts[next_random(sizeof texts / sizeof *texts)]);
    return last;
}

/* Metal fails, throws or holds back at times; what it held completes later. */
static inline void upset_metal(void) {
    static const char *const selectors[] = {
        "newCommandQueue", "newBufferWithLength:options:", "newBufferWithBytesNoCopy:length:options:deallocator:",
        "newBufferWithBytes:length:options:", "newLibraryWithData:error:", "newLibraryWithSource:options:error:",
        "newFunctionWithName:", "newComputePipelineStateWithDescriptor:options:reflection:error:", "commit",
        "newTextureWithDescriptor:", "replaceRegion:mipmapLevel:withBytes:bytesPerRow:",
        "getBytes:bytesPerRow:fromRegion:mipmapLevel:", "commandBufferWithDescriptor:",
        "computeCommandEncoderWithDispatchType:", "dispatchThreads:threadsPerThreadgroup:", "endEncoding",
        "newBinaryArchiveWithDescriptor:error:", "serializeToURL:error:", "addCompletedHandler:",
        "addComputePipelineFunctionsWithDescriptor:error:", "startCaptureWithDescriptor:error:", "setLabel:"};
    uint32_t count = sizeof selectors / sizeof *selectors;
    scripted.throw_at = one_in(8) ? selectors[next_random(count)] : NULL;
    scripted.nil_at = one_in(8) ? selectors[next_random(count)] : NULL;
    scripted.fail_with = one_in(4) ? next_random(15) : 0;
    scripted.name_encoder = one_in(2);
    scripted.cannot_capture = one_in(4);
    scripted.devices = one_in(8) ? 0 : 2;
    scripted.no_default = one_in(4);
    if (scripted.hold) {
        scripted_metal_complete();
    }
    scripted.hold = one_in(4);
    scripted.notes[0] = '\0';
}

#endif
