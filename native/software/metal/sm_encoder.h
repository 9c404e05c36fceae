#ifndef SM_ENCODER_H
#define SM_ENCODER_H

#include <pthread.h>

#import "sm_commands.h"
#import "sm_library.h"
#import "sm_resources.h"

/*
 * What compute and blit encoders share. An encoder is for one thread: Metal lets threads hand it over if they
 * synchronise, which cannot be seen from here, so a call from any other thread than the one that made it is refused.
 */
@interface SMEncoder : SMObject <MTLCommandEncoder> {
    SMCommandBuffer *commands; /* retained */
    pthread_t thread;
    BOOL ended;
    NSUInteger pushed; /* debug groups */
    SMTrace *trace;
}
- (id)initWithCommands:(SMCommandBuffer *)owner;
/* Raises unless this thread may go on encoding. */
- (void)check:(SEL)method;
@end

@interface SMBlitEncoder : SMEncoder <MTLBlitCommandEncoder>
@end

/* What is bound at a slot: a resource, or bytes. */
typedef struct sm_bound {
    id object; /* SMBuffer, NSData, SMTexture or SMSampler; retained if the command buffer retains references */
    BOOL is_bytes;
    NSUInteger offset;
} sm_bound;

@interface SMComputeEncoder : SMEncoder <MTLComputeCommandEncoder> {
    MTLDispatchType dispatchType;
    SMPipeline *pipeline;
    sm_bound buffers[MSL_BUFFER_SLOTS], textures[MSL_TEXTURE_SLOTS], samplers[MSL_SAMPLER_SLOTS];
    NSUInteger threadgroup_lengths[MSL_THREADGROUP_SLOTS];
}
- (id)initWithCommands:(SMCommandBuffer *)owner dispatchType:(MTLDispatchType)type;
@end

/* What one argument of a dispatch is bound to. */
typedef struct sm_kept {
    sm_bound what;
    int kind; /* MSL_ARGUMENT_... */
    uint32_t slot;
} sm_kept;

/* A dispatch as it was encoded, with what the kernel's arguments were bound to. */
@interface SMDispatch : SMCommand {
    SMPipeline *pipeline;
    msl_dispatch dispatch; /* pointers into resources come when it runs */
    sm_kept *kept;
    size_t count;
    BOOL retains;
}
- (id)initWithTrace:(SMTrace *)given pipeline:(SMPipeline *)state retains:(BOOL)retained;
- (msl_dispatch *)dispatch;
/* Keeps what a slot is bound to; nothing if nothing is. */
- (void)bind:(const sm_bound *)what kind:(int)kind slot:(uint32_t)slot;
@end

/* The rules of a dispatch that concern what is bound: see sm_bindings.m. */
void sm_check_bindings(
        SEL method, const msl_function *function, const sm_bound *buffers, const sm_bound *textures,
        const sm_bound *samplers, const NSUInteger *threadgroup_lengths);

#endif
