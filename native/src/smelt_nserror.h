/* From Apple's errors to ours. */
#ifndef SMELT_NSERROR_H
#define SMELT_NSERROR_H

#import <Foundation/Foundation.h>

#include "smelt_error.h"

/*
 * An error of ours with Apple's domain and code, and `what` before Apple's text. `cause` may be nil: Metal does not
 * always say why.
 */
smelt_error_object *_Nullable smelt_error_of_nserror(
        int32_t status, NSString *_Nonnull what, NSError *_Nullable cause);

smelt_error_object *_Nullable smelt_error_of_exception(NSException *_Nonnull exception);

/* The NSString of a label that a caller passed, nil if it is NULL or not UTF-8. */
NSString *_Nullable smelt_label(const char *_Nullable label);

#endif
