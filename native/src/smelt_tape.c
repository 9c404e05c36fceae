#include "smelt_tape.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include "smelt_bytes.h"

bool smelt_tape_fail(smelt_tape_fault *fault, int32_t status, int64_t dispatch, const char *format, ...) {
    fault->status = status;
    fault->dispatch = dispatch;
    fault->kernel[0] = '\0';
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(fault->message, sizeof fault->message, format, arguments);
    va_end(arguments);
    return false;
}

static uint32_t padded(uint32_t length) {
    return (length + SMELT_UNIFORM_ALIGNMENT - 1) / SMELT_UNIFORM_ALIGNMENT * SMELT_UNIFORM_ALIGNMENT;
}

bool smelt_tape_check_header(const void *tape, uint64_t length, smelt_tape_fault *fault) {
    if (tape == NULL) {
        return smelt_tape_fail(fault, SMELT_INVALID_ARGUMENT, -1, "tape is NULL");
    }
    if ((uintptr_t) tape % 8 != 0) {
        return smelt_tape_fail(fault, SMELT_INVALID_ARGUMENT, -1, "tape is not aligned to 8 bytes");
    }
    const smelt_tape_header *header = tape;
    if (length < sizeof *header) {
        return smelt_tape_fail(fault, SMELT_INVALID_TAPE, -1, "tape of %" PRIu64 " bytes has no header", length);
    }
    if (header->magic != SMELT_TAPE_MAGIC) {
        return smelt_tape_fail(
                fault, SMELT_INVALID_TAPE, -1, "not a tape: magic 0x%08" PRIx32 ", not 0x%08" PRIx32, header->magic,
                (uint32_t) SMELT_TAPE_MAGIC);
    }
    if (header->version != SMELT_ABI_VERSION) {
        return smelt_tape_fail(
                fault, SMELT_INVALID_TAPE, -1, "tape of version %" PRIu32 ", this bridge reads %d", header->version,
                SMELT_ABI_VERSION);
    }
    if (header->length != length) {
        return smelt_tape_fail(
                fault, SMELT_INVALID_TAPE, -1, "tape says it has %" PRIu64 " bytes, and has %" PRIu64, header->length,
                length);
    }
    if (!smelt_bytes_fit(tape, length)) {
        return smelt_tape_fail(
                fault, SMELT_INVALID_ARGUMENT, -1, "a tape of %" PRIu64 " bytes is more than memory has", length);
    }
    if (header->reserved != 0) {
        return smelt_tape_fail(fault, SMELT_INVALID_TAPE, -1, "reserved field of the header is not 0");
    }
    return true;
}

static bool check_sizes(const smelt_tape_dispatch *dispatch, int64_t index, smelt_tape_fault *fault) {
    const uint32_t *grid = dispatch->grid;
    if (grid[0] == 0 || grid[1] == 0 || grid[2] == 0) {
        return smelt_tape_fail(
                fault, SMELT_INVALID_TAPE, index, "grid %" PRIu32 " x %" PRIu32 " x %" PRIu32 " is empty", grid[0],
                grid[1], grid[2]);
    }
    const uint32_t *group = dispatch->threadgroup;
    bool chosen = group[0] == 0 && group[1] == 0 && group[2] == 0;
    if (!chosen && (group[0] == 0 || group[1] == 0 || group[2] == 0)) {
        return smelt_tape_fail(
                fault, SMELT_INVALID_TAPE, index, "threadgroup %" PRIu32 " x %" PRIu32 " x %" PRIu32
                " is empty, but not all 0", group[0], group[1], group[2]);
    }
    return true;
}

/* Takes a slot; false if it was taken. `taken` has a bit for each slot. */
static bool take(uint64_t *taken, uint32_t slot) {
    uint64_t bit = UINT64_C(1) << slot % 64;
    bool is_free = (taken[slot / 64] & bit) == 0;
    taken[slot / 64] |= bit;
    return is_free;
}

/* One binding: `what` is "" for buffers, "texture " for textures. */
static bool check_binding(
        uint64_t *taken, uint32_t slot, uint32_t flags, uint32_t slots, const char *what, uint32_t i, int64_t index,
        smelt_tape_fault *fault) {
    if (slot >= slots) {
        return smelt_tape_fail(
                fault, SMELT_INVALID_TAPE, index, "%sslot %" PRIu32 " of binding %" PRIu32 " is not below %" PRIu32,
                what, slot, i, slots);
    }
    if ((flags & ~SMELT_BINDING_WRITTEN) != 0) {
        return smelt_tape_fail(
                fault, SMELT_INVALID_TAPE, index, "unknown flags 0x%" PRIx32 " of %sbinding %" PRIu32, flags, what, i);
    }
    return take(taken, slot)
            || smelt_tape_fail(fault, SMELT_INVALID_TAPE, index, "%sslot %" PRIu32 " is bound twice", what, slot);
}

/* Buffers and uniforms together, since they share the slots. */
static bool check_slots(const smelt_tape_entry *entry, int64_t index, smelt_tape_fault *fault) {
    uint64_t buffers[1] = {0}, textures[2] = {0};
    const smelt_tape_dispatch *dispatch = entry->dispatch;
    for (uint32_t i = 0; i < dispatch->buffer_count; i++) {
        const smelt_tape_binding *binding = &entry->bindings[i];
        if (!check_binding(buffers, binding->slot, binding->flags, SMELT_MAX_BINDINGS, "", i, index, fault)) {
            return false;
        }
    }
    for (uint32_t i = 0; i < dispatch->texture_count; i++) {
        const smelt_tape_texture *binding = &entry->textures[i];
        if (!check_binding(
                    textures, binding->slot, binding->flags, SMELT_MAX_TEXTURES, "texture ", i, index, fault)) {
            return false;
        }
    }
    return dispatch->uniform_slot == SMELT_NO_SLOT || take(buffers, dispatch->uniform_slot)
            || smelt_tape_fail(
                    fault, SMELT_INVALID_TAPE, index, "slot %" PRIu32 " is bound twice", dispatch->uniform_slot);
}

static bool check_uniforms(const smelt_tape_dispatch *dispatch, int64_t index, smelt_tape_fault *fault) {
    uint32_t length = dispatch->uniform_length;
    if (dispatch->uniform_slot == SMELT_NO_SLOT) {
        return length == 0
                || smelt_tape_fail(
                        fault, SMELT_INVALID_TAPE, index, "%" PRIu32 " bytes of uniforms without a slot", length);
    }
    if (dispatch->uniform_slot >= SMELT_MAX_BINDINGS) {
        return smelt_tape_fail(
                fault, SMELT_INVALID_TAPE, index, "slot %" PRIu32 " of the uniforms is not below %u",
                dispatch->uniform_slot, SMELT_MAX_BINDINGS);
    }
    if (length == 0 || length % 4 != 0 || length > SMELT_MAX_UNIFORM_LENGTH) {
        return smelt_tape_fail(
                fault, SMELT_INVALID_TAPE, index,
                "%" PRIu32 " bytes of uniforms: must be a positive multiple of 4, at most %u", length,
                SMELT_MAX_UNIFORM_LENGTH);
    }
    return true;
}

static bool check_counts(const smelt_tape_dispatch *dispatch, int64_t index, smelt_tape_fault *fault) {
    if (dispatch->buffer_count > SMELT_MAX_BINDINGS) {
        return smelt_tape_fail(
                fault, SMELT_INVALID_TAPE, index, "%" PRIu32 " buffers, at most %u can be bound",
                dispatch->buffer_count, SMELT_MAX_BINDINGS);
    }
    if (dispatch->texture_count > SMELT_MAX_TEXTURES) {
        return smelt_tape_fail(
                fault, SMELT_INVALID_TAPE, index, "%" PRIu32 " textures, at most %u can be bound",
                dispatch->texture_count, SMELT_MAX_TEXTURES);
    }
    return dispatch->reserved == 0
            || smelt_tape_fail(fault, SMELT_INVALID_TAPE, index, "reserved field of the dispatch is not 0");
}

/* Where the parts of a dispatch lie, whose counts are to be believed. */
static smelt_tape_entry parts_of(const smelt_tape_dispatch *dispatch) {
    smelt_tape_entry entry = {.dispatch = dispatch};
    entry.bindings = (const void *) (dispatch + 1);
    entry.textures = (const void *) (entry.bindings + dispatch->buffer_count);
    entry.uniforms = entry.textures + dispatch->texture_count;
    entry.padded_uniform_length = padded(dispatch->uniform_length);
    return entry;
}

/* Checks the dispatch at `at`, of which `left` bytes remain in the tape, and sets *size to its own. */
static bool check_dispatch(
        const uint8_t *at, uint64_t left, int64_t index, uint64_t *size, smelt_tape_fault *fault) {
    if (left < sizeof(smelt_tape_dispatch)) {
        return smelt_tape_fail(fault, SMELT_INVALID_TAPE, index, "tape ends within a dispatch");
    }
    const smelt_tape_dispatch *dispatch = (const void *) at;
    if (!check_counts(dispatch, index, fault) || !check_sizes(dispatch, index, fault)
            || !check_uniforms(dispatch, index, fault)) {
        return false;
    }
    /* The counts are bounded by now, so the sum is far from overflow. */
    *size = sizeof(smelt_tape_dispatch) + dispatch->buffer_count * sizeof(smelt_tape_binding)
            + dispatch->texture_count * sizeof(smelt_tape_texture) + padded(dispatch->uniform_length);
    if (dispatch->length != *size) {
        return smelt_tape_fail(
                fault, SMELT_INVALID_TAPE, index, "dispatch says it has %" PRIu32 " bytes, its counts make %" PRIu64,
                dispatch->length, *size);
    }
    if (left < *size) {
        return smelt_tape_fail(fault, SMELT_INVALID_TAPE, index, "tape ends within a dispatch");
    }
    smelt_tape_entry entry = parts_of(dispatch);
    return check_slots(&entry, index, fault);
}

bool smelt_tape_check(const void *tape, uint64_t length, smelt_tape_fault *fault) {
    if (!smelt_tape_check_header(tape, length, fault)) {
        return false;
    }
    const smelt_tape_header *header = tape;
    const uint8_t *bytes = tape;
    uint64_t at = sizeof *header;
    for (uint32_t i = 0; i < header->dispatch_count; i++) {
        uint64_t size;
        if (!check_dispatch(bytes + at, length - at, i, &size, fault)) {
            return false;
        }
        at += size;
    }
    if (at != length) {
        return smelt_tape_fail(
                fault, SMELT_INVALID_TAPE, -1, "%" PRIu64 " bytes after the last dispatch", length - at);
    }
    return true;
}

smelt_tape_entry smelt_tape_next(const void *tape, const smelt_tape_entry *at) {
    const uint8_t *start = at == NULL ? (const uint8_t *) tape + sizeof(smelt_tape_header)
                                      : (const uint8_t *) at->dispatch + at->dispatch->length;
    return parts_of((const void *) start);
}
