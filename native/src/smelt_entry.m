#import "smelt_entry.h"

#import "smelt_nserror.h"

static int32_t run(smelt_scope *scope, int32_t (^body)(smelt_scope *scope)) {
    @try {
        return body(scope);
    } @catch (NSException *exception) {
        return smelt_scope_fail_with(scope, smelt_error_of_exception(exception));
    } @catch (...) {
        return smelt_scope_fail(scope, SMELT_EXCEPTION, "something was thrown that is no NSException");
    }
}

int32_t smelt_call(smelt_error *error, int32_t (^body)(smelt_scope *scope)) {
    smelt_scope scope = {.kept_count = 0};
    int32_t status;
    @autoreleasepool {
        status = run(&scope, body);
    }
    smelt_scope_end(&scope, status, error);
    return status;
}

void smelt_quietly(void (^body)(void)) {
    @autoreleasepool {
        @try {
            body();
        } @catch (...) {
        }
    }
}
