/* A gate that opens once and stays open; threads wait at it. */
#ifndef SMELT_LATCH_H
#define SMELT_LATCH_H

#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>

typedef struct smelt_latch {
    pthread_mutex_t lock;
    pthread_cond_t opened;
    bool open;
} smelt_latch;

void smelt_latch_init(smelt_latch *latch);
void smelt_latch_destroy(smelt_latch *latch);

/* Lets everyone through. What was written before is seen by those who pass. */
void smelt_latch_open(smelt_latch *latch);

/* Waits at most so long, for ever if negative; whether the latch is open. */
bool smelt_latch_wait(smelt_latch *latch, int64_t nanoseconds);

#endif
