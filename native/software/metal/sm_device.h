#ifndef SM_DEVICE_H
#define SM_DEVICE_H

#include <stdatomic.h>

#import "sm_object.h"

/* What Apple's tables of limits say of Macs, the lesser where Apple silicon and Intel differ. */
#define SM_BUFFER_SLOTS 31u
#define SM_TEXTURE_SLOTS 128u
#define SM_SAMPLER_SLOTS 16u
#define SM_THREADGROUP_MEMORY 32768u
#define SM_MOST_THREADS 1024u
#define SM_SIMDGROUP 32u
#define SM_MOST_BYTES 4096u
#define SM_TEXTURE_SIDE 16384u
#define SM_MOST_COMMAND_BUFFERS 64u

@interface SMDevice : NSObject <MTLDevice> {
    unsigned index;
    atomic_ulong allocated;
    atomic_ulong reason; /* of the removal, an MTLCommandBufferError; 0: it is there */
}
- (id)initWithIndex:(unsigned)number;
/* Counts memory in; NO where a fault limits it. */
- (BOOL)reserve:(NSUInteger)bytes;
- (void)unreserve:(NSUInteger)bytes;
/* The GPU is gone, or the process may not use it any more: nothing runs on it from now on. */
- (void)remove:(MTLCommandBufferError)why;
- (BOOL)isRemoved;
- (MTLCommandBufferError)reasonOfRemoval;
@end

/* As a Mac of Intel: textures are not shared. */
bool sm_is_intel(void);

#endif
