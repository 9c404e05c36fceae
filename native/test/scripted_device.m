/* Devices, and what they make: buffers with memory, libraries and pipelines with nothing in them. */
#include <stdlib.h>
#include <string.h>

#import "scripted_classes.h"

@implementation MTLCompileOptions
@synthesize languageVersion, mathMode, mathFloatingPointFunctions, fastMathEnabled, preprocessorMacros;
@end

@implementation MTLComputePipelineDescriptor
@synthesize label, computeFunction, threadGroupSizeIsMultipleOfThreadExecutionWidth, maxTotalThreadsPerThreadgroup;
@synthesize binaryArchives;

- (void)dealloc {
    [label release];
    [binaryArchives release];
    [computeFunction release];
    [super dealloc];
}
@end

@interface ScriptedBuffer : Scripted <MTLBuffer> {
    void *memory;
    NSUInteger size;
    BOOL owned;
}
@end

@implementation ScriptedBuffer
- (id)initWithMemory:(void *)given length:(NSUInteger)length owned:(BOOL)isOwned {
    self = [super init];
    memory = given;
    size = length;
    owned = isOwned;
    return self;
}

- (void)dealloc {
    if (owned) {
        free(memory);
    }
    [super dealloc];
}

- (NSUInteger)length {
    return size;
}

- (void *)contents {
    return memory;
}
@end

@interface ScriptedFunction : Scripted <MTLFunction> {
    NSString *name;
}
@end

@implementation ScriptedFunction
- (id)initWithName:(NSString *)given {
    self = [super init];
    name = [given copy];
    return self;
}

- (NSString *)name {
    return name;
}

- (void)dealloc {
    [name release];
    [super dealloc];
}

- (MTLFunctionType)functionType {
    return [name isEqual:@"vertices"] ? MTLFunctionTypeVertex : MTLFunctionTypeKernel;
}
@end

@interface ScriptedLibrary : Scripted <MTLLibrary>
@end

@implementation ScriptedLibrary
- (NSArray *)functionNames {
    return [NSArray arrayWithObjects:@"sigmoid", @"saxpy", @"vertices", nil];
}

- (id<MTLFunction>)newFunctionWithName:(NSString *)functionName {
    if (scripted_act(_cmd) || ![[self functionNames] containsObject:functionName]) {
        return nil;
    }
    return [[ScriptedFunction alloc] initWithName:functionName];
}
@end

@interface ScriptedPipeline : Scripted <MTLComputePipelineState>
@end

@implementation ScriptedPipeline
- (NSUInteger)maxTotalThreadsPerThreadgroup {
    return 512;
}

- (NSUInteger)threadExecutionWidth {
    return 32;
}

- (NSUInteger)staticThreadgroupMemoryLength {
    return 1024;
}
@end

@interface ScriptedDevice : Scripted <MTLDevice>
@end

@implementation ScriptedDevice
- (NSString *)name {
    scripted_act(_cmd);
    return @"Scripted GPU \u00e9";
}

- (MTLSize)maxThreadsPerThreadgroup {
    return MTLSizeMake(1024, 1024, 64);
}

- (NSUInteger)maxThreadgroupMemoryLength {
    return 32768;
}

- (BOOL)hasUnifiedMemory {
    return YES;
}

- (uint64_t)recommendedMaxWorkingSetSize {
    return 1 << 30;
}

- (NSUInteger)currentAllocatedSize {
    return 12345;
}

- (NSUInteger)maxBufferLength {
    return 1 << 20;
}

- (MTLReadWriteTextureTier)readWriteTextureSupport {
    return MTLReadWriteTextureTier2;
}

- (BOOL)supportsFamily:(MTLGPUFamily)family {
    return family == MTLGPUFamilyApple1 ? !scripted.managed : NO;
}

- (id<MTLTexture>)newTextureWithDescriptor:(MTLTextureDescriptor *)descriptor {
    return scripted_act(_cmd) ? nil : [[ScriptedTexture alloc] initWithDescriptor:descriptor];
}

- (id<MTLBinaryArchive>)newBinaryArchiveWithDescriptor:(MTLBinaryArchiveDescriptor *)descriptor
                                                 error:(NSError **)error {
    ScriptedArchive *archive = scripted_act(_cmd) ? nil : [[ScriptedArchive alloc] init];
    if (archive != nil && [descriptor url] != nil && ![archive readFrom:[descriptor url]]) {
        [archive release];
        archive = nil;
    }
    if (archive == nil) {
        *error = [NSError errorWithDomain:@"MTLBinaryArchiveDomain" code:MTLBinaryArchiveErrorInvalidFile userInfo:nil];
    }
    return archive;
}

- (id<MTLCommandQueue>)newCommandQueue {
    if (scripted_act(_cmd)) {
        return nil;
    }
    ScriptedQueue *queue = [[ScriptedQueue alloc] init];
    [queue setDevice:self];
    return queue;
}

- (id<MTLBuffer>)newBufferWithLength:(NSUInteger)length options:(MTLResourceOptions)options {
    (void) options;
    if (scripted_act(_cmd)) {
        return nil;
    }
    if (length == 0) {
        [NSException raise:@"ScriptedException" format:@"a buffer of no bytes"];
    }
    return [[ScriptedBuffer alloc] initWithMemory:calloc(1, length) length:length owned:YES];
}

- (id<MTLBuffer>)newBufferWithBytes:(const void *)pointer
                             length:(NSUInteger)length
                            options:(MTLResourceOptions)options {
    if (scripted_act(_cmd)) {
        return nil;
    }
    id<MTLBuffer> buffer = [self newBufferWithLength:length options:options];
    memcpy([buffer contents], pointer, length);
    return buffer;
}

- (id<MTLBuffer>)newBufferWithBytesNoCopy:(void *)pointer
                                   length:(NSUInteger)length
                                  options:(MTLResourceOptions)options
                              deallocator:(void (^)(void *, NSUInteger))deallocator {
    (void) options;
    if (scripted_act(_cmd) || deallocator != NULL) {
        return nil;
    }
    return [[ScriptedBuffer alloc] initWithMemory:pointer length:length owned:NO];
}

static NSError *compiler_error(NSString *text) {
    NSDictionary *info = [NSDictionary dictionaryWithObject:text forKey:NSLocalizedDescriptionKey];
    return [NSError errorWithDomain:@"MTLLibraryErrorDomain" code:3 userInfo:info];
}

- (id<MTLLibrary>)newLibraryWithData:(dispatch_data_t)data error:(NSError **)error {
    (void) data;
    if (scripted_act(_cmd)) {
        *error = compiler_error(@"invalid library file");
        return nil;
    }
    return [[ScriptedLibrary alloc] init];
}

- (id<MTLLibrary>)newLibraryWithSource:(NSString *)source
                               options:(MTLCompileOptions *)options
                                 error:(NSError **)error {
    scripted_note("compile(%x, %d, %d) ", (unsigned) [options languageVersion], (int) [options mathMode],
         (int) [options mathFloatingPointFunctions]);
    if (scripted_act(_cmd) || [source rangeOfString:@"wrong"].length > 0) {
        *error = compiler_error(@"program_source:3:5: error: unknown type name 'wrong'");
        return nil;
    }
    if ([source rangeOfString:@"doubtful"].length > 0) {
        *error = compiler_error(@"program_source:1:1: warning: doubtful");
    }
    return [[ScriptedLibrary alloc] init];
}

- (id<MTLComputePipelineState>)
        newComputePipelineStateWithDescriptor:(MTLComputePipelineDescriptor *)descriptor
                                      options:(MTLPipelineOption)options
                                   reflection:(MTLAutoreleasedComputePipelineReflection *)reflection
                                        error:(NSError **)error {
    (void) reflection;
    if ((options & MTLPipelineOptionFailOnBinaryArchiveMiss) != 0) {
        ScriptedArchive *archive = [[descriptor binaryArchives] objectAtIndex:0];
        scripted_note([archive has:descriptor] ? "hit " : "miss ");
        if (![archive has:descriptor]) {
            return nil;
        }
    }
    if (scripted_act(_cmd)) {
        if (error != NULL) {
            *error = compiler_error(@"too many registers");
        }
        return nil;
    }
    ScriptedPipeline *pipeline = [[ScriptedPipeline alloc] init];
    [pipeline setLabel:[descriptor label]];
    return pipeline;
}
@end

id<MTLDevice> MTLCreateSystemDefaultDevice(void) {
    return scripted.no_default || scripted.devices == 0 ? nil : [[ScriptedDevice alloc] init];
}

NSArray<id<MTLDevice>> *MTLCopyAllDevices(void) {
    NSMutableArray *devices = [[NSMutableArray alloc] init];
    for (int i = 0; i < scripted.devices; i++) {
        [devices addObject:[[[ScriptedDevice alloc] init] autorelease]];
    }
    return devices;
}

/* Of libdispatch, only what the bridge can tell: whether it releases what it makes. */
struct dispatch_data_s {
    size_t length;
};

dispatch_data_t dispatch_data_create(
        const void *bytes, size_t length, dispatch_queue_t queue, dispatch_block_t destructor) {
    (void) bytes;
    (void) queue;
    (void) destructor;
    dispatch_data_t data = malloc(sizeof *data);
    data->length = length;
    scripted.alive++;
    return data;
}

void dispatch_release(dispatch_data_t data) {
    scripted.alive--;
    free(data);
}
