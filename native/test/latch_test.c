/* Waiting: in time, too long, and not at all. */
#include <time.h>

#include "check.h"
#include "smelt_latch.h"

#define MILLISECOND INT64_C(1000000)

static int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * INT64_C(1000000000) + time.tv_nsec;
}

static void *open_later(void *latch) {
    struct timespec pause = {.tv_nsec = 20 * MILLISECOND};
    nanosleep(&pause, NULL);
    smelt_latch_open(latch);
    return NULL;
}

static void times_out(void) {
    smelt_latch latch;
    smelt_latch_init(&latch);
    CHECK(!smelt_latch_wait(&latch, 0));
    int64_t start = now();
    CHECK(!smelt_latch_wait(&latch, 30 * MILLISECOND));
    CHECK(now() - start >= 30 * MILLISECOND);
    smelt_latch_destroy(&latch);
}

static void waits_until_opened(int64_t nanoseconds) {
    smelt_latch latch;
    smelt_latch_init(&latch);
    pthread_t thread;
    pthread_create(&thread, NULL, open_later, &latch);
    CHECK(smelt_latch_wait(&latch, nanoseconds));
    CHECK(smelt_latch_wait(&latch, 0));
    pthread_join(thread, NULL);
    smelt_latch_destroy(&latch);
}

static void waits_for_ever(void) {
    waits_until_opened(-1);
    waits_until_opened(INT64_MIN);
}

static void waits_very_long(void) {
    waits_until_opened(INT64_MAX);
}

int main(void) {
    RUN(times_out);
    RUN(waits_for_ever);
    RUN(waits_very_long);
    return RESULT;
}
