/* Reading a command tape. Its form is checked here; what its handles stand for, in smelt_plan.h. */
#ifndef SMELT_TAPE_H
#define SMELT_TAPE_H

#include <stdbool.h>

#include "smelt.h"

/* What is wrong with a tape, and where. */
typedef struct smelt_tape_fault {
    int32_t status;
    int64_t dispatch; /* -1: not in one */
    char kernel[128]; /* cut if longer; "" if not known */
    char message[256];
} smelt_tape_fault;

/* Fills in a fault. Returns false, so that a check can end in it. */
bool smelt_tape_fail(smelt_tape_fault *fault, int32_t status, int64_t dispatch, const char *format, ...)
        __attribute__((format(printf, 4, 5)));

/*
 * Whether there is a header, and it is right. Reads no byte after it: to be asked before the tape's length is believed.
 */
bool smelt_tape_check_header(const void *tape, uint64_t length, smelt_tape_fault *fault);

/*
 * Whether the bytes are a well-formed tape: every length, count, slot and flag as smelt.h says, nothing beyond the end.
 * `tape` may be anything, and so may be its bytes.
 */
bool smelt_tape_check(const void *tape, uint64_t length, smelt_tape_fault *fault);

/* One dispatch of a tape that was checked; the pointers are into it. */
typedef struct smelt_tape_entry {
    const smelt_tape_dispatch *dispatch;
    const smelt_tape_binding *bindings;
    const smelt_tape_texture *textures;
    const void *uniforms;
    uint32_t padded_uniform_length;
} smelt_tape_entry;

/* The first dispatch of a tape, where `at` is NULL, or that after it. The caller counts them. */
smelt_tape_entry smelt_tape_next(const void *tape, const smelt_tape_entry *at);

#endif
