#include <stdio.h>

#import "smelt_nserror.h"
#import "smelt_submission.h"

/* Metal reports this one, but its headers do not name it: macOS killed what kept the screen waiting. */
#define IMPACTING_INTERACTIVITY 14

/* What people can do about it, for the codes where Apple's text does not say. */
static NSString *advice(NSInteger code) {
    switch (code) {
        case MTLCommandBufferErrorTimeout:
        case IMPACTING_INTERACTIVITY:
            return @"macOS stops GPU work that takes too long or keeps the display waiting: "
                   @"run a smaller grid at a time";
        case MTLCommandBufferErrorPageFault:
            return @"a kernel touched memory outside its arrays";
        case MTLCommandBufferErrorOutOfMemory:
            return @"the buffers in use do not fit the GPU's memory together";
        case MTLCommandBufferErrorStackOverflow:
            return @"a kernel needs more stack than the GPU gives it";
        default:
            return nil;
    }
}

/* The encoder that Metal blames, else the first one it knows of; nil if it says nothing. */
static id<MTLCommandBufferEncoderInfo> blamed_encoder(NSError *cause) {
    NSArray<id<MTLCommandBufferEncoderInfo>> *infos =
            [[cause userInfo] objectForKey:MTLCommandBufferEncoderInfoErrorKey];
    for (id<MTLCommandBufferEncoderInfo> info in infos) {
        if ([info errorState] == MTLCommandEncoderErrorStateFaulted) {
            return info;
        }
    }
    return [infos count] > 0 ? [infos objectAtIndex:0] : nil;
}

/* The dispatch of the last signpost passed; -1 if there is none of ours. */
static int64_t last_dispatch(id<MTLCommandBufferEncoderInfo> info, const smelt_plan *plan) {
    const char *signpost = [[[info debugSignposts] lastObject] UTF8String];
    unsigned index;
    if (signpost == NULL || sscanf(signpost, "#%u ", &index) != 1 || index >= plan->step_count) {
        return -1;
    }
    return index;
}

/* Whether all steps run one kernel: then it is known which one failed, whatever Metal says. */
static bool has_one_kernel(const smelt_plan *plan) {
    for (uint32_t i = 1; i < plan->step_count; i++) {
        if (plan->steps[i].pipeline != plan->steps[0].pipeline) {
            return false;
        }
    }
    return plan->step_count > 0;
}

static void name_culprit(smelt_error_object *error, const smelt_plan *plan, id<MTLCommandBufferEncoderInfo> info) {
    error->encoder_state = (int32_t) [info errorState];
    error->dispatch = plan->step_count == 1 ? 0 : last_dispatch(info, plan);
    if (error->dispatch >= 0) {
        smelt_error_set(&error->kernel, plan->steps[error->dispatch].pipeline->name);
    } else if (has_one_kernel(plan)) {
        smelt_error_set(&error->kernel, plan->steps[0].pipeline->name);
    }
}

smelt_error_object *smelt_error_of_commands(
        const smelt_submission_object *submission, id<MTLCommandBuffer> commands) {
    NSError *cause = [commands error];
    NSString *hint = advice([cause code]);
    NSMutableString *what = [NSMutableString stringWithString:@"the GPU did not run the submission"];
    if ([[commands label] length] > 0) {
        [what appendFormat:@" of %@", [commands label]];
    }
    if (hint != nil) {
        [what appendFormat:@" (%@)", hint];
    }
    smelt_error_object *error = smelt_error_of_nserror(SMELT_EXECUTION_FAILED, what, cause);
    if (error != NULL) {
        smelt_error_set(&error->label, submission->label);
        name_culprit(error, &submission->plan, blamed_encoder(cause));
    }
    return error;
}
