/* The thread of a queue, which runs its command buffers one after the other, in the order in which they were enqueued. */
#ifndef SM_LANE_H
#define SM_LANE_H

#import <Foundation/Foundation.h>

@protocol SMWork <NSObject>
/* Whether it may run now: it was committed. Asked under the lane's lock. */
- (BOOL)isReady;
- (void)execute;
@end

typedef struct sm_lane sm_lane;

/* A lane on which at most `limit` pieces of work are on their way. */
sm_lane *sm_lane_new(NSUInteger limit);

/* The owner lets go; the thread ends when it has run all that was enqueued. */
void sm_lane_close(sm_lane *lane);

/* Takes one of the places on the lane, and waits as long as there is none; and gives it back. */
void sm_lane_take(sm_lane *lane);
void sm_lane_give(sm_lane *lane);

/* Appends work, which the lane retains until it has run. */
void sm_lane_enqueue(sm_lane *lane, id<SMWork> work);

/* Tells the lane that some work may have become ready. */
void sm_lane_nudge(sm_lane *lane);

#endif
