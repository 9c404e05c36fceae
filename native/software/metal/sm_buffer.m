#include <Block.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#import "sm_device.h"
#import "sm_resources.h"

/* From this size on memory is mapped: its zeros cost nothing, and it goes back to the system when it is freed. */
#define MAPPED_FROM (1u << 20)

static uint8_t *new_memory(NSUInteger size) {
    if (size >= MAPPED_FROM) {
        void *mapped = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        return mapped == MAP_FAILED ? NULL : mapped;
    }
    void *memory;
    if (posix_memalign(&memory, 256, size) != 0) {
        return NULL;
    }
    return memset(memory, 0, size);
}

static void free_memory(uint8_t *memory, NSUInteger size) {
    if (size >= MAPPED_FROM) {
        munmap(memory, size);
    } else {
        free(memory);
    }
}

@implementation SMResource
@synthesize storageMode, cpuCacheMode;

- (id)initWithDevice:(SMDevice *)owner options:(MTLResourceOptions)options size:(NSUInteger)bytes {
    self = [super initWithDevice:owner];
    storageMode = (MTLStorageMode) (options >> 4 & 15);
    cpuCacheMode = (MTLCPUCacheMode) (options & 15);
    size = bytes;
    return self;
}

- (id)initWithDevice:(SMDevice *)owner length:(NSUInteger)length options:(MTLResourceOptions)options {
    self = [self initWithDevice:owner options:options size:length];
    if (![owner reserve:length]) {
        size = 0;
        [self release];
        return nil;
    }
    gpu = new_memory(length);
    if (storageMode == MTLStorageModeManaged) {
        cpu = new_memory(length);
    } else if (storageMode == MTLStorageModeShared) {
        cpu = gpu;
    }
    if (gpu == NULL || (cpu == NULL && storageMode != MTLStorageModePrivate)) {
        [self release];
        return nil;
    }
    return self;
}

- (void)dealloc {
    if (!borrowed) {
        if (cpu != NULL && cpu != gpu) {
            free_memory(cpu, size);
        }
        if (gpu != NULL) {
            free_memory(gpu, size);
        }
        [(SMDevice *) device unreserve:size];
    }
    [super dealloc];
}

- (MTLResourceOptions)resourceOptions {
    return storageMode << 4 | cpuCacheMode;
}

- (NSUInteger)allocatedSize {
    return size;
}

- (NSUInteger)size {
    return size;
}

- (uint8_t *)gpuBytes {
    return gpu;
}

- (void)fetch {
    if (cpu != NULL && cpu != gpu) {
        memcpy(cpu, gpu, size);
    }
}
@end

@implementation SMBuffer
- (id)initWithDevice:(SMDevice *)owner
              memory:(void *)memory
              length:(NSUInteger)length
             options:(MTLResourceOptions)options
         deallocator:(void (^)(void *, NSUInteger))block {
    self = [super initWithDevice:owner options:options size:length];
    borrowed = YES;
    cpu = gpu = memory;
    deallocator = block == NULL ? NULL : Block_copy(block);
    return self;
}

- (void)dealloc {
    if (deallocator != NULL) {
        deallocator(gpu, size);
        Block_release(deallocator);
    }
    [super dealloc];
}

- (NSUInteger)length {
    return size;
}

- (void *)contents {
    SM_RULE(storageMode != MTLStorageModePrivate, @"the buffer is private to the GPU");
    return cpu;
}

- (void)didModifyRange:(NSRange)range {
    SM_RULE(storageMode == MTLStorageModeManaged, @"the buffer is not managed");
    SM_RULE(range.location <= size && range.length <= size - range.location,
            @"range of %lu bytes at %lu ends beyond the buffer's %lu bytes", (unsigned long) range.length,
            (unsigned long) range.location, (unsigned long) size);
    memcpy(gpu + range.location, cpu + range.location, range.length);
}
@end
