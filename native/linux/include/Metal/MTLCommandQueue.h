#ifndef SMELT_LINUX_MTL_COMMAND_QUEUE_H
#define SMELT_LINUX_MTL_COMMAND_QUEUE_H

#import <Metal/MTLCommandBuffer.h>

#pragma clang assume_nonnull begin

@protocol MTLCommandQueue <NSObject>
@property (nullable, copy, atomic) NSString *label;
@property (readonly) id<MTLDevice> device;
- (nullable id<MTLCommandBuffer>)commandBuffer;
- (nullable id<MTLCommandBuffer>)commandBufferWithDescriptor:(MTLCommandBufferDescriptor *)descriptor;
- (nullable id<MTLCommandBuffer>)commandBufferWithUnretainedReferences;
@end

#pragma clang assume_nonnull end

#endif
