#ifndef SMELT_LINUX_MTL_DEVICE_H
#define SMELT_LINUX_MTL_DEVICE_H

#import <Metal/MTLBuffer.h>
#import <Metal/MTLCommandQueue.h>
#import <Metal/MTLComputePipeline.h>
#import <Metal/MTLLibrary.h>
#import <Metal/MTLTypes.h>
#include <dispatch/dispatch.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

@protocol MTLDevice;

/* Both return what the caller releases. */
extern id<MTLDevice> _Nullable MTLCreateSystemDefaultDevice(void);
extern NSArray<id<MTLDevice>> *MTLCopyAllDevices(void);

@protocol MTLDevice <NSObject>
@property (readonly) NSString *name;
@property (readonly) MTLSize maxThreadsPerThreadgroup;
@property (readonly) NSUInteger maxThreadgroupMemoryLength;
@property (readonly) BOOL hasUnifiedMemory;
@property (readonly) uint64_t recommendedMaxWorkingSetSize;
@property (readonly) NSUInteger currentAllocatedSize;
@property (readonly) NSUInteger maxBufferLength;

- (nullable id<MTLCommandQueue>)newCommandQueue;

- (nullable id<MTLBuffer>)newBufferWithLength:(NSUInteger)length options:(MTLResourceOptions)options;
- (nullable id<MTLBuffer>)newBufferWithBytes:(const void *)pointer
                                      length:(NSUInteger)length
                                     options:(MTLResourceOptions)options;
- (nullable id<MTLBuffer>)newBufferWithBytesNoCopy:(void *)pointer
                                            length:(NSUInteger)length
                                           options:(MTLResourceOptions)options
                                       deallocator:(void (^_Nullable)(void *pointer, NSUInteger length))deallocator;

- (nullable id<MTLLibrary>)newLibraryWithData:(dispatch_data_t)data error:(NSError **)error;
- (nullable id<MTLLibrary>)newLibraryWithSource:(NSString *)source
                                        options:(nullable MTLCompileOptions *)options
                                          error:(NSError **)error;

- (nullable id<MTLComputePipelineState>)
        newComputePipelineStateWithDescriptor:(MTLComputePipelineDescriptor *)descriptor
                                      options:(MTLPipelineOption)options
                                   reflection:(MTLAutoreleasedComputePipelineReflection _Nullable *_Nullable)reflection
                                        error:(NSError **)error;
@end

#pragma clang assume_nonnull end

#endif
