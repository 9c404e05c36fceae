#import "sm_device.h"
#import "sm_encoder.h"

#include <inttypes.h>

static void put(sm_bound *slot, id object, BOOL is_bytes, NSUInteger offset, BOOL retains) {
    if (is_bytes || retains) {
        [object retain];
    }
    if (slot->object != nil && (slot->is_bytes || retains)) {
        [slot->object release];
    }
    *slot = (sm_bound) {.object = object, .is_bytes = is_bytes, .offset = offset};
}

@implementation SMComputeEncoder
@synthesize dispatchType;

- (id)initWithCommands:(SMCommandBuffer *)owner dispatchType:(MTLDispatchType)type {
    self = [super initWithCommands:owner];
    dispatchType = type;
    return self;
}

- (BOOL)retains {
    return [commands retainedReferences];
}

- (void)unbind {
    BOOL retains = [self retains];
    for (unsigned i = 0; i < MSL_BUFFER_SLOTS; i++) {
        put(&buffers[i], nil, NO, 0, retains);
    }
    for (unsigned i = 0; i < MSL_TEXTURE_SLOTS; i++) {
        put(&textures[i], nil, NO, 0, retains);
    }
    for (unsigned i = 0; i < MSL_SAMPLER_SLOTS; i++) {
        put(&samplers[i], nil, NO, 0, retains);
    }
    [pipeline release];
    pipeline = nil;
}

- (void)dealloc {
    if (!ended) {
        [self unbind];
    }
    [super dealloc];
}

- (void)endEncoding {
    [self check:_cmd];
    [self unbind];
    [super endEncoding];
}

/* ---- state */

- (void)setComputePipelineState:(id<MTLComputePipelineState>)state {
    [self check:_cmd];
    SM_RULE(state != nil, @"computePipelineState must not be nil");
    SM_RULE([state device] == device, @"the pipeline is of another device");
    [(id) state retain];
    [pipeline release];
    pipeline = (SMPipeline *) state;
}

- (void)setBytes:(const void *)bytes length:(NSUInteger)length atIndex:(NSUInteger)index {
    [self check:_cmd];
    SM_RULE(index < SM_BUFFER_SLOTS, @"index(%lu) must be < %u", (unsigned long) index, SM_BUFFER_SLOTS);
    SM_RULE(bytes != NULL, @"bytes must not be NULL");
    SM_RULE(length > 0, @"length must not be 0");
    SM_RULE(length <= SM_MOST_BYTES, @"length(%lu) must be <= %u", (unsigned long) length, SM_MOST_BYTES);
    put(&buffers[index], [NSData dataWithBytes:bytes length:length], YES, 0, [self retains]);
}

- (void)setBuffer:(id<MTLBuffer>)buffer offset:(NSUInteger)offset atIndex:(NSUInteger)index {
    [self check:_cmd];
    SM_RULE(index < SM_BUFFER_SLOTS, @"index(%lu) must be < %u", (unsigned long) index, SM_BUFFER_SLOTS);
    SM_RULE(buffer == nil || [buffer device] == device, @"the buffer is of another device");
    SM_RULE(buffer == nil || offset < [buffer length], @"offset(%lu) must be < the buffer's length(%lu)",
            (unsigned long) offset, (unsigned long) [buffer length]);
    put(&buffers[index], buffer, NO, offset, [self retains]);
}

- (void)setBufferOffset:(NSUInteger)offset atIndex:(NSUInteger)index {
    [self check:_cmd];
    SM_RULE(index < SM_BUFFER_SLOTS, @"index(%lu) must be < %u", (unsigned long) index, SM_BUFFER_SLOTS);
    sm_bound *slot = &buffers[index];
    SM_RULE(slot->object != nil, @"no buffer is bound at index %lu", (unsigned long) index);
    SM_RULE(!slot->is_bytes && offset < [slot->object length], @"offset(%lu) is not in what is bound",
            (unsigned long) offset);
    slot->offset = offset;
}

- (void)setTexture:(id<MTLTexture>)texture atIndex:(NSUInteger)index {
    [self check:_cmd];
    SM_RULE(index < SM_TEXTURE_SLOTS, @"index(%lu) must be < %u", (unsigned long) index, SM_TEXTURE_SLOTS);
    SM_RULE(texture == nil || [texture device] == device, @"the texture is of another device");
    put(&textures[index], texture, NO, 0, [self retains]);
}

- (void)setSamplerState:(id<MTLSamplerState>)sampler atIndex:(NSUInteger)index {
    [self check:_cmd];
    SM_RULE(index < SM_SAMPLER_SLOTS, @"index(%lu) must be < %u", (unsigned long) index, SM_SAMPLER_SLOTS);
    SM_RULE(sampler == nil || [sampler device] == device, @"the sampler is of another device");
    put(&samplers[index], sampler, NO, 0, [self retains]);
}

- (void)setThreadgroupMemoryLength:(NSUInteger)length atIndex:(NSUInteger)index {
    [self check:_cmd];
    SM_RULE(index < SM_BUFFER_SLOTS, @"index(%lu) must be < %u", (unsigned long) index, SM_BUFFER_SLOTS);
    SM_RULE(length % 16 == 0, @"length(%lu) must be a multiple of 16 bytes", (unsigned long) length);
    SM_RULE(length <= SM_THREADGROUP_MEMORY, @"length(%lu) must be <= %u", (unsigned long) length,
            SM_THREADGROUP_MEMORY);
    threadgroup_lengths[index] = length;
}

- (void)memoryBarrierWithScope:(MTLBarrierScope)scope {
    [self check:_cmd];
    SM_RULE(scope != 0 && (scope & ~(MTLBarrierScope) 7) == 0, @"scope 0x%lx", (unsigned long) scope);
    /* Dispatches run one after the other here, also in a concurrent encoder: there is nothing to wait for. */
}

/* ---- dispatches */

- (void)checkGroup:(MTLSize)group for:(SEL)method {
    SM_RULE_OF(method, pipeline != nil, @"no compute pipeline is set");
    NSUInteger most = [pipeline maxTotalThreadsPerThreadgroup];
    NSUInteger sides[] = {group.width, group.height, group.depth};
    const char *names[] = {"width", "height", "depth"};
    NSUInteger threads = 1;
    for (int i = 0; i < 3; i++) {
        SM_RULE_OF(method, sides[i] > 0, @"(threadsPerThreadgroup.%s(0)) must be > 0", names[i]);
        SM_RULE_OF(method, sides[i] <= SM_MOST_THREADS, @"(threadsPerThreadgroup.%s(%lu)) must be <= %u", names[i],
                (unsigned long) sides[i], SM_MOST_THREADS);
        threads *= sides[i];
    }
    SM_RULE_OF(method, threads <= most,
            @"(threadsPerThreadgroup.width(%lu) * threadsPerThreadgroup.height(%lu) * threadsPerThreadgroup.depth(%lu))"
            @"(%lu) must be <= %lu (kernel threadgroup size limit)",
            (unsigned long) group.width, (unsigned long) group.height, (unsigned long) group.depth,
            (unsigned long) threads, (unsigned long) most);
    SM_RULE_OF(method, ![pipeline wantsWholeSimdgroups] || threads % SM_SIMDGROUP == 0,
            @"%lu threads are no multiple of threadExecutionWidth(%u), as the pipeline was promised",
            (unsigned long) threads, SM_SIMDGROUP);
}

static void check_grid(SEL method, MTLSize grid, const char *what) {
    NSUInteger sides[] = {grid.width, grid.height, grid.depth};
    const char *names[] = {"width", "height", "depth"};
    for (int i = 0; i < 3; i++) {
        SM_RULE_OF(method, sides[i] > 0, @"(%s.%s(0)) must be > 0", what, names[i]);
        SM_RULE_OF(method, sides[i] <= UINT32_MAX, @"(%s.%s(%lu)) must fit 32 bits", what, names[i],
                (unsigned long) sides[i]);
    }
}

- (void)encode:(MTLSize)grid group:(MTLSize)group groups:(MTLSize)groups for:(SEL)method {
    const msl_function *function = [pipeline function];
    sm_check_bindings(method, function, buffers, textures, samplers, threadgroup_lengths);
    SMDispatch *made =
            [[[SMDispatch alloc] initWithTrace:trace pipeline:pipeline retains:[self retains]] autorelease];
    for (size_t i = 0; i < msl_argument_count(function); i++) {
        const msl_argument *argument = msl_argument_at(function, i);
        for (uint32_t slot = argument->slot; slot < argument->slot + argument->count; slot++) {
            switch (argument->kind) {
                case MSL_ARGUMENT_BUFFER: [made bind:&buffers[slot] kind:argument->kind slot:slot]; break;
                case MSL_ARGUMENT_TEXTURE: [made bind:&textures[slot] kind:argument->kind slot:slot]; break;
                case MSL_ARGUMENT_SAMPLER: [made bind:&samplers[slot] kind:argument->kind slot:slot]; break;
                default: [made dispatch]->threadgroup_lengths[slot] = threadgroup_lengths[slot];
            }
        }
    }
    [made dispatch]->function = function;
    NSUInteger sizes[3][3] = {{grid.width, grid.height, grid.depth},
                              {group.width, group.height, group.depth},
                              {groups.width, groups.height, groups.depth}};
    for (int i = 0; i < 3; i++) {
        [made dispatch]->threads_per_grid[i] = (uint32_t) sizes[0][i];
        [made dispatch]->threads_per_threadgroup[i] = (uint32_t) sizes[1][i];
        [made dispatch]->threadgroups_per_grid[i] = (uint32_t) sizes[2][i];
    }
    [commands addCommand:made];
}

- (void)dispatchThreads:(MTLSize)grid threadsPerThreadgroup:(MTLSize)group {
    [self check:_cmd];
    [self checkGroup:group for:_cmd];
    check_grid(_cmd, grid, "threadsPerGrid");
    MTLSize groups = MTLSizeMake((grid.width + group.width - 1) / group.width,
                                 (grid.height + group.height - 1) / group.height,
                                 (grid.depth + group.depth - 1) / group.depth);
    [self encode:grid group:group groups:groups for:_cmd];
}

- (void)dispatchThreadgroups:(MTLSize)groups threadsPerThreadgroup:(MTLSize)group {
    [self check:_cmd];
    [self checkGroup:group for:_cmd];
    check_grid(_cmd, groups, "threadgroupsPerGrid");
    MTLSize grid = MTLSizeMake(groups.width * group.width, groups.height * group.height, groups.depth * group.depth);
    check_grid(_cmd, grid, "threadgroupsPerGrid * threadsPerThreadgroup");
    [self encode:grid group:group groups:groups for:_cmd];
}
@end
