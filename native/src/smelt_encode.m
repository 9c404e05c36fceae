#import "smelt_submission.h"

/* Metal takes bytes up to this length into the command buffer itself. */
#define MOST_INLINE_BYTES 4096u

/* A label that names more kernels than this is not read. */
#define MOST_NAMES 8

static NSString *name_of(const smelt_pipeline_object *pipeline) {
    NSString *name = pipeline->name == NULL ? nil : [NSString stringWithUTF8String:pipeline->name];
    return name == nil ? @"?" : name;
}

/* The kernels of a plan, each once, in the order of their first dispatch: the encoder's label. */
static NSString *name_kernels(const smelt_plan *plan) {
    NSMutableArray<NSString *> *names = [NSMutableArray array];
    const smelt_pipeline_object *previous = NULL;
    for (uint32_t i = 0; i < plan->step_count && [names count] < MOST_NAMES; i++) {
        const smelt_pipeline_object *pipeline = plan->steps[i].pipeline;
        if (pipeline != previous && ![names containsObject:name_of(pipeline)]) {
            [names addObject:name_of(pipeline)];
        }
        previous = pipeline;
    }
    return [names componentsJoinedByString:@", "];
}

static void bind_uniforms(const smelt_tape_entry *entry, id<MTLComputeCommandEncoder> encoder) {
    NSUInteger slot = entry->dispatch->uniform_slot;
    NSUInteger length = entry->padded_uniform_length;
    if (length <= MOST_INLINE_BYTES) {
        [encoder setBytes:entry->uniforms length:length atIndex:slot];
        return;
    }
    /* The command buffer keeps it until it has run. */
    id<MTLBuffer> buffer = [[[encoder device] newBufferWithBytes:entry->uniforms
                                                          length:length
                                                         options:MTLResourceStorageModeShared] autorelease];
    if (buffer == nil) {
        [NSException raise:NSMallocException
                    format:@"Metal made no buffer of %u bytes for uniforms", (unsigned) length];
    }
    [encoder setBuffer:buffer offset:0 atIndex:slot];
}

static void encode_step(const smelt_step *step, uint32_t index, id<MTLComputeCommandEncoder> encoder) {
    const smelt_tape_dispatch *dispatch = step->entry.dispatch;
    /* After a fault, Metal tells which signposts it passed: so they name the dispatch. */
    [encoder insertDebugSignpost:[NSString stringWithFormat:@"#%u %@", index, name_of(step->pipeline)]];
    [encoder setComputePipelineState:step->pipeline->metal];
    for (uint32_t i = 0; i < dispatch->buffer_count; i++) {
        const smelt_tape_binding *binding = &step->entry.bindings[i];
        smelt_buffer_object *buffer = (smelt_buffer_object *) step->buffers[i];
        [encoder setBuffer:buffer->metal offset:(NSUInteger) binding->offset atIndex:binding->slot];
    }
    for (uint32_t i = 0; i < dispatch->texture_count; i++) {
        smelt_texture_object *texture = (smelt_texture_object *) step->textures[i];
        [encoder setTexture:texture->metal atIndex:step->entry.textures[i].slot];
    }
    if (dispatch->uniform_slot != SMELT_NO_SLOT) {
        bind_uniforms(&step->entry, encoder);
    }
    /* dispatchThreads cuts the threadgroups at the grid's edges, so grids need not be multiples of them. */
    [encoder dispatchThreads:MTLSizeMake(dispatch->grid[0], dispatch->grid[1], dispatch->grid[2])
            threadsPerThreadgroup:MTLSizeMake(step->threadgroup[0], step->threadgroup[1], step->threadgroup[2])];
}

static void encode_steps(smelt_plan *plan, id<MTLCommandBuffer> commands, NSString *kernels) {
    /* Serial: each dispatch sees what those before it wrote. */
    id<MTLComputeCommandEncoder> encoder = [commands computeCommandEncoderWithDispatchType:MTLDispatchTypeSerial];
    if (encoder == nil) {
        [NSException raise:NSGenericException format:@"Metal made no compute encoder"];
    }
    @try {
        [encoder setLabel:kernels];
        for (uint32_t i = 0; i < plan->step_count; i++) {
            encode_step(&plan->steps[i], i, encoder);
        }
    } @finally {
        [encoder endEncoding]; /* releasing one that was not ended aborts the process */
    }
}

/* The managed textures that the plan's kernels write. */
static NSArray<id<MTLTexture>> *textures_to_fetch(const smelt_plan *plan) {
    NSMutableArray<id<MTLTexture>> *fetched = [NSMutableArray array];
    for (uint32_t i = 0; i < plan->step_count; i++) {
        const smelt_step *step = &plan->steps[i];
        for (uint32_t j = 0; j < step->entry.dispatch->texture_count; j++) {
            const smelt_texture_object *texture = (const smelt_texture_object *) step->textures[j];
            bool written = (step->entry.textures[j].flags & SMELT_BINDING_WRITTEN) != 0;
            if (written && texture->managed && [fetched indexOfObjectIdenticalTo:texture->metal] == NSNotFound) {
                [fetched addObject:texture->metal];
            }
        }
    }
    return fetched;
}

/* Without this, the CPU would go on seeing what it wrote itself. */
static void encode_fetches(NSArray<id<MTLTexture>> *textures, id<MTLCommandBuffer> commands) {
    if ([textures count] == 0) {
        return;
    }
    id<MTLBlitCommandEncoder> encoder = [commands blitCommandEncoder];
    if (encoder == nil) {
        [NSException raise:NSGenericException format:@"Metal made no blit encoder"];
    }
    @try {
        [encoder setLabel:@"textures to the CPU"];
        for (id<MTLTexture> texture in textures) {
            [encoder synchronizeResource:texture];
        }
    } @finally {
        [encoder endEncoding];
    }
}

void smelt_encode(smelt_plan *plan, id<MTLCommandBuffer> commands, NSString *label) {
    NSString *kernels = name_kernels(plan);
    [commands setLabel:label == nil ? kernels : label];
    if (plan->step_count == 0) {
        return; /* an encoder without commands is a warning of Metal's validation */
    }
    encode_steps(plan, commands, kernels);
    encode_fetches(textures_to_fetch(plan), commands);
}
