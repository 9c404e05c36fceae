#import "sm_event.h"

#include <time.h>

@implementation SMEvent
- (id)initWithDevice:(id)owner {
    self = [super initWithDevice:owner];
    pthread_mutex_init(&lock, NULL);
    pthread_condattr_t attributes;
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_init(&changed, &attributes);
    pthread_condattr_destroy(&attributes);
    return self;
}

- (void)dealloc {
    pthread_cond_destroy(&changed);
    pthread_mutex_destroy(&lock);
    [super dealloc];
}

- (uint64_t)signaledValue {
    pthread_mutex_lock(&lock);
    uint64_t now = value;
    pthread_mutex_unlock(&lock);
    return now;
}

- (void)setSignaledValue:(uint64_t)wanted {
    [self signal:wanted];
}

- (void)signal:(uint64_t)wanted {
    pthread_mutex_lock(&lock);
    value = wanted;
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&lock);
}

- (void)waitFor:(uint64_t)wanted {
    pthread_mutex_lock(&lock);
    while (value < wanted) {
        pthread_cond_wait(&changed, &lock);
    }
    pthread_mutex_unlock(&lock);
}

- (BOOL)waitUntilSignaledValue:(uint64_t)wanted timeoutMS:(uint64_t)milliseconds {
    struct timespec until;
    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_sec += (time_t) (milliseconds / 1000 < 1000000000 ? milliseconds / 1000 : 1000000000);
    until.tv_nsec += (long) (milliseconds % 1000) * 1000000;
    until.tv_sec += until.tv_nsec / 1000000000;
    until.tv_nsec %= 1000000000;
    int waited = 0;
    pthread_mutex_lock(&lock);
    while (value < wanted && waited == 0) {
        waited = pthread_cond_timedwait(&changed, &lock, &until);
    }
    BOOL reached = value >= wanted;
    pthread_mutex_unlock(&lock);
    return reached;
}
@end
