/* The software Metal at work: what it computes, in which order, and how it tells of the end. */
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#import "software.h"

static void encode(id<MTLCommandBuffer> commands, NSString *kernel, id<MTLBuffer> at_0, NSUInteger threads) {
    id<MTLComputeCommandEncoder> encoder = [commands computeCommandEncoder];
    [encoder setComputePipelineState:pipeline(kernel)];
    [encoder setBuffer:at_0 offset:0 atIndex:0];
    [encoder dispatchThreads:MTLSizeMake(threads, 1, 1) threadsPerThreadgroup:MTLSizeMake(32, 1, 1)];
    [encoder endEncoding];
}

static void fill(id<MTLCommandBuffer> commands, id<MTLBuffer> it, uint8_t value) {
    id<MTLBlitCommandEncoder> blit = [commands blitCommandEncoder];
    [blit fillBuffer:it range:NSMakeRange(0, [it length]) value:value];
    [blit endEncoding];
}

static void copy(id<MTLCommandBuffer> commands, id<MTLBuffer> from, id<MTLBuffer> to) {
    id<MTLBlitCommandEncoder> blit = [commands blitCommandEncoder];
    [blit copyFromBuffer:from sourceOffset:0 toBuffer:to destinationOffset:0 size:[to length]];
    [blit endEncoding];
}

static int first(id<MTLBuffer> it) {
    return *(const uint8_t *) [it contents];
}

static void finish(id<MTLCommandBuffer> commands) {
    [commands commit];
    [commands waitUntilCompleted];
    CHECK_EQUAL([commands status], MTLCommandBufferStatusCompleted);
    CHECK([commands error] == nil);
}

TEST(computes) {
    id<MTLBuffer> x = buffer(1001 * 4), y = buffer(1001 * 4);
    for (int i = 0; i < 1001; i++) {
        ((float *) [x contents])[i] = (float) i;
        ((float *) [y contents])[i] = 1;
    }
    id<MTLCommandBuffer> commands = [queue commandBuffer];
    id<MTLComputeCommandEncoder> encoder = [commands computeCommandEncoder];
    float a = 2;
    [encoder setComputePipelineState:pipeline(@"saxpy")];
    [encoder setBuffer:x offset:4 atIndex:0];
    [encoder setBuffer:y offset:0 atIndex:1];
    [encoder setBytes:&a length:sizeof a atIndex:2];
    a = 1000; /* the bytes were copied */
    [encoder dispatchThreads:MTLSizeMake(1000, 1, 1) threadsPerThreadgroup:MTLSizeMake(64, 1, 1)];
    [encoder endEncoding];
    finish(commands);
    for (int i = 0; i < 1000; i++) {
        CHECK(((float *) [y contents])[i] == 2 * (float) (i + 1) + 1);
    }
    CHECK(((float *) [y contents])[1000] == 1);
    CHECK([commands GPUStartTime] > 0 && [commands GPUEndTime] >= [commands GPUStartTime]);
}

TEST(bindings_are_those_of_the_time_of_the_dispatch) {
    id<MTLBuffer> a = buffer(128), b = buffer(128);
    id<MTLCommandBuffer> commands = [queue commandBuffer];
    id<MTLComputeCommandEncoder> encoder = [commands computeCommandEncoder];
    [encoder setComputePipelineState:pipeline(@"limited")];
    [encoder setBuffer:a offset:0 atIndex:0];
    [encoder dispatchThreadgroups:MTLSizeMake(1, 1, 1) threadsPerThreadgroup:MTLSizeMake(8, 1, 1)];
    [encoder setBuffer:b offset:0 atIndex:0];
    [encoder setBufferOffset:64 atIndex:0];
    [encoder memoryBarrierWithScope:MTLBarrierScopeBuffers];
    [encoder dispatchThreadgroups:MTLSizeMake(2, 1, 1) threadsPerThreadgroup:MTLSizeMake(4, 1, 1)];
    [encoder endEncoding];
    finish(commands);
    const int *in_a = [a contents], *in_b = [b contents];
    for (int i = 0; i < 32; i++) {
        CHECK_EQUAL(in_a[i], i < 8);
        CHECK_EQUAL(in_b[i], i >= 16 && i < 24);
    }
}

TEST(computes_on_textures) {
    MTLTextureDescriptor *from = [MTLTextureDescriptor texture2DDescriptorWithPixelFormat:MTLPixelFormatR32Float
                                                                                    width:5
                                                                                   height:3
                                                                                mipmapped:NO];
    [from setUsage:MTLTextureUsageShaderRead | MTLTextureUsageShaderWrite];
    for (int intel = 0; intel < 2; intel++) {
        software_metal_set_faults(intel ? "intel" : "");
        [from setStorageMode:intel ? MTLStorageModeManaged : MTLStorageModeShared];
        id<MTLTexture> a = [[device newTextureWithDescriptor:from] autorelease];
        id<MTLTexture> b = [[device newTextureWithDescriptor:from] autorelease];
        float in[15], out[15];
        for (int i = 0; i < 15; i++) {
            in[i] = (float) i / 16;
        }
        [a replaceRegion:MTLRegionMake2D(0, 0, 5, 3) mipmapLevel:0 withBytes:in bytesPerRow:20];
        [b replaceRegion:MTLRegionMake2D(0, 0, 5, 3) mipmapLevel:0 withBytes:in bytesPerRow:20];
        id<MTLCommandBuffer> commands = [queue commandBuffer];
        id<MTLComputeCommandEncoder> encoder = [commands computeCommandEncoder];
        [encoder setComputePipelineState:pipeline(@"invert")];
        [encoder setTexture:a atIndex:0];
        [encoder setTexture:b atIndex:1];
        [encoder dispatchThreads:MTLSizeMake(5, 3, 1) threadsPerThreadgroup:MTLSizeMake(2, 2, 1)];
        [encoder endEncoding];
        finish(commands);
        [b getBytes:out bytesPerRow:20 fromRegion:MTLRegionMake2D(0, 0, 5, 3) mipmapLevel:0];
        CHECK(out[6] == (intel ? in[6] : 1 - in[6])); /* a managed texture has to be fetched */
        if (intel) {
            commands = [queue commandBuffer];
            id<MTLBlitCommandEncoder> blit = [commands blitCommandEncoder];
            [blit synchronizeResource:b];
            [blit endEncoding];
            finish(commands);
            [b getBytes:out bytesPerRow:20 fromRegion:MTLRegionMake2D(0, 0, 5, 3) mipmapLevel:0];
        }
        for (int i = 0; i < 15; i++) {
            CHECK(out[i] == 1 - in[i]);
        }
    }
}

TEST(samples_textures) {
    id<MTLTexture> from = texture(3, 3);
    float in[9] = {0, 0, 0, 0, 7, 0, 0, 0, 0};
    id<MTLBuffer> y = buffer(16);
    [from replaceRegion:MTLRegionMake2D(0, 0, 3, 3) mipmapLevel:0 withBytes:in bytesPerRow:12];
    MTLSamplerDescriptor *how = [[[MTLSamplerDescriptor alloc] init] autorelease];
    id<MTLCommandBuffer> commands = [queue commandBuffer];
    id<MTLComputeCommandEncoder> encoder = [commands computeCommandEncoder];
    [encoder setComputePipelineState:pipeline(@"enlarge")];
    [encoder setTexture:from atIndex:0];
    [encoder setSamplerState:[[device newSamplerStateWithDescriptor:how] autorelease] atIndex:0];
    [encoder setBuffer:y offset:0 atIndex:0];
    [encoder dispatchThreads:MTLSizeMake(1, 1, 1) threadsPerThreadgroup:MTLSizeMake(1, 1, 1)];
    [encoder endEncoding];
    finish(commands);
    CHECK(*(float *) [y contents] == 7);
}

TEST(shares_threadgroup_memory) {
    id<MTLBuffer> y = buffer(128);
    id<MTLCommandBuffer> commands = [queue commandBuffer];
    id<MTLComputeCommandEncoder> encoder = [commands computeCommandEncoder];
    [encoder setComputePipelineState:pipeline(@"share")];
    [encoder setBuffer:y offset:0 atIndex:0];
    [encoder setThreadgroupMemoryLength:128 atIndex:0];
    [encoder dispatchThreads:MTLSizeMake(32, 1, 1) threadsPerThreadgroup:MTLSizeMake(32, 1, 1)];
    [encoder endEncoding];
    finish(commands);
    for (int i = 0; i < 32; i++) {
        CHECK(((float *) [y contents])[i] == 31);
    }
}

TEST(sets_function_constants) {
    NSError *error = nil;
    int step = 7;
    MTLFunctionConstantValues *values = [[[MTLFunctionConstantValues alloc] init] autorelease];
    id<MTLLibrary> with_constants =
            [[device newLibraryWithSource:@KERNELS_WITH_CONSTANTS options:nil error:&error] autorelease];
    id<MTLFunction> bare = [[with_constants newFunctionWithName:@"stepped"] autorelease];
    CHECK([device newComputePipelineStateWithFunction:bare error:&error] == nil);
    CHECK_TEXT([[error localizedDescription] UTF8String], "have no values");
    [values setConstantValue:&step type:MTLDataTypeInt atIndex:0];
    id<MTLFunction> function =
            [[with_constants newFunctionWithName:@"stepped" constantValues:values error:&error] autorelease];
    id<MTLBuffer> y = buffer(16);
    id<MTLCommandBuffer> commands = [queue commandBuffer];
    id<MTLComputeCommandEncoder> encoder = [commands computeCommandEncoder];
    [encoder setComputePipelineState:[[device newComputePipelineStateWithFunction:function error:&error] autorelease]];
    [encoder setBuffer:y offset:0 atIndex:0];
    [encoder dispatchThreads:MTLSizeMake(4, 1, 1) threadsPerThreadgroup:MTLSizeMake(4, 1, 1)];
    [encoder endEncoding];
    finish(commands);
    CHECK_EQUAL(((int *) [y contents])[3], 7);
}

TEST(command_buffers_run_in_the_order_of_their_enqueuing) {
    id<MTLBuffer> a = buffer(64), b = buffer(64);
    id<MTLCommandBuffer> one = [queue commandBuffer], two = [queue commandBuffer];
    [one enqueue];
    copy(two, a, b);
    [two commit];
    usleep(10000);
    CHECK([two status] < MTLCommandBufferStatusScheduled);
    fill(one, a, 5);
    [one commit];
    [two waitUntilCompleted];
    CHECK_EQUAL(first(b), 5);
}

TEST(queues_wait_for_events) {
    id<MTLCommandQueue> other = [[device newCommandQueue] autorelease];
    id<MTLSharedEvent> event = [[device newSharedEvent] autorelease];
    id<MTLBuffer> a = buffer(64), b = buffer(64);
    id<MTLCommandBuffer> waiting = [queue commandBuffer], signalling = [other commandBuffer];
    [waiting encodeWaitForEvent:event value:3];
    copy(waiting, a, b);
    [waiting commit];
    CHECK(![event waitUntilSignaledValue:3 timeoutMS:10]);
    fill(signalling, a, 9);
    [signalling encodeSignalEvent:event value:3];
    [signalling commit];
    CHECK([event waitUntilSignaledValue:3 timeoutMS:60000]);
    CHECK_EQUAL([event signaledValue], 3);
    [waiting waitUntilCompleted];
    CHECK_EQUAL(first(b), 9);
    waiting = [queue commandBuffer];
    [waiting encodeWaitForEvent:event value:4];
    [waiting commit];
    [event setSignaledValue:5]; /* by the CPU */
    [waiting waitUntilCompleted];
}

TEST(handlers_are_called_once_and_before_the_wait_ends) {
    __block int scheduled = 0;
    __block int completed = 0;
    id<MTLCommandBuffer> commands = [queue commandBuffer];
    [commands addScheduledHandler:^(id<MTLCommandBuffer> it) {
        scheduled += [it status] >= MTLCommandBufferStatusScheduled;
    }];
    for (int i = 0; i < 3; i++) {
        [commands addCompletedHandler:^(id<MTLCommandBuffer> it) {
            completed += [it status] == MTLCommandBufferStatusCompleted;
        }];
    }
    CHECK_EQUAL([commands status], MTLCommandBufferStatusNotEnqueued);
    CHECK([commands GPUStartTime] == 0);
    [commands commit];
    [commands waitUntilScheduled];
    [commands waitUntilCompleted];
    CHECK_EQUAL(scheduled, 1);
    CHECK_EQUAL(completed, 3);
}

TEST(resources_live_as_long_as_they_are_used) {
    id<MTLCommandBuffer> commands = [queue commandBuffer];
    __block bool freed_early = true;
    software_metal_set_faults("hang");
    @autoreleasepool {
        NSUInteger page = (NSUInteger) sysconf(_SC_PAGESIZE);
        id<MTLBuffer> borrowed = [[device newBufferWithBytesNoCopy:aligned_alloc(page, page)
                                                            length:page
                                                           options:0
                                                       deallocator:^(void *memory, NSUInteger length) {
            (void) length;
            freed_early = [commands status] < MTLCommandBufferStatusCompleted;
            free(memory);
        }] autorelease];
        encode(commands, @"count", borrowed, 16);
        [commands commit];
    }
    software_metal_set_faults("");
    [commands waitUntilCompleted];
    CHECK_EQUAL([commands status], MTLCommandBufferStatusCompleted);
    for (int i = 0; i < 2000 && freed_early; i++) {
        usleep(1000);
    }
}

/* Without references the program must keep what is used; one that doesn't is told, as by Metal. */
TEST(missing_resources_are_told) {
    id<MTLBuffer> gone = [device newBufferWithLength:128 options:0];
    id<MTLCommandBuffer> commands = [queue commandBufferWithUnretainedReferences];
    encode(commands, @"count", gone, 16);
    [gone release];
    [commands commit];
    [commands waitUntilCompleted];
    CHECK_EQUAL([[commands error] code], MTLCommandBufferErrorInvalidResource);
    CHECK_TEXT([[[commands error] localizedDescription] UTF8String], "released before the command buffer ran");
}

static atomic_int made;

static void *make_third(void *nothing) {
    (void) nothing;
    @autoreleasepool {
        id<MTLCommandQueue> narrow = nothing;
        [narrow commandBuffer];
        made++;
    }
    return NULL;
}

TEST(queues_have_a_limit) {
    id<MTLCommandQueue> narrow = [[device newCommandQueueWithMaxCommandBufferCount:2] autorelease];
    id<MTLCommandBuffer> one = [narrow commandBuffer], two = [narrow commandBuffer];
    pthread_t thread;
    made = 0;
    pthread_create(&thread, NULL, make_third, narrow);
    usleep(20000);
    CHECK_EQUAL(made, 0);
    finish(one);
    pthread_join(thread, NULL);
    CHECK_EQUAL(made, 1);
    finish(two);
}

TEST(memory_is_counted) {
    NSUInteger before = [device currentAllocatedSize];
    @autoreleasepool {
        buffer(1000);
        buffer(2 << 20);
        texture(10, 10);
        CHECK_EQUAL([device currentAllocatedSize], before + 1000 + (2 << 20) + 400);
    }
    CHECK_EQUAL([device currentAllocatedSize], before);
    const char *bytes = [[[device newBufferWithBytes:"abcd" length:4 options:0] autorelease] contents];
    CHECK_EQUAL(bytes[3], 'd');
    CHECK_EQUAL(first(buffer(2 << 20)), 0);
}

#define ROUNDS 50

static void *submit_much(void *y) {
    for (int i = 0; i < ROUNDS; i++) {
        @autoreleasepool {
            id<MTLCommandBuffer> commands = [queue commandBuffer];
            encode(commands, @"count", y, 64);
            finish(commands);
        }
    }
    return NULL;
}

TEST(many_threads_submit) {
    pthread_t threads[8];
    id<MTLBuffer> y[8];
    for (int i = 0; i < 8; i++) {
        y[i] = buffer(64 * 4);
        pthread_create(&threads[i], NULL, submit_much, y[i]);
    }
    for (int i = 0; i < 8; i++) {
        pthread_join(threads[i], NULL);
        CHECK_EQUAL(((int *) [y[i] contents])[63], 63);
    }
}

TEST(libraries_tell_what_is_wrong) {
    NSError *error = nil;
    CHECK([device newLibraryWithSource:@WRONG_KERNELS options:nil error:&error] == nil);
    CHECK_TEXT([[error domain] UTF8String], "MTLLibraryErrorDomain");
    CHECK_EQUAL([error code], MTLLibraryErrorCompileFailure);
    CHECK_TEXT([[error localizedDescription] UTF8String],
               "program_source:3:12: error: use of undeclared identifier 'wrong'");
    dispatch_data_t data = dispatch_data_create("none", 4, NULL, DISPATCH_DATA_DESTRUCTOR_DEFAULT);
    CHECK([device newLibraryWithData:data error:&error] == nil);
    CHECK_TEXT([[error domain] UTF8String], "MTLLibraryErrorDomain");
    dispatch_release(data);
    CHECK([library newFunctionWithName:@"nothing"] == nil);
    CHECK([[library functionNames] containsObject:@"saxpy"]);
    CHECK_EQUAL([pipeline(@"limited") maxTotalThreadsPerThreadgroup], 64);
    CHECK_EQUAL([pipeline(@"share") staticThreadgroupMemoryLength], 1024);
    CHECK_EQUAL([pipeline(@"share") threadExecutionWidth], 32);
}

static id<MTLBinaryArchive> archive_at(NSURL *url, NSError **error) {
    MTLBinaryArchiveDescriptor *from = [[[MTLBinaryArchiveDescriptor alloc] init] autorelease];
    [from setUrl:url];
    return [[device newBinaryArchiveWithDescriptor:from error:error] autorelease];
}

TEST(archives_remember_pipelines) {
    char folder[] = "/tmp/smelt-archive-XXXXXX";
    CHECK(mkdtemp(folder) != NULL);
    NSURL *url = [NSURL fileURLWithPath:[NSString stringWithFormat:@"%s/a", folder]];
    NSError *error = nil;
    MTLComputePipelineDescriptor *kernel = [[[MTLComputePipelineDescriptor alloc] init] autorelease];
    [kernel setComputeFunction:[[library newFunctionWithName:@"count"] autorelease]];
    id<MTLBinaryArchive> archive = archive_at(nil, &error);
    CHECK(![archive serializeToURL:url error:&error]); /* it is empty */
    [kernel setBinaryArchives:[NSArray arrayWithObject:archive]];
#define FIND() \
    [[device newComputePipelineStateWithDescriptor:kernel \
                                           options:MTLPipelineOptionFailOnBinaryArchiveMiss \
                                        reflection:NULL \
                                             error:&error] autorelease]
    CHECK(FIND() == nil);
    CHECK([archive addComputePipelineFunctionsWithDescriptor:kernel error:&error]);
    CHECK(FIND() != nil);
    CHECK([archive serializeToURL:url error:&error]);
    [kernel setBinaryArchives:[NSArray arrayWithObject:archive_at(url, &error)]];
    CHECK(FIND() != nil);
    [kernel setComputeFunction:[[library newFunctionWithName:@"saxpy"] autorelease]];
    CHECK(FIND() == nil);
    CHECK([[@"broken" dataUsingEncoding:NSUTF8StringEncoding] writeToFile:[url path] atomically:NO]);
    CHECK(archive_at(url, &error) == nil);
    CHECK_EQUAL([error code], MTLBinaryArchiveErrorInvalidFile);
    remove([[url path] UTF8String]);
    CHECK_EQUAL(rmdir(folder), 0);
}

int main(void) {
    warm_up(archives_remember_pipelines);
    RUN(computes);
    RUN(bindings_are_those_of_the_time_of_the_dispatch);
    RUN(computes_on_textures);
    RUN(samples_textures);
    RUN(shares_threadgroup_memory);
    RUN(sets_function_constants);
    RUN(command_buffers_run_in_the_order_of_their_enqueuing);
    RUN(queues_wait_for_events);
    RUN(handlers_are_called_once_and_before_the_wait_ends);
    RUN(resources_live_as_long_as_they_are_used);
    RUN(missing_resources_are_told);
    RUN(queues_have_a_limit);
    RUN(memory_is_counted);
    RUN(many_threads_submit);
    RUN(libraries_tell_what_is_wrong);
    RUN(archives_remember_pipelines);
    return RESULT;
}
