#ifndef SMELT_LINUX_MTL_EVENT_H
#define SMELT_LINUX_MTL_EVENT_H

#import <Foundation/Foundation.h>

#pragma clang assume_nonnull begin

@protocol MTLDevice;

@protocol MTLEvent <NSObject>
@property (nullable, readonly) id<MTLDevice> device;
@property (nullable, copy, atomic) NSString *label;
@end

@protocol MTLSharedEvent <MTLEvent>
@property (readwrite) uint64_t signaledValue;
- (BOOL)waitUntilSignaledValue:(uint64_t)value timeoutMS:(uint64_t)milliseconds;
@end

#pragma clang assume_nonnull end

#endif
