/* Command buffers and encoders that note what they are told, and complete on a thread of their own. */
#include <Block.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#import "scripted_classes.h"

NSString *const MTLCommandBufferErrorDomain = @"MTLCommandBufferErrorDomain";
NSString *const MTLCommandBufferEncoderInfoErrorKey = @"MTLCommandBufferEncoderInfoErrorKey";

@implementation MTLCommandBufferDescriptor
@synthesize retainedReferences, errorOptions;
@end

@interface ScriptedEncoder : Scripted <MTLComputeCommandEncoder> {
    BOOL ended;
    NSMutableArray *signposts;
}
- (NSArray *)signposts;
@end

@implementation ScriptedEncoder
- (id)init {
    self = [super init];
    signposts = [[NSMutableArray alloc] init];
    return self;
}

- (NSArray *)signposts {
    return signposts;
}

- (void)dealloc {
    if (!ended) {
        fprintf(stderr, "an encoder was released before it ended: Metal would abort here\n");
        abort();
    }
    [signposts release];
    [super dealloc];
}

- (MTLDispatchType)dispatchType {
    return MTLDispatchTypeSerial;
}

- (void)endEncoding {
    scripted_note("end ");
    ended = YES;
}

- (void)insertDebugSignpost:(NSString *)string {
    [signposts addObject:string];
}

- (void)setComputePipelineState:(id<MTLComputePipelineState>)state {
    scripted_act(_cmd);
    scripted_note("pipeline(%s) ", [[state label] UTF8String]);
}

- (void)setBytes:(const void *)bytes length:(NSUInteger)length atIndex:(NSUInteger)index {
    scripted_note("bytes(%u at %u: %u) ", (unsigned) length, (unsigned) index, *(const uint8_t *) bytes);
}

- (void)setBuffer:(id<MTLBuffer>)buffer offset:(NSUInteger)offset atIndex:(NSUInteger)index {
    scripted_note("buffer(%u+%u at %u) ", (unsigned) [buffer length], (unsigned) offset, (unsigned) index);
}

- (void)setTexture:(id<MTLTexture>)texture atIndex:(NSUInteger)index {
    scripted_note("texture(%ux%u at %u) ", (unsigned) [texture width], (unsigned) [texture height], (unsigned) index);
}

- (void)dispatchThreads:(MTLSize)grid threadsPerThreadgroup:(MTLSize)group {
    scripted_act(_cmd);
    scripted_note("dispatch(%ux%ux%u by %ux%ux%u) ", (unsigned) grid.width, (unsigned) grid.height, (unsigned) grid.depth,
         (unsigned) group.width, (unsigned) group.height, (unsigned) group.depth);
}
@end

@interface ScriptedBlitEncoder : Scripted <MTLBlitCommandEncoder>
@end

@implementation ScriptedBlitEncoder
- (void)synchronizeResource:(id<MTLResource>)resource {
    scripted_act(_cmd);
    scripted_note("fetch(%s) ", [[resource label] UTF8String]);
}

- (void)endEncoding {
    scripted_note("end ");
}
@end

/* An encoder as a failed command buffer tells of it. */
@interface ScriptedInfo : NSObject <MTLCommandBufferEncoderInfo> {
    ScriptedEncoder *encoder;
}
@end

@implementation ScriptedInfo
- (id)initWithEncoder:(ScriptedEncoder *)given {
    self = [super init];
    encoder = [given retain];
    return self;
}

- (void)dealloc {
    [encoder release];
    [super dealloc];
}

- (NSString *)label {
    return [encoder label];
}

- (NSArray *)debugSignposts {
    return [encoder signposts];
}

- (MTLCommandEncoderErrorState)errorState {
    return MTLCommandEncoderErrorStateFaulted;
}
@end

@interface ScriptedCommands : Scripted <MTLCommandBuffer> {
    MTLCommandBufferHandler handler;
    MTLCommandBufferStatus status;
    NSError *error;
    ScriptedEncoder *encoder;
}
- (void)run;
@end

static void *run_commands(void *argument) {
    ScriptedCommands *commands = argument;
    scripted_hold();
    @autoreleasepool {
        [commands run];
        [commands release];
    }
    return NULL;
}

@implementation ScriptedCommands
- (void)dealloc {
    if (handler != NULL) {
        Block_release(handler);
    }
    [encoder release];
    [error release];
    [super dealloc];
}

- (id)commandQueue {
    return nil;
}

- (MTLCommandBufferStatus)status {
    return status;
}

- (NSError *)error {
    scripted_act(_cmd);
    return error;
}

- (NSTimeInterval)GPUStartTime {
    return 1.5;
}

- (NSTimeInterval)GPUEndTime {
    return 2.25;
}

- (id<MTLComputeCommandEncoder>)computeCommandEncoderWithDispatchType:(MTLDispatchType)dispatchType {
    if (scripted_act(_cmd)) {
        return nil;
    }
    scripted_note(dispatchType == MTLDispatchTypeSerial ? "serial " : "concurrent ");
    encoder = [[ScriptedEncoder alloc] init];
    [encoder setDevice:[self device]];
    return encoder;
}

- (id<MTLBlitCommandEncoder>)blitCommandEncoder {
    if (scripted_act(_cmd)) {
        return nil;
    }
    scripted_note("blit ");
    return [[[ScriptedBlitEncoder alloc] init] autorelease];
}

- (void)addCompletedHandler:(MTLCommandBufferHandler)block {
    handler = Block_copy(block);
}

- (void)commit {
    scripted_act(_cmd);
    scripted_note("commit(%s/%s) ", [[self label] UTF8String], [[encoder label] UTF8String]);
    status = MTLCommandBufferStatusCommitted;
    [self retain];
    pthread_t thread;
    pthread_create(&thread, NULL, run_commands, self);
    pthread_detach(thread);
}

- (NSDictionary *)failure {
    if (!scripted.name_encoder) {
        return [NSDictionary dictionaryWithObject:@"the GPU is unwell" forKey:NSLocalizedDescriptionKey];
    }
    ScriptedInfo *info = [[[ScriptedInfo alloc] initWithEncoder:encoder] autorelease];
    return [NSDictionary dictionaryWithObjectsAndKeys:
            @"the GPU is unwell", NSLocalizedDescriptionKey, [NSArray arrayWithObject:info],
            MTLCommandBufferEncoderInfoErrorKey, nil];
}

- (void)run {
    status = MTLCommandBufferStatusCompleted;
    if (scripted.fail_with != 0) {
        status = MTLCommandBufferStatusError;
        error = [[NSError errorWithDomain:MTLCommandBufferErrorDomain
                                     code:scripted.fail_with
                                 userInfo:[self failure]] retain];
    }
    handler(self);
}
@end

@implementation ScriptedQueue
- (id<MTLCommandBuffer>)commandBuffer {
    ScriptedCommands *commands = [[[ScriptedCommands alloc] init] autorelease];
    [commands setDevice:[self device]];
    return commands;
}

- (id<MTLCommandBuffer>)commandBufferWithDescriptor:(MTLCommandBufferDescriptor *)descriptor {
    if (scripted_act(_cmd)) {
        return nil;
    }
    scripted_note(([descriptor errorOptions] & MTLCommandBufferErrorOptionEncoderExecutionStatus) != 0 ? "detailed " : "plain ");
    return [self commandBuffer];
}
@end
