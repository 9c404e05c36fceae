#import "sm_commands.h"

#include <Block.h>
#include <time.h>
#include <unistd.h>

#import "sm_device.h"
#import "sm_encoder.h"
#import "sm_event.h"
#import "sm_failure.h"
#include "software_metal.h"

@implementation MTLCommandBufferDescriptor
@synthesize retainedReferences, errorOptions;

- (id)init {
    self = [super init];
    retainedReferences = YES;
    return self;
}
@end

@implementation SMQueue
- (id)initWithDevice:(id)owner limit:(NSUInteger)limit {
    self = [super initWithDevice:owner];
    lane = sm_lane_new(limit);
    return self;
}

- (void)dealloc {
    sm_lane_close(lane);
    [super dealloc];
}

- (sm_lane *)lane {
    return lane;
}

- (id<MTLCommandBuffer>)commandBufferWithDescriptor:(MTLCommandBufferDescriptor *)descriptor {
    SM_RULE(descriptor != nil, @"the descriptor must not be nil");
    if (software_metal_fault("no-commands", NULL)) {
        return nil;
    }
    sm_lane_take(lane);
    return [[[SMCommandBuffer alloc] initWithQueue:self descriptor:descriptor] autorelease];
}

- (id<MTLCommandBuffer>)commandBuffer {
    return [self commandBufferWithDescriptor:[[[MTLCommandBufferDescriptor alloc] init] autorelease]];
}

- (id<MTLCommandBuffer>)commandBufferWithUnretainedReferences {
    MTLCommandBufferDescriptor *descriptor = [[[MTLCommandBufferDescriptor alloc] init] autorelease];
    [descriptor setRetainedReferences:NO];
    return [self commandBufferWithDescriptor:descriptor];
}
@end

/* ---- commands without an encoder */

@interface SMEventCommand : SMCommand {
    SMEvent *event;
    uint64_t value;
    BOOL waits;
}
@end

@implementation SMEventCommand
- (id)initWithEvent:(SMEvent *)given value:(uint64_t)wanted waits:(BOOL)isWait {
    self = [super initWithTrace:nil];
    event = [given retain];
    value = wanted;
    waits = isWait;
    return self;
}

- (void)dealloc {
    [event release];
    [super dealloc];
}

- (NSString *)run:(MTLCommandBufferError *)code {
    (void) code;
    if (waits) {
        [event waitFor:value];
    } else {
        [event signal:value];
    }
    return nil;
}
@end

static NSTimeInterval now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (NSTimeInterval) time.tv_sec + (NSTimeInterval) time.tv_nsec / 1e9;
}

@implementation SMCommandBuffer
- (id)initWithQueue:(SMQueue *)owner descriptor:(MTLCommandBufferDescriptor *)descriptor {
    self = [super initWithDevice:[owner device]];
    queue = [owner retain];
    retainedReferences = [descriptor retainedReferences];
    errorOptions = [descriptor errorOptions];
    commands = [[NSMutableArray alloc] init];
    traces = [[NSMutableArray alloc] init];
    scheduled = [[NSMutableArray alloc] init];
    completed = [[NSMutableArray alloc] init];
    pthread_mutex_init(&lock, NULL);
    pthread_cond_init(&changed, NULL);
    return self;
}

static void release_handlers(NSMutableArray *handlers) {
    for (NSValue *handler in handlers) {
        Block_release([handler pointerValue]);
    }
    [handlers release];
}

- (void)dealloc {
    if (status < MTLCommandBufferStatusCompleted) {
        sm_lane_give([queue lane]); /* it will not be given back by completing */
    }
    [commands release];
    [traces release];
    release_handlers(scheduled);
    release_handlers(completed);
    [error release];
    pthread_cond_destroy(&changed);
    pthread_mutex_destroy(&lock);
    [queue release];
    [super dealloc];
}

/* ---- what it says */

- (id<MTLCommandQueue>)commandQueue {
    return queue;
}

- (BOOL)retainedReferences {
    return retainedReferences;
}

- (MTLCommandBufferErrorOption)errorOptions {
    return errorOptions;
}

- (MTLCommandBufferStatus)status {
    pthread_mutex_lock(&lock);
    MTLCommandBufferStatus is = status;
    pthread_mutex_unlock(&lock);
    return is;
}

- (BOOL)isDone {
    return [self status] >= MTLCommandBufferStatusCompleted;
}

- (NSError *)error {
    return [self isDone] ? [[error retain] autorelease] : nil;
}

- (NSTimeInterval)GPUStartTime {
    return [self isDone] ? gpu_start : 0;
}

- (NSTimeInterval)GPUEndTime {
    return [self isDone] ? gpu_end : 0;
}

- (NSTimeInterval)kernelStartTime {
    return [self GPUStartTime];
}

- (NSTimeInterval)kernelEndTime {
    return [self GPUEndTime];
}

/* ---- encoding */

- (void)checkEncoding:(SEL)method {
    SM_RULE_OF(method, [self status] < MTLCommandBufferStatusCommitted, @"the command buffer is already committed");
    SM_RULE_OF(method, open == nil, @"A command encoder is already encoding to this command buffer");
}

- (id)began:(SMEncoder *)encoder {
    open = encoder;
    return [encoder autorelease];
}

- (void)encoderEnded:(SMEncoder *)ended {
    if (open == ended) {
        open = nil;
    }
}

- (id<MTLComputeCommandEncoder>)computeCommandEncoder {
    return [self computeCommandEncoderWithDispatchType:MTLDispatchTypeSerial];
}

- (id<MTLComputeCommandEncoder>)computeCommandEncoderWithDispatchType:(MTLDispatchType)type {
    [self checkEncoding:_cmd];
    SM_RULE(type <= MTLDispatchTypeConcurrent, @"dispatch type %lu", (unsigned long) type);
    if (software_metal_fault("no-encoder", NULL)) {
        return nil;
    }
    return [self began:[[SMComputeEncoder alloc] initWithCommands:self dispatchType:type]];
}

- (id<MTLBlitCommandEncoder>)blitCommandEncoder {
    [self checkEncoding:_cmd];
    if (software_metal_fault("no-encoder", NULL)) {
        return nil;
    }
    return [self began:[[SMBlitEncoder alloc] initWithCommands:self]];
}

- (void)addCommand:(SMCommand *)command {
    [commands addObject:command];
    if ([command trace] != nil && [traces lastObject] != [command trace]) {
        [traces addObject:[command trace]];
    }
}

- (void)addEvent:(id<MTLEvent>)event value:(uint64_t)value waits:(BOOL)waits for:(SEL)method {
    [self checkEncoding:method];
    SM_RULE_OF(method, event != nil, @"the event must not be nil");
    SM_RULE_OF(method, [event device] == device, @"the event is of another device");
    [self addCommand:[[[SMEventCommand alloc] initWithEvent:(SMEvent *) event value:value waits:waits] autorelease]];
}

- (void)encodeWaitForEvent:(id<MTLEvent>)event value:(uint64_t)value {
    [self addEvent:event value:value waits:YES for:_cmd];
}

- (void)encodeSignalEvent:(id<MTLEvent>)event value:(uint64_t)value {
    [self addEvent:event value:value waits:NO for:_cmd];
}

- (void)pushDebugGroup:(NSString *)string {
    [self checkEncoding:_cmd];
    SM_RULE(string != nil, @"the string must not be nil");
    groups++;
}

- (void)popDebugGroup {
    [self checkEncoding:_cmd];
    SM_RULE(groups > 0, @"no debug group is pushed");
    groups--;
}

/* ---- committing and waiting */

- (void)addScheduledHandler:(MTLCommandBufferHandler)block {
    SM_RULE(block != NULL, @"the block must not be nil");
    SM_RULE([self status] < MTLCommandBufferStatusCommitted, @"Scheduled handler provided after commit call");
    [scheduled addObject:[NSValue valueWithPointer:Block_copy(block)]];
}

- (void)addCompletedHandler:(MTLCommandBufferHandler)block {
    SM_RULE(block != NULL, @"the block must not be nil");
    SM_RULE([self status] < MTLCommandBufferStatusCommitted, @"Completed handler provided after commit call");
    [completed addObject:[NSValue valueWithPointer:Block_copy(block)]];
}

- (void)moveTo:(MTLCommandBufferStatus)wanted {
    pthread_mutex_lock(&lock);
    status = wanted;
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&lock);
}

- (void)enqueue {
    SM_RULE([self status] == MTLCommandBufferStatusNotEnqueued, @"the command buffer is already enqueued");
    [self moveTo:MTLCommandBufferStatusEnqueued];
    sm_lane_enqueue([queue lane], self);
}

- (void)commit {
    SM_RULE([self status] < MTLCommandBufferStatusCommitted, @"commit an already committed command buffer");
    SM_RULE(open == nil, @"commit command buffer with uncommitted encoder");
    SM_RULE(groups == 0, @"%lu debug groups were pushed and not popped", (unsigned long) groups);
    BOOL enqueued = [self status] == MTLCommandBufferStatusEnqueued;
    [self moveTo:MTLCommandBufferStatusCommitted];
    if (enqueued) {
        sm_lane_nudge([queue lane]);
    } else {
        sm_lane_enqueue([queue lane], self);
    }
}

- (void)waitUntilScheduled {
    SM_RULE([self status] >= MTLCommandBufferStatusCommitted, @"the command buffer is not committed");
    pthread_mutex_lock(&lock);
    while (status < MTLCommandBufferStatusScheduled) {
        pthread_cond_wait(&changed, &lock);
    }
    pthread_mutex_unlock(&lock);
}

- (void)waitUntilCompleted {
    SM_RULE([self status] >= MTLCommandBufferStatusCommitted, @"the command buffer is not committed");
    pthread_mutex_lock(&lock);
    while (!handled) {
        pthread_cond_wait(&changed, &lock);
    }
    pthread_mutex_unlock(&lock);
}

/* ---- on the queue's thread */

- (BOOL)isReady {
    return [self status] >= MTLCommandBufferStatusCommitted;
}

- (void)call:(NSMutableArray *)handlers {
    for (NSValue *handler in handlers) {
        ((MTLCommandBufferHandler) [handler pointerValue])(self);
        Block_release([handler pointerValue]);
    }
    [handlers removeAllObjects];
}

/* The error of the run; nil if it went well. */
- (NSError *)runCommands {
    NSUInteger last = [commands count];
    for (NSUInteger i = 0; i < last; i++) {
        @autoreleasepool {
            MTLCommandBufferError code = MTLCommandBufferErrorNone;
            NSString *text = sm_wanted_failure(i, last, device, &code);
            if (text == nil) {
                text = [[commands objectAtIndex:i] run:&code];
            }
            if (text != nil) {
                return [[self errorOf:code text:text at:i] retain];
            }
        }
    }
    return nil;
}

- (void)execute {
    [self moveTo:MTLCommandBufferStatusScheduled];
    [self call:scheduled];
    gpu_start = now();
    @try {
        error = [self runCommands];
    } @catch (NSException *exception) {
        error = [[self errorOf:MTLCommandBufferErrorInternal text:[exception reason] at:0] retain];
    }
    sm_wait_if_wanted();
    gpu_end = now();
    /* What it held goes before anyone hears of the end, as with Metal. */
    [commands removeAllObjects];
    [traces removeAllObjects];
    [self moveTo:error == nil ? MTLCommandBufferStatusCompleted : MTLCommandBufferStatusError];
    sm_lane_give([queue lane]);
    [self call:completed];
    pthread_mutex_lock(&lock);
    handled = YES;
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&lock);
}

- (NSError *)errorOf:(MTLCommandBufferError)code text:(NSString *)text at:(NSUInteger)failed {
    NSMutableDictionary *info = [NSMutableDictionary dictionaryWithObject:text forKey:NSLocalizedDescriptionKey];
    if ((errorOptions & MTLCommandBufferErrorOptionEncoderExecutionStatus) != 0) {
        SMCommand *culprit = failed < [commands count] ? [commands objectAtIndex:failed] : nil;
        [info setObject:sm_encoder_infos(traces, culprit) forKey:MTLCommandBufferEncoderInfoErrorKey];
    }
    return [NSError errorWithDomain:MTLCommandBufferErrorDomain code:(NSInteger) code userInfo:info];
}
@end
