/* Threads that share the threadgroups of a dispatch among them: as many as there are processors. */
#ifndef SM_WORKERS_H
#define SM_WORKERS_H

#include <stdbool.h>
#include <stdint.h>

/* Calls run(context, i) for each i below count, several at once, until one returns false. Returns when all is done. */
void sm_workers_run(uint64_t count, bool (*run)(void *context, uint64_t i), void *context);

#endif
