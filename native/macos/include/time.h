/* See string.h. */
#ifndef SMELT_MACOS_TIME_H
#define SMELT_MACOS_TIME_H

#include <stddef.h>

struct timespec {
    long tv_sec;
    long tv_nsec;
};

typedef enum { CLOCK_REALTIME = 0, CLOCK_MONOTONIC = 6 } clockid_t;

int clock_gettime(clockid_t, struct timespec *);

#endif
