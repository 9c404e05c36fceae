#import <Metal/Metal.h>
#include <inttypes.h>
#include <stdlib.h>
#include <unistd.h>

#import "smelt_entry.h"
#import "smelt_nserror.h"

/*
 * Metal allows no buffer of no bytes; one that must be bound gets these, and says 0. Its validation wants room for one
 * element behind each pointer of a kernel, and elements can be large records.
 */
#define LENGTH_OF_EMPTY 4096u

static void destroy_buffer(smelt_object *object) {
    smelt_buffer_object *buffer = (smelt_buffer_object *) object;
    smelt_quietly(^{
        [buffer->metal release];
    });
    smelt_object_release(&buffer->resource.device->base);
    free(buffer);
}

static bool fits(smelt_scope *scope, smelt_device_object *device, uint64_t length) {
    uint64_t most = [device->metal maxBufferLength];
    if (length > most) {
        smelt_scope_fail(
                scope, SMELT_BUFFER_TOO_LARGE, "buffer of %" PRIu64 " bytes: this device allows at most %" PRIu64,
                length, most);
    }
    return length <= most;
}

/* Makes a handle of a Metal buffer, or fails if there is none. */
static int32_t publish(
        smelt_scope *scope, smelt_device_object *device, id<MTLBuffer> metal, uint64_t length, const char *label,
        smelt_buffer *handle) {
    void *contents = [metal contents];
    if (metal == nil || contents == NULL) {
        return smelt_scope_fail(
                scope, SMELT_OUT_OF_MEMORY,
                "Metal made no buffer of %" PRIu64 " bytes (%" PRIu64 " are allocated, %" PRIu64
                " recommended at most)",
                length, (uint64_t) [device->metal currentAllocatedSize],
                (uint64_t) [device->metal recommendedMaxWorkingSetSize]);
    }
    NSString *text = smelt_label(label);
    if (text != nil) {
        [metal setLabel:text];
    }
    smelt_buffer_object *buffer = calloc(1, sizeof *buffer);
    if (buffer == NULL) {
        return smelt_scope_fail(scope, SMELT_OUT_OF_MEMORY, "no memory for a buffer");
    }
    smelt_object_init(&buffer->resource.base, SMELT_KIND_BUFFER, destroy_buffer);
    smelt_object_retain(&device->base);
    buffer->resource.device = device;
    buffer->metal = [metal retain];
    buffer->contents = contents;
    buffer->length = length;
    smelt_scope_keep(scope, &buffer->resource.base);
    return smelt_scope_publish(scope, &buffer->resource.base, handle);
}

static int32_t create(
        smelt_scope *scope, smelt_device device, uint64_t length, const char *label, smelt_buffer *buffer) {
    smelt_device_object *used = smelt_scope_use(scope, device, SMELT_KIND_DEVICE);
    if (used == NULL || !fits(scope, used, length)) {
        return scope->error == NULL ? SMELT_OUT_OF_MEMORY : scope->error->code;
    }
    /* Metal fills new buffers with zeros. */
    id<MTLBuffer> metal = [[used->metal newBufferWithLength:(NSUInteger) (length == 0 ? LENGTH_OF_EMPTY : length)
                                                    options:MTLResourceStorageModeShared] autorelease];
    return publish(scope, used, metal, length, label, buffer);
}

static int32_t wrap(
        smelt_scope *scope, smelt_device device, void *memory, uint64_t length, const char *label,
        smelt_buffer *buffer) {
    smelt_device_object *used = smelt_scope_use(scope, device, SMELT_KIND_DEVICE);
    if (used == NULL || !fits(scope, used, length)) {
        return scope->error == NULL ? SMELT_OUT_OF_MEMORY : scope->error->code;
    }
    uint64_t page = (uint64_t) sysconf(_SC_PAGESIZE);
    if (length == 0 || length % page != 0 || (uintptr_t) memory % page != 0) {
        return smelt_scope_fail(
                scope, SMELT_INVALID_ARGUMENT,
                "memory at %p of %" PRIu64 " bytes: both must be multiples of the page, %" PRIu64 " bytes", memory,
                length, page);
    }
    /* No deallocator: it would have to call Java. The caller asks when the memory is free instead. */
    id<MTLBuffer> metal = [[used->metal newBufferWithBytesNoCopy:memory
                                                          length:(NSUInteger) length
                                                         options:MTLResourceStorageModeShared
                                                     deallocator:nil] autorelease];
    return publish(scope, used, metal, length, label, buffer);
}

int32_t smelt_buffer_create(
        smelt_device device, uint64_t length, const char *label, smelt_buffer *buffer, smelt_error *error) {
    return smelt_call(error, ^int32_t(smelt_scope *scope) {
        SMELT_REQUIRE(scope, buffer);
        *buffer = 0;
        int32_t status = create(scope, device, length, label, buffer);
        smelt_scope_concerns(scope, label, NULL);
        return status;
    });
}

int32_t smelt_buffer_wrap(
        smelt_device device, void *memory, uint64_t length, const char *label, smelt_buffer *buffer,
        smelt_error *error) {
    return smelt_call(error, ^int32_t(smelt_scope *scope) {
        SMELT_REQUIRE(scope, buffer);
        *buffer = 0;
        SMELT_REQUIRE(scope, memory);
        int32_t status = wrap(scope, device, memory, length, label, buffer);
        smelt_scope_concerns(scope, label, NULL);
        return status;
    });
}

int32_t smelt_buffer_contents(smelt_buffer buffer, void **contents, uint64_t *length, smelt_error *error) {
    return smelt_call(error, ^int32_t(smelt_scope *scope) {
        SMELT_REQUIRE(scope, contents);
        SMELT_REQUIRE(scope, length);
        smelt_buffer_object *used = smelt_scope_use(scope, buffer, SMELT_KIND_BUFFER);
        if (used == NULL) {
            return SMELT_INVALID_HANDLE;
        }
        *contents = used->contents;
        *length = used->length;
        return SMELT_OK;
    });
}

int32_t smelt_buffer_pending(smelt_buffer buffer, uint32_t *submissions, smelt_error *error) {
    return smelt_call(error, ^int32_t(smelt_scope *scope) {
        SMELT_REQUIRE(scope, submissions);
        smelt_buffer_object *used = smelt_scope_use(scope, buffer, SMELT_KIND_BUFFER);
        if (used == NULL) {
            return SMELT_INVALID_HANDLE;
        }
        *submissions = atomic_load(&used->resource.pending);
        return SMELT_OK;
    });
}
