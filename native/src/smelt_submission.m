#import "smelt_submission.h"

#include <stdlib.h>

#import "smelt_entry.h"
#import "smelt_nserror.h"

static void destroy_submission(smelt_object *object) {
    smelt_submission_object *submission = (smelt_submission_object *) object;
    smelt_plan_clear(&submission->plan);
    smelt_latch_destroy(&submission->completed);
    if (submission->error != NULL) {
        smelt_object_release(&submission->error->base);
    }
    smelt_object_release(&submission->device->base);
    free(submission->label);
    free(submission);
}

static smelt_submission_object *new_submission(smelt_device_object *device, const char *label) {
    smelt_submission_object *submission = calloc(1, sizeof *submission);
    if (submission == NULL) {
        return NULL;
    }
    smelt_object_init(&submission->base, SMELT_KIND_SUBMISSION, destroy_submission);
    smelt_latch_init(&submission->completed);
    smelt_object_retain(&device->base);
    submission->device = device;
    submission->label = smelt_copy_text(label);
    submission->state = SMELT_RUNNING;
    return submission;
}

static void record_outcome(smelt_submission_object *submission, id<MTLCommandBuffer> commands) {
    submission->state = SMELT_FAILED; /* unless all of the following goes well */
    smelt_quietly(^{
        if (submission->plan.step_count > 0) { /* Metal has times of empty command buffers too */
            submission->times.gpu_start = [commands GPUStartTime];
            submission->times.gpu_end = [commands GPUEndTime];
        }
        if ([commands status] == MTLCommandBufferStatusCompleted) {
            submission->state = SMELT_COMPLETED;
        } else {
            submission->error = smelt_error_of_commands(submission, commands);
        }
    });
}

/*
 * Runs on a thread of Metal's, which must neither throw nor wait nor call Java. The buffers are let go before anyone
 * hears of the end: whoever does finds them no longer pending.
 */
static void complete(smelt_submission_object *submission, id<MTLCommandBuffer> commands) {
    record_outcome(submission, commands);
    smelt_plan_end(&submission->plan);
    smelt_plan_clear(&submission->plan);
    smelt_latch_open(&submission->completed);
    smelt_object_release(&submission->base);
}

static id<MTLCommandBuffer> new_commands(id<MTLCommandQueue> queue) {
    if (![queue respondsToSelector:@selector(commandBufferWithDescriptor:)]) {
        return [queue commandBuffer]; /* a wrapped device, such as a debugger's, may not know descriptors */
    }
    MTLCommandBufferDescriptor *descriptor = [[[MTLCommandBufferDescriptor alloc] init] autorelease];
    [descriptor setErrorOptions:MTLCommandBufferErrorOptionEncoderExecutionStatus];
    [descriptor setRetainedReferences:YES];
    return [queue commandBufferWithDescriptor:descriptor];
}

/* From here to the end of the handler, the buffers are pending and the handler owns a reference. */
static void commit(smelt_submission_object *submission, id<MTLCommandBuffer> commands) {
    smelt_plan_begin(&submission->plan);
    smelt_object_retain(&submission->base);
    @try {
        [commands addCompletedHandler:^(id<MTLCommandBuffer> completed) {
            complete(submission, completed);
        }];
        [commands commit];
    } @catch (...) {
        /* Not committed, so the handler will not come: do its part. */
        smelt_plan_end(&submission->plan);
        smelt_object_release(&submission->base);
        @throw;
    }
}

static int32_t submit(
        smelt_scope *scope, smelt_device_object *device, const void *tape, uint64_t length, const char *label,
        smelt_submission *handle) {
    smelt_submission_object *submission = new_submission(device, label);
    if (submission == NULL) {
        return smelt_scope_fail(scope, SMELT_OUT_OF_MEMORY, "no memory for a submission");
    }
    smelt_scope_keep(scope, &submission->base);
    smelt_tape_fault fault;
    if (!smelt_plan_make(&submission->plan, device, tape, length, &fault)) {
        return smelt_scope_fail_tape(scope, &fault);
    }
    id<MTLCommandBuffer> commands = new_commands(device->queue);
    if (commands == nil) {
        return smelt_scope_fail(scope, SMELT_OUT_OF_MEMORY, "Metal made no command buffer");
    }
    smelt_encode(&submission->plan, commands, smelt_label(label));
    /* The handle comes before the commit: what runs must be something the caller can wait for. */
    int32_t status = smelt_scope_publish(scope, &submission->base, handle);
    if (status == SMELT_OK) {
        commit(submission, commands);
    }
    return status;
}

int32_t smelt_submit(
        smelt_device device, const void *tape, uint64_t length, const char *label, smelt_submission *submission,
        smelt_error *error) {
    if (submission != NULL) {
        *submission = 0;
    }
    int32_t status = smelt_call(error, ^int32_t(smelt_scope *scope) {
        SMELT_REQUIRE(scope, submission);
        smelt_device_object *used = smelt_scope_use(scope, device, SMELT_KIND_DEVICE);
        if (used == NULL) {
            return SMELT_INVALID_HANDLE;
        }
        int32_t result = submit(scope, used, tape, length, label, submission);
        smelt_scope_concerns(scope, label, NULL);
        return result;
    });
    if (status != SMELT_OK && submission != NULL && *submission != 0) {
        smelt_handles_close(*submission); /* the commit threw */
        *submission = 0;
    }
    return status;
}

int32_t smelt_submission_wait(smelt_submission submission, int64_t nanoseconds, smelt_error *error) {
    return smelt_call(error, ^int32_t(smelt_scope *scope) {
        smelt_submission_object *used = smelt_scope_use(scope, submission, SMELT_KIND_SUBMISSION);
        if (used == NULL) {
            return SMELT_INVALID_HANDLE;
        }
        if (!smelt_latch_wait(&used->completed, nanoseconds)) {
            return SMELT_TIMED_OUT;
        }
        if (used->state == SMELT_COMPLETED) {
            return SMELT_OK;
        }
        if (used->error == NULL) {
            return smelt_scope_fail(scope, SMELT_EXECUTION_FAILED, "the GPU did not run the submission");
        }
        smelt_object_retain(&used->error->base);
        return smelt_scope_fail_with(scope, used->error);
    });
}

int32_t smelt_submission_get_state(smelt_submission submission, int32_t *state, smelt_error *error) {
    return smelt_call(error, ^int32_t(smelt_scope *scope) {
        SMELT_REQUIRE(scope, state);
        smelt_submission_object *used = smelt_scope_use(scope, submission, SMELT_KIND_SUBMISSION);
        if (used == NULL) {
            return SMELT_INVALID_HANDLE;
        }
        *state = smelt_latch_wait(&used->completed, 0) ? used->state : SMELT_RUNNING;
        return SMELT_OK;
    });
}

int32_t smelt_submission_get_times(
        smelt_submission submission, smelt_submission_times *times, smelt_error *error) {
    return smelt_call(error, ^int32_t(smelt_scope *scope) {
        SMELT_REQUIRE(scope, times);
        smelt_submission_object *used = smelt_scope_use(scope, submission, SMELT_KIND_SUBMISSION);
        if (used == NULL) {
            return SMELT_INVALID_HANDLE;
        }
        if (!smelt_latch_wait(&used->completed, 0)) {
            return smelt_scope_fail(scope, SMELT_NOT_COMPLETED, "the submission has not completed");
        }
        *times = used->times;
        return SMELT_OK;
    });
}
