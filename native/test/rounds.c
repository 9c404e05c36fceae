/*
 * Opens a device, loads a library, dispatches and closes all, many times over; resident memory must not grow.
 * Usage: rounds NUMBER
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "smelt.h"
#include "software_kernels.h"
#include "tapes.h"

/* What allocators keep back varies by so much. */
#define MOST_GROWTH_KB 1024

#define MUST(status) \
    do { \
        if ((status) != SMELT_OK) { \
            fprintf(stderr, "%s: %s\n", #status, smelt_error_message(error)); \
            exit(1); \
        } \
    } while (0)

static tape subject;

static long resident_kb(void) {
    long all, resident;
    FILE *file = fopen("/proc/self/statm", "r");
    if (file == NULL || fscanf(file, "%ld %ld", &all, &resident) != 2) {
        exit(1);
    }
    fclose(file);
    return resident * (sysconf(_SC_PAGESIZE) / 1024);
}

static void round_trip(void) {
    smelt_error error = 0;
    smelt_device device;
    smelt_library library;
    smelt_pipeline count;
    smelt_buffer y;
    smelt_submission submission;
    void *contents;
    uint64_t full;
    MUST(smelt_device_open(SMELT_DEFAULT_DEVICE, &device, &error));
    MUST(smelt_library_compile(
            device, SOFTWARE_KERNELS, strlen(SOFTWARE_KERNELS), SMELT_MSL_3_1, SMELT_MATH_SAFE, "rounds", &library,
            &error));
    MUST(smelt_pipeline_create(library, "count", &count, &error));
    MUST(smelt_buffer_create(device, 4096, "y", &y, &error));
    tape_begin(&subject);
    tape_dispatch(&subject, count, 1000);
    tape_bind(&subject, y, 0, 0)->flags = SMELT_BINDING_WRITTEN;
    MUST(smelt_submit(device, subject.bytes, subject.length, "round", &submission, &error));
    MUST(smelt_submission_wait(submission, -1, &error));
    MUST(smelt_buffer_contents(y, &contents, &full, &error));
    if (((int32_t *) contents)[999] != 999) {
        fprintf(stderr, "the kernel computed %d\n", ((int32_t *) contents)[999]);
        exit(1);
    }
    smelt_handle all[] = {submission, y, count, library, device};
    for (int i = 0; i < 5; i++) {
        MUST(smelt_close(all[i]));
    }
}

int main(int count, char **arguments) {
    if (count != 2) {
        fprintf(stderr, "usage: rounds NUMBER\n");
        return 2;
    }
    long rounds = atol(arguments[1]), warm = 0;
    for (long i = 0; i < rounds; i++) {
        round_trip();
        if (i == rounds / 5) {
            warm = resident_kb();
        }
    }
    long end = resident_kb();
    printf("%ld rounds: %ld KB resident after a fifth, %ld KB at the end, %" PRIu64 " handles open\n", rounds, warm, end,
           smelt_open_handles());
    return end - warm <= MOST_GROWTH_KB && smelt_open_handles() == 0 ? 0 : 1;
}
