/* The whole bridge through its C interface, as Java calls it, on a Metal that misbehaves when told to. */
#include <pthread.h>
#include <sanitizer/lsan_interface.h>
#include <stdlib.h>
#include <unistd.h>

#include "check.h"
#include "scripted_metal.h"
#include "smelt.h"
#include "tapes.h"

#define SECOND INT64_C(1000000000)

static smelt_device device;
static smelt_library library;
static smelt_pipeline sigmoid, saxpy;
static smelt_error error;
static tape subject;

/* Expects a status; a failure must come with an error that says so, which is then closed. */
static void expect(int32_t status, int32_t wanted, const char *part) {
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

static void ok(int32_t status) {
    if (status != SMELT_OK) {
        fprintf(stderr, "%s\n", smelt_error_message(error));
    }
    expect(status, SMELT_OK, "");
}

static smelt_library compile(const char *text) {
    smelt_library made;
    ok(smelt_library_compile(
            device, text, strlen(text), SMELT_MSL_3_1, SMELT_MATH_SAFE, "Activations", &made, &error));
    return made;
}

static smelt_buffer new_buffer(uint64_t length) {
    smelt_buffer made;
    ok(smelt_buffer_create(device, length, "x", &made, &error));
    return made;
}

static void set_up(void) {
    scripted_metal_reset();
    ok(smelt_device_open(SMELT_DEFAULT_DEVICE, &device, &error));
    library = compile("kernel");
    ok(smelt_pipeline_create(library, "sigmoid", &sigmoid, &error));
    ok(smelt_pipeline_create(library, "saxpy", &saxpy, &error));
    scripted.notes[0] = '\0';
}

/* After which nothing may be left, neither of ours nor of Metal's. */
static void tear_down(void) {
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

TEST(opens_devices) {
    smelt_device other;
    uint32_t count;
    scripted.devices = 2;
    ok(smelt_device_count(&count, &error));
    CHECK_EQUAL(count, 2);
    ok(smelt_device_open(1, &other, &error));
    CHECK_EQUAL(smelt_close(other), SMELT_OK);
    expect(smelt_device_open(2, &other, &error), SMELT_NO_DEVICE, "index 2");
    CHECK_EQUAL(other, 0);
    expect(smelt_device_open(-2, &other, &error), SMELT_INVALID_ARGUMENT, "-2");
    scripted.no_default = true;
    ok(smelt_device_open(SMELT_DEFAULT_DEVICE, &other, &error));
    CHECK_EQUAL(smelt_close(other), SMELT_OK);
    scripted.devices = 0;
    ok(smelt_device_count(&count, &error));
    CHECK_EQUAL(count, 0);
    expect(smelt_device_open(SMELT_DEFAULT_DEVICE, &other, &error), SMELT_NO_DEVICE, "no Metal device");
    expect(smelt_device_open(0, &other, &error), SMELT_NO_DEVICE, "index 0");
    scripted.devices = 1;
    scripted.nil_at = "newCommandQueue";
    expect(smelt_device_open(0, &other, &error), SMELT_OUT_OF_MEMORY, "queue");
}

TEST(describes_devices) {
    char name[64];
    uint64_t length, bytes;
    ok(smelt_device_name(device, name, sizeof name, &length, &error));
    CHECK_EQUAL(length, strlen("Scripted GPU \xc3\xa9"));
    CHECK_TEXT(name, "Scripted GPU \xc3\xa9");
    ok(smelt_device_name(device, name, 5, &length, &error));
    CHECK_EQUAL(strcmp(name, "Scri"), 0);
    CHECK_EQUAL(length, strlen("Scripted GPU \xc3\xa9"));
    ok(smelt_device_name(device, NULL, 0, &length, &error));
    expect(smelt_device_name(device, NULL, 9, &length, &error), SMELT_INVALID_ARGUMENT, "no place");
    smelt_device_limits limits;
    ok(smelt_device_get_limits(device, &limits, &error));
    CHECK_EQUAL(limits.max_buffer_length, 1 << 20);
    CHECK_EQUAL(limits.max_threads_per_threadgroup[2], 64);
    CHECK_EQUAL(limits.page_size, sysconf(_SC_PAGESIZE));
    CHECK_EQUAL(limits.unified_memory, 1);
    ok(smelt_device_allocated(device, &bytes, &error));
    CHECK_EQUAL(bytes, 12345);
}

TEST(allocates_buffers) {
    smelt_buffer buffer = new_buffer(1000);
    void *contents;
    uint64_t length;
    ok(smelt_buffer_contents(buffer, &contents, &length, &error));
    CHECK_EQUAL(length, 1000);
    memset(contents, 1, 1000);
    CHECK_EQUAL(smelt_close(buffer), SMELT_OK);
    expect(smelt_buffer_contents(buffer, &contents, &length, &error), SMELT_INVALID_HANDLE, "is not open");

    buffer = new_buffer(0);
    ok(smelt_buffer_contents(buffer, &contents, &length, &error));
    CHECK_EQUAL(length, 0);
    CHECK(contents != NULL);
    CHECK_EQUAL(smelt_close(buffer), SMELT_OK);

    expect(smelt_buffer_create(device, (1 << 20) + 1, "big", &buffer, &error), SMELT_BUFFER_TOO_LARGE, "1048576");
    expect(smelt_buffer_create(device, UINT64_MAX, "big", &buffer, &error), SMELT_BUFFER_TOO_LARGE, "at most");
    scripted.nil_at = "newBufferWithLength:options:";
    CHECK_EQUAL(smelt_buffer_create(device, 8, "mine", &buffer, &error), SMELT_OUT_OF_MEMORY);
    CHECK_TEXT(smelt_error_label(error), "mine");
    expect(SMELT_OUT_OF_MEMORY, SMELT_OUT_OF_MEMORY, "12345");
    CHECK_EQUAL(buffer, 0);
}

TEST(wraps_memory) {
    uint64_t page = (uint64_t) sysconf(_SC_PAGESIZE), length;
    uint8_t *memory = aligned_alloc(page, 2 * page);
    smelt_buffer buffer;
    void *contents;
    ok(smelt_buffer_wrap(device, memory, page, NULL, &buffer, &error));
    ok(smelt_buffer_contents(buffer, &contents, &length, &error));
    CHECK(contents == memory);
    CHECK_EQUAL(smelt_close(buffer), SMELT_OK);
    expect(smelt_buffer_wrap(device, memory + 8, page, NULL, &buffer, &error), SMELT_INVALID_ARGUMENT, "page");
    expect(smelt_buffer_wrap(device, memory, page + 8, NULL, &buffer, &error), SMELT_INVALID_ARGUMENT, "page");
    expect(smelt_buffer_wrap(device, memory, 0, NULL, &buffer, &error), SMELT_INVALID_ARGUMENT, "page");
    expect(smelt_buffer_wrap(device, NULL, page, NULL, &buffer, &error), SMELT_INVALID_ARGUMENT, "memory is NULL");
    free(memory);
}

TEST(compiles_libraries) {
    smelt_library made;
    uint64_t length;
    char log[100];
    ok(smelt_library_compile(device, "doubtful", 8, SMELT_MSL_3_2, SMELT_MATH_FAST, NULL, &made, &error));
    CHECK_TEXT(scripted.notes, "compile(30002, 2, 0)");
    ok(smelt_library_log(made, log, sizeof log, &length, &error));
    CHECK_TEXT(log, "warning: doubtful");
    CHECK_EQUAL(smelt_close(made), SMELT_OK);
    ok(smelt_library_log(library, log, sizeof log, &length, &error));
    CHECK_EQUAL(length, 0);

    ok(smelt_library_compile(device, "kernel", 6, SMELT_MSL_3_1, SMELT_MATH_SAFE, NULL, &made, &error));
    CHECK_TEXT(scripted.notes, "compile(30001, 0, 1)");
    CHECK_EQUAL(smelt_close(made), SMELT_OK);

    CHECK_EQUAL(
            smelt_library_compile(device, "wrong", 5, SMELT_MSL_3_1, SMELT_MATH_SAFE, "A", &made, &error),
            SMELT_COMPILE_FAILED);
    CHECK_TEXT(smelt_error_domain(error), "MTLLibraryErrorDomain");
    CHECK_EQUAL(smelt_error_domain_code(error), 3);
    CHECK_TEXT(smelt_error_label(error), "A");
    expect(SMELT_COMPILE_FAILED, SMELT_COMPILE_FAILED, "program_source:3:5");

    expect(smelt_library_compile(device, "x\xff", 2, SMELT_MSL_3_1, SMELT_MATH_SAFE, NULL, &made, &error),
           SMELT_INVALID_ARGUMENT, "UTF-8");
    expect(smelt_library_compile(device, "x", 1, 7, SMELT_MATH_SAFE, NULL, &made, &error), SMELT_INVALID_ARGUMENT,
           "version");
    expect(smelt_library_compile(device, "x", 1, SMELT_MSL_3_1, 2, NULL, &made, &error), SMELT_INVALID_ARGUMENT,
           "math mode");
}

TEST(loads_libraries) {
    smelt_library made;
    ok(smelt_library_load(device, "MTLB", 4, "A", &made, &error));
    CHECK_EQUAL(smelt_close(made), SMELT_OK);
    expect(smelt_library_load(device, "MTLB", 0, "A", &made, &error), SMELT_LIBRARY_FAILED, "no bytes");
    scripted.nil_at = "newLibraryWithData:error:";
    expect(smelt_library_load(device, "MTLB", 4, "A", &made, &error), SMELT_LIBRARY_FAILED, "invalid library file");
    scripted.throw_at = "newLibraryWithData:error:"; /* what dispatch_data holds must go all the same */
    expect(smelt_library_load(device, "MTLB", 4, "A", &made, &error), SMELT_EXCEPTION, "thrown by newLibraryWithData");
}

TEST(makes_pipelines) {
    smelt_pipeline made;
    smelt_pipeline_limits limits;
    ok(smelt_pipeline_get_limits(sigmoid, &limits, &error));
    CHECK_EQUAL(limits.max_threads_per_threadgroup, 512);
    CHECK_EQUAL(limits.simdgroup_width, 32);
    CHECK_EQUAL(limits.threadgroup_memory, 1024);
    CHECK_EQUAL(smelt_pipeline_create(library, "tanh", &made, &error), SMELT_NO_FUNCTION);
    CHECK_TEXT(smelt_error_kernel(error), "tanh");
    CHECK_TEXT(smelt_error_label(error), "Activations");
    expect(SMELT_NO_FUNCTION, SMELT_NO_FUNCTION, "it has: sigmoid, saxpy");
    expect(smelt_pipeline_create(library, "vertices", &made, &error), SMELT_NO_FUNCTION, "no kernel vertices");
    expect(smelt_pipeline_create(library, "\xff", &made, &error), SMELT_INVALID_ARGUMENT, "UTF-8");
    scripted.nil_at = "newComputePipelineStateWithDescriptor:options:reflection:error:";
    expect(smelt_pipeline_create(library, "saxpy", &made, &error), SMELT_PIPELINE_FAILED, "too many registers");
}

/* sigmoid over a buffer with uniforms, then saxpy. */
static void write_tape(smelt_buffer buffer) {
    tape_begin(&subject);
    tape_dispatch(&subject, sigmoid, 1000);
    tape_bind(&subject, buffer, 0, 0);
    tape_bind(&subject, buffer, 1, 8)->flags = SMELT_BINDING_WRITTEN;
    tape_uniforms(&subject, 2, 20)[0] = 42;
    smelt_tape_dispatch *dispatch = tape_dispatch(&subject, saxpy, 640);
    dispatch->grid[1] = 480;
    tape_bind(&subject, buffer, 0, 0);
}

static smelt_submission submit(void) {
    smelt_submission made;
    ok(smelt_submit(device, subject.bytes, subject.length, "test", &made, &error));
    memset(subject.bytes, 0xFF, subject.length); /* the tape is the caller's again */
    return made;
}

TEST(runs_submissions) {
    smelt_buffer buffer = new_buffer(256);
    write_tape(buffer);
    smelt_submission run = submit();
    ok(smelt_submission_wait(run, -1, &error));
    CHECK_TEXT(
            scripted.notes,
            "detailed serial pipeline(sigmoid) buffer(256+0 at 0) buffer(256+8 at 1) bytes(32 at 2: 42) "
            "dispatch(1000x1x1 by 256x1x1) pipeline(saxpy) buffer(256+0 at 0) dispatch(640x480x1 by 32x8x1) end "
            "commit(test/sigmoid, saxpy) ");
    int32_t state;
    smelt_submission_times times;
    ok(smelt_submission_get_state(run, &state, &error));
    CHECK_EQUAL(state, SMELT_COMPLETED);
    ok(smelt_submission_get_times(run, &times, &error));
    CHECK(times.gpu_start == 1.5 && times.gpu_end == 2.25);
    CHECK_EQUAL(smelt_close(run), SMELT_OK);
    CHECK_EQUAL(smelt_close(buffer), SMELT_OK);
}

TEST(runs_empty_tapes) {
    tape_begin(&subject);
    smelt_submission run = submit();
    ok(smelt_submission_wait(run, SECOND * 60, &error));
    CHECK(strstr(scripted.notes, "serial") == NULL);
    CHECK_EQUAL(smelt_close(run), SMELT_OK);
}

TEST(puts_long_uniforms_into_buffers) {
    tape_begin(&subject);
    tape_dispatch(&subject, sigmoid, 1);
    tape_uniforms(&subject, 0, 4096);
    tape_dispatch(&subject, sigmoid, 1);
    tape_uniforms(&subject, 0, 4100);
    smelt_submission run = submit();
    ok(smelt_submission_wait(run, -1, &error));
    CHECK_TEXT(scripted.notes, "bytes(4096 at 0: 0)");
    CHECK_TEXT(scripted.notes, "buffer(4112+0 at 0)");
    CHECK_EQUAL(smelt_close(run), SMELT_OK);

    tape_begin(&subject);
    tape_dispatch(&subject, sigmoid, 1);
    tape_uniforms(&subject, 0, 4100);
    scripted.nil_at = "newBufferWithBytes:length:options:";
    expect(smelt_submit(device, subject.bytes, subject.length, NULL, &run, &error), SMELT_EXCEPTION, "uniforms");
}

TEST(waits_in_time) {
    smelt_buffer buffer = new_buffer(256);
    scripted.hold = true;
    write_tape(buffer);
    smelt_submission run = submit();
    expect(smelt_submission_wait(run, 0, &error), SMELT_TIMED_OUT, "");
    expect(smelt_submission_wait(run, SECOND / 100, &error), SMELT_TIMED_OUT, "");
    int32_t state;
    uint32_t pending;
    smelt_submission_times times;
    ok(smelt_submission_get_state(run, &state, &error));
    CHECK_EQUAL(state, SMELT_RUNNING);
    expect(smelt_submission_get_times(run, &times, &error), SMELT_NOT_COMPLETED, "not completed");
    ok(smelt_buffer_pending(buffer, &pending, &error));
    CHECK_EQUAL(pending, 1);
    scripted_metal_complete();
    ok(smelt_submission_wait(run, SECOND * 60, &error));
    ok(smelt_buffer_pending(buffer, &pending, &error));
    CHECK_EQUAL(pending, 0);
    CHECK_EQUAL(smelt_close(run), SMELT_OK);
    CHECK_EQUAL(smelt_close(buffer), SMELT_OK);
}

/* Java may close everything at once; the GPU still needs it. */
TEST(outlives_closed_handles) {
    smelt_buffer buffer = new_buffer(256);
    scripted.hold = true;
    write_tape(buffer);
    smelt_submission run = submit();
    smelt_handle all[] = {buffer, sigmoid, saxpy, library, device, run};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        CHECK_EQUAL(smelt_close(all[i]), SMELT_OK);
    }
    CHECK_EQUAL(smelt_open_handles(), 0);
    scripted_metal_complete();
}

static void *wait_for_it(void *run) {
    CHECK_EQUAL(smelt_submission_wait(*(smelt_submission *) run, -1, NULL), SMELT_OK);
    return NULL;
}

TEST(lets_many_threads_wait) {
    scripted.hold = true;
    tape_begin(&subject);
    smelt_submission run = submit();
    pthread_t threads[4];
    for (int i = 0; i < 4; i++) {
        pthread_create(&threads[i], NULL, wait_for_it, &run);
    }
    usleep(20000);
    CHECK_EQUAL(smelt_close(run), SMELT_OK); /* under those who wait */
    scripted_metal_complete();
    for (int i = 0; i < 4; i++) {
        pthread_join(threads[i], NULL);
    }
}

TEST(reports_failures) {
    smelt_buffer buffer = new_buffer(256);
    scripted.fail_with = 2;
    scripted.name_encoder = true;
    write_tape(buffer);
    smelt_submission run = submit();
    for (int i = 0; i < 2; i++) { /* each time one asks */
        CHECK_EQUAL(smelt_submission_wait(run, -1, &error), SMELT_EXECUTION_FAILED);
        CHECK_TEXT(smelt_error_domain(error), "MTLCommandBufferErrorDomain");
        CHECK_EQUAL(smelt_error_domain_code(error), 2);
        CHECK_TEXT(smelt_error_kernel(error), "saxpy");
        CHECK_EQUAL(smelt_error_dispatch(error), 1);
        CHECK_EQUAL(smelt_error_encoder_state(error), SMELT_ENCODER_FAULTED);
        CHECK_TEXT(smelt_error_label(error), "test");
        CHECK_TEXT(smelt_error_message(error), "run a smaller grid at a time");
        expect(SMELT_EXECUTION_FAILED, SMELT_EXECUTION_FAILED, "the GPU is unwell");
    }
    int32_t state;
    ok(smelt_submission_get_state(run, &state, &error));
    CHECK_EQUAL(state, SMELT_FAILED);
    CHECK_EQUAL(smelt_close(run), SMELT_OK);

    scripted.name_encoder = false; /* Metal says nothing: two kernels, neither is blamed */
    write_tape(buffer);
    run = submit();
    CHECK_EQUAL(smelt_submission_wait(run, -1, &error), SMELT_EXECUTION_FAILED);
    CHECK_EQUAL(strlen(smelt_error_kernel(error)), 0);
    CHECK_EQUAL(smelt_error_dispatch(error), -1);
    expect(SMELT_EXECUTION_FAILED, SMELT_EXECUTION_FAILED, "unwell");
    CHECK_EQUAL(smelt_close(run), SMELT_OK);
    CHECK_EQUAL(smelt_close(buffer), SMELT_OK);
}

TEST(refuses_wrong_tapes) {
    smelt_buffer buffer = new_buffer(256);
    smelt_submission run;
    write_tape(buffer);
    subject.last->threadgroup[0] = 513;
    subject.last->threadgroup[1] = subject.last->threadgroup[2] = 1;
    CHECK_EQUAL(
            smelt_submit(device, subject.bytes, subject.length, "test", &run, &error), SMELT_THREADGROUP_TOO_LARGE);
    CHECK_TEXT(smelt_error_kernel(error), "saxpy");
    CHECK_EQUAL(smelt_error_dispatch(error), 1);
    expect(SMELT_THREADGROUP_TOO_LARGE, SMELT_THREADGROUP_TOO_LARGE, "at most 512");
    CHECK_EQUAL(run, 0);
    expect(smelt_submit(device, NULL, 8, NULL, &run, &error), SMELT_INVALID_ARGUMENT, "tape is NULL");
    smelt_device other;
    ok(smelt_device_open(0, &other, &error));
    write_tape(buffer);
    expect(smelt_submit(other, subject.bytes, subject.length, NULL, &run, &error), SMELT_WRONG_DEVICE, "another device");
    CHECK_EQUAL(strlen(scripted.notes), 0);
    CHECK_EQUAL(smelt_close(other), SMELT_OK);
    CHECK_EQUAL(smelt_close(buffer), SMELT_OK);
}

/* Wherever Metal throws, a status comes back and nothing is lost. */
TEST(survives_exceptions) {
    static const char *const selectors[] = {
        "commandBufferWithDescriptor:", "computeCommandEncoderWithDispatchType:", "setComputePipelineState:",
        "dispatchThreads:threadsPerThreadgroup:", "commit"};
    smelt_buffer buffer = new_buffer(256);
    for (size_t i = 0; i < sizeof selectors / sizeof *selectors; i++) {
        smelt_submission run = 99;
        uint32_t pending;
        scripted.throw_at = selectors[i];
        write_tape(buffer);
        CHECK_EQUAL(smelt_submit(device, subject.bytes, subject.length, "t", &run, &error), SMELT_EXCEPTION);
        CHECK_TEXT(smelt_error_domain(error), "ScriptedException");
        expect(SMELT_EXCEPTION, SMELT_EXCEPTION, selectors[i]);
        CHECK_EQUAL(run, 0);
        ok(smelt_buffer_pending(buffer, &pending, &error));
        CHECK_EQUAL(pending, 0);
    }
    scripted.throw_at = NULL;
    scripted.nil_at = "commandBufferWithDescriptor:";
    smelt_submission run;
    write_tape(buffer);
    expect(smelt_submit(device, subject.bytes, subject.length, "t", &run, &error), SMELT_OUT_OF_MEMORY, "command");
    scripted.nil_at = "computeCommandEncoderWithDispatchType:";
    expect(smelt_submit(device, subject.bytes, subject.length, "t", &run, &error), SMELT_EXCEPTION, "encoder");
    scripted.nil_at = NULL;
    scripted.throw_at = "name";
    uint64_t length;
    expect(smelt_device_name(device, NULL, 0, &length, &error), SMELT_EXCEPTION, "thrown by name");
    CHECK_EQUAL(smelt_close(buffer), SMELT_OK);
}

/* An exception in the completion handler: it still completes, as failed. */
TEST(survives_exceptions_at_completion) {
    scripted.fail_with = 3;
    scripted.throw_at = "error";
    tape_begin(&subject);
    smelt_submission run = submit();
    expect(smelt_submission_wait(run, SECOND * 60, &error), SMELT_EXECUTION_FAILED, "the GPU did not run");
    CHECK_EQUAL(smelt_close(run), SMELT_OK);
}

TEST(refuses_nulls_and_wrong_handles) {
    uint64_t length;
    uint32_t number;
    int32_t state;
    smelt_handle handle;
    smelt_device_limits limits;
    smelt_pipeline_limits pipeline_limits;
    smelt_submission_times times;
    void *contents;
    expect(smelt_device_count(NULL, &error), SMELT_INVALID_ARGUMENT, "count is NULL");
    expect(smelt_device_open(0, NULL, &error), SMELT_INVALID_ARGUMENT, "device is NULL");
    expect(smelt_device_get_limits(device, NULL, &error), SMELT_INVALID_ARGUMENT, "limits is NULL");
    expect(smelt_device_allocated(device, NULL, &error), SMELT_INVALID_ARGUMENT, "bytes is NULL");
    expect(smelt_buffer_create(device, 8, NULL, NULL, &error), SMELT_INVALID_ARGUMENT, "buffer is NULL");
    expect(smelt_library_compile(device, NULL, 0, SMELT_MSL_3_1, 0, NULL, &handle, &error), SMELT_INVALID_ARGUMENT,
           "source is NULL");
    expect(smelt_library_load(device, NULL, 9, NULL, &handle, &error), SMELT_INVALID_ARGUMENT, "bytes is NULL");
    expect(smelt_pipeline_create(library, NULL, &handle, &error), SMELT_INVALID_ARGUMENT, "function is NULL");
    expect(smelt_submit(device, NULL, 0, NULL, NULL, &error), SMELT_INVALID_ARGUMENT, "submission is NULL");
    smelt_handle wrong[] = {0, 77, library, UINT64_MAX};
    for (int i = 0; i < 4; i++) {
        smelt_handle it = wrong[i];
        expect(smelt_device_name(it, NULL, 0, &length, &error), SMELT_INVALID_HANDLE, "");
        expect(smelt_device_get_limits(it, &limits, &error), SMELT_INVALID_HANDLE, "");
        expect(smelt_device_allocated(it, &length, &error), SMELT_INVALID_HANDLE, "");
        expect(smelt_buffer_create(it, 8, NULL, &handle, &error), SMELT_INVALID_HANDLE, "");
        expect(smelt_buffer_contents(it, &contents, &length, &error), SMELT_INVALID_HANDLE, "");
        expect(smelt_buffer_pending(it, &number, &error), SMELT_INVALID_HANDLE, "");
        expect(smelt_library_compile(it, "x", 1, SMELT_MSL_3_1, 0, NULL, &handle, &error), SMELT_INVALID_HANDLE, "");
        expect(smelt_library_load(it, "x", 1, NULL, &handle, &error), SMELT_INVALID_HANDLE, "");
        expect(smelt_library_log(device, NULL, 0, &length, &error), SMELT_INVALID_HANDLE, "is a device, not a library");
        expect(smelt_pipeline_create(device, "x", &handle, &error), SMELT_INVALID_HANDLE, "is a device");
        expect(smelt_pipeline_get_limits(it, &pipeline_limits, &error), SMELT_INVALID_HANDLE, "");
        expect(smelt_submit(it, subject.bytes, 0, NULL, &handle, &error), SMELT_INVALID_HANDLE, "");
        expect(smelt_submission_wait(it, 0, &error), SMELT_INVALID_HANDLE, "");
        expect(smelt_submission_get_state(it, &state, &error), SMELT_INVALID_HANDLE, "");
        expect(smelt_submission_get_times(it, &times, &error), SMELT_INVALID_HANDLE, "");
    }
    CHECK_EQUAL(smelt_submission_wait(0, 0, NULL), SMELT_INVALID_HANDLE); /* nobody wants the error */
}

static void *submit_many(void *argument) {
    smelt_buffer buffer = *(smelt_buffer *) argument;
    tape *own = malloc(sizeof *own);
    for (int i = 0; i < 200; i++) {
        smelt_submission run;
        tape_begin(own);
        tape_dispatch(own, sigmoid, 100);
        tape_bind(own, buffer, 0, 0);
        CHECK_EQUAL(smelt_submit(device, own->bytes, own->length, NULL, &run, NULL), SMELT_OK);
        if (i % 2 == 0) {
            CHECK_EQUAL(smelt_submission_wait(run, -1, NULL), SMELT_OK);
        }
        CHECK_EQUAL(smelt_close(run), SMELT_OK);
    }
    free(own);
    return NULL;
}

TEST(serves_many_threads) {
    smelt_buffer buffer = new_buffer(256);
    pthread_t threads[4];
    for (int i = 0; i < 4; i++) {
        pthread_create(&threads[i], NULL, submit_many, &buffer);
    }
    for (int i = 0; i < 4; i++) {
        pthread_join(threads[i], NULL);
    }
    CHECK_EQUAL(smelt_close(buffer), SMELT_OK);
}

/* GNUstep makes tables and classes at first use and keeps them: that is no leak of ours. */
static void warm_up(void) {
#if __has_feature(address_sanitizer)
    __lsan_disable();
#endif
    set_up();
    tear_down();
#if __has_feature(address_sanitizer)
    __lsan_enable();
#endif
}

int main(void) {
    warm_up();
    CHECK_EQUAL(smelt_abi_version(), SMELT_ABI_VERSION);
    RUN(opens_devices);
    RUN(describes_devices);
    RUN(allocates_buffers);
    RUN(wraps_memory);
    RUN(compiles_libraries);
    RUN(loads_libraries);
    RUN(makes_pipelines);
    RUN(runs_submissions);
    RUN(runs_empty_tapes);
    RUN(puts_long_uniforms_into_buffers);
    RUN(waits_in_time);
    RUN(outlives_closed_handles);
    RUN(lets_many_threads_wait);
    RUN(reports_failures);
    RUN(refuses_wrong_tapes);
    RUN(survives_exceptions);
    RUN(survives_exceptions_at_completion);
    RUN(refuses_nulls_and_wrong_handles);
    RUN(serves_many_threads);
    return RESULT;
}
