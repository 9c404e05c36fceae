#import "sm_device.h"

#include <pthread.h>
#include <unistd.h>

#import "sm_commands.h"
#import "sm_event.h"
#import "sm_library.h"
#import "sm_resources.h"
#include "software_metal.h"

#define MOST_DEVICES 8

static struct {
    pthread_mutex_t lock;
    SMDevice *devices[MOST_DEVICES]; /* as in Metal, there is one object for each device, which stays */
} present = {.lock = PTHREAD_MUTEX_INITIALIZER};

bool sm_is_intel(void) {
    return software_metal_fault("intel", NULL);
}

static unsigned device_count(void) {
    int64_t wanted;
    if (software_metal_fault("no-device", NULL)) {
        return 0;
    }
    bool told = software_metal_fault("devices", &wanted);
    return !told ? 1 : wanted < 0 ? 0 : wanted > MOST_DEVICES ? MOST_DEVICES : (unsigned) wanted;
}

/* Retained for the caller. A device that was removed is replaced, as if it had been plugged in again. */
static SMDevice *device_at(unsigned index) {
    pthread_mutex_lock(&present.lock);
    SMDevice *device = present.devices[index];
    if (device == nil || [device isRemoved]) {
        [device release];
        device = present.devices[index] = [[SMDevice alloc] initWithIndex:index];
    }
    [device retain];
    pthread_mutex_unlock(&present.lock);
    return device;
}

id<MTLDevice> MTLCreateSystemDefaultDevice(void) {
    return device_count() == 0 || software_metal_fault("no-default-device", NULL) ? nil : device_at(0);
}

NSArray<id<MTLDevice>> *MTLCopyAllDevices(void) {
    NSMutableArray *all = [[NSMutableArray alloc] init];
    unsigned count = device_count();
    for (unsigned i = 0; i < count; i++) {
        [all addObject:[device_at(i) autorelease]];
    }
    return all;
}

static uint64_t physical_memory(void) {
    return (uint64_t) sysconf(_SC_PHYS_PAGES) * (uint64_t) sysconf(_SC_PAGESIZE);
}

@implementation SMDevice
- (id)initWithIndex:(unsigned)number {
    self = [super init];
    index = number;
    return self;
}

- (BOOL)reserve:(NSUInteger)bytes {
    int64_t most;
    NSUInteger before = atomic_fetch_add(&allocated, bytes);
    bool refused = software_metal_fault("no-memory", NULL)
            || (software_metal_fault("memory", &most) && before + bytes > (NSUInteger) most);
    if (refused) {
        atomic_fetch_sub(&allocated, bytes);
    }
    return !refused;
}

- (void)unreserve:(NSUInteger)bytes {
    atomic_fetch_sub(&allocated, bytes);
}

- (void)remove:(MTLCommandBufferError)why {
    reason = why;
}

- (BOOL)isRemoved {
    return reason != 0;
}

- (MTLCommandBufferError)reasonOfRemoval {
    return (MTLCommandBufferError) reason;
}

- (NSString *)name {
    return index == 0 ? @"Software Metal" : [NSString stringWithFormat:@"Software Metal %u", index];
}

- (uint64_t)registryID {
    return 0x50F700 + index;
}

- (MTLSize)maxThreadsPerThreadgroup {
    return MTLSizeMake(SM_MOST_THREADS, SM_MOST_THREADS, SM_MOST_THREADS);
}

- (NSUInteger)maxThreadgroupMemoryLength {
    return SM_THREADGROUP_MEMORY;
}

- (BOOL)hasUnifiedMemory {
    return !sm_is_intel();
}

- (uint64_t)recommendedMaxWorkingSetSize {
    return physical_memory() / 4 * 3;
}

- (NSUInteger)currentAllocatedSize {
    return allocated;
}

- (NSUInteger)maxBufferLength {
    return physical_memory() / 2;
}

- (MTLReadWriteTextureTier)readWriteTextureSupport {
    return MTLReadWriteTextureTier2;
}

- (BOOL)supportsFamily:(MTLGPUFamily)family {
    switch (family) {
        case MTLGPUFamilyApple1:
        case MTLGPUFamilyApple7: return !sm_is_intel();
        default: return YES;
    }
}

/* ---- queues and events */

- (id<MTLCommandQueue>)newCommandQueue {
    return [self newCommandQueueWithMaxCommandBufferCount:SM_MOST_COMMAND_BUFFERS];
}

- (id<MTLCommandQueue>)newCommandQueueWithMaxCommandBufferCount:(NSUInteger)count {
    SM_RULE(count > 0, @"a queue for no command buffers");
    return software_metal_fault("no-queue", NULL) ? nil : [[SMQueue alloc] initWithDevice:self limit:count];
}

- (id<MTLEvent>)newEvent {
    return [self newSharedEvent];
}

- (id<MTLSharedEvent>)newSharedEvent {
    return [[SMEvent alloc] initWithDevice:self];
}

/* ---- resources */

static void check_length(SEL method, SMDevice *device, NSUInteger length) {
    SM_RULE_OF(method, length > 0, @"a buffer of length 0");
    SM_RULE_OF(method, length <= [device maxBufferLength], @"length(%lu) must be <= maxBufferLength(%lu)",
            (unsigned long) length, (unsigned long) [device maxBufferLength]);
}

static void check_options(SEL method, MTLResourceOptions options) {
    SM_RULE_OF(method, (options & ~(MTLResourceOptions) 0x3FF) == 0 && (options & 15) <= 1, @"unknown options 0x%lx",
            (unsigned long) options);
    SM_RULE_OF(method, (options >> 4 & 15) <= MTLStorageModePrivate, @"a buffer cannot be memoryless");
}

- (id<MTLBuffer>)newBufferWithLength:(NSUInteger)length options:(MTLResourceOptions)options {
    check_length(_cmd, self, length);
    check_options(_cmd, options);
    return [[SMBuffer alloc] initWithDevice:self length:length options:options];
}

- (id<MTLBuffer>)newBufferWithBytes:(const void *)pointer
                             length:(NSUInteger)length
                            options:(MTLResourceOptions)options {
    check_length(_cmd, self, length);
    check_options(_cmd, options);
    SM_RULE(pointer != NULL, @"the bytes are NULL");
    SMBuffer *buffer = [[SMBuffer alloc] initWithDevice:self length:length options:options];
    if (buffer != nil) {
        memcpy([buffer gpuBytes], pointer, length);
        [buffer fetch];
    }
    return buffer;
}

- (id<MTLBuffer>)newBufferWithBytesNoCopy:(void *)pointer
                                   length:(NSUInteger)length
                                  options:(MTLResourceOptions)options
                              deallocator:(void (^)(void *, NSUInteger))deallocator {
    NSUInteger page = (NSUInteger) sysconf(_SC_PAGESIZE);
    check_length(_cmd, self, length);
    check_options(_cmd, options);
    SM_RULE((options >> 4 & 15) != MTLStorageModePrivate, @"memory of the CPU cannot be private to the GPU");
    SM_RULE(pointer != NULL, @"the pointer is NULL");
    SM_RULE((uintptr_t) pointer % page == 0, @"pointer %p is not %lu byte aligned", pointer, (unsigned long) page);
    SM_RULE(length % page == 0, @"length %lu is not a multiple of the page's %lu bytes", (unsigned long) length,
            (unsigned long) page);
    if (software_metal_fault("no-memory", NULL)) {
        return nil;
    }
    return [[SMBuffer alloc] initWithDevice:self
                                     memory:pointer
                                     length:length
                                    options:options
                                deallocator:deallocator];
}

- (id<MTLTexture>)newTextureWithDescriptor:(MTLTextureDescriptor *)from {
    size_t pixel_size = 0;
    SM_RULE(from != nil, @"the descriptor is nil");
    SM_RULE([from textureType] == MTLTextureType2D && [from depth] == 1 && [from arrayLength] == 1
            && [from sampleCount] == 1 && [from mipmapLevelCount] == 1,
            @"the software Metal has 2-D textures without mipmaps only");
    SM_RULE([from width] > 0 && [from height] > 0, @"MTLTextureDescriptor has width of %lu and height of %lu",
            (unsigned long) [from width], (unsigned long) [from height]);
    SM_RULE([from width] <= SM_TEXTURE_SIDE && [from height] <= SM_TEXTURE_SIDE,
            @"MTLTextureDescriptor of %lu x %lu is greater than the maximum allowed size of %u",
            (unsigned long) [from width], (unsigned long) [from height], SM_TEXTURE_SIDE);
    SM_RULE(msl_format_supported((int) [from pixelFormat], &pixel_size), @"pixel format %lu is invalid or unknown here",
            (unsigned long) [from pixelFormat]);
    SM_RULE([from storageMode] != MTLStorageModeMemoryless, @"a memoryless texture must be a render target");
    SM_RULE([from storageMode] != MTLStorageModeShared || !sm_is_intel(),
            @"textures cannot be shared on this device");
    return [[SMTexture alloc] initWithDevice:self descriptor:from pixelSize:pixel_size];
}

- (id<MTLSamplerState>)newSamplerStateWithDescriptor:(MTLSamplerDescriptor *)descriptor {
    SM_RULE(descriptor != nil, @"the descriptor is nil");
    return [[SMSampler alloc] initWithDevice:self descriptor:descriptor];
}

/* ---- code */

- (id<MTLLibrary>)newLibraryWithData:(dispatch_data_t)data error:(NSError **)error {
    SM_RULE(data != NULL, @"the data is NULL");
    return [[SMLibrary alloc] initWithDevice:self data:data error:error];
}

- (id<MTLLibrary>)newLibraryWithSource:(NSString *)source options:(MTLCompileOptions *)options error:(NSError **)error {
    SM_RULE(source != nil, @"the source is nil");
    return [[SMLibrary alloc] initWithDevice:self source:source options:options error:error];
}

- (id<MTLComputePipelineState>)newComputePipelineStateWithFunction:(id<MTLFunction>)function error:(NSError **)error {
    SM_RULE(function != nil, @"computeFunction must not be nil");
    MTLComputePipelineDescriptor *descriptor = [[[MTLComputePipelineDescriptor alloc] init] autorelease];
    [descriptor setComputeFunction:function];
    return [self newComputePipelineStateWithDescriptor:descriptor
                                               options:MTLPipelineOptionNone
                                            reflection:NULL
                                                 error:error];
}

- (id<MTLComputePipelineState>)
        newComputePipelineStateWithDescriptor:(MTLComputePipelineDescriptor *)descriptor
                                      options:(MTLPipelineOption)options
                                   reflection:(MTLAutoreleasedComputePipelineReflection *)reflection
                                        error:(NSError **)error {
    SM_RULE(descriptor != nil, @"the descriptor is nil");
    SM_RULE(reflection == NULL, @"the software Metal has no reflection");
    sm_check_descriptor(_cmd, self, descriptor);
    return [[SMPipeline alloc] initWithDevice:self descriptor:descriptor options:options error:error];
}

- (id<MTLBinaryArchive>)newBinaryArchiveWithDescriptor:(MTLBinaryArchiveDescriptor *)descriptor
                                                 error:(NSError **)error {
    SM_RULE(descriptor != nil, @"the descriptor is nil");
    return [[SMArchive alloc] initWithDevice:self url:[descriptor url] error:error];
}
@end
