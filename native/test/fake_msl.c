/* The kernels of software_kernels.h in C: what the software Metal is tested on where a compiler would be in the way. */
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "msl_program.h"

struct msl_function {
    const char *name;
    const char *(*run)(const msl_dispatch *dispatch, const uint32_t *position);
    size_t argument_count;
    msl_argument arguments[3];
    size_t memory;
    uint32_t most_threads;
    bool wants_constants;
    int constant;
};

struct msl_program {
    atomic_int references;
    struct msl_function functions[11];
};

#define AT(type, slot) ((type *) dispatch->buffers[slot].contents)

static const char *saxpy(const msl_dispatch *dispatch, const uint32_t *p) {
    AT(float, 1)[p[0]] = *AT(float, 2) * AT(float, 0)[p[0]] + AT(float, 1)[p[0]];
    return NULL;
}

static const char *count(const msl_dispatch *dispatch, const uint32_t *p) {
    AT(int, 0)[p[0]] = (int) p[0];
    return NULL;
}

static const char *shape(const msl_dispatch *dispatch, const uint32_t *p) {
    AT(float, 1)[p[0]] = AT(float, 0)[8];
    return NULL;
}

static const char *records(const msl_dispatch *dispatch, const uint32_t *p) {
    AT(float, 1)[p[0]] = (float) p[0] + 1;
    return NULL;
}

static const char *beyond(const msl_dispatch *dispatch, const uint32_t *p) {
    (void) dispatch, (void) p;
    return "kernel beyond wrote 4 bytes out of bounds";
}

static float *pixel(const msl_texture *texture, const uint32_t *p) {
    const msl_level *level = texture->levels;
    return (float *) (void *) ((char *) level->contents + p[1] * level->bytes_per_row) + p[0];
}

static const char *invert(const msl_dispatch *dispatch, const uint32_t *p) {
    *pixel(dispatch->textures[1], p) = 1 - *pixel(dispatch->textures[0], p);
    return NULL;
}

static const char *enlarge(const msl_dispatch *dispatch, const uint32_t *p) {
    const uint32_t middle[2] = {dispatch->textures[0]->width / 2, dispatch->textures[0]->height / 2};
    AT(float, 0)[p[0]] = *pixel(dispatch->textures[0], middle) + 0 * dispatch->samplers[0]->lod_min;
    return NULL;
}

static const char *share(const msl_dispatch *dispatch, const uint32_t *p) {
    AT(float, 0)[p[0]] = 31;
    return NULL;
}

static const char *limited(const msl_dispatch *dispatch, const uint32_t *p) {
    AT(int, 0)[p[0]] = 1;
    return NULL;
}

static const char *stepped(const msl_dispatch *dispatch, const uint32_t *p) {
    AT(int, 0)[p[0]] = dispatch->function->constant;
    return NULL;
}

#define BUFFER(it, at, to, writes, bytes, align, is_reference) \
    {.name = it, .kind = MSL_ARGUMENT_BUFFER, .slot = at, .count = 1, .space = to, .size = bytes, .alignment = align, \
     .access = (writes) ? MSL_ACCESS_READ_WRITE : MSL_ACCESS_READ, .reference = is_reference}
#define TEXTURE(it, at, how) \
    {.name = it, .kind = MSL_ARGUMENT_TEXTURE, .slot = at, .count = 1, .access = how, .texture_type = 2}
#define OUTPUT(at) BUFFER("y", at, MSL_SPACE_DEVICE, true, 4, 4, false)

static const struct msl_function all[11] = {
    {.name = "saxpy", .run = saxpy, .argument_count = 3,
     .arguments = {BUFFER("x", 0, MSL_SPACE_DEVICE, false, 4, 4, false), OUTPUT(1),
                   BUFFER("a", 2, MSL_SPACE_CONSTANT, false, 4, 4, true)}},
    {.name = "count", .run = count, .argument_count = 1, .arguments = {OUTPUT(0)}},
    {.name = "shape", .run = shape, .argument_count = 2,
     .arguments = {BUFFER("p", 0, MSL_SPACE_CONSTANT, false, 48, 16, true), OUTPUT(1)}},
    {.name = "records", .run = records, .argument_count = 2,
     .arguments = {BUFFER("r", 0, MSL_SPACE_DEVICE, false, 144, 16, false), OUTPUT(1)}},
    {.name = "beyond", .run = beyond, .argument_count = 1, .arguments = {OUTPUT(0)}},
    {.name = "invert", .run = invert, .argument_count = 2,
     .arguments = {TEXTURE("from", 0, MSL_ACCESS_READ), TEXTURE("to", 1, MSL_ACCESS_WRITE)}},
    {.name = "enlarge", .run = enlarge, .argument_count = 3,
     .arguments = {TEXTURE("from", 0, MSL_ACCESS_READ),
                   {.name = "by", .kind = MSL_ARGUMENT_SAMPLER, .slot = 0, .count = 1}, OUTPUT(0)}},
    {.name = "share", .run = share, .argument_count = 2, .memory = 1024,
     .arguments = {{.name = "tile", .kind = MSL_ARGUMENT_THREADGROUP, .slot = 0, .count = 1}, OUTPUT(0)}},
    {.name = "limited", .run = limited, .argument_count = 1, .arguments = {OUTPUT(0)}, .most_threads = 64},
    {.name = "stepped", .run = stepped, .argument_count = 1, .arguments = {OUTPUT(0)}, .wants_constants = true},
    {.name = "layered", .run = limited, .argument_count = 2,
     .arguments = {{.name = "from", .kind = MSL_ARGUMENT_TEXTURE, .slot = 0, .count = 1, .access = MSL_ACCESS_READ,
                    .texture_type = 3}, OUTPUT(0)}},
};

static msl_program *new_program(void) {
    msl_program *made = malloc(sizeof *made);
    made->references = 1;
    memcpy(made->functions, all, sizeof all);
    return made;
}

msl_program *msl_compile(const char *source, const msl_options *options, char **log) {
    (void) options;
    *log = NULL;
    if (strstr(source, "wrong") != NULL) {
        *log = strdup("program_source:3:12: error: use of undeclared identifier 'wrong'\n");
        return NULL;
    }
    if (strstr(source, "doubtful") != NULL) {
        *log = strdup("program_source:1:1: warning: doubtful\n");
    }
    return new_program();
}

msl_program *msl_load_checked(const void *bytes, size_t length, unsigned checks, char **message) {
    (void) checks;
    *message = NULL;
    if (length < 4 || memcmp(bytes, "FAKE", 4) != 0) {
        *message = strdup("not a library");
        return NULL;
    }
    return new_program();
}

msl_program *msl_retain(msl_program *program) {
    program->references++;
    return program;
}

void msl_release(msl_program *program) {
    if (--program->references == 0) {
        free(program);
    }
}

msl_program *msl_specialize(msl_program *program, const msl_constant *constants, size_t count, char **message) {
    (void) program;
    *message = NULL;
    if (count != 1 || constants[0].size != sizeof(int)) {
        *message = strdup("constant 0 has 4 bytes");
        return NULL;
    }
    msl_program *made = new_program();
    memcpy(&made->functions[9].constant, constants[0].value, sizeof(int));
    made->functions[9].wants_constants = false;
    return made;
}

size_t msl_function_count(const msl_program *program) {
    (void) program;
    return sizeof all / sizeof *all;
}

const msl_function *msl_function_at(const msl_program *program, size_t index) {
    return &program->functions[index];
}

const msl_function *msl_function_named(const msl_program *program, const char *name) {
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        if (strcmp(program->functions[i].name, name) == 0) {
            return &program->functions[i];
        }
    }
    return NULL;
}

const char *msl_function_name(const msl_function *function) {
    return function->name;
}

size_t msl_static_threadgroup_memory(const msl_function *function) {
    return function->memory;
}

uint32_t msl_max_total_threads(const msl_function *function) {
    return function->most_threads;
}

bool msl_needs_constants(const msl_function *function) {
    return function->wants_constants;
}

size_t msl_argument_count(const msl_function *function) {
    return function->argument_count;
}

const msl_argument *msl_argument_at(const msl_function *function, size_t index) {
    return &function->arguments[index];
}

bool msl_format_supported(int format, size_t *bytes_per_pixel) {
    *bytes_per_pixel = format == 10 ? 1 : format == 55 || format == 70 ? 4 : format == 125 ? 16 : 0;
    return *bytes_per_pixel > 0;
}

static uint32_t size_of(const msl_dispatch *dispatch, int side, uint32_t group) {
    uint32_t first = group * dispatch->threads_per_threadgroup[side];
    uint32_t left = dispatch->threads_per_grid[side] - first;
    return left < dispatch->threads_per_threadgroup[side] ? left : dispatch->threads_per_threadgroup[side];
}

int msl_run_threadgroup(const msl_dispatch *dispatch, uint32_t x, uint32_t y, uint32_t z, char **fault) {
    const char *wrong = NULL;
    uint32_t width = size_of(dispatch, 0, x), height = size_of(dispatch, 1, y);
    for (uint32_t j = 0; j < height && wrong == NULL; j++) {
        for (uint32_t i = 0; i < width && wrong == NULL; i++) {
            uint32_t position[3] = {x * dispatch->threads_per_threadgroup[0] + i,
                                    y * dispatch->threads_per_threadgroup[1] + j, z};
            wrong = dispatch->function->run(dispatch, position);
        }
    }
    *fault = wrong == NULL ? NULL : strdup(wrong);
    return wrong == NULL ? 0 : -1;
}
