/* Writes tapes for tests, right or wrong. */
#ifndef SMELT_TAPES_H
#define SMELT_TAPES_H

#include <stdint.h>
#include <string.h>

#include "smelt.h"

typedef struct tape {
    _Alignas(8) uint8_t bytes[128 * 1024];
    uint64_t length;
    smelt_tape_dispatch *last; /* the dispatch that is being written */
} tape;

static inline smelt_tape_header *tape_header(tape *tape) {
    return (void *) tape->bytes;
}

static inline void tape_begin(tape *tape) {
    memset(tape->bytes, 0, sizeof(smelt_tape_header));
    *tape_header(tape) = (smelt_tape_header) {
        .magic = SMELT_TAPE_MAGIC, .version = SMELT_ABI_VERSION, .length = sizeof(smelt_tape_header)};
    tape->length = sizeof(smelt_tape_header);
    tape->last = NULL;
}

static inline void *tape_add(tape *tape, uint64_t length) {
    void *added = tape->bytes + tape->length;
    memset(added, 0, length);
    tape->length += length;
    tape_header(tape)->length = tape->length;
    if (tape->last != NULL) {
        tape->last->length += (uint32_t) length;
    }
    return added;
}

static inline smelt_tape_dispatch *tape_dispatch(tape *tape, smelt_pipeline pipeline, uint32_t width) {
    tape->last = NULL;
    smelt_tape_dispatch *dispatch = tape_add(tape, sizeof *dispatch);
    *dispatch = (smelt_tape_dispatch) {
        .pipeline = pipeline, .grid = {width, 1, 1}, .uniform_slot = SMELT_NO_SLOT, .length = sizeof *dispatch};
    tape_header(tape)->dispatch_count++;
    tape->last = dispatch;
    return dispatch;
}

static inline smelt_tape_binding *tape_bind(tape *tape, smelt_buffer buffer, uint32_t slot, uint64_t offset) {
    smelt_tape_binding *binding = tape_add(tape, sizeof *binding);
    *binding = (smelt_tape_binding) {.buffer = buffer, .slot = slot, .offset = offset};
    tape->last->buffer_count++;
    return binding;
}

/* After the buffers, before the uniforms. */
static inline smelt_tape_texture *tape_texture(tape *tape, smelt_texture texture, uint32_t slot, uint32_t flags) {
    smelt_tape_texture *binding = tape_add(tape, sizeof *binding);
    *binding = (smelt_tape_texture) {.texture = texture, .slot = slot, .flags = flags};
    tape->last->texture_count++;
    return binding;
}

static inline uint8_t *tape_uniforms(tape *tape, uint32_t slot, uint32_t length) {
    tape->last->uniform_slot = slot;
    tape->last->uniform_length = length;
    return tape_add(tape, (length + 15) / 16 * 16);
}

#endif
