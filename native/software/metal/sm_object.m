#import "sm_object.h"

#include <objc/runtime.h>
#include <pthread.h>
#include <stdatomic.h>

NSString *const SMValidationException = @"SoftwareMetalValidation";

#ifdef SM_BROKEN_RULES
void sm_write_down(const char *path, const char *file, int line) {
    FILE *out = fopen(path, "a");
    if (out != NULL) {
        fprintf(out, "%s:%d\n", file, line);
        fclose(out);
    }
}
#endif

void sm_refuse(SEL method, NSString *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    NSString *text = [[[NSString alloc] initWithFormat:format arguments:arguments] autorelease];
    va_end(arguments);
    @throw [NSException exceptionWithName:SMValidationException
                                   reason:[NSString stringWithFormat:@"%s: %@", sel_getName(method), text]
                                 userInfo:nil];
}

void sm_error(NSError **error, NSString *domain, NSInteger code, NSString *text) {
    if (error != NULL) {
        NSDictionary *info = [NSDictionary dictionaryWithObject:text forKey:NSLocalizedDescriptionKey];
        *error = [NSError errorWithDomain:domain code:code userInfo:info];
    }
}

/* ---- released objects: a ring, whose oldest is freed when one more comes */

#define GRAVES 1024

static struct {
    pthread_mutex_t lock;
    struct {
        id object;
        Class class;
    } ring[GRAVES];
    unsigned next;
} graves = {.lock = PTHREAD_MUTEX_INITIALIZER};

@interface SMReleased : NSObject
@end

static NSString *former_class(id object) {
    NSString *name = @"object";
    pthread_mutex_lock(&graves.lock);
    for (unsigned i = 0; i < GRAVES; i++) {
        if (graves.ring[i].object == object) {
            name = NSStringFromClass(graves.ring[i].class);
        }
    }
    pthread_mutex_unlock(&graves.lock);
    return name;
}

static void refuse_released(id object, SEL method) {
    sm_refuse(method, @"sent to a %@ that was released", former_class(object));
}

@implementation SMReleased
- (id)retain {
    refuse_released(self, _cmd);
    return nil;
}

- (oneway void)release {
    refuse_released(self, _cmd);
}

- (id)autorelease {
    refuse_released(self, _cmd);
    return nil;
}

- (BOOL)respondsToSelector:(SEL)selector {
    refuse_released(self, selector);
    return NO;
}

- (NSString *)description {
    refuse_released(self, _cmd);
    return nil;
}

- (NSMethodSignature *)methodSignatureForSelector:(SEL)selector {
    refuse_released(self, selector);
    return nil;
}

- (void)dealloc {
    if (NO) {
        [super dealloc]; /* never: they are freed by the ring */
    }
}
@end

static void bury(id object) {
    pthread_mutex_lock(&graves.lock);
    id oldest = graves.ring[graves.next].object;
    graves.ring[graves.next].object = object;
    graves.ring[graves.next].class = object_getClass(object);
    graves.next = (graves.next + 1) % GRAVES;
    object_setClass(object, [SMReleased class]);
    pthread_mutex_unlock(&graves.lock);
    if (oldest != nil) {
        NSDeallocateObject(oldest);
    }
}

bool sm_is_released(id object) {
    return object != nil && object_getClass(object) == [SMReleased class];
}

/* ---- living objects */

static atomic_long living;

long sm_living(void) {
    return living;
}

@implementation SMObject
@synthesize label, device;

- (id)init {
    return [self initWithDevice:nil];
}

- (id)initWithDevice:(id)owner {
    self = [super init];
    if (self != nil) {
        living++;
        device = [owner retain];
    }
    return self;
}

- (void)dealloc {
    living--;
    [label release];
    [device release];
    bury(self);
    if (NO) {
        [super dealloc]; /* later, by the ring */
    }
}
@end
