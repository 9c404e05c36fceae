#import "smelt_nserror.h"

static void append_line(NSMutableString *text, NSString *line) {
    if ([line length] > 0) {
        [text appendFormat:@"%@%@", [text length] == 0 ? @"" : @": ", line];
    }
}

/* The description, then what else the error knows: Metal likes to hide the reason one level down. */
static NSString *describe(NSString *what, NSError *cause) {
    NSMutableString *text = [NSMutableString stringWithString:what];
    int depth = 0;
    for (NSError *error = cause; error != nil && depth < 4; depth++) {
        append_line(text, [error localizedDescription]);
        append_line(text, [error localizedFailureReason]);
        error = [[error userInfo] objectForKey:NSUnderlyingErrorKey];
    }
    return text;
}

smelt_error_object *smelt_error_of_nserror(int32_t status, NSString *what, NSError *cause) {
    smelt_error_object *error = smelt_error_make(status, "%s", [describe(what, cause) UTF8String]);
    if (error != NULL && cause != nil) {
        smelt_error_set(&error->domain, [[cause domain] UTF8String]);
        error->domain_code = [cause code];
    }
    return error;
}

smelt_error_object *smelt_error_of_exception(NSException *exception) {
    const char *name = [[exception name] UTF8String];
    const char *reason = [[exception reason] UTF8String];
    smelt_error_object *error = smelt_error_make(
            SMELT_EXCEPTION, "%s: %s", name == NULL ? "NSException" : name, reason == NULL ? "" : reason);
    if (error != NULL) {
        smelt_error_set(&error->domain, name);
    }
    return error;
}

NSString *smelt_label(const char *label) {
    return label == NULL ? nil : [NSString stringWithUTF8String:label];
}
