/* Buffers, textures and samplers. */
#ifndef SM_RESOURCES_H
#define SM_RESOURCES_H

#import "msl_program.h"
#import "sm_object.h"

@class SMDevice;

/*
 * Memory with a CPU's and a GPU's side. Both are one unless the resource is managed, or private: then the CPU has none.
 */
@interface SMResource : SMObject <MTLResource> {
    MTLStorageMode storageMode;
    MTLCPUCacheMode cpuCacheMode;
    NSUInteger size;
    uint8_t *cpu, *gpu;
    BOOL borrowed; /* the memory is the caller's */
}
@property (readonly) MTLStorageMode storageMode;
@property (readonly) MTLCPUCacheMode cpuCacheMode;
/* nil where there is no memory. */
- (id)initWithDevice:(SMDevice *)owner length:(NSUInteger)length options:(MTLResourceOptions)options;
- (uint8_t *)gpuBytes;
- (NSUInteger)size;
/* Brings what the GPU wrote to the CPU's side, as a synchronizeResource that is executed. */
- (void)fetch;
@end

@interface SMBuffer : SMResource <MTLBuffer> {
    void (^deallocator)(void *, NSUInteger);
}
- (id)initWithDevice:(SMDevice *)owner
              memory:(void *)memory
              length:(NSUInteger)length
             options:(MTLResourceOptions)options
         deallocator:(void (^)(void *, NSUInteger))block;
@end

@interface SMTexture : SMResource <MTLTexture> {
    MTLPixelFormat pixelFormat;
    NSUInteger width, height, pixel_size;
    MTLTextureUsage usage;
    msl_level level;
    msl_texture image;
}
/* nil where there is no memory. The descriptor was checked. */
- (id)initWithDevice:(SMDevice *)owner descriptor:(MTLTextureDescriptor *)descriptor pixelSize:(NSUInteger)bytes;
- (const msl_texture *)image;
@end

@interface SMSampler : SMObject <MTLSamplerState> {
    msl_sampler sampler;
}
- (id)initWithDevice:(SMDevice *)owner descriptor:(MTLSamplerDescriptor *)descriptor;
- (const msl_sampler *)sampler;
@end

#endif
