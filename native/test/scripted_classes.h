/* What the classes of the scripted Metal share among themselves. */
#ifndef SMELT_SCRIPTED_CLASSES_H
#define SMELT_SCRIPTED_CLASSES_H

#import <Metal/Metal.h>

#import "scripted_metal.h"

/* Adds to the notes. */
void scripted_note(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* At the start of a method: raises if the script says so; whether to return nil. */
bool scripted_act(SEL selector);

/* Waits as long as the script holds completions. */
void scripted_hold(void);

/* What all objects here are: counted, labelled. */
@interface Scripted : NSObject {
    NSString *label;
    id device;
}
@property (copy, atomic) NSString *label;
@property (retain) id device;
@end

/* What Metal has and the bridge does not call is not here: a call of it would be seen. */
#pragma clang diagnostic ignored "-Wprotocol"
#pragma clang diagnostic ignored "-Wobjc-property-implementation"

@interface ScriptedTexture : Scripted <MTLTexture> {
    NSUInteger width, height, pixel_size;
    MTLStorageMode storageMode;
    uint8_t *memory;
}
- (id)initWithDescriptor:(MTLTextureDescriptor *)descriptor;
@end

@interface ScriptedArchive : Scripted <MTLBinaryArchive> {
    NSMutableSet *names;
}
- (BOOL)readFrom:(NSURL *)url;
- (BOOL)has:(MTLComputePipelineDescriptor *)descriptor;
@end

@interface ScriptedQueue : Scripted <MTLCommandQueue>
@end

#endif
