#ifndef SMELT_LINUX_MTL_RESOURCE_H
#define SMELT_LINUX_MTL_RESOURCE_H

#import <Foundation/Foundation.h>

#pragma clang assume_nonnull begin

@protocol MTLDevice;

typedef NS_OPTIONS(NSUInteger, MTLResourceOptions) {
    MTLResourceStorageModeShared = 0 << 4,
};

@protocol MTLResource <NSObject>
@property (nullable, copy, atomic) NSString *label;
@property (readonly) id<MTLDevice> device;
@end

#pragma clang assume_nonnull end

#endif
