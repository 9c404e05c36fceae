#import "sm_failure.h"

#include <unistd.h>

#import "sm_encoder.h"
#include "software_metal.h"

NSString *const MTLCommandBufferErrorDomain = @"MTLCommandBufferErrorDomain";
NSString *const MTLCommandBufferEncoderInfoErrorKey = @"MTLCommandBufferEncoderInfoErrorKey";

/* Apple's texts, as far as people report them; the names are those of the kernel's interface. */
static NSString *text_of(int64_t code) {
    switch (code) {
        case 1: return @"Internal Error (0000000e:Internal Error)";
        case 2: return @"Caused GPU Timeout Error (00000002:kIOGPUCommandBufferCallbackErrorTimeout)";
        case 3: return @"Caused GPU Address Fault Error (0000000b:kIOGPUCommandBufferCallbackErrorPageFault)";
        case 4: return @"Ignored (for causing prior/excessive GPU errors) "
                       @"(00000004:kIOGPUCommandBufferCallbackErrorSubmissionsIgnored)";
        case 7: return @"Insufficient Permission (to submit GPU work from background) "
                       @"(00000006:kIOGPUCommandBufferCallbackErrorBackgroundExecutionNotPermitted)";
        case 8: return @"Insufficient Memory (00000008:kIOGPUCommandBufferCallbackErrorOutOfMemory)";
        case 9: return @"Invalid Resource (00000009:kIOGPUCommandBufferCallbackErrorInvalidResource)";
        case 10: return @"Memoryless Error (0000000a:kIOGPUCommandBufferCallbackErrorMemoryless)";
        case 11: return @"Device Removed (0000000b:kIOGPUCommandBufferCallbackErrorDeviceRemoved)";
        case 12: return @"Stack Overflow (0000000c:kIOGPUCommandBufferCallbackErrorStackOverflow)";
        case 14: return @"Impacting Interactivity (0000000e:kIOGPUCommandBufferCallbackErrorImpactingInteractivity)";
        default: return [NSString stringWithFormat:@"Error %lld", (long long) code];
    }
}

NSString *sm_wanted_failure(NSUInteger index, NSUInteger count, SMDevice *device, MTLCommandBufferError *code) {
    int64_t wanted = 0, at = 0;
    if ([device isRemoved]) {
        *code = [device reasonOfRemoval];
        return text_of((int64_t) *code);
    }
    if (!software_metal_fault("execution", &wanted) || wanted == 0) {
        return nil;
    }
    software_metal_fault("at", &at);
    if (at >= (int64_t) count) {
        at = (int64_t) count - 1;
    }
    if ((int64_t) index != at) {
        return nil;
    }
    if (wanted == MTLCommandBufferErrorDeviceRemoved || wanted == MTLCommandBufferErrorAccessRevoked) {
        [device remove:(MTLCommandBufferError) wanted];
    }
    *code = (MTLCommandBufferError) wanted;
    return text_of(wanted);
}

void sm_wait_if_wanted(void) {
    int64_t milliseconds;
    if (software_metal_fault("late", &milliseconds) && milliseconds > 0) {
        usleep((useconds_t) milliseconds * 1000);
    }
    while (software_metal_fault("hang", NULL)) {
        usleep(2000);
    }
}

/* An encoder as a failed command buffer tells of it. */
@interface SMEncoderInfo : NSObject <MTLCommandBufferEncoderInfo> {
    NSString *label;
    NSArray *debugSignposts;
    MTLCommandEncoderErrorState errorState;
}
@end

@implementation SMEncoderInfo
@synthesize label, debugSignposts, errorState;

- (id)initWithTrace:(SMTrace *)trace state:(MTLCommandEncoderErrorState)state signposts:(NSUInteger)passed {
    self = [super init];
    label = [[trace label] copy];
    debugSignposts = [[[trace signposts] subarrayWithRange:NSMakeRange(0, passed)] retain];
    errorState = state;
    return self;
}

- (void)dealloc {
    [label release];
    [debugSignposts release];
    [super dealloc];
}
@end

NSArray *sm_encoder_infos(NSArray *traces, SMCommand *culprit) {
    NSMutableArray *infos = [NSMutableArray array];
    MTLCommandEncoderErrorState state = MTLCommandEncoderErrorStateCompleted;
    for (SMTrace *trace in traces) {
        NSUInteger passed = [[trace signposts] count];
        if (trace == [culprit trace]) {
            state = MTLCommandEncoderErrorStateFaulted;
            passed = [culprit signposts];
        } else if (state == MTLCommandEncoderErrorStateFaulted) {
            state = MTLCommandEncoderErrorStatePending;
        }
        passed = state == MTLCommandEncoderErrorStatePending ? 0 : passed;
        [infos addObject:[[[SMEncoderInfo alloc] initWithTrace:trace state:state signposts:passed] autorelease]];
    }
    return infos;
}
