/* See string.h. The sizes are those of macOS on 64-bit processors. */
#ifndef SMELT_MACOS_PTHREAD_H
#define SMELT_MACOS_PTHREAD_H

#include <time.h>

typedef struct {
    long signature;
    char opaque[56];
} pthread_mutex_t;

typedef struct {
    long signature;
    char opaque[40];
} pthread_cond_t;

typedef struct {
    long signature;
    char opaque[8];
} pthread_mutexattr_t, pthread_condattr_t;

#define PTHREAD_MUTEX_INITIALIZER {0x32AAABA7, {0}}

int pthread_mutex_init(pthread_mutex_t *, const pthread_mutexattr_t *);
int pthread_mutex_destroy(pthread_mutex_t *);
int pthread_mutex_lock(pthread_mutex_t *);
int pthread_mutex_unlock(pthread_mutex_t *);
int pthread_cond_init(pthread_cond_t *, const pthread_condattr_t *);
int pthread_cond_destroy(pthread_cond_t *);
int pthread_cond_broadcast(pthread_cond_t *);
int pthread_cond_wait(pthread_cond_t *, pthread_mutex_t *);
int pthread_cond_timedwait_relative_np(pthread_cond_t *, pthread_mutex_t *, const struct timespec *);

#endif
