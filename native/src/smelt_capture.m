#import <Metal/Metal.h>
#include <stdlib.h>

#import "smelt_entry.h"
#import "smelt_nserror.h"

static MTLCaptureDescriptor *describe(id<MTLDevice> device, NSString *path) {
    MTLCaptureDescriptor *descriptor = [[[MTLCaptureDescriptor alloc] init] autorelease];
    [descriptor setCaptureObject:device];
    [descriptor setDestination:MTLCaptureDestinationGPUTraceDocument];
    [descriptor setOutputURL:[NSURL fileURLWithPath:path]];
    return descriptor;
}

static int32_t begin(smelt_scope *scope, smelt_device_object *device, const char *path) {
    NSString *text = [NSString stringWithUTF8String:path];
    if (text == nil) {
        return smelt_scope_fail(scope, SMELT_INVALID_ARGUMENT, "the path is not UTF-8");
    }
    if (![[text pathExtension] isEqualToString:@"gputrace"]) {
        return smelt_scope_fail(scope, SMELT_INVALID_ARGUMENT, "the path does not end in .gputrace");
    }
    MTLCaptureManager *manager = [MTLCaptureManager sharedCaptureManager];
    if (![manager supportsDestination:MTLCaptureDestinationGPUTraceDocument]) {
        return smelt_scope_fail(
                scope, SMELT_UNSUPPORTED,
                "Metal captures nothing in this process: start it with MTL_CAPTURE_ENABLED=1 in its environment");
    }
    if ([manager isCapturing]) {
        return smelt_scope_fail(scope, SMELT_CAPTURE_FAILED, "a capture runs already in this process");
    }
    NSError *cause = nil;
    if (![manager startCaptureWithDescriptor:describe(device->metal, text) error:&cause]) {
        return smelt_scope_fail_with(
                scope, smelt_error_of_nserror(SMELT_CAPTURE_FAILED, @"Metal began no capture", cause));
    }
    atomic_store(&device->capturing, true);
    return SMELT_OK;
}

int32_t smelt_capture_begin(smelt_device device, const char *path, smelt_error *error) {
    return smelt_call(error, ^int32_t(smelt_scope *scope) {
        SMELT_REQUIRE(scope, path);
        smelt_device_object *used = smelt_scope_use(scope, device, SMELT_KIND_DEVICE);
        if (used == NULL) {
            return SMELT_INVALID_HANDLE;
        }
        return begin(scope, used, path);
    });
}

int32_t smelt_capture_end(smelt_device device, smelt_error *error) {
    return smelt_call(error, ^int32_t(smelt_scope *scope) {
        smelt_device_object *used = smelt_scope_use(scope, device, SMELT_KIND_DEVICE);
        if (used == NULL) {
            return SMELT_INVALID_HANDLE;
        }
        if (!atomic_exchange(&used->capturing, false)) {
            return smelt_scope_fail(scope, SMELT_CAPTURE_FAILED, "there is no capture of this device to end");
        }
        [[MTLCaptureManager sharedCaptureManager] stopCapture];
        return SMELT_OK;
    });
}
