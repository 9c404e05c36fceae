/* As much of a test framework as these tests need. */
#ifndef SMELT_CHECK_H
#define SMELT_CHECK_H

#include <stdio.h>
#include <string.h>

static int check_failures;

#define CHECK(condition) \
    do { \
        if (!(condition)) { \
            fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition); \
            check_failures++; \
        } \
    } while (0)

#define CHECK_EQUAL(actual, expected) \
    do { \
        long long actual_ = (long long) (actual), expected_ = (long long) (expected); \
        if (actual_ != expected_) { \
            fprintf(stderr, "%s:%d: %s is %lld, not %lld\n", __FILE__, __LINE__, #actual, actual_, expected_); \
            check_failures++; \
        } \
    } while (0)

#define CHECK_TEXT(actual, part) \
    do { \
        const char *actual_ = (actual); \
        if (strstr(actual_, part) == NULL) { \
            fprintf(stderr, "%s:%d: no \"%s\" in: %s\n", __FILE__, __LINE__, part, actual_); \
            check_failures++; \
        } \
    } while (0)

/* Runs one test and prints its line, which the script counts. */
#define RUN(test) \
    do { \
        int before_ = check_failures; \
        test(); \
        printf("%s %s\n", check_failures == before_ ? "passed" : "FAILED", #test); \
        fflush(stdout); \
    } while (0)

#define RESULT (check_failures == 0 ? 0 : 1)

#endif
