#import "sm_lane.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>

struct sm_lane {
    pthread_mutex_t lock;
    pthread_cond_t changed;
    unsigned references; /* the owner's, and the thread's */
    bool closed;
    NSUInteger places; /* that are free */
    NSMutableArray *waiting;
};

static void release(sm_lane *lane) {
    pthread_mutex_lock(&lane->lock);
    bool last = --lane->references == 0;
    pthread_mutex_unlock(&lane->lock);
    if (last) {
        [lane->waiting release];
        pthread_cond_destroy(&lane->changed);
        pthread_mutex_destroy(&lane->lock);
        free(lane);
    }
}

/* The first piece of work, once it is ready; retained. nil if there will be none. */
static id<SMWork> next(sm_lane *lane) {
    id<SMWork> work = nil;
    pthread_mutex_lock(&lane->lock);
    while (work == nil && !(lane->closed && [lane->waiting count] == 0)) {
        if ([lane->waiting count] > 0 && [[lane->waiting objectAtIndex:0] isReady]) {
            work = [[lane->waiting objectAtIndex:0] retain];
            [lane->waiting removeObjectAtIndex:0];
        } else {
            pthread_cond_wait(&lane->changed, &lane->lock);
        }
    }
    pthread_mutex_unlock(&lane->lock);
    return work;
}

static void *run(void *argument) {
    sm_lane *lane = argument;
    bool more = true;
    while (more) {
        @autoreleasepool {
            id<SMWork> work = next(lane);
            more = work != nil;
            [work execute];
            [work release];
        }
    }
    release(lane);
    return NULL;
}

sm_lane *sm_lane_new(NSUInteger limit) {
    sm_lane *lane = calloc(1, sizeof *lane);
    pthread_mutex_init(&lane->lock, NULL);
    pthread_cond_init(&lane->changed, NULL);
    lane->references = 2;
    lane->places = limit;
    lane->waiting = [[NSMutableArray alloc] init];
    pthread_t thread;
    if (pthread_create(&thread, NULL, run, lane) != 0) {
        abort();
    }
    pthread_detach(thread);
    return lane;
}

void sm_lane_close(sm_lane *lane) {
    pthread_mutex_lock(&lane->lock);
    lane->closed = true;
    pthread_cond_broadcast(&lane->changed);
    pthread_mutex_unlock(&lane->lock);
    release(lane);
}

void sm_lane_take(sm_lane *lane) {
    pthread_mutex_lock(&lane->lock);
    while (lane->places == 0) {
        pthread_cond_wait(&lane->changed, &lane->lock);
    }
    lane->places--;
    pthread_mutex_unlock(&lane->lock);
}

void sm_lane_give(sm_lane *lane) {
    pthread_mutex_lock(&lane->lock);
    lane->places++;
    pthread_cond_broadcast(&lane->changed);
    pthread_mutex_unlock(&lane->lock);
}

void sm_lane_enqueue(sm_lane *lane, id<SMWork> work) {
    pthread_mutex_lock(&lane->lock);
    [lane->waiting addObject:work];
    pthread_cond_broadcast(&lane->changed);
    pthread_mutex_unlock(&lane->lock);
}

void sm_lane_nudge(sm_lane *lane) {
    pthread_mutex_lock(&lane->lock);
    pthread_cond_broadcast(&lane->changed);
    pthread_mutex_unlock(&lane->lock);
}
