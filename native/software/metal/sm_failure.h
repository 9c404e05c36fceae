/* How command buffers fail: on demand, and what they tell of it. */
#ifndef SM_FAILURE_H
#define SM_FAILURE_H

#import "sm_commands.h"
#import "sm_device.h"

/* Whether a fault wants command number `index` of `count` to fail: the text, or nil; *code is the error. */
NSString *sm_wanted_failure(NSUInteger index, NSUInteger count, SMDevice *device, MTLCommandBufferError *code);

/* Waits as long as faults want: "late" for its milliseconds, "hang" until it is gone. */
void sm_wait_if_wanted(void);

/* What a failed command buffer tells of its encoders, of which one has the command that failed. */
NSArray *sm_encoder_infos(NSArray *traces, SMCommand *culprit);

#endif
