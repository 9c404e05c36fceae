/* The form of tapes: one right tape, every way to be wrong, and many at random. */
#include <stdlib.h>

#include "check.h"
#include "mutate.h"
#include "smelt_tape.h"
#include "tapes.h"

static tape subject;
static smelt_tape_fault fault;

/* Two dispatches: bindings and uniforms; nothing at all. */
static void write_tape(void) {
    tape_begin(&subject);
    tape_dispatch(&subject, 17, 1000);
    tape_bind(&subject, 21, 0, 0);
    tape_bind(&subject, 22, 30, 64)->flags = SMELT_BINDING_WRITTEN;
    tape_texture(&subject, 23, 127, SMELT_BINDING_WRITTEN);
    tape_texture(&subject, 24, 30, 0);
    memset(tape_uniforms(&subject, 2, 20), 0xAB, 20);
    tape_dispatch(&subject, 18, 1);
}

static smelt_tape_dispatch *first(void) {
    return (void *) (subject.bytes + sizeof(smelt_tape_header));
}

static smelt_tape_binding *first_binding(void) {
    return (void *) (first() + 1);
}

static smelt_tape_texture *first_texture(void) {
    return (void *) (first_binding() + 2);
}

static bool check(void) {
    memset(&fault, 0, sizeof fault);
    return smelt_tape_check(subject.bytes, subject.length, &fault);
}

static void accepts_a_tape(void) {
    write_tape();
    CHECK(check());
    CHECK_EQUAL(fault.status, SMELT_OK);
}

static void accepts_an_empty_tape(void) {
    tape_begin(&subject);
    CHECK(check());
}

static void accepts_the_largest_dispatch(void) {
    tape_begin(&subject);
    tape_dispatch(&subject, 1, UINT32_MAX);
    for (uint32_t slot = 0; slot < 30; slot++) {
        tape_bind(&subject, 1, slot, UINT64_MAX);
    }
    for (uint32_t slot = 0; slot < SMELT_MAX_TEXTURES; slot++) {
        tape_texture(&subject, 1, slot, slot % 2);
    }
    tape_uniforms(&subject, 30, SMELT_MAX_UNIFORM_LENGTH);
    CHECK(check());
}

static void walks_a_tape(void) {
    write_tape();
    smelt_tape_entry entry = smelt_tape_next(subject.bytes, NULL);
    CHECK_EQUAL(entry.dispatch->pipeline, 17);
    CHECK_EQUAL(entry.bindings[1].buffer, 22);
    CHECK_EQUAL(entry.bindings[1].slot, 30);
    CHECK_EQUAL(entry.textures[0].texture, 23);
    CHECK_EQUAL(entry.textures[1].slot, 30);
    CHECK_EQUAL(entry.padded_uniform_length, 32);
    CHECK_EQUAL(((const uint8_t *) entry.uniforms)[19], 0xAB);
    CHECK_EQUAL(((const uint8_t *) entry.uniforms)[20], 0);
    entry = smelt_tape_next(subject.bytes, &entry);
    CHECK_EQUAL(entry.dispatch->pipeline, 18);
    CHECK_EQUAL(entry.padded_uniform_length, 0);
}

/* Expects the subject to be refused, with this in the message. */
#define REFUSES(dispatch_index, part) \
    do { \
        CHECK(!check()); \
        CHECK_EQUAL(fault.status, SMELT_INVALID_TAPE); \
        CHECK_EQUAL(fault.dispatch, dispatch_index); \
        CHECK_TEXT(fault.message, part); \
        write_tape(); \
    } while (0)

static void refuses_wrong_headers(void) {
    write_tape();
    tape_header(&subject)->magic = 0x534D4C54;
    REFUSES(-1, "magic");
    tape_header(&subject)->version = SMELT_ABI_VERSION + 1;
    REFUSES(-1, "version");
    tape_header(&subject)->length += 8;
    REFUSES(-1, "bytes");
    tape_header(&subject)->reserved = 1;
    REFUSES(-1, "reserved");
    tape_header(&subject)->dispatch_count = 3;
    REFUSES(2, "ends within");
    tape_header(&subject)->dispatch_count = UINT32_MAX;
    REFUSES(2, "ends within");
    tape_header(&subject)->dispatch_count = 1;
    REFUSES(-1, "after the last");
    tape_header(&subject)->dispatch_count = 0;
    REFUSES(-1, "after the last");
}

static void refuses_what_is_no_tape(void) {
    write_tape();
    CHECK(!smelt_tape_check(NULL, 0, &fault));
    CHECK_EQUAL(fault.status, SMELT_INVALID_ARGUMENT);
    CHECK(!smelt_tape_check(subject.bytes + 4, subject.length, &fault));
    CHECK_EQUAL(fault.status, SMELT_INVALID_ARGUMENT);
    CHECK_TEXT(fault.message, "aligned");
    for (uint64_t length = 0; length < sizeof(smelt_tape_header); length++) {
        CHECK(!smelt_tape_check(subject.bytes, length, &fault));
        CHECK_EQUAL(fault.status, SMELT_INVALID_TAPE);
    }
}

static void refuses_wrong_sizes(void) {
    write_tape();
    for (int side = 0; side < 3; side++) {
        first()->grid[side] = 0;
        REFUSES(0, "grid");
        first()->threadgroup[side] = 32;
        REFUSES(0, "threadgroup");
    }
    first()->length += 8;
    REFUSES(0, "its counts make");
    first()->length = 0;
    REFUSES(0, "its counts make");
    first()->buffer_count = 1;
    REFUSES(0, "its counts make");
    first()->buffer_count = 32;
    REFUSES(0, "32 buffers");
    first()->buffer_count = UINT32_MAX;
    REFUSES(0, "buffers");
    first()->texture_count = 1;
    REFUSES(0, "its counts make");
    first()->texture_count = 129;
    REFUSES(0, "129 textures");
    first()->texture_count = UINT32_MAX;
    REFUSES(0, "textures");
    first()->reserved = 1;
    REFUSES(0, "reserved");
}

static void refuses_wrong_bindings(void) {
    write_tape();
    first_binding()->slot = 31;
    REFUSES(0, "not below 31");
    first_binding()->slot = UINT32_MAX;
    REFUSES(0, "not below 31");
    first_binding()->slot = 30;
    REFUSES(0, "slot 30 is bound twice");
    first_binding()->slot = 2;
    REFUSES(0, "slot 2 is bound twice");
    first_binding()->flags = 2;
    REFUSES(0, "flags");
}

static void refuses_wrong_textures(void) {
    write_tape();
    first_texture()->slot = 128;
    REFUSES(0, "texture slot 128 of binding 0 is not below 128");
    first_texture()->slot = UINT32_MAX;
    REFUSES(0, "not below 128");
    first_texture()->slot = 30;
    REFUSES(0, "texture slot 30 is bound twice");
    first_texture()->flags = 3;
    REFUSES(0, "flags 0x3 of texture binding 0");
}

static void refuses_wrong_uniforms(void) {
    write_tape();
    first()->uniform_slot = SMELT_NO_SLOT;
    REFUSES(0, "without a slot");
    first()->uniform_slot = 31;
    REFUSES(0, "not below 31");
    uint32_t lengths[] = {0, 1, 19, 21, SMELT_MAX_UNIFORM_LENGTH + 4, UINT32_MAX, UINT32_MAX - 3};
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        first()->uniform_length = lengths[i];
        REFUSES(0, "bytes of uniforms");
    }
}

/* The bytes lie in a block of exactly their length, so that the sanitizer sees the first read beyond. */
static void refuses_tapes_cut_anywhere(void) {
    write_tape();
    for (uint64_t length = 0; length < subject.length; length++) {
        uint8_t *cut = malloc(length + 1);
        memcpy(cut, subject.bytes, length);
        if (length >= sizeof(smelt_tape_header)) {
            ((smelt_tape_header *) (void *) cut)->length = length;
        }
        uint8_t *exact = realloc(cut, length == 0 ? 1 : length);
        CHECK(!smelt_tape_check(exact, length, &fault));
        free(exact);
    }
}

/* What passes must be safe to walk to the end. */
static uint64_t walk(const uint8_t *bytes) {
    uint64_t sum = 0;
    smelt_tape_entry entry = {0};
    for (uint32_t i = 0; i < ((const smelt_tape_header *) (const void *) bytes)->dispatch_count; i++) {
        entry = smelt_tape_next(bytes, i == 0 ? NULL : &entry);
        for (uint32_t j = 0; j < entry.dispatch->buffer_count; j++) {
            sum += entry.bindings[j].offset;
        }
        for (uint32_t j = 0; j < entry.dispatch->texture_count; j++) {
            sum += entry.textures[j].slot;
        }
        for (uint32_t j = 0; j < entry.padded_uniform_length; j++) {
            sum += ((const uint8_t *) entry.uniforms)[j];
        }
    }
    return sum;
}

static void survives_random_tapes(void) {
    write_tape();
    int accepted = 0, refused = 0;
    volatile uint64_t sum = 0;
    for (int i = 0; i < 200000; i++) {
        uint64_t length;
        uint8_t *bytes = mutated(subject.bytes, subject.length, &length);
        if (smelt_tape_check(bytes, length, &fault)) {
            accepted++;
            sum += walk(bytes);
        } else {
            refused++;
            CHECK(fault.status == SMELT_INVALID_TAPE && fault.message[0] != '\0');
        }
        free(bytes);
    }
    /* Both ways must have been taken often, or the mutations test nothing. */
    CHECK(accepted > 10000);
    CHECK(refused > 10000);
}

int main(void) {
    RUN(accepts_a_tape);
    RUN(accepts_an_empty_tape);
    RUN(accepts_the_largest_dispatch);
    RUN(walks_a_tape);
    RUN(refuses_wrong_headers);
    RUN(refuses_what_is_no_tape);
    RUN(refuses_wrong_sizes);
    RUN(refuses_wrong_bindings);
    RUN(refuses_wrong_textures);
    RUN(refuses_wrong_uniforms);
    RUN(refuses_tapes_cut_anywhere);
    RUN(survives_random_tapes);
    return RESULT;
}
