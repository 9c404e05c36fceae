#ifndef SMELT_LINUX_MTL_BINARY_ARCHIVE_H
#define SMELT_LINUX_MTL_BINARY_ARCHIVE_H

#import <Metal/MTLComputePipeline.h>

#pragma clang assume_nonnull begin

extern NSString *const MTLBinaryArchiveDomain;

typedef NS_ENUM(NSUInteger, MTLBinaryArchiveError) {
    MTLBinaryArchiveErrorNone = 0,
    MTLBinaryArchiveErrorInvalidFile = 1,
    MTLBinaryArchiveErrorUnexpectedElement = 2,
    MTLBinaryArchiveErrorCompilationFailure = 3,
    MTLBinaryArchiveErrorInternalError = 4,
};

@interface MTLBinaryArchiveDescriptor : NSObject {
@private
    NSURL *url;
}
@property (nullable, copy, nonatomic) NSURL *url;
@end

@protocol MTLBinaryArchive <NSObject>
@property (nullable, copy, atomic) NSString *label;
@property (readonly) id<MTLDevice> device;
- (BOOL)addComputePipelineFunctionsWithDescriptor:(MTLComputePipelineDescriptor *)descriptor
                                            error:(NSError *_Nullable *_Nullable)error;
- (BOOL)serializeToURL:(NSURL *)url error:(NSError *_Nullable *_Nullable)error;
@end

#pragma clang assume_nonnull end

#endif
