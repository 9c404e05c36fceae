/* See string.h. On macOS 64-bit integers of stdint.h are long long. */
#ifndef SMELT_MACOS_INTTYPES_H
#define SMELT_MACOS_INTTYPES_H

#include <stdint.h>

#define PRId32 "d"
#define PRIu32 "u"
#define PRIx32 "x"
#define PRId64 "lld"
#define PRIu64 "llu"
#define PRIx64 "llx"

#endif
