/* Pixel formats: one texel in memory to four numbers, and back. */
#ifndef MSL_FORMAT_H
#define MSL_FORMAT_H

#include <stddef.h>
#include <stdint.h>

/* Of one pixel; 0 if the format is not supported. */
size_t msl_format_bytes(int format);
/* `kind` is what the kernel takes: 0 floats, 1 ints, 2 uints. What the format lacks is 0, and alpha 1. */
void msl_format_load(int format, int kind, const void *from, uint32_t to[4]);
void msl_format_store(int format, int kind, void *to, const uint32_t from[4]);

#endif
