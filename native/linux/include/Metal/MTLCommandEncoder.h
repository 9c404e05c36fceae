#ifndef SMELT_LINUX_MTL_COMMAND_ENCODER_H
#define SMELT_LINUX_MTL_COMMAND_ENCODER_H

#import <Foundation/Foundation.h>

#pragma clang assume_nonnull begin

@protocol MTLDevice;

typedef NS_OPTIONS(NSUInteger, MTLBarrierScope) {
    MTLBarrierScopeBuffers = 1,
    MTLBarrierScopeTextures = 2,
    MTLBarrierScopeRenderTargets = 4,
};

@protocol MTLCommandEncoder <NSObject>
@property (readonly) id<MTLDevice> device;
@property (nullable, copy, atomic) NSString *label;
- (void)endEncoding;
- (void)insertDebugSignpost:(NSString *)string;
- (void)pushDebugGroup:(NSString *)string;
- (void)popDebugGroup;
@end

#pragma clang assume_nonnull end

#endif
