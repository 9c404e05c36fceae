/* Queues, command buffers and what encoders put into them. */
#ifndef SM_COMMANDS_H
#define SM_COMMANDS_H

#include <pthread.h>

#import "sm_lane.h"
#import "sm_object.h"

@class SMEncoder;

/* What is remembered of an encoder: it goes on living in the command buffer when the encoder is gone. */
@interface SMTrace : NSObject {
    NSString *label;
    NSMutableArray *signposts;
}
@property (copy, atomic) NSString *label;
@property (readonly) NSMutableArray *signposts;
@end

/*
 * One thing that a command buffer does, on the queue's thread. It holds what it needs, retained if its command buffer
 * retains references.
 */
@interface SMCommand : NSObject {
    SMTrace *trace; /* retained; nil of what no encoder wrote */
    NSUInteger signposts; /* of the encoder, that come before this */
}
@property (readonly) SMTrace *trace;
@property (readonly) NSUInteger signposts;
- (id)initWithTrace:(SMTrace *)given;
/* nil if it went well, else what the kernel did wrong; *code is then an MTLCommandBufferError. */
- (NSString *)run:(MTLCommandBufferError *)code;
@end

@interface SMQueue : SMObject <MTLCommandQueue> {
    sm_lane *lane;
}
- (id)initWithDevice:(id)owner limit:(NSUInteger)count;
- (sm_lane *)lane;
@end

@interface SMCommandBuffer : SMObject <MTLCommandBuffer, SMWork> {
    SMQueue *queue;
    BOOL retainedReferences;
    MTLCommandBufferErrorOption errorOptions;
    NSMutableArray *commands, *traces, *scheduled, *completed;
    SMEncoder *open; /* not retained: it tells when it ends */
    NSUInteger groups; /* debug groups that are pushed */
    pthread_mutex_t lock; /* over what follows */
    pthread_cond_t changed;
    MTLCommandBufferStatus status;
    BOOL handled; /* the completed handlers were called */
    NSError *error;
    NSTimeInterval gpu_start, gpu_end;
}
- (id)initWithQueue:(SMQueue *)owner descriptor:(MTLCommandBufferDescriptor *)descriptor;
- (BOOL)retainedReferences;
- (void)addCommand:(SMCommand *)command;
- (void)encoderEnded:(SMEncoder *)ended;
/* How a fault looks to who submitted: error and encoder infos. */
- (NSError *)errorOf:(MTLCommandBufferError)code text:(NSString *)text at:(NSUInteger)command;
@end

#endif
