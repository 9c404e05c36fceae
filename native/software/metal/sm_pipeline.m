#import "sm_device.h"
#import "sm_library.h"
#include "software_metal.h"

NSString *const MTLBinaryArchiveDomain = @"MTLBinaryArchiveDomain";

/* Apple's drivers use names of their own, such as AGXMetalG13X: there is no documented one. */
static NSString *const SMPipelineErrorDomain = @"SoftwareMetalPipelineError";

@implementation MTLComputePipelineDescriptor
@synthesize label, computeFunction, threadGroupSizeIsMultipleOfThreadExecutionWidth, maxTotalThreadsPerThreadgroup;
@synthesize binaryArchives;

- (void)dealloc {
    [label release];
    [computeFunction release];
    [binaryArchives release];
    [super dealloc];
}
@end

void sm_check_descriptor(SEL method, id device, MTLComputePipelineDescriptor *descriptor) {
    id function = [descriptor computeFunction];
    SM_RULE_OF(method, function != nil, @"computeFunction must not be nil");
    SM_RULE_OF(method, [function device] == device, @"the function is of another device");
    for (SMArchive *archive in [descriptor binaryArchives]) {
        SM_RULE_OF(method, [archive device] == device, @"a binary archive is of another device");
    }
}

@implementation SMPipeline
/* What is wrong with the kernel on this device; nil: nothing. */
- (NSString *)objection:(MTLComputePipelineDescriptor *)descriptor {
    const msl_function *kernel = [function function];
    if (software_metal_fault("no-pipeline", NULL)) {
        return @"Compiler encountered an internal error (a fault on demand)";
    }
    if (msl_needs_constants(kernel)) {
        return [NSString stringWithFormat:@"function constants of %@ have no values", [function name]];
    }
    if (msl_static_threadgroup_memory(kernel) > SM_THREADGROUP_MEMORY) {
        return [NSString stringWithFormat:@"Threadgroup memory size (%zu) exceeds the maximum threadgroup memory "
                                          @"allowed (%u)", msl_static_threadgroup_memory(kernel), SM_THREADGROUP_MEMORY];
    }
    if (msl_max_total_threads(kernel) > SM_MOST_THREADS
        || [descriptor maxTotalThreadsPerThreadgroup] > SM_MOST_THREADS) {
        return [NSString stringWithFormat:@"max_total_threads_per_threadgroup of %@ exceeds the device's %u",
                                          [function name], SM_MOST_THREADS];
    }
    return nil;
}

- (BOOL)isIn:(NSArray *)archives {
    for (SMArchive *archive in archives) {
        if ([archive has:[function key]]) {
            return YES;
        }
    }
    return NO;
}

- (id)initWithDevice:(id)owner
          descriptor:(MTLComputePipelineDescriptor *)descriptor
             options:(MTLPipelineOption)options
               error:(NSError **)error {
    self = [super initWithDevice:owner];
    function = [(id) [descriptor computeFunction] retain];
    NSString *objection = [self objection:descriptor];
    if (objection == nil && (options & MTLPipelineOptionFailOnBinaryArchiveMiss) != 0
        && ![self isIn:[descriptor binaryArchives]]) {
        objection = @"the binary archives do not have the function";
    }
    if (objection != nil) {
        sm_error(error, SMPipelineErrorDomain, 3, objection);
        [self release];
        return nil;
    }
    NSUInteger told = msl_max_total_threads([function function]);
    NSUInteger wanted = [descriptor maxTotalThreadsPerThreadgroup];
    most_threads = told != 0 ? told : wanted != 0 ? wanted : SM_MOST_THREADS;
    wants_whole_simdgroups = [descriptor threadGroupSizeIsMultipleOfThreadExecutionWidth];
    label = [[descriptor label] copy];
    return self;
}

- (void)dealloc {
    [function release];
    [super dealloc];
}

- (const msl_function *)function {
    return [function function];
}

- (BOOL)wantsWholeSimdgroups {
    return wants_whole_simdgroups;
}

- (NSUInteger)maxTotalThreadsPerThreadgroup {
    return most_threads;
}

- (NSUInteger)threadExecutionWidth {
    return SM_SIMDGROUP;
}

- (NSUInteger)staticThreadgroupMemoryLength {
    return msl_static_threadgroup_memory([function function]);
}
@end

@implementation MTLBinaryArchiveDescriptor
@synthesize url;

- (void)dealloc {
    [url release];
    [super dealloc];
}
@end

/* The first line of an archive's file; a line with a key follows for each function. */
static NSString *const archive_header = @"software metal archive 1";

@implementation SMArchive
- (id)initWithDevice:(id)owner url:(NSURL *)url error:(NSError **)error {
    self = [super initWithDevice:owner];
    keys = [[NSMutableSet alloc] init];
    if (url == nil) {
        return self;
    }
    NSData *bytes = [NSData dataWithContentsOfFile:[url path]];
    NSString *text = [[[NSString alloc] initWithData:bytes == nil ? [NSData data] : bytes
                                            encoding:NSUTF8StringEncoding] autorelease];
    if (![text hasPrefix:archive_header]) {
        sm_error(error, MTLBinaryArchiveDomain, MTLBinaryArchiveErrorInvalidFile,
                 [NSString stringWithFormat:@"%@ is no archive of this device", [url path]]);
        [self release];
        return nil;
    }
    [keys addObjectsFromArray:[text componentsSeparatedByString:@"\n"]];
    [keys removeObject:archive_header];
    return self;
}

- (void)dealloc {
    [keys release];
    [super dealloc];
}

- (BOOL)has:(NSString *)key {
    @synchronized (self) {
        return [keys containsObject:key];
    }
}

- (BOOL)addComputePipelineFunctionsWithDescriptor:(MTLComputePipelineDescriptor *)descriptor error:(NSError **)error {
    SM_RULE(descriptor != nil, @"the descriptor is nil");
    sm_check_descriptor(_cmd, device, descriptor);
    if (software_metal_fault("no-archive", NULL)) {
        sm_error(error, MTLBinaryArchiveDomain, MTLBinaryArchiveErrorCompilationFailure,
                 @"this device takes nothing into archives (a fault on demand)");
        return NO;
    }
    @synchronized (self) {
        [keys addObject:[(SMFunction *) [descriptor computeFunction] key]];
    }
    return YES;
}

- (BOOL)serializeToURL:(NSURL *)url error:(NSError **)error {
    SM_RULE(url != nil, @"the URL is nil");
    NSMutableArray *lines = [NSMutableArray arrayWithObject:archive_header];
    @synchronized (self) {
        [lines addObjectsFromArray:[keys allObjects]];
    }
    if ([lines count] == 1 || software_metal_fault("no-archive-file", NULL)) {
        sm_error(error, MTLBinaryArchiveDomain, MTLBinaryArchiveErrorInternalError,
                 [lines count] == 1 ? @"the archive has nothing to serialize"
                                    : @"archives cannot be serialized on this device (a fault on demand)");
        return NO;
    }
    const char *text = [[lines componentsJoinedByString:@"\n"] UTF8String];
    FILE *file = fopen([[url path] UTF8String], "w");
    bool written = file != NULL && fputs(text, file) >= 0;
    written = (file == NULL || fclose(file) == 0) && written;
    if (!written) {
        sm_error(error, MTLBinaryArchiveDomain, MTLBinaryArchiveErrorInternalError,
                 [NSString stringWithFormat:@"cannot write %@", [url path]]);
    }
    return written;
}
@end
