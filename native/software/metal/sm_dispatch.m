#import "sm_encoder.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "sm_workers.h"

@implementation SMDispatch
- (id)initWithTrace:(SMTrace *)given pipeline:(SMPipeline *)state retains:(BOOL)retained {
    self = [super initWithTrace:given];
    pipeline = [state retain];
    retains = retained;
    return self;
}

- (void)dealloc {
    for (size_t i = 0; i < count; i++) {
        if (retains || kept[i].what.is_bytes) {
            [kept[i].what.object release];
        }
    }
    free(kept);
    [pipeline release];
    [super dealloc];
}

- (msl_dispatch *)dispatch {
    return &dispatch;
}

- (void)bind:(const sm_bound *)what kind:(int)kind slot:(uint32_t)slot {
    if (what->object == nil) {
        return;
    }
    kept = realloc(kept, (count + 1) * sizeof *kept);
    kept[count++] = (sm_kept) {.what = *what, .kind = kind, .slot = slot};
    if (retains || what->is_bytes) {
        [what->object retain];
    }
}

/* Puts what a slot is bound to into the dispatch; NO if it is no more, which only a buffer that does not retain allows. */
- (BOOL)resolve:(const sm_kept *)one {
    id object = one->what.object;
    if (sm_is_released(object)) {
        return NO;
    }
    if (one->kind == MSL_ARGUMENT_TEXTURE) {
        dispatch.textures[one->slot] = [(SMTexture *) object image];
    } else if (one->kind == MSL_ARGUMENT_SAMPLER) {
        dispatch.samplers[one->slot] = [(SMSampler *) object sampler];
    } else {
        /* setBytes is refused where a kernel writes: so nobody writes into the data. */
        uint8_t *bytes = one->what.is_bytes ? (uint8_t *) [(NSData *) object bytes] : [(SMBuffer *) object gpuBytes];
        NSUInteger length = one->what.is_bytes ? [(NSData *) object length] : [(SMBuffer *) object length];
        dispatch.buffers[one->slot] = (msl_binding) {bytes + one->what.offset, length - one->what.offset};
    }
    return YES;
}

typedef struct run {
    const msl_dispatch *dispatch;
    _Atomic(char *) fault; /* the first */
} run;

/* One threadgroup; false after a fault, when the rest need not be run. */
static bool run_threadgroup(void *context, uint64_t number) {
    run *this = context;
    const uint32_t *groups = this->dispatch->threadgroups_per_grid;
    uint32_t x = (uint32_t) (number % groups[0]);
    uint32_t y = (uint32_t) (number / groups[0] % groups[1]);
    uint32_t z = (uint32_t) (number / groups[0] / groups[1]);
    char *fault = NULL;
    if (msl_run_threadgroup(this->dispatch, x, y, z, &fault) == 0) {
        return true;
    }
    char *none = NULL;
    if (fault == NULL) {
        fault = strdup("the kernel failed");
    }
    if (!atomic_compare_exchange_strong(&this->fault, &none, fault)) {
        free(fault);
    }
    return false;
}

- (NSString *)run:(MTLCommandBufferError *)code {
    for (size_t i = 0; i < count; i++) {
        if (![self resolve:&kept[i]]) {
            *code = MTLCommandBufferErrorInvalidResource;
            return @"Invalid Resource (00000009:kIOGPUCommandBufferCallbackErrorInvalidResource): "
                   @"a resource was released before the command buffer ran";
        }
    }
    run this = {.dispatch = &dispatch};
    const uint32_t *groups = dispatch.threadgroups_per_grid;
    sm_workers_run((uint64_t) groups[0] * groups[1] * groups[2], run_threadgroup, &this);
    if (this.fault == NULL) {
        return nil;
    }
    *code = MTLCommandBufferErrorPageFault;
    NSString *text = [NSString stringWithFormat:
            @"Caused GPU Address Fault Error (0000000b:kIOGPUCommandBufferCallbackErrorPageFault): %s", this.fault];
    free(this.fault);
    return text;
}
@end
