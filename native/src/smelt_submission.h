/* A tape on its way through the GPU. */
#ifndef SMELT_SUBMISSION_H
#define SMELT_SUBMISSION_H

#import <Metal/Metal.h>

#include "smelt_error.h"
#include "smelt_latch.h"
#include "smelt_plan.h"

/*
 * The handle holds one reference, and Metal's completion handler another. All that follows `completed` is written by
 * the handler before it opens the latch, and read only behind it.
 */
typedef struct smelt_submission_object {
    smelt_object base;
    smelt_device_object *device;
    char *label; /* owned, may be NULL */
    smelt_plan plan;
    smelt_latch completed;
    int32_t state;
    smelt_submission_times times;
    smelt_error_object *error; /* if it failed; NULL too if there was no memory for it */
} smelt_submission_object;

/* Writes the plan's dispatches into the command buffer. Whatever it throws, it leaves no encoder open. */
void smelt_encode(smelt_plan *plan, id<MTLCommandBuffer> commands, NSString *label);

/* The error of a submission that failed, out of what its command buffer says. */
smelt_error_object *smelt_error_of_commands(const smelt_submission_object *submission, id<MTLCommandBuffer> commands);

#endif
