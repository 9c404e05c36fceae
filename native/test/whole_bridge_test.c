/* The bridge that ships on the software Metal, whose faults must come out of smelt.h as it says. */
#include <sanitizer/lsan_interface.h>
#include <stdlib.h>
#include <unistd.h>

#include "check.h"
#include "smelt.h"
#include "software_kernels.h"
#include "software_metal.h"
#include "tapes.h"

#define SECOND INT64_C(1000000000)

long sm_living(void);

static smelt_device device;
static smelt_library library;
static smelt_error error;
static tape subject;

static void expect(int32_t status, int32_t wanted, const char *part) {
    CHECK_EQUAL(status, wanted);
    if (error != 0) {
        CHECK_TEXT(smelt_error_message(error), part);
        if (wanted == SMELT_OK) {
            fprintf(stderr, "%s\n", smelt_error_message(error));
        }
    }
    CHECK_EQUAL(smelt_close(error), SMELT_OK);
    error = 0;
}

static void ok(int32_t status) {
    expect(status, SMELT_OK, "");
}

static smelt_library compile(const char *text) {
    smelt_library made = 0;
    ok(smelt_library_compile(
            device, text, strlen(text), SMELT_MSL_3_1, SMELT_MATH_SAFE, "kernels", &made, &error));
    return made;
}

static smelt_pipeline pipeline(const char *name) {
    smelt_pipeline made = 0;
    ok(smelt_pipeline_create(library, name, &made, &error));
    return made;
}

static smelt_buffer buffer(uint64_t length) {
    smelt_buffer made = 0;
    ok(smelt_buffer_create(device, length, "x", &made, &error));
    return made;
}

static void *contents(smelt_buffer of) {
    void *bytes = NULL;
    uint64_t length;
    ok(smelt_buffer_contents(of, &bytes, &length, &error));
    return bytes;
}

static smelt_submission submit(void) {
    smelt_submission made = 0;
    ok(smelt_submit(device, subject.bytes, subject.length, "work", &made, &error));
    return made;
}

static void run(void) {
    smelt_submission submission = submit();
    ok(smelt_submission_wait(submission, 60 * SECOND, &error));
    CHECK_EQUAL(smelt_close(submission), SMELT_OK);
}

static void set_up(void) {
    software_metal_set_faults("");
    ok(smelt_device_open(SMELT_DEFAULT_DEVICE, &device, &error));
    library = compile(SOFTWARE_KERNELS);
}

static void tear_down(void) {
    smelt_close(library);
    smelt_close(device);
    CHECK_EQUAL(smelt_open_handles(), 0);
}

static void with_device(void (*test)(void)) {
    long before = sm_living();
    set_up();
    test();
    tear_down();
    for (int i = 0; i < 2000 && sm_living() != before; i++) {
        usleep(1000); /* the thread of a queue lets go of what it ran after it has told of the end */
    }
    CHECK_EQUAL(sm_living(), before);
}

#define TEST(name) \
    static void name##_body(void); \
    static void name(void) { \
        with_device(name##_body); \
    } \
    static void name##_body(void)

TEST(describes_the_device) {
    char name[64];
    uint64_t length;
    smelt_device_limits limits;
    ok(smelt_device_name(device, name, sizeof name, &length, &error));
    CHECK_TEXT(name, "Software Metal");
    ok(smelt_device_get_limits(device, &limits, &error));
    CHECK_EQUAL(limits.max_threads_per_threadgroup[0], 1024);
    CHECK_EQUAL(limits.max_threadgroup_memory, 32768);
    CHECK_EQUAL(limits.read_write_textures, 2);
}

/* y = a x + y twice, the second time with what the first left. */
static void saxpy_twice(smelt_pipeline saxpy, smelt_buffer x, smelt_buffer y, uint32_t count) {
    tape_begin(&subject);
    for (int i = 0; i < 2; i++) {
        float a = 2;
        tape_dispatch(&subject, saxpy, count);
        tape_bind(&subject, x, 0, 0);
        tape_bind(&subject, y, 1, 0)->flags = SMELT_BINDING_WRITTEN;
        memcpy(tape_uniforms(&subject, 2, 4), &a, sizeof a);
    }
}

TEST(computes) {
    smelt_pipeline saxpy = pipeline("saxpy");
    smelt_buffer x = buffer(4000), y = buffer(4000);
    for (int i = 0; i < 1000; i++) {
        ((float *) contents(x))[i] = (float) i;
    }
    saxpy_twice(saxpy, x, y, 999);
    run();
    for (int i = 0; i < 1000; i++) {
        CHECK(((float *) contents(y))[i] == (i < 999 ? 4 * (float) i : 0));
    }
    smelt_close(saxpy);
    smelt_close(x);
    smelt_close(y);
}

TEST(takes_no_time_for_nothing) {
    smelt_submission_times times;
    tape_begin(&subject);
    smelt_submission submission = submit();
    ok(smelt_submission_wait(submission, 60 * SECOND, &error));
    ok(smelt_submission_get_times(submission, &times, &error));
    CHECK(times.gpu_start == 0 && times.gpu_end == 0);
    smelt_close(submission);
}

/* A structure's alignment is 16 and Metal wants all of it bound: so the bridge binds the padding of uniforms too. */
TEST(binds_structs_whole) {
    smelt_pipeline shape = pipeline("shape");
    smelt_buffer y = buffer(64);
    float parameters[9] = {0, 1, 2, 3, 4, 5, 6, 7, 8};
    tape_begin(&subject);
    tape_dispatch(&subject, shape, 16);
    tape_bind(&subject, y, 1, 0)->flags = SMELT_BINDING_WRITTEN;
    memcpy(tape_uniforms(&subject, 0, sizeof parameters), parameters, sizeof parameters);
    run();
    CHECK(((float *) contents(y))[15] == 8);
    smelt_close(shape);
    smelt_close(y);
}

/* Metal's validation wants room for one element behind every pointer, also of an array without elements. */
TEST(binds_empty_arrays_of_large_structures) {
    smelt_pipeline records = pipeline("records");
    smelt_buffer none = buffer(0), y = buffer(64);
    tape_begin(&subject);
    tape_dispatch(&subject, records, 16);
    tape_bind(&subject, none, 0, 0);
    tape_bind(&subject, y, 1, 0)->flags = SMELT_BINDING_WRITTEN;
    run();
    CHECK(((float *) contents(y))[15] == 16);
    smelt_close(records);
    smelt_close(none);
    smelt_close(y);
}

static void check_textures(void) {
    smelt_pipeline invert = pipeline("invert");
    smelt_texture from = 0, to = 0;
    float in[15], out[15];
    for (int i = 0; i < 15; i++) {
        in[i] = (float) i / 16;
    }
    ok(smelt_texture_create(device, SMELT_R32_FLOAT, 5, 3, "from", &from, &error));
    ok(smelt_texture_create(device, SMELT_R32_FLOAT, 5, 3, "to", &to, &error));
    ok(smelt_texture_write(from, 0, 0, 5, 3, in, 20, &error));
    tape_begin(&subject);
    smelt_tape_dispatch *dispatch = tape_dispatch(&subject, invert, 5);
    dispatch->grid[1] = 3;
    tape_texture(&subject, from, 0, 0);
    tape_texture(&subject, to, 1, SMELT_BINDING_WRITTEN);
    run();
    ok(smelt_texture_read(to, 0, 0, 5, 3, out, 20, &error));
    for (int i = 0; i < 15; i++) {
        CHECK(out[i] == 1 - in[i]);
    }
    smelt_close(invert);
    smelt_close(from);
    smelt_close(to);
}

TEST(computes_on_textures) {
    check_textures();
}

TEST(computes_on_textures_of_intel) {
    software_metal_set_faults("intel");
    check_textures();
}

/* What Metal's validation refuses is an exception there, and a status here. */
TEST(turns_refusals_into_statuses) {
    smelt_pipeline saxpy = pipeline("saxpy");
    smelt_buffer x = buffer(64);
    smelt_submission none;
    tape_begin(&subject);
    tape_dispatch(&subject, saxpy, 16);
    tape_bind(&subject, x, 0, 0);
    expect(smelt_submit(device, subject.bytes, subject.length, NULL, &none, &error), SMELT_EXCEPTION,
           "missing Buffer binding at index 1 for y[0]");
    smelt_close(saxpy);
    smelt_close(x);
}

TEST(tells_every_error_of_execution) {
    smelt_pipeline saxpy = pipeline("saxpy"), count = pipeline("count");
    smelt_buffer x = buffer(64), y = buffer(64);
    int codes[] = {1, 2, 3, 7, 8, 9, 10, 12, 14};
    for (int i = 0; i < 9; i++) {
        char faults[40];
        uint32_t pending;
        snprintf(faults, sizeof faults, "execution=%d,at=2", codes[i]);
        software_metal_set_faults(faults);
        saxpy_twice(saxpy, x, y, 16);
        tape_dispatch(&subject, count, 16);
        tape_bind(&subject, y, 0, 0)->flags = SMELT_BINDING_WRITTEN;
        smelt_submission submission = submit();
        CHECK_EQUAL(smelt_submission_wait(submission, 60 * SECOND, &error), SMELT_EXECUTION_FAILED);
        CHECK_TEXT(smelt_error_domain(error), "MTLCommandBufferErrorDomain");
        CHECK_EQUAL(smelt_error_domain_code(error), codes[i]);
        CHECK_TEXT(smelt_error_kernel(error), "count");
        CHECK_EQUAL(smelt_error_dispatch(error), 2);
        CHECK_EQUAL(smelt_error_encoder_state(error), SMELT_ENCODER_FAULTED);
        smelt_close(error);
        error = 0;
        ok(smelt_buffer_pending(y, &pending, &error));
        CHECK_EQUAL(pending, 0);
        smelt_close(submission);
        software_metal_set_faults("");
        saxpy_twice(saxpy, x, y, 16);
        run(); /* the device goes on */
    }
    smelt_close(saxpy);
    smelt_close(count);
    smelt_close(x);
    smelt_close(y);
}

TEST(opens_another_device_when_one_is_gone) {
    int codes[] = {4, 11};
    for (int i = 0; i < 2; i++) {
        char faults[40];
        snprintf(faults, sizeof faults, "execution=%d", codes[i]);
        smelt_pipeline count = pipeline("count");
        smelt_buffer y = buffer(64);
        tape_begin(&subject);
        tape_dispatch(&subject, count, 16);
        tape_bind(&subject, y, 0, 0)->flags = SMELT_BINDING_WRITTEN;
        software_metal_set_faults(faults);
        smelt_submission submission = submit();
        expect(smelt_submission_wait(submission, 60 * SECOND, &error), SMELT_EXECUTION_FAILED, "");
        smelt_close(submission);
        software_metal_set_faults("");
        submission = submit();
        expect(smelt_submission_wait(submission, 60 * SECOND, &error), SMELT_EXECUTION_FAILED, "");
        smelt_close(submission);
        smelt_close(count);
        smelt_close(y);
        tear_down();
        set_up();
    }
}

TEST(waits_for_what_hangs) {
    smelt_pipeline count = pipeline("count");
    smelt_buffer y = buffer(64);
    int32_t state;
    tape_begin(&subject);
    tape_dispatch(&subject, count, 16);
    tape_bind(&subject, y, 0, 0)->flags = SMELT_BINDING_WRITTEN;
    software_metal_set_faults("hang");
    smelt_submission submission = submit();
    expect(smelt_submission_wait(submission, SECOND / 50, &error), SMELT_TIMED_OUT, "");
    ok(smelt_submission_get_state(submission, &state, &error));
    CHECK_EQUAL(state, SMELT_RUNNING);
    smelt_close(y); /* it is kept */
    software_metal_set_faults("late=20");
    ok(smelt_submission_wait(submission, -1, &error));
    smelt_close(submission);
    smelt_close(count);
}

TEST(tells_what_cannot_be_made) {
    smelt_handle made;
    software_metal_set_faults("no-device");
    expect(smelt_device_open(SMELT_DEFAULT_DEVICE, &made, &error), SMELT_NO_DEVICE, "no Metal device");
    software_metal_set_faults("no-queue");
    expect(smelt_device_open(SMELT_DEFAULT_DEVICE, &made, &error), SMELT_OUT_OF_MEMORY, "queue");
    software_metal_set_faults("no-default-device");
    ok(smelt_device_open(SMELT_DEFAULT_DEVICE, &made, &error));
    smelt_close(made);
    software_metal_set_faults("memory=5000");
    expect(smelt_buffer_create(device, 6000, NULL, &made, &error), SMELT_OUT_OF_MEMORY, "6000 bytes");
    expect(smelt_texture_create(device, SMELT_R32_FLOAT, 50, 50, NULL, &made, &error), SMELT_OUT_OF_MEMORY, "50 x 50");
    software_metal_set_faults("no-compile");
    expect(smelt_library_compile(device, "x", 1, SMELT_MSL_3_1, 0, NULL, &made, &error), SMELT_COMPILE_FAILED,
           "internal error");
    software_metal_set_faults("no-load");
    expect(smelt_library_load(device, "FAKE", 4, NULL, &made, &error), SMELT_LIBRARY_FAILED, "Invalid library file");
    software_metal_set_faults("no-pipeline");
    expect(smelt_pipeline_create(library, "count", &made, &error), SMELT_PIPELINE_FAILED, "internal error");
    software_metal_set_faults("");
    smelt_pipeline count = pipeline("count");
    smelt_buffer y = buffer(64);
    tape_begin(&subject);
    tape_dispatch(&subject, count, 16);
    tape_bind(&subject, y, 0, 0)->flags = SMELT_BINDING_WRITTEN;
    software_metal_set_faults("no-commands");
    expect(smelt_submit(device, subject.bytes, subject.length, NULL, &made, &error), SMELT_OUT_OF_MEMORY, "command");
    software_metal_set_faults("no-encoder");
    expect(smelt_submit(device, subject.bytes, subject.length, NULL, &made, &error), SMELT_EXCEPTION, "encoder");
    software_metal_set_faults("");
    run();
    smelt_close(count);
    smelt_close(y);
}

TEST(tells_the_compilers_errors) {
    smelt_library made;
    CHECK_EQUAL(
            smelt_library_compile(
                    device, WRONG_KERNELS, strlen(WRONG_KERNELS), SMELT_MSL_3_1, 0, "wrong", &made, &error),
            SMELT_COMPILE_FAILED);
    CHECK_TEXT(smelt_error_domain(error), "MTLLibraryErrorDomain");
    CHECK_EQUAL(smelt_error_domain_code(error), 3);
    expect(SMELT_COMPILE_FAILED, SMELT_COMPILE_FAILED, "program_source:3:12: error: use of undeclared identifier");
}

TEST(keeps_pipelines_between_runs) {
    char folder[] = "/tmp/smelt-whole-XXXXXX", command[64];
    smelt_archive_statistics statistics;
    CHECK(mkdtemp(folder) != NULL);
    for (int i = 0; i < 2; i++) {
        smelt_archive archive = 0;
        smelt_pipeline count = 0;
        ok(smelt_archive_open(device, folder, "test", &archive, &error));
        ok(smelt_pipeline_create_cached(library, "count", archive, &count, &error));
        ok(smelt_archive_save(archive, &error));
        ok(smelt_archive_get_statistics(archive, &statistics, &error));
        CHECK_EQUAL(statistics.found, i);
        CHECK_EQUAL(statistics.added, 1 - i);
        smelt_close(count);
        smelt_close(archive);
    }
    software_metal_set_faults("no-archive-file");
    smelt_archive archive = 0;
    smelt_pipeline shape = 0;
    ok(smelt_archive_open(device, folder, "test", &archive, &error));
    ok(smelt_pipeline_create_cached(library, "shape", archive, &shape, &error));
    expect(smelt_archive_save(archive, &error), SMELT_ARCHIVE_FAILED, "cannot be serialized");
    smelt_close(shape);
    smelt_close(archive);
    expect(smelt_capture_begin(device, "/tmp/x.gputrace", &error), SMELT_UNSUPPORTED, "MTL_CAPTURE_ENABLED");
    snprintf(command, sizeof command, "rm -r %s", folder);
    CHECK_EQUAL(system(command), 0);
}

int main(void) {
#if __has_feature(address_sanitizer)
    __lsan_disable(); /* GNUstep keeps what it makes at first use */
    keeps_pipelines_between_runs();
    __lsan_enable();
#endif
    RUN(describes_the_device);
    RUN(computes);
    RUN(takes_no_time_for_nothing);
    RUN(binds_structs_whole);
    RUN(binds_empty_arrays_of_large_structures);
    RUN(computes_on_textures);
    RUN(computes_on_textures_of_intel);
    RUN(turns_refusals_into_statuses);
    RUN(tells_every_error_of_execution);
    RUN(opens_another_device_when_one_is_gone);
    RUN(waits_for_what_hangs);
    RUN(tells_what_cannot_be_made);
    RUN(tells_the_compilers_errors);
    RUN(keeps_pipelines_between_runs);
    return RESULT;
}
