/* Submissions through the C interface, as Java calls it, on a Metal that runs, fails, throws or waits when told to. */
#include <pthread.h>

#include "bridge.h"
#include "tapes.h"

static tape subject;

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

int main(void) {
    warm_up(warm_up_nothing);
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
    RUN(serves_many_threads);
    return RESULT;
}
