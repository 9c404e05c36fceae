/*
 * Whatever the C interface is handed is answered with a status and a message, never with a crash. Pointers are NULL or
 * good for what is said of them, since no library can tell more; everything else is arbitrary.
 */
#include "fuzz.h"

#define ROUNDS 200000

#define FUNCTIONS 27

/* How often each function succeeded and failed: a test that never gets anywhere would show nothing. */
static uint32_t counts[FUNCTIONS][2];
static uint8_t *pages;
static char folder[] = "/tmp/smelt-fuzz-XXXXXX";
static tape subject;

/* What is true of every answer; closes the error, or keeps it. */
static void answered(int function, int32_t status) {
    CHECK(status >= SMELT_OK && status <= SMELT_ARCHIVE_FAILED);
    counts[function][status != SMELT_OK]++;
    if (status == SMELT_OK || status == SMELT_TIMED_OUT) {
        CHECK_EQUAL(error, 0);
        return;
    }
    CHECK(error != 0);
    CHECK_EQUAL(smelt_error_code(error), status);
    CHECK(strlen(smelt_error_message(error)) > 0);
    keep(ERROR, error);
    error = 0;
}

static void made(int function, int kind, int32_t status, smelt_handle handle) {
    answered(function, status);
    CHECK((status == SMELT_OK) == (handle != 0));
    if (handle != 0) {
        keep(kind, handle);
    }
}

static void read_errors(void) {
    smelt_handle any = any_handle(ERROR);
    int32_t code = smelt_error_code(any);
    CHECK(code > SMELT_OK && code <= SMELT_ARCHIVE_FAILED);
    size_t length = strlen(smelt_error_message(any)) + strlen(smelt_error_domain(any))
            + strlen(smelt_error_kernel(any)) + strlen(smelt_error_label(any));
    CHECK(code != SMELT_INVALID_HANDLE || length < 1000000);
    CHECK(smelt_error_dispatch(any) >= -1);
    CHECK(smelt_error_encoder_state(any) >= SMELT_ENCODER_UNKNOWN);
    smelt_error_domain_code(any);
}

static void read_texts(void) {
    uint64_t capacity = next_random(40), length = UINT64_MAX;
    char *into = one_in(8) ? NULL : malloc(capacity);
    int32_t status = one_in(2)
            ? smelt_device_name(any_handle(DEVICE), into, capacity, one_in(8) ? NULL : &length, &error)
            : smelt_library_log(any_handle(LIBRARY), into, capacity, one_in(8) ? NULL : &length, &error);
    answered(0, status);
    if (status == SMELT_OK && capacity > 0) {
        CHECK(memchr(into, 0, capacity) != NULL);
    }
    free(into);
}

static void ask_devices(void) {
    uint32_t count;
    uint64_t bytes;
    smelt_device_limits limits;
    smelt_device opened = 0;
    answered(1, smelt_device_count(one_in(8) ? NULL : &count, &error));
    answered(2, smelt_device_get_limits(any_handle(DEVICE), one_in(8) ? NULL : &limits, &error));
    answered(3, smelt_device_allocated(any_handle(DEVICE), one_in(8) ? NULL : &bytes, &error));
    if (one_in(4)) {
        int32_t index = one_in(2) ? (int32_t) any_number() : (int32_t) next_random(4) - 1;
        int32_t status = smelt_device_open(index, one_in(8) ? NULL : &opened, &error);
        made(4, DEVICE, status, opened);
    }
}

static void make_buffers(void) {
    smelt_buffer buffer = 0;
    if (one_in(2)) {
        uint64_t length = one_in(2) ? next_random(300) : any_number();
        int32_t status = smelt_buffer_create(
                any_handle(DEVICE), length, any_text("values"), one_in(16) ? NULL : &buffer, &error);
        made(5, BUFFER, status, buffer);
        return;
    }
    /* Nothing reads what is wrapped, so that lengths may be absurd. */
    uint64_t page = (uint64_t) sysconf(_SC_PAGESIZE);
    uint64_t length = one_in(2) ? page * next_random(3) : any_number();
    uint8_t *memory = one_in(8) ? NULL : pages + (one_in(4) ? next_random(64) : 0);
    int32_t status = smelt_buffer_wrap(
            any_handle(DEVICE), memory, length, any_text("pages"), one_in(16) ? NULL : &buffer, &error);
    answered(6, status);
    CHECK((status == SMELT_OK) == (buffer != 0));
    CHECK(status != SMELT_OK || (length % page == 0 && length > 0 && memory == pages));
    close_one(buffer); /* its bytes may be fewer than its length says */
}

static void use_buffers(void) {
    smelt_buffer buffer = any_handle(BUFFER);
    uint32_t pending = 1;
    void *contents = NULL;
    uint64_t length = 0;
    int32_t status = smelt_buffer_pending(buffer, one_in(8) ? NULL : &pending, &error);
    answered(7, status);
    status = smelt_buffer_contents(buffer, one_in(8) ? NULL : &contents, one_in(8) ? NULL : &length, &error);
    answered(8, status);
    if (status == SMELT_OK) {
        CHECK(contents != NULL);
        memset(contents, 1, pending == 0 ? length : 0);
    }
}

static void make_textures(void) {
    static const int32_t formats[] = {10, 53, 54, 55, 70, 115, 123, 124, 125, 0, -1, 80, INT32_MAX};
    smelt_texture texture = 0;
    uint32_t width = one_in(4) ? (uint32_t) any_number() : next_random(40);
    uint32_t height = one_in(4) ? (uint32_t) any_number() : next_random(40);
    if ((uint64_t) width * height > 1 << 22) {
        height |= UINT32_C(1) << 31; /* refused, rather than slow */
    }
    int32_t status = smelt_texture_create(
            any_handle(DEVICE), formats[next_random(13)], width, height, any_text("picture"),
            one_in(16) ? NULL : &texture, &error);
    made(9, TEXTURE, status, texture);
}

static void copy_pixels(void) {
    uint32_t pending;
    static uint8_t pixels[40 * 40 * 16 * 4];
    uint32_t at[4];
    for (int i = 0; i < 4; i++) {
        at[i] = one_in(8) ? (uint32_t) any_number() : next_random(20);
    }
    uint64_t row = one_in(4) ? any_number() : 16 * next_random(60);
    if (row < 1000000 && row * at[3] > sizeof pixels) {
        row = UINT64_MAX - row; /* more than there are bytes here would be a lie that nobody can tell */
    }
    smelt_texture texture = any_handle(TEXTURE);
    void *bytes = one_in(16) ? NULL : pixels;
    answered(10, smelt_texture_write(texture, at[0], at[1], at[2], at[3], bytes, row, &error));
    answered(11, smelt_texture_read(texture, at[0], at[1], at[2], at[3], bytes, row, &error));
    answered(12, smelt_texture_pending(texture, one_in(8) ? NULL : &pending, &error));
}

static void make_libraries(void) {
    static const char *const sources[] = {"kernel", "wrong", "doubtful", "", "\xff", "a\xc3", "\xed\xa0\x80"};
    static const uint32_t versions[] = {SMELT_MSL_3_0, SMELT_MSL_3_1, SMELT_MSL_3_2, SMELT_MSL_4_0, 0, 0x20004};
    smelt_library made_one = 0;
    const char *text = sources[next_random(7)];
    uint64_t length = strlen(text);
    char *source = malloc(length); /* without the zero at the end */
    memcpy(source, text, length);
    bool overflows = one_in(16);
    if (overflows) {
        length = UINT64_MAX - next_random(4096); /* no memory is that long, whatever begins at the pointer */
    }
    const char *given = one_in(16) ? NULL : source;
    int32_t status;
    if (one_in(2)) {
        status = smelt_library_compile(
                any_handle(DEVICE), given, length, versions[next_random(6)],
                one_in(8) ? (int32_t) any_number() : (int32_t) next_random(2), any_text("Activations"),
                one_in(16) ? NULL : &made_one, &error);
        made(13, LIBRARY, status, made_one);
    } else {
        status = smelt_library_load(
                any_handle(DEVICE), given, length, any_text("Activations"), one_in(16) ? NULL : &made_one, &error);
        made(14, LIBRARY, status, made_one);
    }
    CHECK(!overflows || status != SMELT_OK);
    free(source);
}

static void make_pipelines(void) {
    smelt_pipeline pipeline = 0, cached = 0;
    smelt_pipeline_limits limits;
    const char *name = one_in(2) ? "sigmoid" : "saxpy";
    int32_t status = smelt_pipeline_create(
            any_handle(LIBRARY), any_text(name), one_in(16) ? NULL : &pipeline, &error);
    made(15, PIPELINE, status, pipeline);
    status = smelt_pipeline_create_cached(
            any_handle(LIBRARY), any_text(name), any_handle(ARCHIVE), one_in(16) ? NULL : &cached, &error);
    made(16, PIPELINE, status, cached);
    answered(17, smelt_pipeline_get_limits(any_handle(PIPELINE), one_in(8) ? NULL : &limits, &error));
}

static void keep_archives(void) {
    smelt_archive archive = 0;
    smelt_archive_statistics statistics;
    const char *place = one_in(8) ? NULL : folder;
    int32_t status = smelt_archive_open(
            any_handle(DEVICE), place, any_text("demo.Activations"), one_in(16) ? NULL : &archive, &error);
    made(18, ARCHIVE, status, archive);
    answered(19, smelt_archive_get_statistics(any_handle(ARCHIVE), one_in(8) ? NULL : &statistics, &error));
    if (one_in(8)) {
        answered(20, smelt_archive_save(any_handle(ARCHIVE), &error));
    }
}

static void write_tape(void) {
    tape_begin(&subject);
    for (uint32_t dispatches = next_random(4); dispatches > 0; dispatches--) {
        smelt_tape_dispatch *dispatch = tape_dispatch(&subject, any_handle(PIPELINE), 1 + next_random(2000));
        dispatch->grid[1] = 1 + next_random(4);
        for (uint32_t i = next_random(4); i > 0; i--) {
            tape_bind(&subject, any_handle(BUFFER), i, 4 * next_random(8))->flags = next_random(2);
        }
        for (uint32_t i = next_random(3); i > 0; i--) {
            tape_texture(&subject, any_handle(TEXTURE), i, next_random(2));
        }
        if (one_in(2)) {
            tape_uniforms(&subject, 30, 4 * (1 + next_random(20)));
        }
    }
}

static void submit_tapes(void) {
    smelt_submission submission = 0;
    write_tape();
    uint64_t length = subject.length;
    uint8_t *bytes = NULL;
    if (one_in(2)) {
        bytes = malloc(length);
        memcpy(bytes, subject.bytes, length);
    } else if (!one_in(8)) {
        bytes = mutated(subject.bytes, subject.length, &length);
    }
    if (bytes != NULL && length >= sizeof(smelt_tape_header) && one_in(16)) {
        length = UINT64_MAX - next_random(4096);
        memcpy(bytes + 8, &length, sizeof length); /* as the tape says itself */
    }
    int32_t status = smelt_submit(
            any_handle(DEVICE), bytes, length, any_text("work"), one_in(16) ? NULL : &submission, &error);
    made(21, SUBMISSION, status, submission);
    free(bytes);
}

static void ask_submissions(void) {
    int32_t state;
    smelt_submission_times times;
    answered(22, smelt_submission_get_state(any_handle(SUBMISSION), one_in(8) ? NULL : &state, &error));
    answered(23, smelt_submission_get_times(any_handle(SUBMISSION), one_in(8) ? NULL : &times, &error));
    int64_t time = scripted.hold || one_in(2) ? (int64_t) next_random(2) : (int64_t) any_number();
    answered(24, smelt_submission_wait(any_handle(SUBMISSION), time, &error));
}

static void capture(void) {
    smelt_device captured = any_handle(DEVICE);
    answered(25, smelt_capture_begin(captured, any_text("/tmp/smelt-fuzz.gputrace"), &error));
    answered(26, smelt_capture_end(one_in(4) ? any_handle(DEVICE) : captured, &error));
}

static void without_errors(void) {
    /* The place for the error may be NULL as well. */
    CHECK(smelt_device_count(NULL, NULL) == SMELT_INVALID_ARGUMENT);
    CHECK(smelt_submission_wait(any_number() | 1, 0, NULL) >= SMELT_OK);
    close_one(any_handle((int) next_random(KINDS)));
}

static void round_of_calls(void) {
    static void (*const calls[])(void) = {
        read_errors, read_texts, ask_devices, make_buffers, use_buffers, make_textures, copy_pixels, make_libraries,
        make_pipelines, keep_archives, submit_tapes, submit_tapes, ask_submissions, capture, without_errors};
    for (int i = 0; i < ROUNDS && check_failures < 20; i++) {
        if (i % 100 == 0) {
            upset_metal();
        }
        calls[next_random(sizeof calls / sizeof *calls)]();
    }
}

TEST(answers_whatever_it_is_handed) {
    round_of_calls();
    scripted.throw_at = scripted.nil_at = NULL;
    scripted_metal_complete();
    for (int kind = 0; kind < KINDS; kind++) {
        for (int i = 0; i < POOL; i++) {
            smelt_close(open_ones[kind][i]);
            open_ones[kind][i] = 0;
        }
    }
    for (int i = 0; i < FUNCTIONS; i++) {
        if (counts[i][0] < 10 || counts[i][1] < 10) {
            fprintf(stderr, "function %d succeeded %u and failed %u times\n", i, counts[i][0], counts[i][1]);
            check_failures++;
        }
    }
}

/* The first archive makes GNUstep ask for the name of the system. */
TEST(opens_an_archive) {
    smelt_archive archive;
    ok(smelt_archive_open(device, folder, "x", &archive, &error));
    CHECK_EQUAL(smelt_close(archive), SMELT_OK);
}

int main(void) {
    uint64_t page = (uint64_t) sysconf(_SC_PAGESIZE);
    pages = aligned_alloc(page, 2 * page);
    CHECK(mkdtemp(folder) != NULL);
    warm_up(opens_an_archive);
    RUN(answers_whatever_it_is_handed);
    char command[100];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    CHECK_EQUAL(system(command), 0);
    free(pages);
    free((void *) any_text(""));
    return RESULT;
}
