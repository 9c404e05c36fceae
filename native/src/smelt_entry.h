/* Every function of smelt.h that meets Objective-C runs through here. */
#ifndef SMELT_ENTRY_H
#define SMELT_ENTRY_H

#import <Foundation/Foundation.h>
#include <inttypes.h>

#include "smelt_bytes.h"
#include "smelt_scope.h"

/*
 * Runs the body of a call in an autorelease pool of its own (a thread of the JVM has none) and catches what it throws
 * (an exception that reached the JVM would end it): that becomes SMELT_EXCEPTION. Then ends the scope.
 */
int32_t smelt_call(smelt_error *error, int32_t (^body)(smelt_scope *scope));

/* The same for what has nobody to report to: destroying objects, completing submissions. Exceptions are dropped. */
void smelt_quietly(void (^body)(void));

/* Fails unless an out-parameter is there. */
#define SMELT_REQUIRE(scope, argument) \
    do { \
        if ((argument) == NULL) { \
            return smelt_scope_fail(scope, SMELT_INVALID_ARGUMENT, #argument " is NULL"); \
        } \
    } while (0)

/* Fails unless there are bytes, of a length that memory can have. */
#define SMELT_REQUIRE_BYTES(scope, argument, count) \
    do { \
        SMELT_REQUIRE(scope, argument); \
        if (!smelt_bytes_fit(argument, count)) { \
            return smelt_scope_fail( \
                    scope, SMELT_INVALID_ARGUMENT, "%" PRIu64 " bytes at " #argument " are more than memory has", \
                    (uint64_t) (count)); \
        } \
    } while (0)

#endif
