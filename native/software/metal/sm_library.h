/* Libraries, functions, pipelines and archives of them. */
#ifndef SM_LIBRARY_H
#define SM_LIBRARY_H

#include <dispatch/dispatch.h>

#import "msl_program.h"
#import "sm_object.h"

@interface SMLibrary : SMObject <MTLLibrary> {
    msl_program *program;
    uint64_t digest; /* of what it was made of */
}
- (id)initWithDevice:(id)owner
              source:(NSString *)source
             options:(MTLCompileOptions *)options
               error:(NSError **)error;
- (id)initWithDevice:(id)owner data:(dispatch_data_t)data error:(NSError **)error;
@end

@interface SMFunction : SMObject <MTLFunction> {
    msl_program *program; /* retained: the function belongs to it */
    const msl_function *function;
    uint64_t digest;
}
- (id)initWithDevice:(id)owner program:(msl_program *)of function:(const msl_function *)given digest:(uint64_t)number;
- (const msl_function *)function;
/* What tells one function from another, across processes. */
- (NSString *)key;
@end

@interface SMPipeline : SMObject <MTLComputePipelineState> {
    SMFunction *function;
    NSUInteger most_threads;
    BOOL wants_whole_simdgroups;
}
- (id)initWithDevice:(id)owner
          descriptor:(MTLComputePipelineDescriptor *)descriptor
             options:(MTLPipelineOption)options
               error:(NSError **)error;
- (const msl_function *)function;
- (BOOL)wantsWholeSimdgroups;
@end

@interface SMArchive : SMObject <MTLBinaryArchive> {
    NSMutableSet *keys;
}
- (id)initWithDevice:(id)owner url:(NSURL *)url error:(NSError **)error;
- (BOOL)has:(NSString *)key;
@end

/* The rules of a descriptor of a pipeline. */
void sm_check_descriptor(SEL method, id device, MTLComputePipelineDescriptor *descriptor);

@interface MTLFunctionConstantValues (Software)
/* The values as an msl_constant each, in memory that is autoreleased; *count tells how many. */
- (const msl_constant *)constants:(size_t *)count;
@end

#endif
