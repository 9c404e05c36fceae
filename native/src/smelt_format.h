/* Formats of textures. Plain C: tested without Metal. */
#ifndef SMELT_FORMAT_H
#define SMELT_FORMAT_H

#include <stdbool.h>
#include <stdint.h>

/* Bytes of one pixel of a smelt_format; 0 of a number that is none. */
uint32_t smelt_format_size(int32_t format);

/*
 * Whether a rectangle is not empty and lies within a texture of these sides, and the rows of its pixels can be so far
 * apart. Sums that overflow are no.
 */
bool smelt_format_has_rectangle(const uint32_t sides[2], uint32_t x, uint32_t y, uint32_t width, uint32_t height);
bool smelt_format_has_rows(uint32_t bytes_per_pixel, uint32_t width, uint64_t bytes_per_row);

#endif
