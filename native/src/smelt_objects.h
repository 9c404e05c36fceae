/*
 * The objects behind the handles. Their fields are plain C but for the Metal objects, which C sees as pointers: so the
 * checks of a tape are C, and tested without Metal.
 */
#ifndef SMELT_OBJECTS_H
#define SMELT_OBJECTS_H

#include "smelt_handles.h"

#ifdef __OBJC__
#import <Metal/Metal.h>
#define SMELT_METAL(protocol) id<protocol>
#else
#define SMELT_METAL(protocol) void *
#endif

typedef struct smelt_device_object {
    smelt_object base;
    SMELT_METAL(MTLDevice) metal;
    SMELT_METAL(MTLCommandQueue) queue;
    uint32_t max_threads_per_threadgroup[3];
} smelt_device_object;

typedef struct smelt_buffer_object {
    smelt_object base;
    smelt_device_object *device;
    SMELT_METAL(MTLBuffer) metal;
    void *contents;
    uint64_t length;
    atomic_uint pending; /* submissions in flight */
} smelt_buffer_object;

typedef struct smelt_library_object {
    smelt_object base;
    smelt_device_object *device;
    SMELT_METAL(MTLLibrary) metal;
    char *label; /* owned, may be NULL */
    char *log;   /* owned, may be NULL */
} smelt_library_object;

typedef struct smelt_pipeline_object {
    smelt_object base;
    smelt_device_object *device;
    SMELT_METAL(MTLComputePipelineState) metal;
    char *name; /* owned: the MSL function */
    smelt_pipeline_limits limits;
} smelt_pipeline_object;

#endif
