#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#import "scripted_classes.h"

scripted_metal scripted;

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

void scripted_hold(void) {
    pthread_mutex_lock(&lock);
    while (scripted.hold) {
        pthread_cond_wait(&released, &lock);
    }
    pthread_mutex_unlock(&lock);
}

void scripted_note(const char *format, ...) {
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

bool scripted_act(SEL selector) {
    if (is(scripted.throw_at, selector)) {
        [NSException raise:@"ScriptedException" format:@"thrown by %s", sel_getName(selector)];
    }
    return is(scripted.nil_at, selector);
}

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
