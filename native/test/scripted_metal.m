#import "scripted_metal.h"

#import <Metal/Metal.h>
#include <Block.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

scripted_metal scripted;

NSString *const MTLCommandBufferErrorDomain = @"MTLCommandBufferErrorDomain";
NSString *const MTLCommandBufferEncoderInfoErrorKey = @"MTLCommandBufferEncoderInfoErrorKey";

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t released = PTHREAD_COND_INITIALIZER;

void scripted_metal_reset(void) {
    int alive = scripted.alive;
    memset(&scripted, 0, sizeof scripted);
    scripted.alive = alive;
    scripted.devices = 1;
}

void scripted_metal_complete(void) {
    pthread_mutex_lock(&lock);
    scripted.hold = false;
    pthread_cond_broadcast(&released);
    pthread_mutex_unlock(&lock);
}

static void note(const char *format, ...) __attribute__((format(printf, 1, 2)));

static void note(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    pthread_mutex_lock(&lock);
    size_t used = strlen(scripted.notes);
    vsnprintf(scripted.notes + used, sizeof scripted.notes - used, format, arguments);
    pthread_mutex_unlock(&lock);
    va_end(arguments);
}

static bool is(const char *scripted_name, SEL selector) {
    return scripted_name != NULL && strcmp(scripted_name, sel_getName(selector)) == 0;
}

/* At the start of a method: raises if the script says so; whether to return nil. */
static bool act(SEL selector) {
    if (is(scripted.throw_at, selector)) {
        [NSException raise:@"ScriptedException" format:@"thrown by %s", sel_getName(selector)];
    }
    return is(scripted.nil_at, selector);
}

/* What all objects here are: counted, labelled. */
@interface Scripted : NSObject {
    NSString *label;
    id device;
}
@property (copy, atomic) NSString *label;
@property (retain) id device;
@end

@implementation Scripted
@synthesize label, device;

- (id)init {
    self = [super init];
    scripted.alive++;
    return self;
}

- (void)dealloc {
    scripted.alive--;
    [label release];
    [device release];
    [super dealloc];
}
@end

@implementation MTLCompileOptions
@synthesize languageVersion, mathMode, mathFloatingPointFunctions, fastMathEnabled;
@end

@implementation MTLComputePipelineDescriptor
@synthesize label, computeFunction;

- (void)dealloc {
    [label release];
    [computeFunction release];
    [super dealloc];
}
@end

@implementation MTLCommandBufferDescriptor
@synthesize retainedReferences, errorOptions;
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
    if (act(_cmd) || ![[self functionNames] containsObject:functionName]) {
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

@interface ScriptedEncoder : Scripted <MTLComputeCommandEncoder> {
    BOOL ended;
    NSMutableArray *signposts;
}
- (NSArray *)signposts;
@end

@implementation ScriptedEncoder
- (id)init {
    self = [super init];
    signposts = [[NSMutableArray alloc] init];
    return self;
}

- (NSArray *)signposts {
    return signposts;
}

- (void)dealloc {
    if (!ended) {
        fprintf(stderr, "an encoder was released before it ended: Metal would abort here\n");
        abort();
    }
    [signposts release];
    [super dealloc];
}

- (MTLDispatchType)dispatchType {
    return MTLDispatchTypeSerial;
}

- (void)endEncoding {
    note("end ");
    ended = YES;
}

- (void)insertDebugSignpost:(NSString *)string {
    [signposts addObject:string];
}

- (void)setComputePipelineState:(id<MTLComputePipelineState>)state {
    act(_cmd);
    note("pipeline(%s) ", [[state label] UTF8String]);
}

- (void)setBytes:(const void *)bytes length:(NSUInteger)length atIndex:(NSUInteger)index {
    note("bytes(%u at %u: %u) ", (unsigned) length, (unsigned) index, *(const uint8_t *) bytes);
}

- (void)setBuffer:(id<MTLBuffer>)buffer offset:(NSUInteger)offset atIndex:(NSUInteger)index {
    note("buffer(%u+%u at %u) ", (unsigned) [buffer length], (unsigned) offset, (unsigned) index);
}

- (void)dispatchThreads:(MTLSize)grid threadsPerThreadgroup:(MTLSize)group {
    act(_cmd);
    note("dispatch(%ux%ux%u by %ux%ux%u) ", (unsigned) grid.width, (unsigned) grid.height, (unsigned) grid.depth,
         (unsigned) group.width, (unsigned) group.height, (unsigned) group.depth);
}
@end

/* An encoder as a failed command buffer tells of it. */
@interface ScriptedInfo : NSObject <MTLCommandBufferEncoderInfo> {
    ScriptedEncoder *encoder;
}
@end

@implementation ScriptedInfo
- (id)initWithEncoder:(ScriptedEncoder *)given {
    self = [super init];
    encoder = [given retain];
    return self;
}

- (void)dealloc {
    [encoder release];
    [super dealloc];
}

- (NSString *)label {
    return [encoder label];
}

- (NSArray *)debugSignposts {
    return [encoder signposts];
}

- (MTLCommandEncoderErrorState)errorState {
    return MTLCommandEncoderErrorStateFaulted;
}
@end

@interface ScriptedCommands : Scripted <MTLCommandBuffer> {
    MTLCommandBufferHandler handler;
    MTLCommandBufferStatus status;
    NSError *error;
    ScriptedEncoder *encoder;
}
- (void)run;
@end

static void *run_commands(void *argument) {
    ScriptedCommands *commands = argument;
    pthread_mutex_lock(&lock);
    while (scripted.hold) {
        pthread_cond_wait(&released, &lock);
    }
    pthread_mutex_unlock(&lock);
    @autoreleasepool {
        [commands run];
        [commands release];
    }
    return NULL;
}

@implementation ScriptedCommands
- (void)dealloc {
    if (handler != NULL) {
        Block_release(handler);
    }
    [encoder release];
    [error release];
    [super dealloc];
}

- (id)commandQueue {
    return nil;
}

- (MTLCommandBufferStatus)status {
    return status;
}

- (NSError *)error {
    act(_cmd);
    return error;
}

- (NSTimeInterval)GPUStartTime {
    return 1.5;
}

- (NSTimeInterval)GPUEndTime {
    return 2.25;
}

- (id<MTLComputeCommandEncoder>)computeCommandEncoderWithDispatchType:(MTLDispatchType)dispatchType {
    if (act(_cmd)) {
        return nil;
    }
    note(dispatchType == MTLDispatchTypeSerial ? "serial " : "concurrent ");
    encoder = [[ScriptedEncoder alloc] init];
    [encoder setDevice:[self device]];
    return encoder;
}

- (void)addCompletedHandler:(MTLCommandBufferHandler)block {
    handler = Block_copy(block);
}

- (void)commit {
    act(_cmd);
    note("commit(%s/%s) ", [[self label] UTF8String], [[encoder label] UTF8String]);
    status = MTLCommandBufferStatusCommitted;
    [self retain];
    pthread_t thread;
    pthread_create(&thread, NULL, run_commands, self);
    pthread_detach(thread);
}

- (NSDictionary *)failure {
    if (!scripted.name_encoder) {
        return [NSDictionary dictionaryWithObject:@"the GPU is unwell" forKey:NSLocalizedDescriptionKey];
    }
    ScriptedInfo *info = [[[ScriptedInfo alloc] initWithEncoder:encoder] autorelease];
    return [NSDictionary dictionaryWithObjectsAndKeys:
            @"the GPU is unwell", NSLocalizedDescriptionKey, [NSArray arrayWithObject:info],
            MTLCommandBufferEncoderInfoErrorKey, nil];
}

- (void)run {
    status = MTLCommandBufferStatusCompleted;
    if (scripted.fail_with != 0) {
        status = MTLCommandBufferStatusError;
        error = [[NSError errorWithDomain:MTLCommandBufferErrorDomain
                                     code:scripted.fail_with
                                 userInfo:[self failure]] retain];
    }
    handler(self);
}
@end

@interface ScriptedQueue : Scripted <MTLCommandQueue>
@end

@implementation ScriptedQueue
- (id<MTLCommandBuffer>)commandBuffer {
    ScriptedCommands *commands = [[[ScriptedCommands alloc] init] autorelease];
    [commands setDevice:[self device]];
    return commands;
}

- (id<MTLCommandBuffer>)commandBufferWithDescriptor:(MTLCommandBufferDescriptor *)descriptor {
    if (act(_cmd)) {
        return nil;
    }
    note(([descriptor errorOptions] & MTLCommandBufferErrorOptionEncoderExecutionStatus) != 0 ? "detailed " : "plain ");
    return [self commandBuffer];
}
@end

@interface ScriptedDevice : Scripted <MTLDevice>
@end

@implementation ScriptedDevice
- (NSString *)name {
    act(_cmd);
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

- (id<MTLCommandQueue>)newCommandQueue {
    if (act(_cmd)) {
        return nil;
    }
    ScriptedQueue *queue = [[ScriptedQueue alloc] init];
    [queue setDevice:self];
    return queue;
}

- (id<MTLBuffer>)newBufferWithLength:(NSUInteger)length options:(MTLResourceOptions)options {
    (void) options;
    if (act(_cmd)) {
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
    if (act(_cmd)) {
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
    if (act(_cmd) || deallocator != NULL) {
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
    if (act(_cmd)) {
        *error = compiler_error(@"invalid library file");
        return nil;
    }
    return [[ScriptedLibrary alloc] init];
}

- (id<MTLLibrary>)newLibraryWithSource:(NSString *)source
                               options:(MTLCompileOptions *)options
                                 error:(NSError **)error {
    note("compile(%x, %d, %d) ", (unsigned) [options languageVersion], (int) [options mathMode],
         (int) [options mathFloatingPointFunctions]);
    if (act(_cmd) || [source rangeOfString:@"wrong"].length > 0) {
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
    (void) options;
    (void) reflection;
    if (act(_cmd)) {
        *error = compiler_error(@"too many registers");
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
