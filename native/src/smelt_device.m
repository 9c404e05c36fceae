#import <Metal/Metal.h>
#include <stdlib.h>
#include <unistd.h>

#import "smelt_entry.h"

static void destroy_device(smelt_object *object) {
    smelt_device_object *device = (smelt_device_object *) object;
    smelt_quietly(^{
        if (atomic_load(&device->capturing)) {
            [[MTLCaptureManager sharedCaptureManager] stopCapture]; /* else nobody could end it, nor begin another */
        }
    });
    smelt_quietly(^{
        [device->queue release];
        [device->metal release];
    });
    free(device);
}

/* All devices, autoreleased; never nil. */
static NSArray<id<MTLDevice>> *all_devices(void) {
    NSArray<id<MTLDevice>> *devices = [MTLCopyAllDevices() autorelease];
    return devices == nil ? [NSArray array] : devices;
}

/* The device of an index, autoreleased, or nil. */
static id<MTLDevice> find_device(int32_t index) {
    if (index == SMELT_DEFAULT_DEVICE) {
        id<MTLDevice> device = [MTLCreateSystemDefaultDevice() autorelease];
        if (device != nil) {
            return device;
        }
        index = 0; /* over SSH and in CI the system names no default, though it has devices */
    }
    NSArray<id<MTLDevice>> *devices = all_devices();
    return index >= 0 && (NSUInteger) index < [devices count] ? [devices objectAtIndex:(NSUInteger) index] : nil;
}

static smelt_device_object *new_device(id<MTLDevice> metal, id<MTLCommandQueue> queue) {
    smelt_device_object *device = calloc(1, sizeof *device);
    if (device == NULL) {
        return NULL;
    }
    smelt_object_init(&device->base, SMELT_KIND_DEVICE, destroy_device);
    device->metal = [metal retain];
    device->queue = [queue retain];
    MTLSize most = [metal maxThreadsPerThreadgroup];
    device->max_threads_per_threadgroup[0] = (uint32_t) most.width;
    device->max_threads_per_threadgroup[1] = (uint32_t) most.height;
    device->max_threads_per_threadgroup[2] = (uint32_t) most.depth;
    return device;
}

int32_t smelt_device_count(uint32_t *count, smelt_error *error) {
    return smelt_call(error, ^int32_t(smelt_scope *scope) {
        SMELT_REQUIRE(scope, count);
        *count = (uint32_t) [all_devices() count];
        return SMELT_OK;
    });
}

int32_t smelt_device_open(int32_t index, smelt_device *device, smelt_error *error) {
    return smelt_call(error, ^int32_t(smelt_scope *scope) {
        SMELT_REQUIRE(scope, device);
        *device = 0;
        if (index < SMELT_DEFAULT_DEVICE) {
            return smelt_scope_fail(scope, SMELT_INVALID_ARGUMENT, "device %d", index);
        }
        id<MTLDevice> metal = find_device(index);
        if (metal == nil) {
            return index == SMELT_DEFAULT_DEVICE
                    ? smelt_scope_fail(scope, SMELT_NO_DEVICE, "this system has no Metal device")
                    : smelt_scope_fail(scope, SMELT_NO_DEVICE, "there is no Metal device with index %d", index);
        }
        id<MTLCommandQueue> queue = [[metal newCommandQueue] autorelease];
        if (queue == nil) {
            return smelt_scope_fail(scope, SMELT_OUT_OF_MEMORY, "Metal made no command queue");
        }
        [queue setLabel:@"smelt"];
        smelt_device_object *made = new_device(metal, queue);
        if (made == NULL) {
            return smelt_scope_fail(scope, SMELT_OUT_OF_MEMORY, "no memory for a device");
        }
        smelt_scope_keep(scope, &made->base);
        return smelt_scope_publish(scope, &made->base, device);
    });
}

int32_t smelt_device_name(
        smelt_device device, char *into, uint64_t capacity, uint64_t *length, smelt_error *error) {
    return smelt_call(error, ^int32_t(smelt_scope *scope) {
        smelt_device_object *used = smelt_scope_use(scope, device, SMELT_KIND_DEVICE);
        if (used == NULL) {
            return SMELT_INVALID_HANDLE;
        }
        return smelt_scope_text(scope, [[used->metal name] UTF8String], into, capacity, length);
    });
}

int32_t smelt_device_get_limits(smelt_device device, smelt_device_limits *limits, smelt_error *error) {
    return smelt_call(error, ^int32_t(smelt_scope *scope) {
        SMELT_REQUIRE(scope, limits);
        smelt_device_object *used = smelt_scope_use(scope, device, SMELT_KIND_DEVICE);
        if (used == NULL) {
            return SMELT_INVALID_HANDLE;
        }
        *limits = (smelt_device_limits) {
            .max_buffer_length = [used->metal maxBufferLength],
            .recommended_max_working_set = [used->metal recommendedMaxWorkingSetSize],
            .max_threadgroup_memory = [used->metal maxThreadgroupMemoryLength],
            .page_size = (uint32_t) sysconf(_SC_PAGESIZE),
            .unified_memory = [used->metal hasUnifiedMemory] ? 1 : 0,
            .read_write_textures = (uint32_t) [used->metal readWriteTextureSupport],
        };
        for (int i = 0; i < 3; i++) {
            limits->max_threads_per_threadgroup[i] = used->max_threads_per_threadgroup[i];
        }
        return SMELT_OK;
    });
}

int32_t smelt_device_allocated(smelt_device device, uint64_t *bytes, smelt_error *error) {
    return smelt_call(error, ^int32_t(smelt_scope *scope) {
        SMELT_REQUIRE(scope, bytes);
        smelt_device_object *used = smelt_scope_use(scope, device, SMELT_KIND_DEVICE);
        if (used == NULL) {
            return SMELT_INVALID_HANDLE;
        }
        *bytes = [used->metal currentAllocatedSize];
        return SMELT_OK;
    });
}
