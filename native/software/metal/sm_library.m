#import "sm_library.h"

#include <stdlib.h>
#include <string.h>

#include "sm_dispatch_data.h"
#include "software_metal.h"

NSString *const MTLLibraryErrorDomain = @"MTLLibraryErrorDomain";

@implementation MTLCompileOptions
@synthesize languageVersion, mathMode, mathFloatingPointFunctions, preprocessorMacros;

- (id)init {
    self = [super init];
    [self setFastMathEnabled:YES]; /* Metal's default, on Apple silicon at least */
    return self;
}

- (void)dealloc {
    [preprocessorMacros release];
    [super dealloc];
}

- (BOOL)fastMathEnabled {
    return fastMathEnabled;
}

- (void)setFastMathEnabled:(BOOL)enabled {
    fastMathEnabled = enabled;
    mathMode = enabled ? MTLMathModeFast : MTLMathModeSafe;
    mathFloatingPointFunctions =
            enabled ? MTLMathFloatingPointFunctionsFast : MTLMathFloatingPointFunctionsPrecise;
}
@end

/* FNV-1a. */
static uint64_t digest_of(uint64_t so_far, const void *bytes, size_t length) {
    const uint8_t *at = bytes;
    for (size_t i = 0; i < length; i++) {
        so_far = (so_far ^ at[i]) * UINT64_C(1099511628211);
    }
    return so_far;
}

#define NO_DIGEST UINT64_C(14695981039346656037)

/* What programs watch over while they run: all there is, unless one wants speed. */
static unsigned wanted_checks(void) {
    return software_metal_fault("no-checks", NULL) ? 0 : MSL_CHECK_BOUNDS | MSL_CHECK_UNDEFINED;
}

/* The text of a message that is the caller's to free, which it is. */
static NSString *text_of(char *message) {
    NSString *text = message == NULL ? nil : [NSString stringWithUTF8String:message];
    free(message);
    return text;
}

@implementation SMLibrary
- (msl_program *)compile:(NSString *)source options:(MTLCompileOptions *)options log:(NSString **)log {
    NSDictionary *macros = [options preprocessorMacros];
    msl_macro *given = calloc([macros count] + 1, sizeof *given);
    size_t count = 0;
    for (NSString *name in macros) {
        given[count].name = [name UTF8String];
        given[count++].value = [[[macros objectForKey:name] description] UTF8String];
    }
    msl_options wanted = {
        .language_version = (uint32_t) [options languageVersion], .math_mode = (int) [options mathMode],
        .functions = (int) [options mathFloatingPointFunctions], .checks = wanted_checks(), .contract = true,
        .macros = given, .macro_count = count};
    char *said = NULL;
    msl_program *made = msl_compile([source UTF8String], &wanted, &said);
    *log = text_of(said);
    const char *text = [source UTF8String];
    digest = digest_of(digest_of(NO_DIGEST, text, strlen(text)), &wanted.math_mode, 2 * sizeof(int));
    free(given);
    return made;
}

- (id)initWithDevice:(id)owner
              source:(NSString *)source
             options:(MTLCompileOptions *)options
               error:(NSError **)error {
    self = [super initWithDevice:owner];
    if (software_metal_fault("no-compile", NULL)) {
        sm_error(error, MTLLibraryErrorDomain, MTLLibraryErrorInternal,
                 @"Compiler encountered an internal error (a fault on demand)");
        [self release];
        return nil;
    }
    NSString *log = nil;
    if (options == nil) {
        options = [[[MTLCompileOptions alloc] init] autorelease];
    }
    program = [self compile:source options:options log:&log];
    if (program == NULL) {
        sm_error(error, MTLLibraryErrorDomain, MTLLibraryErrorCompileFailure, log == nil ? @"compilation failed" : log);
        [self release];
        return nil;
    }
    if ([log length] > 0) {
        sm_error(error, MTLLibraryErrorDomain, MTLLibraryErrorCompileWarning, log);
    }
    return self;
}

- (id)initWithDevice:(id)owner data:(dispatch_data_t)data error:(NSError **)error {
    self = [super initWithDevice:owner];
    char *message = NULL;
    program = software_metal_fault("no-load", NULL)
            ? NULL : msl_load_checked(data->bytes, data->length, wanted_checks(), &message);
    NSString *text = text_of(message);
    digest = digest_of(NO_DIGEST, data->bytes, data->length);
    if (program == NULL) {
        sm_error(error, MTLLibraryErrorDomain, MTLLibraryErrorUnsupported, text == nil ? @"Invalid library file" : text);
        [self release];
        return nil;
    }
    return self;
}

- (void)dealloc {
    if (program != NULL) {
        msl_release(program);
    }
    [super dealloc];
}

- (NSArray *)functionNames {
    NSMutableArray *names = [NSMutableArray array];
    for (size_t i = 0; i < msl_function_count(program); i++) {
        [names addObject:[NSString stringWithUTF8String:msl_function_name(msl_function_at(program, i))]];
    }
    return names;
}

- (id<MTLFunction>)newFunctionWithName:(NSString *)name {
    SM_RULE(name != nil, @"functionName must not be nil");
    const msl_function *found = msl_function_named(program, [name UTF8String]);
    return found == NULL ? nil
                         : [[SMFunction alloc] initWithDevice:device program:program function:found digest:digest];
}

- (id<MTLFunction>)newFunctionWithName:(NSString *)name
                        constantValues:(MTLFunctionConstantValues *)values
                                 error:(NSError **)error {
    SM_RULE(name != nil, @"functionName must not be nil");
    SM_RULE(values != nil, @"constantValues must not be nil");
    size_t count = 0;
    const msl_constant *constants = [values constants:&count];
    char *message = NULL;
    msl_program *special = msl_specialize(program, constants, count, &message);
    NSString *text = text_of(message);
    const msl_function *found = special == NULL ? NULL : msl_function_named(special, [name UTF8String]);
    SMFunction *made = nil;
    if (found != NULL) {
        uint64_t number = digest;
        for (size_t i = 0; i < count; i++) {
            number = digest_of(digest_of(number, &constants[i].index, sizeof(uint32_t)), constants[i].value,
                               constants[i].size);
        }
        made = [[SMFunction alloc] initWithDevice:device program:special function:found digest:number];
    } else {
        sm_error(error, MTLLibraryErrorDomain, MTLLibraryErrorFunctionNotFound,
                 text == nil ? @"the library has no such function" : text);
    }
    if (special != NULL) {
        msl_release(special);
    }
    return made;
}
@end

@implementation SMFunction
- (id)initWithDevice:(id)owner program:(msl_program *)of function:(const msl_function *)given digest:(uint64_t)number {
    self = [super initWithDevice:owner];
    program = msl_retain(of);
    function = given;
    digest = number;
    return self;
}

- (void)dealloc {
    msl_release(program);
    [super dealloc];
}

- (NSString *)name {
    return [NSString stringWithUTF8String:msl_function_name(function)];
}

- (MTLFunctionType)functionType {
    return MTLFunctionTypeKernel;
}

- (const msl_function *)function {
    return function;
}

- (NSString *)key {
    return [NSString stringWithFormat:@"%016llx.%s", (unsigned long long) digest, msl_function_name(function)];
}
@end
