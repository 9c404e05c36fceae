#import "sm_encoder.h"

#include <string.h>

@implementation SMTrace
@synthesize label, signposts;

- (id)init {
    self = [super init];
    signposts = [[NSMutableArray alloc] init];
    return self;
}

- (void)dealloc {
    [label release];
    [signposts release];
    [super dealloc];
}
@end

@implementation SMCommand
@synthesize trace, signposts;

- (id)initWithTrace:(SMTrace *)given {
    self = [super init];
    trace = [given retain];
    signposts = [[given signposts] count];
    return self;
}

- (void)dealloc {
    [trace release];
    [super dealloc];
}

- (NSString *)run:(MTLCommandBufferError *)code {
    (void) code;
    return nil;
}
@end

@implementation SMEncoder
- (id)initWithCommands:(SMCommandBuffer *)owner {
    self = [super initWithDevice:[owner device]];
    commands = [owner retain];
    thread = pthread_self();
    trace = [[SMTrace alloc] init];
    return self;
}

- (void)dealloc {
    BOOL was_ended = ended;
    if (!ended) {
        [commands encoderEnded:self];
    }
    [commands release];
    [trace release];
    [super dealloc];
    SM_RULE(was_ended, @"Command encoder released without endEncoding");
}

- (void)check:(SEL)method {
    SM_RULE_OF(method, !ended, @"the encoder has ended encoding");
    SM_RULE_OF(method, pthread_equal(thread, pthread_self()), @"the encoder is used by another thread than made it");
}

- (NSString *)label {
    return [trace label];
}

- (void)setLabel:(NSString *)text {
    [trace setLabel:text];
}

- (void)endEncoding {
    [self check:_cmd];
    NSUInteger left = pushed;
    ended = YES;
    [commands encoderEnded:self];
    /* The command buffer goes on without it: they would keep each other alive. */
    [commands release];
    commands = nil;
    SM_RULE(left == 0, @"%lu debug groups were pushed and not popped", (unsigned long) left);
}

- (void)insertDebugSignpost:(NSString *)string {
    [self check:_cmd];
    SM_RULE(string != nil, @"the string must not be nil");
    [[trace signposts] addObject:[[string copy] autorelease]];
}

- (void)pushDebugGroup:(NSString *)string {
    [self check:_cmd];
    SM_RULE(string != nil, @"the string must not be nil");
    pushed++;
}

- (void)popDebugGroup {
    [self check:_cmd];
    SM_RULE(pushed > 0, @"no debug group is pushed");
    pushed--;
}
@end

/* ---- blits */

@interface SMFetch : SMCommand {
    SMResource *resource;
}
@end

@implementation SMFetch
- (id)initWithTrace:(SMTrace *)given resource:(SMResource *)of {
    self = [super initWithTrace:given];
    resource = [of retain];
    return self;
}

- (void)dealloc {
    [resource release];
    [super dealloc];
}

- (NSString *)run:(MTLCommandBufferError *)code {
    (void) code;
    [resource fetch];
    return nil;
}
@end

@interface SMCopy : SMCommand {
    SMBuffer *from, *to; /* from is nil of a fill */
    NSUInteger from_offset;
    NSRange range;
    uint8_t value;
}
@end

@implementation SMCopy
- (id)initWithTrace:(SMTrace *)given
                 from:(SMBuffer *)source
               offset:(NSUInteger)offset
                   to:(SMBuffer *)destination
                range:(NSRange)where
                value:(uint8_t)byte {
    self = [super initWithTrace:given];
    from = [source retain];
    to = [destination retain];
    from_offset = offset;
    range = where;
    value = byte;
    return self;
}

- (void)dealloc {
    [from release];
    [to release];
    [super dealloc];
}

- (NSString *)run:(MTLCommandBufferError *)code {
    (void) code;
    uint8_t *into = [to gpuBytes] + range.location;
    if (from == nil) {
        memset(into, value, range.length);
    } else {
        memmove(into, [from gpuBytes] + from_offset, range.length);
    }
    return nil;
}
@end

static bool has(NSUInteger size, NSUInteger at, NSUInteger length) {
    return length > 0 && at <= size && length <= size - at;
}

@implementation SMBlitEncoder
- (void)synchronizeResource:(id<MTLResource>)resource {
    [self check:_cmd];
    SM_RULE(resource != nil, @"the resource must not be nil");
    SM_RULE([resource device] == device, @"the resource is of another device");
    SM_RULE([resource storageMode] == MTLStorageModeManaged, @"the resource is not managed");
    [commands addCommand:[[[SMFetch alloc] initWithTrace:trace resource:(SMResource *) resource] autorelease]];
}

- (void)fillBuffer:(id<MTLBuffer>)buffer range:(NSRange)range value:(uint8_t)value {
    [self check:_cmd];
    SM_RULE(buffer != nil, @"the buffer must not be nil");
    SM_RULE([buffer device] == device, @"the buffer is of another device");
    SM_RULE(has([buffer length], range.location, range.length), @"the range is empty or ends beyond the buffer");
    [commands addCommand:[[[SMCopy alloc] initWithTrace:trace
                                                     from:nil
                                                   offset:0
                                                       to:(SMBuffer *) buffer
                                                    range:range
                                                    value:value] autorelease]];
}

- (void)copyFromBuffer:(id<MTLBuffer>)source
          sourceOffset:(NSUInteger)source_offset
              toBuffer:(id<MTLBuffer>)destination
     destinationOffset:(NSUInteger)destination_offset
                  size:(NSUInteger)size {
    [self check:_cmd];
    SM_RULE(source != nil && destination != nil, @"the buffers must not be nil");
    SM_RULE([source device] == device && [destination device] == device, @"a buffer is of another device");
    SM_RULE(source_offset % 4 == 0 && destination_offset % 4 == 0 && size % 4 == 0,
            @"offsets and size must be multiples of 4 bytes");
    SM_RULE(has([source length], source_offset, size), @"the copy is empty or ends beyond the source");
    SM_RULE(has([destination length], destination_offset, size), @"the copy ends beyond the destination");
    SM_RULE(source != destination || source_offset + size <= destination_offset
            || destination_offset + size <= source_offset, @"source and destination overlap");
    [commands addCommand:[[[SMCopy alloc] initWithTrace:trace
                                                     from:(SMBuffer *) source
                                                   offset:source_offset
                                                       to:(SMBuffer *) destination
                                                    range:NSMakeRange(destination_offset, size)
                                                    value:0] autorelease]];
}
@end
