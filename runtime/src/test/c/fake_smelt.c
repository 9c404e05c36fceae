/*
 * A bridge without Metal, for the tests of the runtime: implements smelt.h with plain memory, knows the kernels of
 * demo.Activations by name, and fails on demand. It is stricter than the real one: buffers are unmapped the moment they
 * are closed, so that a touch too late is a crash, and it counts what is closed while a submission uses it.
 */
#include "smelt.h"

#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define MOST 1000000
#define PAGE 4096u

enum kind { CLOSED, DEVICE, BUFFER, TEXTURE, LIBRARY, ARCHIVE, PIPELINE, SUBMISSION, ERROR };

struct object {
    enum kind kind;
    /* buffers and textures */
    char *bytes;
    uint64_t length;
    int in_flight, wrapped;
    /* archives */
    uint32_t found, unsaved;
    uint32_t width, pixel;
    /* pipelines */
    char function[64];
    /* errors, and submissions that fail */
    int32_t status;
    char message[512], domain[64];
    int64_t domain_code, dispatch;
    /* submissions */
    char *tape;
    uint64_t turn;
    uint32_t dispatches;
    int done;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static struct object *objects[MOST];
static uint64_t last, open_count, next_turn, turn, closed_in_flight;
static int64_t delay_ms;

/* The next call of this function fails so, once. */
static struct { char function[64]; struct object error; } script;

static uint64_t add(enum kind kind, struct object **made) {
    struct object *object = calloc(1, sizeof *object);
    object->kind = kind;
    object->dispatch = -1;
    objects[++last] = object;
    open_count++;
    *made = object;
    return last;
}

static struct object *find(uint64_t handle, enum kind kind) {
    return handle > 0 && handle <= last && objects[handle]->kind == kind ? objects[handle] : NULL;
}

static int32_t fail(int32_t status, const char *message, const struct object *as, smelt_error *error) {
    if (error != NULL) {
        struct object *made;
        *error = add(ERROR, &made);
        if (as != NULL) {
            *made = *as;
            made->kind = ERROR;
        } else {
            strncpy(made->message, message, sizeof made->message - 1);
        }
        made->status = status;
    }
    return status;
}

static int scripted(const char *function) {
    if (strcmp(script.function, function) != 0) {
        return 0;
    }
    script.function[0] = 0;
    return 1;
}

#define ENTER(name) \
    pthread_mutex_lock(&lock); \
    if (scripted(name)) { \
        int32_t status = fail(script.error.status, "", &script.error, error); \
        return pthread_mutex_unlock(&lock), status; \
    }
#define LEAVE(status) return pthread_mutex_unlock(&lock), (status)
#define WANT(object) \
    if ((object) == NULL) { \
        int32_t status = fail(SMELT_INVALID_HANDLE, "invalid handle", NULL, error); \
        LEAVE(status); \
    }

/* ---- For the tests ----------------------------------------------------------------------------------------------- */

SMELT_API void fake_fail(const char *function, int32_t status, const char *message, const char *domain, int64_t code,
                         int64_t dispatch) {
    pthread_mutex_lock(&lock);
    memset(&script, 0, sizeof script);
    strncpy(script.function, function, sizeof script.function - 1);
    strncpy(script.error.message, message, sizeof script.error.message - 1);
    strncpy(script.error.domain, domain, sizeof script.error.domain - 1);
    script.error.status = status;
    script.error.domain_code = code;
    script.error.dispatch = dispatch;
    pthread_mutex_unlock(&lock);
}

/* How long every submission takes. */
SMELT_API void fake_delay(int64_t milliseconds) {
    delay_ms = milliseconds;
}

SMELT_API uint64_t fake_closed_in_flight(void) {
    return closed_in_flight;
}

/* ---- smelt.h ----------------------------------------------------------------------------------------------------- */

uint32_t smelt_abi_version(void) {
    return SMELT_ABI_VERSION;
}

int32_t smelt_close(smelt_handle handle) {
    pthread_mutex_lock(&lock);
    if (handle == 0) {
        LEAVE(SMELT_OK);
    }
    if (handle > last || objects[handle]->kind == CLOSED) {
        LEAVE(SMELT_INVALID_HANDLE);
    }
    struct object *object = objects[handle];
    if (object->kind == BUFFER || object->kind == TEXTURE) {
        closed_in_flight += object->in_flight > 0;
        if (!object->wrapped) {
            munmap(object->bytes, (object->length / PAGE + 1) * PAGE);
        }
    }
    object->kind = CLOSED;
    open_count--;
    LEAVE(SMELT_OK);
}

uint64_t smelt_open_handles(void) {
    return open_count;
}

int32_t smelt_error_code(smelt_error error) {
    return objects[error]->status;
}

const char *smelt_error_message(smelt_error error) {
    return objects[error]->message;
}

const char *smelt_error_domain(smelt_error error) {
    return objects[error]->domain;
}

int64_t smelt_error_domain_code(smelt_error error) {
    return objects[error]->domain_code;
}

const char *smelt_error_kernel(smelt_error error) {
    (void)error;
    return "";
}

const char *smelt_error_label(smelt_error error) {
    (void)error;
    return "";
}

int64_t smelt_error_dispatch(smelt_error error) {
    return objects[error]->dispatch;
}

int32_t smelt_error_encoder_state(smelt_error error) {
    (void)error;
    return SMELT_ENCODER_UNKNOWN;
}

int32_t smelt_device_open(int32_t index, smelt_device *device, smelt_error *error) {
    ENTER("smelt_device_open");
    struct object *made;
    (void)index;
    *device = add(DEVICE, &made);
    LEAVE(SMELT_OK);
}

int32_t smelt_device_name(smelt_device device, char *into, uint64_t capacity, uint64_t *length, smelt_error *error) {
    ENTER("smelt_device_name");
    WANT(find(device, DEVICE));
    static const char name[] = "Fake GPU \xC2\xB5";
    *length = sizeof name - 1;
    strncpy(into, name, capacity);
    LEAVE(SMELT_OK);
}

int32_t smelt_device_get_limits(smelt_device device, smelt_device_limits *limits, smelt_error *error) {
    ENTER("smelt_device_get_limits");
    WANT(find(device, DEVICE));
    *limits = (smelt_device_limits){1u << 30, 3u << 29, 32768, {1024, 1024, 1024}, PAGE, 1, 2};
    LEAVE(SMELT_OK);
}

int32_t smelt_device_allocated(smelt_device device, uint64_t *bytes, smelt_error *error) {
    ENTER("smelt_device_allocated");
    WANT(find(device, DEVICE));
    *bytes = 12345;
    LEAVE(SMELT_OK);
}

int32_t smelt_buffer_wrap(smelt_device device, void *memory, uint64_t length, const char *label, smelt_buffer *buffer,
                          smelt_error *error) {
    ENTER("smelt_buffer_wrap");
    struct object *made;
    (void)label;
    WANT(find(device, DEVICE));
    if ((uint64_t)memory % PAGE != 0 || length % PAGE != 0 || length == 0) {
        int32_t status = fail(SMELT_INVALID_ARGUMENT, "not whole pages", NULL, error);
        LEAVE(status);
    }
    *buffer = add(BUFFER, &made);
    made->length = length;
    made->bytes = memory;
    made->wrapped = 1;
    LEAVE(SMELT_OK);
}

int32_t smelt_buffer_create(
        smelt_device device, uint64_t length, const char *label, smelt_buffer *buffer, smelt_error *error) {
    ENTER("smelt_buffer_create");
    struct object *made;
    (void)label;
    WANT(find(device, DEVICE));
    *buffer = add(BUFFER, &made);
    made->length = length;
    made->bytes = mmap(NULL, (length / PAGE + 1) * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    LEAVE(SMELT_OK);
}

int32_t smelt_buffer_contents(smelt_buffer buffer, void **contents, uint64_t *length, smelt_error *error) {
    ENTER("smelt_buffer_contents");
    struct object *object = find(buffer, BUFFER);
    WANT(object);
    *contents = object->bytes;
    *length = object->length;
    LEAVE(SMELT_OK);
}

int32_t smelt_texture_create(smelt_device device, int32_t format, uint32_t width, uint32_t height, const char *label,
                             smelt_texture *texture, smelt_error *error) {
    ENTER("smelt_texture_create");
    struct object *made;
    (void)label;
    WANT(find(device, DEVICE));
    *texture = add(TEXTURE, &made);
    made->width = width;
    made->pixel = format == SMELT_RGBA32_FLOAT ? 16 : format == SMELT_R8_UNORM ? 1 : 4;
    made->length = (uint64_t)width * height * made->pixel;
    made->bytes =
            mmap(NULL, (made->length / PAGE + 1) * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    LEAVE(SMELT_OK);
}

static char *row(const struct object *texture, uint32_t x, uint32_t y) {
    return texture->bytes + ((uint64_t)y * texture->width + x) * texture->pixel;
}

int32_t smelt_texture_write(smelt_texture handle, uint32_t x, uint32_t y, uint32_t width, uint32_t height,
                            const void *bytes, uint64_t bytes_per_row, smelt_error *error) {
    ENTER("smelt_texture_write");
    struct object *texture = find(handle, TEXTURE);
    WANT(texture);
    for (uint32_t i = 0; i < height; i++) {
        memcpy(row(texture, x, y + i), (const char *)bytes + i * bytes_per_row, (size_t)width * texture->pixel);
    }
    LEAVE(SMELT_OK);
}

int32_t smelt_texture_read(smelt_texture handle, uint32_t x, uint32_t y, uint32_t width, uint32_t height, void *bytes,
                           uint64_t bytes_per_row, smelt_error *error) {
    ENTER("smelt_texture_read");
    struct object *texture = find(handle, TEXTURE);
    WANT(texture);
    for (uint32_t i = 0; i < height; i++) {
        memcpy((char *)bytes + i * bytes_per_row, row(texture, x, y + i), (size_t)width * texture->pixel);
    }
    LEAVE(SMELT_OK);
}

int32_t smelt_library_load(smelt_device device, const void *bytes, uint64_t length, const char *label,
                           smelt_library *library, smelt_error *error) {
    ENTER("smelt_library_load");
    struct object *made;
    (void)bytes, (void)length, (void)label;
    WANT(find(device, DEVICE));
    *library = add(LIBRARY, &made);
    LEAVE(SMELT_OK);
}

int32_t smelt_library_compile(smelt_device device, const char *source, uint64_t length, uint32_t msl_version,
                              int32_t math, const char *label, smelt_library *library, smelt_error *error) {
    (void)msl_version, (void)math;
    ENTER("smelt_library_compile");
    return pthread_mutex_unlock(&lock), smelt_library_load(device, source, length, label, library, error);
}

int32_t smelt_pipeline_create(
        smelt_library library, const char *function, smelt_pipeline *pipeline, smelt_error *error) {
    ENTER("smelt_pipeline_create");
    struct object *made;
    WANT(find(library, LIBRARY));
    *pipeline = add(PIPELINE, &made);
    strncpy(made->function, function, sizeof made->function - 1);
    LEAVE(SMELT_OK);
}

/* An archive is a file that exists or not: what matters to Java is what is asked of it, and when. */
int32_t smelt_archive_open(smelt_device device, const char *folder, const char *name, smelt_archive *archive,
                           smelt_error *error) {
    ENTER("smelt_archive_open");
    struct object *made;
    WANT(find(device, DEVICE));
    *archive = add(ARCHIVE, &made);
    snprintf(made->message, sizeof made->message, "%s/%s.archive", folder, name);
    made->done = access(made->message, F_OK) == 0;
    LEAVE(SMELT_OK);
}

int32_t smelt_pipeline_create_cached(smelt_library library, const char *function, smelt_archive handle,
                                     smelt_pipeline *pipeline, smelt_error *error) {
    ENTER("smelt_pipeline_create_cached");
    struct object *archive = find(handle, ARCHIVE);
    WANT(archive);
    *(archive->done ? &archive->found : &archive->unsaved) += 1;
    return pthread_mutex_unlock(&lock), smelt_pipeline_create(library, function, pipeline, error);
}

int32_t smelt_archive_get_statistics(smelt_archive handle, smelt_archive_statistics *statistics, smelt_error *error) {
    ENTER("smelt_archive_get_statistics");
    struct object *archive = find(handle, ARCHIVE);
    WANT(archive);
    *statistics = (smelt_archive_statistics){archive->found, archive->unsaved, 0, archive->unsaved};
    LEAVE(SMELT_OK);
}

int32_t smelt_archive_save(smelt_archive handle, smelt_error *error) {
    ENTER("smelt_archive_save");
    struct object *archive = find(handle, ARCHIVE);
    WANT(archive);
    FILE *file = fopen(archive->message, "w");
    if (file == NULL) {
        int32_t status = fail(SMELT_ARCHIVE_FAILED, "no file", NULL, error);
        LEAVE(status);
    }
    fclose(file);
    archive->unsaved = 0;
    LEAVE(SMELT_OK);
}

static int capturing;

int32_t smelt_capture_begin(smelt_device device, const char *path, smelt_error *error) {
    ENTER("smelt_capture_begin");
    (void)path;
    WANT(find(device, DEVICE));
    capturing++;
    LEAVE(SMELT_OK);
}

int32_t smelt_capture_end(smelt_device device, smelt_error *error) {
    ENTER("smelt_capture_end");
    WANT(find(device, DEVICE));
    capturing--;
    LEAVE(SMELT_OK);
}

SMELT_API int fake_capturing(void) {
    return capturing;
}

int32_t smelt_pipeline_get_limits(smelt_pipeline pipeline, smelt_pipeline_limits *limits, smelt_error *error) {
    ENTER("smelt_pipeline_get_limits");
    WANT(find(pipeline, PIPELINE));
    *limits = (smelt_pipeline_limits){1024, 32, 0, 0};
    LEAVE(SMELT_OK);
}

/* ---- The kernels of demo.Activations ----------------------------------------------------------------------------- */

static void run(const char *function, char **b, char **t, const char *uniforms, const uint32_t *grid) {
    float f = 0;
    int32_t n = 0;
    memcpy(&f, uniforms, sizeof f);
    memcpy(&n, uniforms, sizeof n);
    for (uint32_t y = 0; y < grid[1]; y++) {
        for (uint32_t i = 0; i < grid[0]; i++) {
            if (strcmp(function, "sigmoid") == 0) {
                ((float *)b[1])[i] = 1.0f / (1.0f + (float)exp(-((float *)b[0])[i]));
            } else if (strcmp(function, "scaled") == 0) {
                ((float *)b[1])[i] = f * ((float *)b[0])[i];
            } else if (strcmp(function, "saxpy") == 0) {
                ((float *)b[1])[i] = f * ((float *)b[0])[i] + ((float *)b[1])[i];
            } else if (strcmp(function, "positions") == 0) {
                ((int32_t *)b[0])[y * grid[0] + i] = (int32_t)(1000 * y + i);
            } else if (strcmp(function, "widen") == 0) {
                int64_t total = (int64_t)((int8_t *)b[1])[i] + ((int16_t *)b[2])[i] + ((int32_t *)b[3])[i] + n;
                ((int64_t *)b[4])[i] = b[0][i] ? -total : total;
                b[0][i] = !b[0][i];
                /* Twice a half is one more in the exponent; the tests use normal numbers and zero. */
                uint16_t *half = (uint16_t *)b[5] + i;
                *half = (uint16_t)(*half == 0 ? 0 : *half + 0x400);
            } else if (strcmp(function, "mirror") == 0) {
                /* RGBA32_FLOAT, left and right changed */
                memcpy(t[1] + 16 * (y * grid[0] + i), t[0] + 16 * (y * grid[0] + grid[0] - 1 - i), 16);
            } else if (strcmp(function, "move") == 0) {
                float *p = (float *)b[0] + 12 * i;
                for (int k = 0; k < 3; k++) {
                    p[k] += p[4 + k] * f;
                }
            } else {
                abort();
            }
        }
    }
}

/* ---- Submissions ------------------------------------------------------------------------------------------------- */

/* Visits each dispatch of a tape; with `run_it` runs it, and otherwise counts its buffers in or out of flight. */
static void visit(const char *tape, int run_it, int flight) {
    const smelt_tape_header *header = (const void *)tape;
    const char *at = tape + sizeof *header;
    for (uint32_t d = 0; d < header->dispatch_count; d++) {
        const smelt_tape_dispatch *dispatch = (const void *)at;
        const smelt_tape_binding *binding = (const void *)(dispatch + 1);
        static const char none[16];
        const smelt_tape_texture *texture = (const void *)(binding + dispatch->buffer_count);
        char *bound[SMELT_MAX_BINDINGS] = {0}, *pixels[SMELT_MAX_TEXTURES] = {0};
        for (uint32_t i = 0; i < dispatch->buffer_count; i++) {
            struct object *buffer = find(binding[i].buffer, BUFFER);
            if (run_it) {
                bound[binding[i].slot] = buffer->bytes + binding[i].offset;
            } else if (buffer != NULL) {
                buffer->in_flight += flight;
            }
        }
        for (uint32_t i = 0; i < dispatch->texture_count; i++) {
            struct object *object = find(texture[i].texture, TEXTURE);
            if (run_it) {
                pixels[texture[i].slot] = object->bytes;
            } else if (object != NULL) {
                object->in_flight += flight;
            }
        }
        if (run_it) {
            const char *uniforms = (const char *)(texture + dispatch->texture_count);
            int has = dispatch->uniform_slot != SMELT_NO_SLOT;
            run(find(dispatch->pipeline, PIPELINE)->function, bound, pixels, has ? uniforms : none, dispatch->grid);
        }
        at += dispatch->length;
    }
}

static void *execute(void *argument) {
    struct object *submission = argument;
    pthread_mutex_lock(&lock);
    while (turn != submission->turn) {
        pthread_cond_wait(&changed, &lock);
    }
    pthread_mutex_unlock(&lock);
    usleep((useconds_t)(delay_ms * 1000));
    if (submission->status == SMELT_OK) {
        visit(submission->tape, 1, 0);
    }
    pthread_mutex_lock(&lock);
    visit(submission->tape, 0, -1);
    free(submission->tape);
    submission->done = 1;
    turn++;
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&lock);
    return NULL;
}

static const char *complaint(const char *tape, uint64_t length) {
    const smelt_tape_header *header = (const void *)tape;
    const char *at = tape + sizeof *header;
    if (header->magic != SMELT_TAPE_MAGIC || header->version != SMELT_ABI_VERSION || header->length != length) {
        return "the tape's header is wrong";
    }
    for (uint32_t d = 0; d < header->dispatch_count; d++) {
        const smelt_tape_dispatch *dispatch = (const void *)at;
        uint32_t padded = (dispatch->uniform_length + 15) / 16 * 16;
        uint64_t bindings = dispatch->buffer_count * sizeof(smelt_tape_binding)
            + dispatch->texture_count * sizeof(smelt_tape_texture);
        if (dispatch->length != sizeof *dispatch + bindings + padded || dispatch->reserved != 0
            || (dispatch->uniform_slot == SMELT_NO_SLOT) != (dispatch->uniform_length == 0)
            || dispatch->grid[0] == 0 || dispatch->grid[1] == 0 || dispatch->grid[2] == 0) {
            return "a dispatch is wrong";
        }
        if (find(dispatch->pipeline, PIPELINE) == NULL) {
            return "no such pipeline";
        }
        const smelt_tape_binding *binding = (const void *)(dispatch + 1);
        for (uint32_t i = 0; i < dispatch->buffer_count; i++) {
            if (find(binding[i].buffer, BUFFER) == NULL) {
                return "no such buffer";
            }
        }
        const smelt_tape_texture *texture = (const void *)(binding + dispatch->buffer_count);
        for (uint32_t i = 0; i < dispatch->texture_count; i++) {
            if (find(texture[i].texture, TEXTURE) == NULL) {
                return "no such texture";
            }
        }
        at += dispatch->length;
    }
    return at == tape + length ? NULL : "the tape has another length";
}

int32_t smelt_submit(smelt_device device, const void *tape, uint64_t length, const char *label,
                     smelt_submission *submission, smelt_error *error) {
    ENTER("smelt_submit");
    (void)label;
    WANT(find(device, DEVICE));
    const char *wrong = complaint(tape, length);
    if (wrong != NULL) {
        int32_t status = fail(SMELT_INVALID_TAPE, wrong, NULL, error);
        LEAVE(status);
    }
    struct object *made;
    *submission = add(SUBMISSION, &made);
    if (scripted("execution")) {
        *made = script.error;
        made->kind = SUBMISSION;
    }
    made->tape = malloc(length);
    memcpy(made->tape, tape, length);
    made->dispatches = ((const smelt_tape_header *)tape)->dispatch_count;
    made->turn = next_turn++;
    visit(made->tape, 0, 1);
    pthread_t thread;
    pthread_create(&thread, NULL, execute, made);
    pthread_detach(thread);
    LEAVE(SMELT_OK);
}

int32_t smelt_submission_wait(smelt_submission handle, int64_t nanoseconds, smelt_error *error) {
    ENTER("smelt_submission_wait");
    (void)nanoseconds;
    struct object *submission = find(handle, SUBMISSION);
    WANT(submission);
    while (!submission->done) {
        pthread_cond_wait(&changed, &lock);
    }
    if (submission->status != SMELT_OK) {
        int32_t status = fail(submission->status, "", submission, error);
        LEAVE(status);
    }
    LEAVE(SMELT_OK);
}

int32_t smelt_submission_get_times(smelt_submission handle, smelt_submission_times *times, smelt_error *error) {
    ENTER("smelt_submission_get_times");
    struct object *submission = find(handle, SUBMISSION);
    WANT(submission);
    *times = submission->dispatches > 0 ? (smelt_submission_times){1.0, 1.25} : (smelt_submission_times){0, 0};
    LEAVE(SMELT_OK);
}
