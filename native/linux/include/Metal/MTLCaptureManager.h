#ifndef SMELT_LINUX_MTL_CAPTURE_MANAGER_H
#define SMELT_LINUX_MTL_CAPTURE_MANAGER_H

#import <Foundation/Foundation.h>

#pragma clang assume_nonnull begin

extern NSString *const MTLCaptureErrorDomain;

typedef NS_ENUM(NSInteger, MTLCaptureError) {
    MTLCaptureErrorNotSupported = 1,
    MTLCaptureErrorAlreadyCapturing = 2,
    MTLCaptureErrorInvalidDescriptor = 3,
};

typedef NS_ENUM(NSInteger, MTLCaptureDestination) {
    MTLCaptureDestinationDeveloperTools = 1,
    MTLCaptureDestinationGPUTraceDocument = 2,
};

@interface MTLCaptureDescriptor : NSObject {
@private
    id captureObject;
    MTLCaptureDestination destination;
    NSURL *outputURL;
}
@property (nullable, strong, nonatomic) id captureObject;
@property (nonatomic) MTLCaptureDestination destination;
@property (nullable, copy, nonatomic) NSURL *outputURL;
@end

@interface MTLCaptureManager : NSObject
+ (MTLCaptureManager *)sharedCaptureManager;
- (BOOL)supportsDestination:(MTLCaptureDestination)destination;
- (BOOL)startCaptureWithDescriptor:(MTLCaptureDescriptor *)descriptor error:(NSError *_Nullable *_Nullable)error;
- (void)stopCapture;
@property (readonly) BOOL isCapturing;
@end

#pragma clang assume_nonnull end

#endif
