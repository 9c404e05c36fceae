/* Each rule of Metal that the software Metal watches over, broken through Metal's own interface. */
#include <pthread.h>
#include <stdlib.h>

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

TEST(buffers_have_a_length) {
    NSUInteger most = [device maxBufferLength];
    REFUSES("length 0", [device newBufferWithLength:0 options:0]);
    REFUSES("maxBufferLength", [device newBufferWithLength:most + 1 options:0]);
    REFUSES("length 0", [device newBufferWithBytes:"" length:0 options:0]);
    REFUSES("bytes are NULL", [device newBufferWithBytes:(void *_Nonnull) NULL length:4 options:0]);
    REFUSES("memoryless", [device newBufferWithLength:16 options:MTLResourceStorageModeMemoryless]);
    REFUSES("unknown options", [device newBufferWithLength:16 options:1 << 20]);
}

TEST(memory_without_copy_is_made_of_pages) {
    NSUInteger page = (NSUInteger) sysconf(_SC_PAGESIZE);
    char *memory = aligned_alloc(page, 2 * page);
#define WRAP(at, bytes, how) [device newBufferWithBytesNoCopy:at length:bytes options:how deallocator:nil]
    REFUSES("aligned", WRAP(memory + 16, page, 0));
    REFUSES("multiple of the page", WRAP(memory, page + 16, 0));
    REFUSES("length 0", WRAP(memory, 0, 0));
    REFUSES("pointer is NULL", WRAP((void *_Nonnull) NULL, page, 0));
    REFUSES("private", WRAP(memory, page, MTLResourceStorageModePrivate));
    free(memory);
}

TEST(contents_of_private_buffers_are_the_gpus) {
    id<MTLBuffer> secret = [[device newBufferWithLength:16 options:MTLResourceStorageModePrivate] autorelease];
    REFUSES("private", [secret contents]);
    REFUSES("not managed", [buffer(16) didModifyRange:NSMakeRange(0, 4)]);
    id<MTLBuffer> managed = [[device newBufferWithLength:16 options:MTLResourceStorageModeManaged] autorelease];
    REFUSES("beyond", [managed didModifyRange:NSMakeRange(8, 12)]);
}

static MTLTextureDescriptor *descriptor(NSUInteger width, NSUInteger height) {
    return [MTLTextureDescriptor texture2DDescriptorWithPixelFormat:MTLPixelFormatR32Float
                                                              width:width
                                                             height:height
                                                          mipmapped:NO];
}

TEST(textures_have_a_size_and_a_format) {
    REFUSES("width of 0", [device newTextureWithDescriptor:descriptor(0, 4)]);
    REFUSES("height of 0", [device newTextureWithDescriptor:descriptor(4, 0)]);
    REFUSES("maximum allowed size of 16384", [device newTextureWithDescriptor:descriptor(16385, 1)]);
    MTLTextureDescriptor *from = descriptor(4, 4);
    [from setPixelFormat:MTLPixelFormatInvalid];
    REFUSES("pixel format 0", [device newTextureWithDescriptor:from]);
    from = descriptor(4, 4);
    [from setStorageMode:MTLStorageModeMemoryless];
    REFUSES("memoryless", [device newTextureWithDescriptor:from]);
    from = descriptor(4, 4);
    [from setTextureType:MTLTextureType3D];
    REFUSES("2-D textures", [device newTextureWithDescriptor:from]);
    REFUSES("descriptor is nil", [device newTextureWithDescriptor:(id _Nonnull) nil]);
    software_metal_set_faults("intel");
    REFUSES("cannot be shared", [device newTextureWithDescriptor:descriptor(4, 4)]);
}

TEST(pixels_are_copied_within_the_texture) {
    float pixels[64] = {0};
    id<MTLTexture> it = texture(6, 4);
#define READ(x, y, w, h, row) \
    [it getBytes:pixels bytesPerRow:row fromRegion:MTLRegionMake2D(x, y, w, h) mipmapLevel:0]
#define WRITE(x, y, w, h, row) \
    [it replaceRegion:MTLRegionMake2D(x, y, w, h) mipmapLevel:0 withBytes:pixels bytesPerRow:row]
    REFUSES("ends beyond", READ(1, 0, 6, 1, 24));
    REFUSES("ends beyond", WRITE(0, 3, 6, 2, 24));
    REFUSES("ends beyond", WRITE(6, 0, 1, 1, 24));
    REFUSES("empty", READ(0, 0, 0, 1, 24));
    REFUSES("multiple of the pixel's 4", READ(0, 0, 6, 1, 25));
    REFUSES("at least the region's 24", WRITE(0, 0, 6, 1, 20));
    REFUSES("32767 pixels", READ(0, 0, 6, 1, 32768 * 4));
    REFUSES("bytes are NULL", [it getBytes:(void *_Nonnull) NULL
                               bytesPerRow:24
                                fromRegion:MTLRegionMake2D(0, 0, 1, 1)
                               mipmapLevel:0]);
    REFUSES("mipmap level 1", [it getBytes:pixels
                               bytesPerRow:24
                                fromRegion:MTLRegionMake2D(0, 0, 1, 1)
                               mipmapLevel:1]);
    MTLTextureDescriptor *from = descriptor(4, 4);
    [from setStorageMode:MTLStorageModePrivate];
    it = [[device newTextureWithDescriptor:from] autorelease];
    REFUSES("private", READ(0, 0, 1, 1, 4));
}

TEST(slots_end) {
    id<MTLComputeCommandEncoder> encoder = encoder_of([queue commandBuffer], nil);
    REFUSES("index(31) must be < 31", [encoder setBuffer:buffer(16) offset:0 atIndex:31]);
    REFUSES("index(31) must be < 31", [encoder setBytes:"abcd" length:4 atIndex:31]);
    REFUSES("index(128) must be < 128", [encoder setTexture:texture(1, 1) atIndex:128]);
    REFUSES("index(16) must be < 16", [encoder setSamplerState:nil atIndex:16]);
    REFUSES("index(31) must be < 31", [encoder setThreadgroupMemoryLength:16 atIndex:31]);
    REFUSES("index(99) must be < 31", [encoder setBufferOffset:0 atIndex:99]);
    [encoder endEncoding];
}

TEST(bytes_are_few) {
    static char many[5000];
    id<MTLComputeCommandEncoder> encoder = encoder_of([queue commandBuffer], nil);
    [encoder setBytes:many length:4096 atIndex:0];
    REFUSES("length(4097) must be <= 4096", [encoder setBytes:many length:4097 atIndex:0]);
    REFUSES("length must not be 0", [encoder setBytes:many length:0 atIndex:0]);
    REFUSES("must not be NULL", [encoder setBytes:(void *_Nonnull) NULL length:4 atIndex:0]);
    [encoder endEncoding];
}

TEST(offsets_lie_in_the_buffer) {
    id<MTLComputeCommandEncoder> encoder = encoder_of([queue commandBuffer], nil);
    [encoder setBuffer:buffer(64) offset:63 atIndex:0];
    REFUSES("offset(64) must be < the buffer's length(64)", [encoder setBuffer:buffer(64) offset:64 atIndex:0]);
    REFUSES("offset(64) is not in what is bound", [encoder setBufferOffset:64 atIndex:0]);
    REFUSES("no buffer is bound", [encoder setBufferOffset:0 atIndex:1]);
    [encoder endEncoding];
}

TEST(arguments_are_bound) {
    id<MTLComputeCommandEncoder> encoder = encoder_of([queue commandBuffer], @"saxpy");
    float a = 2;
    [encoder setBuffer:buffer(64) offset:0 atIndex:0];
    [encoder setBytes:&a length:4 atIndex:2];
    REFUSES("missing Buffer binding at index 1 for y[0]", dispatch(encoder));
    [encoder setBytes:&a length:4 atIndex:1];
    REFUSES("Bytes are being bound at index 1 to a shader argument with write access", dispatch(encoder));
    [encoder setBuffer:buffer(64) offset:0 atIndex:1];
    [encoder setBuffer:nil offset:0 atIndex:2];
    REFUSES("missing Buffer binding at index 2 for a[0]", dispatch(encoder));
    [encoder setBytes:&a length:2 atIndex:2];
    REFUSES("has space for 2 bytes, but argument has a length(4)", dispatch(encoder));
    [encoder setBytes:&a length:4 atIndex:2];
    [encoder setBuffer:buffer(64) offset:62 atIndex:1];
    REFUSES("must be a multiple of 4 but was set to 62", dispatch(encoder));
    [encoder setBuffer:buffer(62) offset:60 atIndex:1];
    REFUSES("has space for 2 bytes", dispatch(encoder));
    [encoder setBuffer:buffer(64) offset:0 atIndex:1];
    dispatch(encoder);
    [encoder endEncoding];
}

TEST(structs_are_bound_whole) {
    id<MTLComputeCommandEncoder> encoder = encoder_of([queue commandBuffer], @"shape");
    char parameters[48] = {0};
    [encoder setBuffer:buffer(64) offset:0 atIndex:1];
    [encoder setBytes:parameters length:44 atIndex:0];
    REFUSES("argument p[0] from Buffer(0) with offset(0) and length(44) has space for 44 bytes, but argument has a "
            "length(48)", dispatch(encoder));
    [encoder setBuffer:buffer(64) offset:8 atIndex:0];
    REFUSES("must be a multiple of 16 but was set to 8", dispatch(encoder));
    [encoder setBytes:parameters length:48 atIndex:0];
    dispatch(encoder);
    [encoder endEncoding];
}

TEST(textures_and_samplers_are_bound) {
    id<MTLComputeCommandEncoder> encoder = encoder_of([queue commandBuffer], @"invert");
    MTLTextureDescriptor *from = descriptor(4, 4);
    [from setUsage:MTLTextureUsageShaderRead | MTLTextureUsageShaderWrite];
    [encoder setTexture:texture(4, 4) atIndex:0];
    REFUSES("missing Texture binding at index 1 for to[0]", dispatch(encoder));
    [encoder setTexture:texture(4, 4) atIndex:1];
    REFUSES("usage 0x1, which lacks 0x2", dispatch(encoder));
    [from setUsage:MTLTextureUsageShaderWrite];
    [encoder setTexture:[[device newTextureWithDescriptor:from] autorelease] atIndex:1];
    dispatch(encoder);
    [encoder setTexture:[[device newTextureWithDescriptor:from] autorelease] atIndex:0];
    REFUSES("usage 0x2, which lacks 0x1", dispatch(encoder));
    [encoder setComputePipelineState:pipeline(@"enlarge")];
    [encoder setTexture:texture(4, 4) atIndex:0];
    [encoder setBuffer:buffer(64) offset:0 atIndex:0];
    REFUSES("missing Sampler binding at index 0 for by[0]", dispatch(encoder));
    [encoder endEncoding];
    REFUSES("descriptor is nil", [device newSamplerStateWithDescriptor:(id _Nonnull) nil]);
}

TEST(threadgroup_memory_is_set) {
    id<MTLComputeCommandEncoder> encoder = encoder_of([queue commandBuffer], @"share");
    [encoder setBuffer:buffer(128) offset:0 atIndex:0];
    REFUSES("missing threadgroupMemory binding at index 0 for tile[0]", dispatch(encoder));
    REFUSES("multiple of 16", [encoder setThreadgroupMemoryLength:20 atIndex:0]);
    REFUSES("must be <= 32768", [encoder setThreadgroupMemoryLength:32784 atIndex:0]);
    [encoder setThreadgroupMemoryLength:32768 atIndex:0];
    REFUSES("exceeds the device's 32768", dispatch(encoder));
    [encoder setThreadgroupMemoryLength:128 atIndex:0];
    dispatch(encoder);
    [encoder endEncoding];
}

static void grid(id<MTLComputeCommandEncoder> encoder, NSUInteger x, NSUInteger y, NSUInteger z) {
    [encoder dispatchThreads:MTLSizeMake(x, y, z) threadsPerThreadgroup:MTLSizeMake(1, 1, 1)];
}

static void group(id<MTLComputeCommandEncoder> encoder, NSUInteger x, NSUInteger y, NSUInteger z) {
    [encoder dispatchThreads:MTLSizeMake(8, 8, 8) threadsPerThreadgroup:MTLSizeMake(x, y, z)];
}

TEST(grids_and_threadgroups_have_limits) {
    id<MTLComputeCommandEncoder> encoder = encoder_of([queue commandBuffer], nil);
    REFUSES("no compute pipeline is set", dispatch(encoder));
    REFUSES("computePipelineState must not be nil", [encoder setComputePipelineState:(id _Nonnull) nil]);
    [encoder setComputePipelineState:pipeline(@"count")];
    [encoder setBuffer:buffer(4096) offset:0 atIndex:0];
    REFUSES("threadsPerGrid.width(0)", grid(encoder, 0, 1, 1));
    REFUSES("threadsPerGrid.height(0)", grid(encoder, 1, 0, 1));
    REFUSES("threadsPerGrid.depth(0)", grid(encoder, 1, 1, 0));
    REFUSES("must fit 32 bits", grid(encoder, (NSUInteger) UINT32_MAX + 1, 1, 1));
    REFUSES("threadsPerThreadgroup.width(0)", group(encoder, 0, 1, 1));
    REFUSES("threadsPerThreadgroup.depth(0)", group(encoder, 1, 1, 0));
    REFUSES("threadsPerThreadgroup.height(1025)) must be <= 1024", group(encoder, 1, 1025, 1));
    REFUSES("(1056) must be <= 1024 (kernel threadgroup size limit)", group(encoder, 33, 32, 1));
    REFUSES("threadgroupsPerGrid.width(0)",
            [encoder dispatchThreadgroups:MTLSizeMake(0, 1, 1) threadsPerThreadgroup:MTLSizeMake(1, 1, 1)]);
    REFUSES("must fit 32 bits", [encoder dispatchThreadgroups:MTLSizeMake(UINT32_MAX, 1, 1)
                                        threadsPerThreadgroup:MTLSizeMake(2, 1, 1)]);
    [encoder setComputePipelineState:pipeline(@"limited")];
    REFUSES("(65) must be <= 64 (kernel threadgroup size limit)", group(encoder, 65, 1, 1));
    MTLComputePipelineDescriptor *whole = [[[MTLComputePipelineDescriptor alloc] init] autorelease];
    [whole setComputeFunction:[[library newFunctionWithName:@"count"] autorelease]];
    [whole setThreadGroupSizeIsMultipleOfThreadExecutionWidth:YES];
    [encoder setComputePipelineState:[[device newComputePipelineStateWithDescriptor:whole
                                                                            options:0
                                                                         reflection:NULL
                                                                              error:NULL] autorelease]];
    REFUSES("no multiple of threadExecutionWidth(32)", group(encoder, 33, 1, 1));
    REFUSES("scope 0x0", [encoder memoryBarrierWithScope:0]);
    [encoder endEncoding];
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
    [encoder endEncoding];
    id<MTLBlitCommandEncoder> blit = [foreign blitCommandEncoder];
    REFUSES("of another device", [blit fillBuffer:buffer(16) range:NSMakeRange(0, 16) value:0]);
    REFUSES("of another device", [blit synchronizeResource:buffer(16)]);
    [blit endEncoding];
    id<MTLEvent> event = [[device newEvent] autorelease];
    REFUSES("event is of another device", [foreign encodeSignalEvent:event value:1]);
    id<MTLFunction> function = [[library newFunctionWithName:@"count"] autorelease];
    REFUSES("function is of another device", [other newComputePipelineStateWithFunction:function error:NULL]);
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
    REFUSES("beyond the buffer", [blit fillBuffer:a range:NSMakeRange(60, 8) value:1]);
    REFUSES("not managed", [blit synchronizeResource:a]);
    REFUSES("must not be nil", [blit synchronizeResource:(id _Nonnull) nil]);
    REFUSES("already encoding", [commands encodeSignalEvent:[[device newEvent] autorelease] value:1]);
    [blit endEncoding];
}

TEST(pipelines_are_made_of_kernels) {
    MTLComputePipelineDescriptor *empty = [[[MTLComputePipelineDescriptor alloc] init] autorelease];
    REFUSES("must not be nil", [device newComputePipelineStateWithFunction:(id _Nonnull) nil error:NULL]);
    REFUSES("computeFunction must not be nil",
            [device newComputePipelineStateWithDescriptor:empty options:0 reflection:NULL error:NULL]);
    REFUSES("source is nil", [device newLibraryWithSource:(id _Nonnull) nil options:nil error:NULL]);
    REFUSES("functionName must not be nil", [library newFunctionWithName:(id _Nonnull) nil]);
    REFUSES("constantValues must not be nil",
            [library newFunctionWithName:@"stepped" constantValues:(id _Nonnull) nil error:NULL]);
    id<MTLBinaryArchive> archive = [[device newBinaryArchiveWithDescriptor:
            [[[MTLBinaryArchiveDescriptor alloc] init] autorelease] error:NULL] autorelease];
    REFUSES("computeFunction must not be nil", [archive addComputePipelineFunctionsWithDescriptor:empty error:NULL]);
    REFUSES("a capture of nothing", [[MTLCaptureManager sharedCaptureManager]
            startCaptureWithDescriptor:[[[MTLCaptureDescriptor alloc] init] autorelease] error:NULL]);
    REFUSES("no capture runs", [[MTLCaptureManager sharedCaptureManager] stopCapture]);
}

int main(void) {
    warm_up(released_objects_are_not_used);
    check_failures = 0;
    RUN(buffers_have_a_length);
    RUN(memory_without_copy_is_made_of_pages);
    RUN(contents_of_private_buffers_are_the_gpus);
    RUN(textures_have_a_size_and_a_format);
    RUN(pixels_are_copied_within_the_texture);
    RUN(slots_end);
    RUN(bytes_are_few);
    RUN(offsets_lie_in_the_buffer);
    RUN(arguments_are_bound);
    RUN(structs_are_bound_whole);
    RUN(textures_and_samplers_are_bound);
    RUN(threadgroup_memory_is_set);
    RUN(grids_and_threadgroups_have_limits);
    RUN(encoders_end);
    RUN(encoders_are_not_released_before_they_end);
    RUN(encoders_stay_on_their_thread);
    RUN(debug_groups_are_balanced);
    RUN(command_buffers_are_committed_once);
    RUN(released_objects_are_not_used);
    RUN(devices_do_not_mix);
    RUN(copies_lie_in_their_buffers);
    RUN(pipelines_are_made_of_kernels);
    return RESULT;
}
