/* What the tests of the software Metal share. They speak to it as any program speaks to Metal. */
#ifndef SMELT_SOFTWARE_H
#define SMELT_SOFTWARE_H

#import <Metal/Metal.h>
#include <sanitizer/lsan_interface.h>
#include <unistd.h>

#include "check.h"
#import "sm_object.h"
#include "software_kernels.h"
#include "software_metal.h"

static id<MTLDevice> device;
static id<MTLCommandQueue> queue;
static id<MTLLibrary> library;

static inline id<MTLComputePipelineState> pipeline(NSString *name) {
    NSError *error = nil;
    id<MTLFunction> function = [[library newFunctionWithName:name] autorelease];
    id<MTLComputePipelineState> made =
            [[device newComputePipelineStateWithFunction:function error:&error] autorelease];
    CHECK(made != nil);
    return made;
}

static inline id<MTLBuffer> buffer(NSUInteger length) {
    return [[device newBufferWithLength:length options:MTLResourceStorageModeShared] autorelease];
}

static inline id<MTLTexture> texture(NSUInteger width, NSUInteger height) {
    return [[device newTextureWithDescriptor:
            [MTLTextureDescriptor texture2DDescriptorWithPixelFormat:MTLPixelFormatR32Float
                                                               width:width
                                                              height:height
                                                           mipmapped:NO]] autorelease];
}

/* Expects a statement to break a rule of Metal, whose text has this part. */
#define REFUSES(part, ...) \
    do { \
        NSException *refusal_ = nil; \
        @try { \
            __VA_ARGS__; \
        } @catch (NSException *caught_) { \
            refusal_ = caught_; \
        } \
        CHECK([[refusal_ name] isEqualToString:SMValidationException]); \
        CHECK_TEXT(refusal_ == nil ? "nothing was refused" : [[refusal_ reason] UTF8String], part); \
    } while (0)

static inline void set_up(void) {
    software_metal_set_faults("");
    device = MTLCreateSystemDefaultDevice();
    queue = [device newCommandQueue];
    NSError *error = nil;
    library = [device newLibraryWithSource:@SOFTWARE_KERNELS options:nil error:&error];
    if (library == nil) {
        fprintf(stderr, "%s\n", [[error localizedDescription] UTF8String]);
    }
}

static inline void tear_down(void) {
    [library release];
    [queue release];
    [device release];
}

/* Runs a test with a device of its own; nothing may be left of it. */
static inline void with_device(void (*test)(void)) {
    long before = sm_living();
    @autoreleasepool {
        set_up();
        @try {
            test();
        } @catch (NSException *exception) {
            fprintf(stderr, "%s: %s\n", [[exception name] UTF8String], [[exception reason] UTF8String]);
            CHECK(exception == nil);
        }
        tear_down();
    }
    for (int i = 0; i < 2000 && sm_living() != before; i++) {
        usleep(1000); /* queues let go of what ran on threads of their own */
    }
    CHECK_EQUAL(sm_living(), before);
}

#define TEST(name) \
    static void name##_body(void); \
    static void name(void) { \
        with_device(name##_body); \
    } \
    static void name##_body(void)

/* GNUstep makes tables and classes at first use and keeps them: that is no leak of ours. */
static inline void warm_up(void (*with)(void)) {
#if __has_feature(address_sanitizer)
    __lsan_disable();
#endif
    with();
#if __has_feature(address_sanitizer)
    __lsan_enable();
#endif
}

#endif
