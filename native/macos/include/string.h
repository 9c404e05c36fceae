/*
 * What the bridge uses of the C library, declared in our own words, so that the library for macOS can be compiled where
 * Apple's SDK is not. This folder has the headers that clang does not bring along; types and numbers are macOS's.
 */
#ifndef SMELT_MACOS_STRING_H
#define SMELT_MACOS_STRING_H

#include <stddef.h>

void *memcpy(void *, const void *, size_t);
void *memmove(void *, const void *, size_t);
void *memset(void *, int, size_t);
int memcmp(const void *, const void *, size_t);
size_t strlen(const char *);
int strcmp(const char *, const char *);
int strncmp(const char *, const char *, size_t);
char *strerror(int);
char *strdup(const char *);

#endif
