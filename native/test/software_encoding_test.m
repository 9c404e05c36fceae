/* Each rule about encoders, command buffers and the life of objects, broken through Metal's own interface. */
#include <pthread.h>

#import "software.h"

static id<MTLComputeCommandEncoder> encoder_of(id<MTLCommandBuffer> commands, NSString *kernel) {
    id<MTLComputeCommandEncoder> encoder = [commands computeCommandEncoder];
    if (kernel != nil) {
        [encoder setComputePipelineState:pipeline(kernel)];
    }
    return encoder;
}

static void dispatch(id<MTLComputeCommandEncoder> encoder) {
    [encoder dispatchThreads:MTLSizeMake(16, 1, 1) threadsPerThreadgroup:MTLSizeMake(16, 1, 1)];
}

TEST(encoders_end) {
    id<MTLCommandBuffer> commands = [queue commandBuffer];
    id<MTLComputeCommandEncoder> encoder = encoder_of(commands, nil);
    REFUSES("already encoding", [commands computeCommandEncoder]);
    REFUSES("already encoding", [commands blitCommandEncoder]);
    REFUSES("uncommitted encoder", [commands commit]);
    [encoder endEncoding];
    REFUSES("has ended", [encoder endEncoding]);
    REFUSES("has ended", [encoder setBuffer:nil offset:0 atIndex:0]);
    REFUSES("has ended", dispatch(encoder));
    id<MTLBlitCommandEncoder> blit = [commands blitCommandEncoder];
    [blit endEncoding];
    REFUSES("has ended", [blit fillBuffer:buffer(16) range:NSMakeRange(0, 16) value:1]);
}

TEST(encoders_are_not_released_before_they_end) {
    id<MTLComputeCommandEncoder> encoder;
    @autoreleasepool {
        encoder = [encoder_of([queue commandBuffer], @"count") retain];
        [encoder setBuffer:buffer(64) offset:0 atIndex:0];
        dispatch(encoder);
    }
    REFUSES("released without endEncoding", [encoder release]);
}

static void *use_elsewhere(void *encoder) {
    @autoreleasepool {
        REFUSES("used by another thread", [(id<MTLComputeCommandEncoder>) encoder setBuffer:nil offset:0 atIndex:0]);
        REFUSES("used by another thread", [(id<MTLComputeCommandEncoder>) encoder endEncoding]);
    }
    return NULL;
}

TEST(encoders_stay_on_their_thread) {
    id<MTLComputeCommandEncoder> encoder = encoder_of([queue commandBuffer], nil);
    pthread_t thread;
    pthread_create(&thread, NULL, use_elsewhere, encoder);
    pthread_join(thread, NULL);
    [encoder endEncoding];
}

TEST(debug_groups_are_balanced) {
    id<MTLCommandBuffer> commands = [queue commandBuffer];
    id<MTLComputeCommandEncoder> encoder = encoder_of(commands, nil);
    REFUSES("no debug group", [encoder popDebugGroup]);
    REFUSES("must not be nil", [encoder pushDebugGroup:(id _Nonnull) nil]);
    REFUSES("must not be nil", [encoder insertDebugSignpost:(id _Nonnull) nil]);
    [encoder pushDebugGroup:@"a"];
    REFUSES("1 debug groups", [encoder endEncoding]);
    REFUSES("must not be nil", [commands pushDebugGroup:(id _Nonnull) nil]);
    REFUSES("no debug group", [commands popDebugGroup]);
    [commands pushDebugGroup:@"a"];
    REFUSES("1 debug groups", [commands commit]);
    [commands popDebugGroup];
    [commands commit];
    [commands waitUntilCompleted];
}

TEST(command_buffers_are_committed_once) {
    id<MTLCommandBuffer> commands = [queue commandBuffer];
    REFUSES("not committed", [commands waitUntilCompleted]);
    REFUSES("not committed", [commands waitUntilScheduled]);
    REFUSES("must not be nil", [commands addCompletedHandler:(id _Nonnull) nil]);
    REFUSES("must not be nil", [commands addScheduledHandler:(id _Nonnull) nil]);
    REFUSES("event must not be nil", [commands encodeSignalEvent:(id _Nonnull) nil value:1]);
    REFUSES("dispatch type 2", [commands computeCommandEncoderWithDispatchType:(MTLDispatchType) 2]);
    REFUSES("descriptor must not be nil", [queue commandBufferWithDescriptor:(id _Nonnull) nil]);
    [commands enqueue];
    REFUSES("already enqueued", [commands enqueue]);
    [commands commit];
    REFUSES("already committed", [commands commit]);
    REFUSES("already committed", [commands computeCommandEncoder]);
    REFUSES("after commit", [commands addCompletedHandler:^(id<MTLCommandBuffer> done) { (void) done; }]);
    REFUSES("after commit", [commands addScheduledHandler:^(id<MTLCommandBuffer> done) { (void) done; }]);
    REFUSES("already enqueued", [commands enqueue]);
    [commands waitUntilCompleted];
    REFUSES("already committed", [commands commit]);
    REFUSES("no command buffers", [device newCommandQueueWithMaxCommandBufferCount:0]);
}

TEST(released_objects_are_not_used) {
    id<MTLBuffer> gone = [device newBufferWithLength:64 options:0];
    [gone release];
    REFUSES("contents: sent to a SMBuffer that was released", [gone contents]);
    REFUSES("retain: sent to a SMBuffer that was released", [gone retain]);
    REFUSES("release: sent to a SMBuffer that was released", [gone release]);
    id<MTLComputeCommandEncoder> encoder = encoder_of([queue commandBuffer], nil);
    REFUSES("released", [encoder setBuffer:gone offset:0 atIndex:0]);
    [encoder endEncoding];
    id<MTLCommandBuffer> commands;
    @autoreleasepool {
        commands = [queue commandBuffer];
    }
    REFUSES("sent to a SMCommandBuffer that was released", [commands commit]);
    id<MTLFunction> function = [library newFunctionWithName:@"count"];
    [function release];
    REFUSES("sent to a SMFunction", [device newComputePipelineStateWithFunction:function error:NULL]);
}

TEST(devices_do_not_mix) {
    software_metal_set_faults("devices=2");
    id<MTLDevice> other = [[MTLCopyAllDevices() autorelease] objectAtIndex:1];
    id<MTLCommandBuffer> foreign = [[[other newCommandQueue] autorelease] commandBuffer];
    id<MTLComputeCommandEncoder> encoder = encoder_of(foreign, nil);
    REFUSES("pipeline is of another device", [encoder setComputePipelineState:pipeline(@"count")]);
    REFUSES("buffer is of another device", [encoder setBuffer:buffer(16) offset:0 atIndex:0]);
    REFUSES("texture is of another device", [encoder setTexture:texture(1, 1) atIndex:0]);
    id<MTLSamplerState> sampler = [[device newSamplerStateWithDescriptor:
            [[[MTLSamplerDescriptor alloc] init] autorelease]] autorelease];
    REFUSES("sampler is of another device", [encoder setSamplerState:sampler atIndex:0]);
    [encoder endEncoding];
    id<MTLBlitCommandEncoder> blit = [foreign blitCommandEncoder];
    REFUSES("of another device", [blit fillBuffer:buffer(16) range:NSMakeRange(0, 16) value:0]);
    REFUSES("of another device", [blit synchronizeResource:buffer(16)]);
    REFUSES("a buffer is of another device", [blit copyFromBuffer:buffer(16)
                                                     sourceOffset:0
                                                         toBuffer:buffer(16)
                                                destinationOffset:0
                                                             size:16]);
    [blit endEncoding];
    id<MTLEvent> event = [[device newEvent] autorelease];
    REFUSES("event is of another device", [foreign encodeSignalEvent:event value:1]);
    id<MTLFunction> function = [[library newFunctionWithName:@"count"] autorelease];
    REFUSES("function is of another device", [other newComputePipelineStateWithFunction:function error:NULL]);
    MTLComputePipelineDescriptor *kernel = [[[MTLComputePipelineDescriptor alloc] init] autorelease];
    [kernel setComputeFunction:function];
    [kernel setBinaryArchives:[NSArray arrayWithObject:[[other newBinaryArchiveWithDescriptor:
            [[[MTLBinaryArchiveDescriptor alloc] init] autorelease] error:NULL] autorelease]]];
    REFUSES("archive is of another device",
            [device newComputePipelineStateWithDescriptor:kernel options:0 reflection:NULL error:NULL]);
}

TEST(copies_lie_in_their_buffers) {
    id<MTLCommandBuffer> commands = [queue commandBuffer];
    id<MTLBlitCommandEncoder> blit = [commands blitCommandEncoder];
    id<MTLBuffer> a = buffer(64), b = buffer(32);
#define COPY(from, at, to, where, bytes) \
    [blit copyFromBuffer:from sourceOffset:at toBuffer:to destinationOffset:where size:bytes]
    REFUSES("beyond the source", COPY(a, 36, b, 0, 32));
    REFUSES("beyond the destination", COPY(a, 0, b, 4, 32));
    REFUSES("empty", COPY(a, 0, b, 4, 0));
    REFUSES("multiples of 4", COPY(a, 2, b, 4, 8));
    REFUSES("overlap", COPY(a, 0, a, 4, 8));
    REFUSES("must not be nil", COPY(a, 0, (id _Nonnull) nil, 0, 4));
    REFUSES("must not be nil", [blit fillBuffer:(id _Nonnull) nil range:NSMakeRange(0, 4) value:1]);
    REFUSES("beyond the buffer", [blit fillBuffer:a range:NSMakeRange(60, 8) value:1]);
    REFUSES("not managed", [blit synchronizeResource:a]);
    REFUSES("must not be nil", [blit synchronizeResource:(id _Nonnull) nil]);
    REFUSES("already encoding", [commands encodeSignalEvent:[[device newEvent] autorelease] value:1]);
    [blit endEncoding];
}

int main(void) {
    warm_up(released_objects_are_not_used);
    check_failures = 0;
    RUN(encoders_end);
    RUN(encoders_are_not_released_before_they_end);
    RUN(encoders_stay_on_their_thread);
    RUN(debug_groups_are_balanced);
    RUN(command_buffers_are_committed_once);
    RUN(released_objects_are_not_used);
    RUN(devices_do_not_mix);
    RUN(copies_lie_in_their_buffers);
    return RESULT;
}
