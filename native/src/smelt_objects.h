/*
 * The objects behind the handles. Their fields are plain C but for the Metal objects, which C sees as pointers: so the
 * checks of a tape are C, and tested without Metal.
 */
#ifndef SMELT_OBJECTS_H
#define SMELT_OBJECTS_H

#include <pthread.h>
#include <stdbool.h>

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
    atomic_bool capturing;
} smelt_device_object;

/* What dispatches bind: a buffer or a texture. */
typedef struct smelt_resource_object {
    smelt_object base;
    smelt_device_object *device;
    atomic_uint pending; /* submissions in flight */
} smelt_resource_object;

typedef struct smelt_buffer_object {
    smelt_resource_object resource;
    SMELT_METAL(MTLBuffer) metal;
    void *contents;
    uint64_t length;
} smelt_buffer_object;

typedef struct smelt_texture_object {
    smelt_resource_object resource;
    SMELT_METAL(MTLTexture) metal;
    uint32_t width, height;
    uint32_t bytes_per_pixel;
    bool managed; /* CPU and GPU have a copy each: what kernels wrote must be fetched */
} smelt_texture_object;

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

typedef struct smelt_archive_object {
    smelt_object base;
    smelt_device_object *device;
    SMELT_METAL(MTLBinaryArchive) metal;
    char *path;           /* owned: its file */
    pthread_mutex_t lock; /* over the statistics, and over changes of the archive */
    smelt_archive_statistics statistics;
} smelt_archive_object;

#endif
