/*
 * What is bound against what the kernel wants. The texts are close to those of Apple's debug layer, which people quote
 * in bug reports, so that one who meets them finds the same explanations.
 */
#import "sm_device.h"
#import "sm_encoder.h"

static NSUInteger length_of(const sm_bound *bound) {
    return bound->is_bytes ? [(NSData *) bound->object length] : [(SMBuffer *) bound->object length];
}

static void check_buffer(SEL method, const msl_function *function, const msl_argument *argument, const sm_bound *bound) {
    const char *kernel = msl_function_name(function), *name = argument->name;
    SM_RULE_OF(method, bound->object != nil, @"Compute Function(%s): missing Buffer binding at index %u for %s[0]",
            kernel, argument->slot, name);
    SM_RULE_OF(method, !bound->is_bytes || argument->access == MSL_ACCESS_READ,
            @"Compute Function(%s): Bytes are being bound at index %u to a shader argument with write access enabled",
            kernel, argument->slot);
    SM_RULE_OF(method, argument->alignment == 0 || bound->offset % argument->alignment == 0,
            @"Compute Function(%s): the offset into the buffer %s that is bound at buffer index %u must be a multiple "
            @"of %zu but was set to %lu",
            kernel, name, argument->slot, argument->alignment, (unsigned long) bound->offset);
    NSUInteger space = length_of(bound) - bound->offset;
    SM_RULE_OF(method, space >= argument->size,
            @"Compute Function(%s): argument %s[0] from Buffer(%u) with offset(%lu) and length(%lu) has space for %lu "
            @"bytes, but argument has a length(%zu)",
            kernel, name, argument->slot, (unsigned long) bound->offset, (unsigned long) length_of(bound),
            (unsigned long) space, argument->size);
}

static void check_texture(
        SEL method, const msl_function *function, const msl_argument *argument, uint32_t slot, const sm_bound *bound) {
    const char *kernel = msl_function_name(function), *name = argument->name;
    SM_RULE_OF(method, bound->object != nil, @"Compute Function(%s): missing Texture binding at index %u for %s[%u]",
            kernel, slot, name, slot - argument->slot);
    SMTexture *texture = bound->object;
    SM_RULE_OF(method, (int) [texture textureType] == argument->texture_type,
            @"Compute Function(%s): the texture bound at index %u for %s[0] has type %lu, not %d", kernel, slot, name,
            (unsigned long) [texture textureType], argument->texture_type);
    MTLTextureUsage wanted = argument->access == MSL_ACCESS_READ ? MTLTextureUsageShaderRead
            : argument->access == MSL_ACCESS_WRITE ? MTLTextureUsageShaderWrite
            : MTLTextureUsageShaderRead | MTLTextureUsageShaderWrite;
    SM_RULE_OF(method, ([texture usage] & wanted) == wanted,
            @"Compute Function(%s): the texture bound at index %u for %s[0] has usage 0x%lx, which lacks 0x%lx", kernel,
            slot, name, (unsigned long) [texture usage], (unsigned long) wanted);
}

void sm_check_bindings(
        SEL method, const msl_function *function, const sm_bound *buffers, const sm_bound *textures,
        const sm_bound *samplers, const NSUInteger *threadgroup_lengths) {
    size_t memory = msl_static_threadgroup_memory(function);
    for (size_t i = 0; i < msl_argument_count(function); i++) {
        const msl_argument *argument = msl_argument_at(function, i);
        switch (argument->kind) {
            case MSL_ARGUMENT_BUFFER:
                check_buffer(method, function, argument, &buffers[argument->slot]);
                break;
            case MSL_ARGUMENT_TEXTURE:
                for (uint32_t j = argument->slot; j < argument->slot + argument->count; j++) {
                    check_texture(method, function, argument, j, &textures[j]);
                }
                break;
            case MSL_ARGUMENT_SAMPLER:
                SM_RULE_OF(method, samplers[argument->slot].object != nil,
                        @"Compute Function(%s): missing Sampler binding at index %u for %s[0]",
                        msl_function_name(function), argument->slot, argument->name);
                break;
            default:
                SM_RULE_OF(method, threadgroup_lengths[argument->slot] > 0,
                        @"Compute Function(%s): missing threadgroupMemory binding at index %u for %s[0]",
                        msl_function_name(function), argument->slot, argument->name);
                memory += threadgroup_lengths[argument->slot];
        }
    }
    SM_RULE_OF(method, memory <= SM_THREADGROUP_MEMORY,
            @"Compute Function(%s): threadgroup memory of %zu bytes, with what is set, exceeds the device's %u",
            msl_function_name(function), memory, SM_THREADGROUP_MEMORY);
}
