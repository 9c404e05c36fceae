#include "smelt_latch.h"

#include <errno.h>
#include <time.h>

#define SECOND INT64_C(1000000000)

/* Nobody waits longer in one piece, so that sums of times stay far from overflow. */
#define LONGEST (SECOND * 60 * 60)

/* Waiting goes by the monotonic clock, not the time of day: macOS has a call for it, elsewhere it is an attribute. */
#ifdef __APPLE__

static void init_condition(pthread_cond_t *condition) {
    pthread_cond_init(condition, NULL);
}

static int wait_at_most(smelt_latch *latch, int64_t nanoseconds) {
    struct timespec time = {.tv_sec = nanoseconds / SECOND, .tv_nsec = nanoseconds % SECOND};
    return pthread_cond_timedwait_relative_np(&latch->opened, &latch->lock, &time);
}

#else

static void init_condition(pthread_cond_t *condition) {
    pthread_condattr_t attributes;
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_init(condition, &attributes);
    pthread_condattr_destroy(&attributes);
}

static int wait_at_most(smelt_latch *latch, int64_t nanoseconds) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    int64_t end = time.tv_nsec + nanoseconds;
    time.tv_sec += end / SECOND;
    time.tv_nsec = end % SECOND;
    return pthread_cond_timedwait(&latch->opened, &latch->lock, &time);
}

#endif

static int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * SECOND + time.tv_nsec;
}

void smelt_latch_init(smelt_latch *latch) {
    pthread_mutex_init(&latch->lock, NULL);
    init_condition(&latch->opened);
    latch->open = false;
}

void smelt_latch_destroy(smelt_latch *latch) {
    pthread_cond_destroy(&latch->opened);
    pthread_mutex_destroy(&latch->lock);
}

void smelt_latch_open(smelt_latch *latch) {
    pthread_mutex_lock(&latch->lock);
    latch->open = true;
    pthread_cond_broadcast(&latch->opened);
    pthread_mutex_unlock(&latch->lock);
}

bool smelt_latch_wait(smelt_latch *latch, int64_t nanoseconds) {
    pthread_mutex_lock(&latch->lock);
    int64_t start = nanoseconds > 0 ? now() : 0;
    int64_t left = nanoseconds < 0 ? LONGEST : nanoseconds;
    while (!latch->open && left > 0) {
        wait_at_most(latch, left < LONGEST ? left : LONGEST); /* may wake early; the clock decides */
        left = nanoseconds < 0 ? LONGEST : nanoseconds - (now() - start);
    }
    bool open = latch->open;
    pthread_mutex_unlock(&latch->lock);
    return open;
}
