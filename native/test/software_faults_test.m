/* Faults on demand: each happens, tells itself as Metal would, and ends when it is no more wanted. */
#include <stdlib.h>

#include "software.h"

static id<MTLCommandBuffer> three_dispatches(void) {
    MTLCommandBufferDescriptor *detailed = [[[MTLCommandBufferDescriptor alloc] init] autorelease];
    [detailed setErrorOptions:MTLCommandBufferErrorOptionEncoderExecutionStatus];
    id<MTLCommandBuffer> commands = [queue commandBufferWithDescriptor:detailed];
    for (int i = 0; i < 3; i++) {
        id<MTLComputeCommandEncoder> encoder = [commands computeCommandEncoder];
        [encoder setLabel:[NSString stringWithFormat:@"encoder %d", i]];
        [encoder insertDebugSignpost:@"begin"];
        [encoder setComputePipelineState:pipeline(@"count")];
        [encoder setBuffer:buffer(256) offset:0 atIndex:0];
        [encoder dispatchThreads:MTLSizeMake(64, 1, 1) threadsPerThreadgroup:MTLSizeMake(32, 1, 1)];
        [encoder insertDebugSignpost:@"end"];
        [encoder endEncoding];
    }
    return commands;
}

static NSError *run(id<MTLCommandBuffer> commands) {
    [commands commit];
    [commands waitUntilCompleted];
    CHECK_EQUAL([commands status],
                [commands error] == nil ? MTLCommandBufferStatusCompleted : MTLCommandBufferStatusError);
    return [commands error];
}

TEST(command_buffers_end_in_each_error) {
    int codes[] = {1, 2, 3, 7, 8, 9, 10, 12, 14};
    for (int i = 0; i < 9; i++) {
        char faults[40];
        snprintf(faults, sizeof faults, "execution=%d, at=1", codes[i]);
        software_metal_set_faults(faults);
        NSError *error = run(three_dispatches());
        CHECK_TEXT([[error domain] UTF8String], "MTLCommandBufferErrorDomain");
        CHECK_EQUAL([error code], codes[i]);
        CHECK([[error localizedDescription] length] > 10);
        NSArray *infos = [[error userInfo] objectForKey:MTLCommandBufferEncoderInfoErrorKey];
        int states[] = {MTLCommandEncoderErrorStateCompleted, MTLCommandEncoderErrorStateFaulted,
                        MTLCommandEncoderErrorStatePending};
        NSUInteger passed[] = {2, 1, 0};
        CHECK_EQUAL([infos count], 3);
        for (NSUInteger j = 0; j < [infos count]; j++) {
            id<MTLCommandBufferEncoderInfo> info = [infos objectAtIndex:j];
            CHECK_EQUAL([info errorState], states[j]);
            CHECK_EQUAL([[info debugSignposts] count], passed[j]);
            CHECK_EQUAL([[info label] characterAtIndex:8], '0' + j);
        }
        software_metal_set_faults("");
        CHECK(run(three_dispatches()) == nil); /* the device goes on */
    }
}

TEST(a_device_that_is_gone_stays_gone) {
    int codes[] = {MTLCommandBufferErrorAccessRevoked, MTLCommandBufferErrorDeviceRemoved};
    for (int i = 0; i < 2; i++) {
        char faults[40];
        snprintf(faults, sizeof faults, "execution=%d", codes[i]);
        software_metal_set_faults(faults);
        CHECK_EQUAL([run(three_dispatches()) code], codes[i]);
        software_metal_set_faults("");
        CHECK_EQUAL([run(three_dispatches()) code], codes[i]);
        tear_down();
        set_up(); /* another device, as after a restart */
        CHECK(run(three_dispatches()) == nil);
    }
}

TEST(kernels_out_of_bounds_fault) {
    id<MTLCommandBuffer> commands = [queue commandBuffer];
    id<MTLComputeCommandEncoder> encoder = [commands computeCommandEncoder];
    [encoder setComputePipelineState:pipeline(@"beyond")];
    [encoder setBuffer:buffer(256) offset:0 atIndex:0];
    [encoder dispatchThreads:MTLSizeMake(64, 1, 1) threadsPerThreadgroup:MTLSizeMake(32, 1, 1)];
    [encoder endEncoding];
    NSError *error = run(commands);
    CHECK_EQUAL([error code], MTLCommandBufferErrorPageFault);
    CHECK_TEXT([[error localizedDescription] UTF8String], "beyond");
    CHECK([[error userInfo] objectForKey:MTLCommandBufferEncoderInfoErrorKey] == nil); /* nobody asked for it */
    CHECK(run(three_dispatches()) == nil);
}

TEST(completions_come_late) {
    software_metal_set_faults("late=30");
    id<MTLCommandBuffer> commands = three_dispatches();
    CHECK(run(commands) == nil);
    CHECK([commands GPUEndTime] - [commands GPUStartTime] >= 0.03);
}

TEST(completions_hang_until_they_are_let_go) {
    software_metal_set_faults("hang");
    id<MTLCommandBuffer> commands = three_dispatches();
    [commands commit];
    [commands waitUntilScheduled];
    usleep(20000);
    CHECK_EQUAL([commands status], MTLCommandBufferStatusScheduled);
    software_metal_set_faults("");
    [commands waitUntilCompleted];
    CHECK_EQUAL([commands status], MTLCommandBufferStatusCompleted);
}

TEST(devices_are_absent) {
    software_metal_set_faults("no-device");
    CHECK(MTLCreateSystemDefaultDevice() == nil);
    CHECK_EQUAL([[MTLCopyAllDevices() autorelease] count], 0);
    software_metal_set_faults("no-default-device");
    CHECK(MTLCreateSystemDefaultDevice() == nil);
    CHECK_EQUAL([[MTLCopyAllDevices() autorelease] count], 1);
    software_metal_set_faults("devices=3");
    CHECK_EQUAL([[MTLCopyAllDevices() autorelease] count], 3);
    software_metal_set_faults("intel");
    CHECK(![device hasUnifiedMemory] && ![device supportsFamily:MTLGPUFamilyApple1]);
}

TEST(objects_are_not_made) {
    NSError *error = nil;
    software_metal_set_faults("no-queue,no-commands,no-encoder");
    CHECK([device newCommandQueue] == nil);
    CHECK([queue commandBuffer] == nil);
    software_metal_set_faults("no-encoder");
    CHECK([[queue commandBuffer] computeCommandEncoder] == nil);
    CHECK([[queue commandBuffer] blitCommandEncoder] == nil);
    software_metal_set_faults("no-compile\nno-load");
    CHECK([device newLibraryWithSource:@SOFTWARE_KERNELS options:nil error:&error] == nil);
    CHECK_EQUAL([error code], MTLLibraryErrorInternal);
    dispatch_data_t data = dispatch_data_create("FAKE", 4, NULL, DISPATCH_DATA_DESTRUCTOR_DEFAULT);
    CHECK([device newLibraryWithData:data error:&error] == nil);
    dispatch_release(data);
    software_metal_set_faults("no-pipeline");
    id<MTLFunction> function = [[library newFunctionWithName:@"count"] autorelease];
    CHECK([device newComputePipelineStateWithFunction:function error:&error] == nil);
    CHECK_TEXT([[error localizedDescription] UTF8String], "internal error");
}

TEST(memory_runs_out) {
    software_metal_set_faults("memory=10000");
    CHECK(buffer(8000) != nil);
    CHECK(buffer(8000) == nil);
    CHECK(texture(50, 50) == nil);
    CHECK(buffer(2000) != nil);
    software_metal_set_faults("no-memory");
    CHECK(buffer(16) == nil);
    CHECK(texture(1, 1) == nil);
    CHECK([device newBufferWithBytes:"abc" length:3 options:0] == nil);
    NSUInteger page = (NSUInteger) sysconf(_SC_PAGESIZE);
    void *memory = aligned_alloc(page, page);
    CHECK([device newBufferWithBytesNoCopy:memory length:page options:0 deallocator:nil] == nil);
    free(memory);
}

TEST(archives_are_refused) {
    NSError *error = nil;
    MTLBinaryArchiveDescriptor *empty = [[[MTLBinaryArchiveDescriptor alloc] init] autorelease];
    id<MTLBinaryArchive> archive = [[device newBinaryArchiveWithDescriptor:empty error:&error] autorelease];
    MTLComputePipelineDescriptor *kernel = [[[MTLComputePipelineDescriptor alloc] init] autorelease];
    [kernel setComputeFunction:[[library newFunctionWithName:@"count"] autorelease]];
    software_metal_set_faults("no-archive");
    CHECK(![archive addComputePipelineFunctionsWithDescriptor:kernel error:&error]);
    software_metal_set_faults("no-archive-file");
    CHECK([archive addComputePipelineFunctionsWithDescriptor:kernel error:&error]);
    CHECK(![archive serializeToURL:[NSURL fileURLWithPath:@"/tmp/x"] error:&error]);
    CHECK_TEXT([[error domain] UTF8String], "MTLBinaryArchiveDomain");
}

static void write_faults(const char *path, const char *faults) {
    FILE *file = fopen(path, "w");
    fputs(faults, file);
    fclose(file);
}

TEST(faults_come_from_the_environment_and_from_a_file) {
    char path[] = "/tmp/smelt-faults-XXXXXX", from[64];
    close(mkstemp(path));
    software_metal_set_faults(NULL);
    setenv(SOFTWARE_METAL_FAULTS, "execution=3,no-default-device", 1);
    CHECK(software_metal_fault("no-default-device", NULL));
    CHECK(!software_metal_fault("no-default", NULL));
    CHECK(!software_metal_fault("default-device", NULL));
    int64_t value = 0;
    CHECK(software_metal_fault("execution", &value));
    CHECK_EQUAL(value, 3);
    snprintf(from, sizeof from, "@%s", path);
    setenv(SOFTWARE_METAL_FAULTS, from, 1);
    CHECK(!software_metal_fault("execution", NULL));
    write_faults(path, "hang");
    CHECK(software_metal_fault("hang", NULL));
    write_faults(path, "no-queue no-commands");
    CHECK(!software_metal_fault("hang", NULL) && software_metal_fault("no-commands", NULL));
    remove(path);
    CHECK(!software_metal_fault("no-commands", NULL));
    unsetenv(SOFTWARE_METAL_FAULTS);
    CHECK(!software_metal_fault("execution", NULL));
}

int main(void) {
    warm_up(command_buffers_end_in_each_error);
    RUN(command_buffers_end_in_each_error);
    RUN(a_device_that_is_gone_stays_gone);
    RUN(kernels_out_of_bounds_fault);
    RUN(completions_come_late);
    RUN(completions_hang_until_they_are_let_go);
    RUN(devices_are_absent);
    RUN(objects_are_not_made);
    RUN(memory_runs_out);
    RUN(archives_are_refused);
    RUN(faults_come_from_the_environment_and_from_a_file);
    return RESULT;
}
