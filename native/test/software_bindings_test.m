/* Each rule about what a dispatch is bound to and how large it is, broken through Metal's own interface. */
#import "software.h"

static id<MTLComputeCommandEncoder> encoder_of(id<MTLCommandBuffer> commands, NSString *kernel) {
    id<MTLComputeCommandEncoder> encoder = [commands computeCommandEncoder];
    if (kernel != nil) {
        [encoder setComputePipelineState:pipeline(kernel)];
    }
    return encoder;
}

static void dispatch(id<MTLComputeCommandEncoder> encoder) {
    [encoder dispatchThreads:MTLSizeMake(16, 1, 1) threadsPerThreadgroup:MTLSizeMake(16, 1, 1)];
}

static MTLTextureDescriptor *descriptor(NSUInteger width, NSUInteger height) {
    return [MTLTextureDescriptor texture2DDescriptorWithPixelFormat:MTLPixelFormatR32Float
                                                              width:width
                                                             height:height
                                                          mipmapped:NO];
}

TEST(slots_end) {
    id<MTLComputeCommandEncoder> encoder = encoder_of([queue commandBuffer], nil);
    REFUSES("index(31) must be < 31", [encoder setBuffer:buffer(16) offset:0 atIndex:31]);
    REFUSES("index(31) must be < 31", [encoder setBytes:"abcd" length:4 atIndex:31]);
    REFUSES("index(128) must be < 128", [encoder setTexture:texture(1, 1) atIndex:128]);
    REFUSES("index(16) must be < 16", [encoder setSamplerState:nil atIndex:16]);
    REFUSES("index(31) must be < 31", [encoder setThreadgroupMemoryLength:16 atIndex:31]);
    REFUSES("index(99) must be < 31", [encoder setBufferOffset:0 atIndex:99]);
    [encoder endEncoding];
}

TEST(bytes_are_few) {
    static char many[5000];
    id<MTLComputeCommandEncoder> encoder = encoder_of([queue commandBuffer], nil);
    [encoder setBytes:many length:4096 atIndex:0];
    REFUSES("length(4097) must be <= 4096", [encoder setBytes:many length:4097 atIndex:0]);
    REFUSES("length must not be 0", [encoder setBytes:many length:0 atIndex:0]);
    REFUSES("must not be NULL", [encoder setBytes:(void *_Nonnull) NULL length:4 atIndex:0]);
    [encoder endEncoding];
}

TEST(offsets_lie_in_the_buffer) {
    id<MTLComputeCommandEncoder> encoder = encoder_of([queue commandBuffer], nil);
    [encoder setBuffer:buffer(64) offset:63 atIndex:0];
    REFUSES("offset(64) must be < the buffer's length(64)", [encoder setBuffer:buffer(64) offset:64 atIndex:0]);
    REFUSES("offset(64) is not in what is bound", [encoder setBufferOffset:64 atIndex:0]);
    REFUSES("no buffer is bound", [encoder setBufferOffset:0 atIndex:1]);
    [encoder endEncoding];
}

TEST(arguments_are_bound) {
    id<MTLComputeCommandEncoder> encoder = encoder_of([queue commandBuffer], @"saxpy");
    float a = 2;
    [encoder setBuffer:buffer(64) offset:0 atIndex:0];
    [encoder setBytes:&a length:4 atIndex:2];
    REFUSES("missing Buffer binding at index 1 for y[0]", dispatch(encoder));
    [encoder setBytes:&a length:4 atIndex:1];
    REFUSES("Bytes are being bound at index 1 to a shader argument with write access", dispatch(encoder));
    [encoder setBuffer:buffer(64) offset:0 atIndex:1];
    [encoder setBuffer:nil offset:0 atIndex:2];
    REFUSES("missing Buffer binding at index 2 for a[0]", dispatch(encoder));
    [encoder setBytes:&a length:2 atIndex:2];
    REFUSES("has space for 2 bytes, but argument has a length(4)", dispatch(encoder));
    [encoder setBytes:&a length:4 atIndex:2];
    [encoder setBuffer:buffer(64) offset:62 atIndex:1];
    REFUSES("must be a multiple of 4 but was set to 62", dispatch(encoder));
    [encoder setBuffer:buffer(62) offset:60 atIndex:1];
    REFUSES("has space for 2 bytes", dispatch(encoder));
    [encoder setBuffer:buffer(64) offset:0 atIndex:1];
    dispatch(encoder);
    [encoder endEncoding];
}

TEST(structs_are_bound_whole) {
    id<MTLComputeCommandEncoder> encoder = encoder_of([queue commandBuffer], @"shape");
    char parameters[48] = {0};
    [encoder setBuffer:buffer(64) offset:0 atIndex:1];
    [encoder setBytes:parameters length:44 atIndex:0];
    REFUSES("argument p[0] from Buffer(0) with offset(0) and length(44) has space for 44 bytes, but argument has a "
            "length(48)", dispatch(encoder));
    [encoder setBuffer:buffer(64) offset:8 atIndex:0];
    REFUSES("must be a multiple of 16 but was set to 8", dispatch(encoder));
    [encoder setBytes:parameters length:48 atIndex:0];
    dispatch(encoder);
    [encoder endEncoding];
}

TEST(textures_and_samplers_are_bound) {
    id<MTLComputeCommandEncoder> encoder = encoder_of([queue commandBuffer], @"invert");
    MTLTextureDescriptor *from = descriptor(4, 4);
    [from setUsage:MTLTextureUsageShaderRead | MTLTextureUsageShaderWrite];
    [encoder setTexture:texture(4, 4) atIndex:0];
    REFUSES("missing Texture binding at index 1 for to[0]", dispatch(encoder));
    [encoder setTexture:texture(4, 4) atIndex:1];
    REFUSES("usage 0x1, which lacks 0x2", dispatch(encoder));
    [from setUsage:MTLTextureUsageShaderWrite];
    [encoder setTexture:[[device newTextureWithDescriptor:from] autorelease] atIndex:1];
    dispatch(encoder);
    [encoder setTexture:[[device newTextureWithDescriptor:from] autorelease] atIndex:0];
    REFUSES("usage 0x2, which lacks 0x1", dispatch(encoder));
    [encoder setComputePipelineState:pipeline(@"enlarge")];
    [encoder setTexture:texture(4, 4) atIndex:0];
    [encoder setBuffer:buffer(64) offset:0 atIndex:0];
    REFUSES("missing Sampler binding at index 0 for by[0]", dispatch(encoder));
    [encoder setComputePipelineState:pipeline(@"layered")];
    REFUSES("has type 2, not 3", dispatch(encoder));
    [encoder endEncoding];
    REFUSES("descriptor is nil", [device newSamplerStateWithDescriptor:(id _Nonnull) nil]);
}

TEST(threadgroup_memory_is_set) {
    id<MTLComputeCommandEncoder> encoder = encoder_of([queue commandBuffer], @"share");
    [encoder setBuffer:buffer(128) offset:0 atIndex:0];
    REFUSES("missing threadgroupMemory binding at index 0 for tile[0]", dispatch(encoder));
    REFUSES("multiple of 16", [encoder setThreadgroupMemoryLength:20 atIndex:0]);
    REFUSES("must be <= 32768", [encoder setThreadgroupMemoryLength:32784 atIndex:0]);
    [encoder setThreadgroupMemoryLength:32768 atIndex:0];
    REFUSES("exceeds the device's 32768", dispatch(encoder));
    [encoder setThreadgroupMemoryLength:128 atIndex:0];
    dispatch(encoder);
    [encoder endEncoding];
}

static void grid(id<MTLComputeCommandEncoder> encoder, NSUInteger x, NSUInteger y, NSUInteger z) {
    [encoder dispatchThreads:MTLSizeMake(x, y, z) threadsPerThreadgroup:MTLSizeMake(1, 1, 1)];
}

static void group(id<MTLComputeCommandEncoder> encoder, NSUInteger x, NSUInteger y, NSUInteger z) {
    [encoder dispatchThreads:MTLSizeMake(8, 8, 8) threadsPerThreadgroup:MTLSizeMake(x, y, z)];
}

TEST(grids_and_threadgroups_have_limits) {
    id<MTLComputeCommandEncoder> encoder = encoder_of([queue commandBuffer], nil);
    REFUSES("no compute pipeline is set", dispatch(encoder));
    REFUSES("computePipelineState must not be nil", [encoder setComputePipelineState:(id _Nonnull) nil]);
    [encoder setComputePipelineState:pipeline(@"count")];
    [encoder setBuffer:buffer(4096) offset:0 atIndex:0];
    REFUSES("threadsPerGrid.width(0)", grid(encoder, 0, 1, 1));
    REFUSES("threadsPerGrid.height(0)", grid(encoder, 1, 0, 1));
    REFUSES("threadsPerGrid.depth(0)", grid(encoder, 1, 1, 0));
    REFUSES("must fit 32 bits", grid(encoder, (NSUInteger) UINT32_MAX + 1, 1, 1));
    REFUSES("threadsPerThreadgroup.width(0)", group(encoder, 0, 1, 1));
    REFUSES("threadsPerThreadgroup.depth(0)", group(encoder, 1, 1, 0));
    REFUSES("threadsPerThreadgroup.height(1025)) must be <= 1024", group(encoder, 1, 1025, 1));
    REFUSES("(1056) must be <= 1024 (kernel threadgroup size limit)", group(encoder, 33, 32, 1));
    REFUSES("threadgroupsPerGrid.width(0)",
            [encoder dispatchThreadgroups:MTLSizeMake(0, 1, 1) threadsPerThreadgroup:MTLSizeMake(1, 1, 1)]);
    REFUSES("must fit 32 bits", [encoder dispatchThreadgroups:MTLSizeMake(UINT32_MAX, 1, 1)
                                        threadsPerThreadgroup:MTLSizeMake(2, 1, 1)]);
    [encoder setComputePipelineState:pipeline(@"limited")];
    REFUSES("(65) must be <= 64 (kernel threadgroup size limit)", group(encoder, 65, 1, 1));
    MTLComputePipelineDescriptor *whole = [[[MTLComputePipelineDescriptor alloc] init] autorelease];
    [whole setComputeFunction:[[library newFunctionWithName:@"count"] autorelease]];
    [whole setThreadGroupSizeIsMultipleOfThreadExecutionWidth:YES];
    [encoder setComputePipelineState:[[device newComputePipelineStateWithDescriptor:whole
                                                                            options:0
                                                                         reflection:NULL
                                                                              error:NULL] autorelease]];
    REFUSES("no multiple of threadExecutionWidth(32)", group(encoder, 33, 1, 1));
    REFUSES("scope 0x0", [encoder memoryBarrierWithScope:0]);
    [encoder endEncoding];
}

int main(void) {
    warm_up(arguments_are_bound);
    check_failures = 0;
    RUN(slots_end);
    RUN(bytes_are_few);
    RUN(offsets_lie_in_the_buffer);
    RUN(arguments_are_bound);
    RUN(structs_are_bound_whole);
    RUN(textures_and_samplers_are_bound);
    RUN(threadgroup_memory_is_set);
    RUN(grids_and_threadgroups_have_limits);
    return RESULT;
}
