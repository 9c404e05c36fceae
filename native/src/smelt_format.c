#include "smelt_format.h"

#include "smelt.h"

/* The most that Metal allows between rows: 32,767 pixels. */
#define MOST_PIXELS_PER_ROW 32767u

uint32_t smelt_format_size(int32_t format) {
    switch (format) {
        case SMELT_R8_UNORM: return 1;
        case SMELT_R32_UINT:
        case SMELT_R32_SINT:
        case SMELT_R32_FLOAT:
        case SMELT_RGBA8_UNORM: return 4;
        case SMELT_RGBA16_FLOAT: return 8;
        case SMELT_RGBA32_UINT:
        case SMELT_RGBA32_SINT:
        case SMELT_RGBA32_FLOAT: return 16;
        default: return 0;
    }
}

static bool lies_within(uint32_t side, uint32_t start, uint32_t length) {
    return length > 0 && start < side && length <= side - start;
}

bool smelt_format_has_rectangle(const uint32_t sides[2], uint32_t x, uint32_t y, uint32_t width, uint32_t height) {
    return lies_within(sides[0], x, width) && lies_within(sides[1], y, height);
}

bool smelt_format_has_rows(uint32_t bytes_per_pixel, uint32_t width, uint64_t bytes_per_row) {
    return bytes_per_row % bytes_per_pixel == 0 && bytes_per_row / bytes_per_pixel >= width
            && bytes_per_row / bytes_per_pixel <= MOST_PIXELS_PER_ROW;
}
