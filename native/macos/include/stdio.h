/* See string.h. */
#ifndef SMELT_MACOS_STDIO_H
#define SMELT_MACOS_STDIO_H

#include <stdarg.h>
#include <stddef.h>

int snprintf(char *, size_t, const char *, ...) __attribute__((format(printf, 3, 4)));
int vsnprintf(char *, size_t, const char *, va_list) __attribute__((format(printf, 3, 0)));
int remove(const char *);
int rename(const char *, const char *);
int sscanf(const char *, const char *, ...) __attribute__((format(scanf, 2, 3)));

#endif
