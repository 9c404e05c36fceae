#import <Metal/Metal.h>
#include <stdlib.h>

#import "smelt_archive.h"
#import "smelt_entry.h"
#import "smelt_nserror.h"

static void destroy_pipeline(smelt_object *object) {
    smelt_pipeline_object *pipeline = (smelt_pipeline_object *) object;
    smelt_quietly(^{
        [pipeline->metal release];
    });
    smelt_object_release(&pipeline->device->base);
    free(pipeline->name);
    free(pipeline);
}

static int32_t publish(
        smelt_scope *scope, smelt_device_object *device, id<MTLComputePipelineState> metal, const char *function,
        smelt_pipeline *handle) {
    smelt_pipeline_object *pipeline = calloc(1, sizeof *pipeline);
    if (pipeline == NULL) {
        return smelt_scope_fail(scope, SMELT_OUT_OF_MEMORY, "no memory for a pipeline");
    }
    smelt_object_init(&pipeline->base, SMELT_KIND_PIPELINE, destroy_pipeline);
    smelt_object_retain(&device->base);
    pipeline->device = device;
    pipeline->metal = [metal retain];
    pipeline->name = smelt_copy_text(function);
    pipeline->limits = (smelt_pipeline_limits) {
        .max_threads_per_threadgroup = (uint32_t) [metal maxTotalThreadsPerThreadgroup],
        .simdgroup_width = (uint32_t) [metal threadExecutionWidth],
        .threadgroup_memory = (uint32_t) [metal staticThreadgroupMemoryLength],
    };
    smelt_scope_keep(scope, &pipeline->base);
    return smelt_scope_publish(scope, &pipeline->base, handle);
}

static int32_t fail_function(smelt_scope *scope, smelt_library_object *library, NSString *name) {
    NSString *names = [[library->metal functionNames] componentsJoinedByString:@", "];
    return smelt_scope_fail_with(
            scope, smelt_error_make(
                    SMELT_NO_FUNCTION, "no kernel %s in the library; it has: %s", [name UTF8String],
                    [names length] == 0 ? "none" : [names UTF8String]));
}

/* The pipeline of a descriptor, out of the archive if there is one that has it; autoreleased, nil if Metal fails. */
static id<MTLComputePipelineState> make(
        smelt_device_object *device, MTLComputePipelineDescriptor *descriptor, smelt_archive_object *archive,
        NSError **cause) {
    id<MTLComputePipelineState> metal = archive == NULL ? nil : smelt_archive_find(archive, descriptor);
    if (metal != nil) {
        return metal;
    }
    metal = [[device->metal newComputePipelineStateWithDescriptor:descriptor
                                                          options:MTLPipelineOptionNone
                                                       reflection:NULL
                                                            error:cause] autorelease];
    if (metal != nil && archive != NULL) {
        smelt_archive_add(archive, descriptor);
    }
    return metal;
}

static int32_t create(
        smelt_scope *scope, smelt_library_object *library, const char *function, smelt_archive_object *archive,
        smelt_pipeline *pipeline) {
    NSString *name = [NSString stringWithUTF8String:function];
    if (name == nil) {
        return smelt_scope_fail(scope, SMELT_INVALID_ARGUMENT, "the function's name is not UTF-8");
    }
    id<MTLFunction> kernel = [[library->metal newFunctionWithName:name] autorelease];
    if (kernel == nil || [kernel functionType] != MTLFunctionTypeKernel) {
        return fail_function(scope, library, name);
    }
    MTLComputePipelineDescriptor *descriptor = [[[MTLComputePipelineDescriptor alloc] init] autorelease];
    [descriptor setLabel:name]; /* shows in captures and in Metal's own messages */
    [descriptor setComputeFunction:kernel];
    NSError *cause = nil;
    id<MTLComputePipelineState> metal = make(library->device, descriptor, archive, &cause);
    if (metal == nil) {
        return smelt_scope_fail_with(
                scope, smelt_error_of_nserror(SMELT_PIPELINE_FAILED, @"cannot make a pipeline of the kernel", cause));
    }
    return publish(scope, library->device, metal, function, pipeline);
}

static int32_t create_of_handles(
        smelt_scope *scope, smelt_library library, const char *function, bool cached, smelt_archive archive,
        smelt_pipeline *pipeline) {
    SMELT_REQUIRE(scope, pipeline);
    *pipeline = 0;
    SMELT_REQUIRE(scope, function);
    smelt_library_object *used = smelt_scope_use(scope, library, SMELT_KIND_LIBRARY);
    smelt_archive_object *from =
            cached && used != NULL ? smelt_scope_use(scope, archive, SMELT_KIND_ARCHIVE) : NULL;
    if (used == NULL || (cached && from == NULL)) {
        return SMELT_INVALID_HANDLE;
    }
    if (from != NULL && from->device != used->device) {
        return smelt_scope_fail(scope, SMELT_WRONG_DEVICE, "the archive is of another device than the library");
    }
    int32_t status = create(scope, used, function, from, pipeline);
    smelt_scope_concerns(scope, used->label, function);
    return status;
}

int32_t smelt_pipeline_create(
        smelt_library library, const char *function, smelt_pipeline *pipeline, smelt_error *error) {
    return smelt_call(error, ^int32_t(smelt_scope *scope) {
        return create_of_handles(scope, library, function, false, 0, pipeline);
    });
}

int32_t smelt_pipeline_create_cached(
        smelt_library library, const char *function, smelt_archive archive, smelt_pipeline *pipeline,
        smelt_error *error) {
    return smelt_call(error, ^int32_t(smelt_scope *scope) {
        return create_of_handles(scope, library, function, true, archive, pipeline);
    });
}

int32_t smelt_pipeline_get_limits(
        smelt_pipeline pipeline, smelt_pipeline_limits *limits, smelt_error *error) {
    return smelt_call(error, ^int32_t(smelt_scope *scope) {
        SMELT_REQUIRE(scope, limits);
        smelt_pipeline_object *used = smelt_scope_use(scope, pipeline, SMELT_KIND_PIPELINE);
        if (used == NULL) {
            return SMELT_INVALID_HANDLE;
        }
        *limits = used->limits;
        return SMELT_OK;
    });
}
