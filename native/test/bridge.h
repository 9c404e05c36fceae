/* What the tests of the whole bridge share: a device, a library and two pipelines on the scripted Metal. */
#ifndef SMELT_BRIDGE_H
#define SMELT_BRIDGE_H

#include <sanitizer/lsan_interface.h>
#include <stdlib.h>
#include <unistd.h>

#include "check.h"
#include "scripted_metal.h"
#include "smelt.h"

#define SECOND INT64_C(1000000000)

static smelt_device device;
static smelt_library library;
static smelt_pipeline sigmoid, saxpy;
static smelt_error error;

/* Expects a status; a failure must come with an error that says so, which is then closed. */
static inline void expect(int32_t status, int32_t wanted, const char *part) {
    CHECK_EQUAL(status, wanted);
    if (wanted != SMELT_OK && wanted != SMELT_TIMED_OUT) {
        CHECK_EQUAL(smelt_error_code(error), wanted);
        CHECK_TEXT(smelt_error_message(error), part);
    } else {
        CHECK_EQUAL(error, 0);
    }
    CHECK_EQUAL(smelt_close(error), SMELT_OK);
    error = 0;
}

static inline void ok(int32_t status) {
    if (status != SMELT_OK) {
        fprintf(stderr, "%s\n", smelt_error_message(error));
    }
    expect(status, SMELT_OK, "");
}

static inline smelt_library compile(const char *text) {
    smelt_library made;
    ok(smelt_library_compile(
            device, text, strlen(text), SMELT_MSL_3_1, SMELT_MATH_SAFE, "Activations", &made, &error));
    return made;
}

static inline smelt_buffer new_buffer(uint64_t length) {
    smelt_buffer made;
    ok(smelt_buffer_create(device, length, "x", &made, &error));
    return made;
}

static inline smelt_texture new_texture(uint32_t width, uint32_t height) {
    smelt_texture made;
    ok(smelt_texture_create(device, SMELT_R32_FLOAT, width, height, "pixels", &made, &error));
    return made;
}

static inline void set_up(void) {
    scripted_metal_reset();
    ok(smelt_device_open(SMELT_DEFAULT_DEVICE, &device, &error));
    library = compile("kernel");
    ok(smelt_pipeline_create(library, "sigmoid", &sigmoid, &error));
    ok(smelt_pipeline_create(library, "saxpy", &saxpy, &error));
    scripted.notes[0] = '\0';
}

/* After which nothing may be left, neither of ours nor of Metal's. */
static inline void tear_down(void) {
    scripted_metal_complete();
    smelt_close(saxpy);
    smelt_close(sigmoid);
    smelt_close(library);
    smelt_close(device);
    CHECK_EQUAL(smelt_open_handles(), 0);
    for (int i = 0; i < 2000 && scripted.alive != 0; i++) {
        usleep(1000); /* threads of Metal end after their last word to us */
    }
    CHECK_EQUAL(scripted.alive, 0);
}

#define TEST(name) \
    static void name##_body(void); \
    static void name(void) { \
        set_up(); \
        name##_body(); \
        tear_down(); \
    } \
    static void name##_body(void)

static inline void warm_up_nothing(void) {
}

/* GNUstep makes tables and classes at first use and keeps them: that is no leak of ours. */
static inline void warm_up(void (*with)(void)) {
#if __has_feature(address_sanitizer)
    __lsan_disable();
#endif
    set_up();
    tear_down();
    with();
#if __has_feature(address_sanitizer)
    __lsan_enable();
#endif
}

#endif
