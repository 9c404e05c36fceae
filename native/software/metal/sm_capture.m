/* Captures are for Xcode: here they are refused, as in a process without MTL_CAPTURE_ENABLED. */
#import "sm_object.h"

NSString *const MTLCaptureErrorDomain = @"MTLCaptureErrorDomain";

@implementation MTLCaptureDescriptor
@synthesize captureObject, destination, outputURL;

- (id)init {
    self = [super init];
    destination = MTLCaptureDestinationDeveloperTools;
    return self;
}

- (void)dealloc {
    [captureObject release];
    [outputURL release];
    [super dealloc];
}
@end

@implementation MTLCaptureManager
+ (MTLCaptureManager *)sharedCaptureManager {
    static MTLCaptureManager *shared;
    @synchronized (self) {
        if (shared == nil) {
            shared = [[MTLCaptureManager alloc] init];
        }
    }
    return shared;
}

- (BOOL)supportsDestination:(MTLCaptureDestination)destination {
    (void) destination;
    return NO;
}

- (BOOL)startCaptureWithDescriptor:(MTLCaptureDescriptor *)descriptor error:(NSError **)error {
    SM_RULE(descriptor != nil && [descriptor captureObject] != nil, @"a capture of nothing");
    sm_error(error, MTLCaptureErrorDomain, MTLCaptureErrorNotSupported, @"Capturing is not supported");
    return NO;
}

- (void)stopCapture {
    SM_RULE(NO, @"no capture runs");
}

- (BOOL)isCapturing {
    return NO;
}
@end
