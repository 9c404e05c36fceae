/* Bytes that a caller passes, with a length that may be a lie. */
#ifndef SMELT_BYTES_H
#define SMELT_BYTES_H

#include <stdbool.h>
#include <stdint.h>

/*
 * Whether so many bytes can begin at an address at all. No processor that this runs on has addresses of more than 56
 * bits; whether the bytes are really there, only the caller knows.
 */
static inline bool smelt_bytes_fit(const void *bytes, uint64_t length) {
    uint64_t end = UINT64_C(1) << 56;
    return length <= end && (uint64_t) (uintptr_t) bytes <= end - length;
}

#endif
