/* See string.h. */
#ifndef SMELT_MACOS_STDLIB_H
#define SMELT_MACOS_STDLIB_H

#include <stddef.h>

void *malloc(size_t) __attribute__((malloc));
void *calloc(size_t, size_t) __attribute__((malloc));
void *realloc(void *, size_t);
void free(void *);
void abort(void) __attribute__((noreturn));
void qsort(void *, size_t, size_t, int (*)(const void *, const void *));
char *getenv(const char *);

#endif
