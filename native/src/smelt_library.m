#import <Metal/Metal.h>
#include <dispatch/dispatch.h>
#include <stdlib.h>

#import "smelt_entry.h"
#import "smelt_nserror.h"

/* The math modes came with the SDK of macOS 15; built with an older one, the bridge does without. */
#if defined(__APPLE__) && __MAC_OS_X_VERSION_MAX_ALLOWED < 150000
#define HAS_MATH_MODES 0
#else
#define HAS_MATH_MODES 1
#endif

static void destroy_library(smelt_object *object) {
    smelt_library_object *library = (smelt_library_object *) object;
    smelt_quietly(^{
        [library->metal release];
    });
    smelt_object_release(&library->device->base);
    free(library->label);
    free(library->log);
    free(library);
}

static int32_t publish(
        smelt_scope *scope, smelt_device_object *device, id<MTLLibrary> metal, const char *label, const char *log,
        smelt_library *handle) {
    NSString *text = smelt_label(label);
    if (text != nil) {
        [metal setLabel:text];
    }
    smelt_library_object *library = calloc(1, sizeof *library);
    if (library == NULL) {
        return smelt_scope_fail(scope, SMELT_OUT_OF_MEMORY, "no memory for a library");
    }
    smelt_object_init(&library->base, SMELT_KIND_LIBRARY, destroy_library);
    smelt_object_retain(&device->base);
    library->device = device;
    library->metal = [metal retain];
    library->label = smelt_copy_text(label);
    library->log = smelt_copy_text(log);
    smelt_scope_keep(scope, &library->base);
    return smelt_scope_publish(scope, &library->base, handle);
}

static int32_t load(
        smelt_scope *scope, smelt_device device, const void *bytes, uint64_t length, const char *label,
        smelt_library *library) {
    smelt_device_object *used = smelt_scope_use(scope, device, SMELT_KIND_DEVICE);
    if (used == NULL) {
        return SMELT_INVALID_HANDLE;
    }
    /* The default destructor means that the bytes are copied. */
    dispatch_data_t data = dispatch_data_create(bytes, (size_t) length, NULL, DISPATCH_DATA_DESTRUCTOR_DEFAULT);
    NSError *cause = nil;
    id<MTLLibrary> metal = nil;
    @try {
        metal = [[used->metal newLibraryWithData:data error:&cause] autorelease];
    } @finally {
        dispatch_release(data);
    }
    if (metal == nil) {
        return smelt_scope_fail_with(
                scope, smelt_error_of_nserror(SMELT_LIBRARY_FAILED, @"cannot load the library", cause));
    }
    return publish(scope, used, metal, label, NULL, library);
}

/* The macOS that brought a version of MSL; 0: this system has it. Those before 3.2 are as old as the oldest we run on. */
static int missing_system(uint32_t version) {
    if (version >= SMELT_MSL_4_0) {
        if (@available(macOS 26.0, *)) {
            return 0;
        }
        return 26;
    }
    if (version >= SMELT_MSL_3_2) {
        if (@available(macOS 15.0, *)) {
            return 0;
        }
        return 15;
    }
    return 0;
}

/* Metal would answer a version it does not know with a list of them; people want to know which macOS they need. */
static bool knows_version(smelt_scope *scope, uint32_t version) {
    if (version != SMELT_MSL_3_0 && version != SMELT_MSL_3_1 && version != SMELT_MSL_3_2
            && version != SMELT_MSL_4_0) {
        smelt_scope_fail(scope, SMELT_INVALID_ARGUMENT, "MSL version 0x%x", version);
        return false;
    }
    int needed = missing_system(version);
    if (needed != 0) {
        smelt_scope_fail(
                scope, SMELT_UNSUPPORTED, "MSL %u.%u needs macOS %d", version >> 16, version & 0xFFFF, needed);
    }
    return needed == 0;
}

/* Nothing is left to defaults: they differ between systems, and between Apple silicon and Intel. */
static MTLCompileOptions *compile_options(uint32_t version, bool fast) {
    MTLCompileOptions *options = [[[MTLCompileOptions alloc] init] autorelease];
    [options setLanguageVersion:(MTLLanguageVersion) version];
#if HAS_MATH_MODES
    if (@available(macOS 15.0, *)) {
        [options setMathMode:fast ? MTLMathModeFast : MTLMathModeSafe];
        [options setMathFloatingPointFunctions:fast ? MTLMathFloatingPointFunctionsFast
                                                    : MTLMathFloatingPointFunctionsPrecise];
        return options;
    }
#endif
    [options setFastMathEnabled:fast ? YES : NO];
    return options;
}

static int32_t compile(
        smelt_scope *scope, smelt_device device, NSString *source, MTLCompileOptions *options, const char *label,
        smelt_library *library) {
    smelt_device_object *used = smelt_scope_use(scope, device, SMELT_KIND_DEVICE);
    if (used == NULL) {
        return SMELT_INVALID_HANDLE;
    }
    NSError *cause = nil;
    id<MTLLibrary> metal = [[used->metal newLibraryWithSource:source options:options error:&cause] autorelease];
    if (metal == nil) {
        return smelt_scope_fail_with(
                scope, smelt_error_of_nserror(SMELT_COMPILE_FAILED, @"cannot compile the library", cause));
    }
    /* With a library, an error only carries warnings. */
    return publish(scope, used, metal, label, [[cause localizedDescription] UTF8String], library);
}

int32_t smelt_library_load(
        smelt_device device, const void *bytes, uint64_t length, const char *label, smelt_library *library,
        smelt_error *error) {
    return smelt_call(error, ^int32_t(smelt_scope *scope) {
        SMELT_REQUIRE(scope, library);
        *library = 0;
        SMELT_REQUIRE_BYTES(scope, bytes, length);
        if (length == 0) {
            return smelt_scope_fail(scope, SMELT_LIBRARY_FAILED, "a library of no bytes");
        }
        int32_t status = load(scope, device, bytes, length, label, library);
        smelt_scope_concerns(scope, label, NULL);
        return status;
    });
}

int32_t smelt_library_compile(
        smelt_device device, const char *source, uint64_t length, uint32_t msl_version, int32_t math,
        const char *label, smelt_library *library, smelt_error *error) {
    return smelt_call(error, ^int32_t(smelt_scope *scope) {
        SMELT_REQUIRE(scope, library);
        *library = 0;
        SMELT_REQUIRE_BYTES(scope, source, length);
        if (math != SMELT_MATH_SAFE && math != SMELT_MATH_FAST) {
            return smelt_scope_fail(scope, SMELT_INVALID_ARGUMENT, "math mode %d", math);
        }
        if (!knows_version(scope, msl_version)) {
            return scope->error == NULL ? SMELT_OUT_OF_MEMORY : scope->error->code;
        }
        NSString *text = [[[NSString alloc] initWithBytes:source
                                                   length:(NSUInteger) length
                                                 encoding:NSUTF8StringEncoding] autorelease];
        if (text == nil) {
            return smelt_scope_fail(scope, SMELT_INVALID_ARGUMENT, "the source is not UTF-8");
        }
        MTLCompileOptions *options = compile_options(msl_version, math == SMELT_MATH_FAST);
        int32_t status = compile(scope, device, text, options, label, library);
        smelt_scope_concerns(scope, label, NULL);
        return status;
    });
}

int32_t smelt_library_log(
        smelt_library library, char *into, uint64_t capacity, uint64_t *length, smelt_error *error) {
    return smelt_call(error, ^int32_t(smelt_scope *scope) {
        smelt_library_object *used = smelt_scope_use(scope, library, SMELT_KIND_LIBRARY);
        if (used == NULL) {
            return SMELT_INVALID_HANDLE;
        }
        return smelt_scope_text(scope, used->log, into, capacity, length);
    });
}
