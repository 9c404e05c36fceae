#ifndef SM_EVENT_H
#define SM_EVENT_H

#include <pthread.h>

#import "sm_object.h"

@interface SMEvent : SMObject <MTLSharedEvent> {
    pthread_mutex_t lock;
    pthread_cond_t changed;
    uint64_t value;
}
/* From the queue's thread. */
- (void)signal:(uint64_t)wanted;
- (void)waitFor:(uint64_t)wanted;
@end

#endif
