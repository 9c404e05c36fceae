/* What the tests of MSL programs share: a program, its buffers, its grid. */
#ifndef MSL_CHECK_H
#define MSL_CHECK_H

#include "../../../test/check.h"
#include "msl_program.h"

#include <math.h>
#include <stdlib.h>

#define CHECKED (MSL_CHECK_BOUNDS | MSL_CHECK_UNDEFINED)

/* check.h counts in each file; what the helpers find is added by RUN_ALL's end. */
int complaints(void);

/* A program that must compile, with these checks. */
msl_program *compiled(const char *source, unsigned checks);
/* The compiler's messages about a program that must not. The caller frees them. */
char *refused(const char *source, uint32_t version);

/* One dispatch: by default one thread, and nothing bound. */
typedef struct call {
    msl_program *program;
    msl_dispatch dispatch;
} call;

call call_of(msl_program *program, const char *kernel);
void bind(call *call, int slot, void *contents, size_t length);
void grid(call *call, uint32_t width, uint32_t height, uint32_t depth, uint32_t w, uint32_t h, uint32_t d);
/* Runs all threadgroups; a fault fails the test. */
void run(call *call);
/* The text of the fault that must come; the caller frees it. */
char *fault_of(call *call);

/*
 * A kernel for each expression, all in one program: `out[k * n + i] = EXPRESSION k` of a[i], b[i] and c[i], which have this
 * type, as the results have, and this size.
 */
void map(const char *type, const char *const *expressions, size_t count, const void *a, const void *b, const void *c, size_t size,
         void *out, uint32_t n);

#define CHECK_NEAR(actual, expected, tolerance)                                                                          \
    do {                                                                                                                 \
        double actual_ = (actual), expected_ = (expected);                                                               \
        if (!(fabs(actual_ - expected_) <= (tolerance)) && !(isnan(actual_) && isnan(expected_)) && actual_ != expected_) { \
            fprintf(stderr, "%s:%d: %s is %.9g, not %.9g\n", __FILE__, __LINE__, #actual, actual_, expected_);          \
            check_failures++;                                                                                            \
        }                                                                                                                \
    } while (0)

#endif
