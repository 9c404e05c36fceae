#ifndef SMELT_LINUX_MTL_COMPUTE_PIPELINE_H
#define SMELT_LINUX_MTL_COMPUTE_PIPELINE_H

#import <Foundation/Foundation.h>

#pragma clang assume_nonnull begin

@protocol MTLDevice;
@protocol MTLBinaryArchive;
@protocol MTLFunction;

typedef NS_OPTIONS(NSUInteger, MTLPipelineOption) {
    MTLPipelineOptionNone = 0,
    MTLPipelineOptionFailOnBinaryArchiveMiss = 1 << 2,
};

@class MTLComputePipelineReflection;
typedef MTLComputePipelineReflection *MTLAutoreleasedComputePipelineReflection;

@interface MTLComputePipelineDescriptor : NSObject {
@private
    NSString *label;
    id<MTLFunction> computeFunction;
    BOOL threadGroupSizeIsMultipleOfThreadExecutionWidth;
    NSUInteger maxTotalThreadsPerThreadgroup;
    NSArray *binaryArchives;
}
@property (nullable, copy, nonatomic) NSString *label;
@property (nullable, readwrite, nonatomic, retain) id<MTLFunction> computeFunction;
@property (readwrite, nonatomic) BOOL threadGroupSizeIsMultipleOfThreadExecutionWidth;
@property (readwrite, nonatomic) NSUInteger maxTotalThreadsPerThreadgroup;
@property (nullable, readwrite, nonatomic, copy) NSArray<id<MTLBinaryArchive>> *binaryArchives;
@end

@protocol MTLComputePipelineState <NSObject>
@property (nullable, readonly) NSString *label;
@property (readonly) id<MTLDevice> device;
@property (readonly) NSUInteger maxTotalThreadsPerThreadgroup;
@property (readonly) NSUInteger threadExecutionWidth;
@property (readonly) NSUInteger staticThreadgroupMemoryLength;
@end

#pragma clang assume_nonnull end

#endif
