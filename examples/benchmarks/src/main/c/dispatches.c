/*
 * What a C program pays for the calls to the bridge that a plain call of a kernel makes, and for a batch of 1,000: the
 * measure for what Java adds. It runs saxpy over SIZE elements, as DispatchBenchmark does.
 *
 *   dispatches METAL-TEXT SECONDS    prints one line for each: name, nanoseconds for a dispatch
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "smelt.h"

#define SIZE 64
#define BATCH 1000

static void check(int32_t status, smelt_error error, const char *what) {
    if (status != SMELT_OK) {
        fprintf(stderr, "%s: status %d: %s\n", what, status, error == 0 ? "" : smelt_error_message(error));
        exit(1);
    }
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

static char *read_file(const char *path, uint64_t *length) {
    FILE *file = fopen(path, "rb");
    if (file == NULL || fseek(file, 0, SEEK_END) != 0) {
        perror(path);
        exit(1);
    }
    *length = (uint64_t) ftell(file);
    rewind(file);
    char *bytes = malloc(*length);
    if (bytes == NULL || fread(bytes, 1, *length, file) != *length) {
        perror(path);
        exit(1);
    }
    fclose(file);
    return bytes;
}

/* The tape of so many dispatches; a plain call writes it anew each time. */
static uint64_t write_tape(char *tape, uint32_t count, smelt_pipeline pipeline, smelt_buffer x, smelt_buffer y) {
    char *at = tape + sizeof(smelt_tape_header);
    for (uint32_t i = 0; i < count; i++) {
        smelt_tape_dispatch dispatch = {
            .pipeline = pipeline,
            .grid = {SIZE, 1, 1},
            .buffer_count = 2,
            .uniform_slot = 2,
            .uniform_length = 4,
            .length = sizeof dispatch + 2 * sizeof(smelt_tape_binding) + SMELT_UNIFORM_ALIGNMENT,
        };
        smelt_tape_binding bindings[2] = {{.buffer = x, .slot = 0}, {.buffer = y, .slot = 1, .flags = SMELT_BINDING_WRITTEN}};
        float uniforms[4] = {0.5f, 0, 0, 0};
        memcpy(at, &dispatch, sizeof dispatch);
        memcpy(at + sizeof dispatch, bindings, sizeof bindings);
        memcpy(at + sizeof dispatch + sizeof bindings, uniforms, sizeof uniforms);
        at += dispatch.length;
    }
    smelt_tape_header header = {
        .magic = SMELT_TAPE_MAGIC,
        .version = SMELT_ABI_VERSION,
        .length = (uint64_t) (at - tape),
        .dispatch_count = count,
    };
    memcpy(tape, &header, sizeof header);
    return header.length;
}

static void run(smelt_device device, const char *tape, uint64_t length, const char *label) {
    smelt_submission submission = 0;
    smelt_error error = 0;
    check(smelt_submit(device, tape, length, label, &submission, &error), error, "submit");
    check(smelt_submission_wait(submission, -1, &error), error, "wait");
    smelt_close(submission);
}

int main(int argc, char **argv) {
    if (argc != 3) {
        fprintf(stderr, "usage: %s METAL-TEXT SECONDS\n", argv[0]);
        return 2;
    }
    double seconds = atof(argv[2]);
    uint64_t length;
    char *text = read_file(argv[1], &length);
    smelt_device device = 0;
    smelt_library library = 0;
    smelt_pipeline pipeline = 0;
    smelt_buffer x = 0;
    smelt_buffer y = 0;
    smelt_error error = 0;
    check(smelt_device_open(SMELT_DEFAULT_DEVICE, &device, &error), error, "device");
    check(smelt_library_compile(device, text, length, SMELT_MSL_3_1, SMELT_MATH_SAFE, "c", &library, &error), error,
          "library");
    check(smelt_pipeline_create(library, "saxpy", &pipeline, &error), error, "pipeline");
    check(smelt_buffer_create(device, SIZE * sizeof(float), "x", &x, &error), error, "buffer");
    check(smelt_buffer_create(device, SIZE * sizeof(float), "y", &y, &error), error, "buffer");
    char *tape = malloc(sizeof(smelt_tape_header) + BATCH * 128);
    if (tape == NULL) {
        return 1;
    }

    /* The first half warms up. */
    for (int round = 0; round < 2; round++) {
        long calls = 0;
        double start = now();
        double end = start;
        for (; end - start < seconds; end = now()) {
            for (int i = 0; i < 100; i++, calls++) {
                run(device, tape, write_tape(tape, 1, pipeline, x, y), "saxpy");
            }
        }
        if (round == 1) {
            printf("plainCall %.1f\n", (end - start) * 1e9 / (double) calls);
        }
    }
    length = write_tape(tape, BATCH, pipeline, x, y);
    for (int round = 0; round < 2; round++) {
        long calls = 0;
        double start = now();
        double end = start;
        for (; end - start < seconds; end = now(), calls += BATCH) {
            run(device, tape, length, "batch of 1000");
        }
        if (round == 1) {
            printf("replay %.1f\n", (end - start) * 1e9 / (double) calls);
        }
    }
    return 0;
}
