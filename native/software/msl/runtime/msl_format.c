#include "msl_format.h"

#include "msl_program.h"

#include <math.h>
#include <string.h>

enum type { UNORM, SNORM, UINT, SINT, FLOAT };

/* As MTLPixelFormat. */
static const struct format {
    int number;
    enum type type;
    int channels, bytes; /* of one channel */
    bool bgra, srgb;
} formats[] = {
    {1, UNORM, 1, 1, false, false},   /* A8Unorm */
    {10, UNORM, 1, 1, false, false},  /* R8Unorm */
    {12, SNORM, 1, 1, false, false},  {13, UINT, 1, 1, false, false},  {14, SINT, 1, 1, false, false},
    {20, UNORM, 1, 2, false, false},  /* R16Unorm */
    {22, SNORM, 1, 2, false, false},  {23, UINT, 1, 2, false, false},  {24, SINT, 1, 2, false, false},
    {25, FLOAT, 1, 2, false, false},
    {30, UNORM, 2, 1, false, false},  /* RG8Unorm */
    {32, SNORM, 2, 1, false, false},  {33, UINT, 2, 1, false, false},  {34, SINT, 2, 1, false, false},
    {53, UINT, 1, 4, false, false},   /* R32Uint */
    {54, SINT, 1, 4, false, false},   {55, FLOAT, 1, 4, false, false},
    {60, UNORM, 2, 2, false, false},  /* RG16Unorm */
    {62, SNORM, 2, 2, false, false},  {63, UINT, 2, 2, false, false},  {64, SINT, 2, 2, false, false},
    {65, FLOAT, 2, 2, false, false},
    {70, UNORM, 4, 1, false, false},  /* RGBA8Unorm */
    {71, UNORM, 4, 1, false, true},   {72, SNORM, 4, 1, false, false}, {73, UINT, 4, 1, false, false},
    {74, SINT, 4, 1, false, false},
    {80, UNORM, 4, 1, true, false},   /* BGRA8Unorm */
    {81, UNORM, 4, 1, true, true},
    {103, UINT, 2, 4, false, false},  /* RG32Uint */
    {104, SINT, 2, 4, false, false},  {105, FLOAT, 2, 4, false, false},
    {110, UNORM, 4, 2, false, false}, /* RGBA16Unorm */
    {112, SNORM, 4, 2, false, false}, {113, UINT, 4, 2, false, false}, {114, SINT, 4, 2, false, false},
    {115, FLOAT, 4, 2, false, false},
    {123, UINT, 4, 4, false, false},  /* RGBA32Uint */
    {124, SINT, 4, 4, false, false},  {125, FLOAT, 4, 4, false, false},
    {252, FLOAT, 1, 4, false, false}, /* Depth32Float */
};

static const struct format *find(int number) {
    for (size_t i = 0; i < sizeof formats / sizeof *formats; ++i)
        if (formats[i].number == number) return &formats[i];
    return NULL;
}

size_t msl_format_bytes(int format) {
    const struct format *found = find(format);
    return found == NULL ? 0 : (size_t)(found->channels * found->bytes);
}

bool msl_format_supported(int format, size_t *bytes_per_pixel) {
    const size_t bytes = msl_format_bytes(format);
    if (bytes_per_pixel != NULL) *bytes_per_pixel = bytes;
    return bytes != 0;
}

static float half_to_float(uint16_t bits) {
    const uint32_t sign = (uint32_t)(bits & 0x8000) << 16, exponent = bits >> 10 & 31, fraction = bits & 1023;
    float value;
    if (exponent == 31) {
        const uint32_t word = sign | 0x7f800000u | fraction << 13;
        memcpy(&value, &word, 4);
        return value;
    }
    value = exponent == 0 ? ldexpf((float)fraction, -24) : ldexpf((float)(fraction | 1024), (int)exponent - 25);
    return sign != 0 ? -value : value;
}

static uint16_t float_to_half(float value) {
    uint32_t word;
    memcpy(&word, &value, 4);
    const uint16_t sign = (uint16_t)(word >> 16 & 0x8000);
    if (isnan(value)) return (uint16_t)(sign | 0x7e00);
    const float size = fabsf(value);
    if (size >= 65520.0f) return (uint16_t)(sign | 0x7c00);
    if (size < ldexpf(1, -14)) return (uint16_t)(sign | (uint16_t)rintf(ldexpf(size, 24)));
    int exponent;
    const float fraction = frexpf(size, &exponent);
    const uint32_t rounded = (uint32_t)rintf(ldexpf(fraction, 11)); /* 1024 to 2048 */
    return (uint16_t)(sign | (((uint32_t)(exponent + 14) << 10) + (rounded - 1024)));
}

static float from_srgb(float c) { return c <= 0.04045f ? c / 12.92f : powf((c + 0.055f) / 1.055f, 2.4f); }
static float to_srgb(float c) { return c <= 0.0031308f ? c * 12.92f : 1.055f * powf(c, 1 / 2.4f) - 0.055f; }

static uint32_t raw(const unsigned char *at, int bytes) {
    uint32_t value = 0;
    memcpy(&value, at, (size_t)bytes);
    return value;
}

static int32_t extended(uint32_t value, int bytes) { return (int32_t)(value << (32 - 8 * bytes)) >> (32 - 8 * bytes); }

static float largest(const struct format *f) {
    const int bits = 8 * f->bytes - (f->type == SNORM ? 1 : 0);
    return (float)((1u << bits) - 1);
}

static uint32_t bits_of(float value) {
    uint32_t bits;
    memcpy(&bits, &value, 4);
    return bits;
}

static float float_of(uint32_t bits) {
    float value;
    memcpy(&value, &bits, 4);
    return value;
}

/* The channel of a texel that the k-th of a kernel's components is. */
static int component(const struct format *f, int k) { return f->bgra && k < 3 ? 2 - k : k; }

void msl_format_load(int format, int kind, const void *from, uint32_t to[4]) {
    const struct format *f = find(format);
    const uint32_t one = kind == 0 ? bits_of(1.0f) : 1;
    to[0] = to[1] = to[2] = 0;
    to[3] = one;
    if (f == NULL) return;
    for (int k = 0; k < f->channels; ++k) {
        const uint32_t word = raw((const unsigned char *)from + component(f, k) * f->bytes, f->bytes);
        float value = 0;
        switch (f->type) {
        case UINT: to[k] = word; continue;
        case SINT: to[k] = (uint32_t)extended(word, f->bytes); continue;
        case UNORM: value = (float)word / largest(f); break;
        case SNORM: value = fmaxf((float)extended(word, f->bytes) / largest(f), -1); break;
        case FLOAT: value = f->bytes == 2 ? half_to_float((uint16_t)word) : float_of(word); break;
        }
        to[k] = bits_of(f->srgb && k < 3 ? from_srgb(value) : value);
    }
    if (format == 1) { /* A8: only alpha */
        to[3] = to[0];
        to[0] = 0;
    }
}

void msl_format_store(int format, int kind, void *to, const uint32_t from[4]) {
    (void)kind;
    const struct format *f = find(format);
    if (f == NULL) return;
    for (int k = 0; k < f->channels; ++k) {
        const uint32_t given = format == 1 ? from[3] : from[k];
        float value = float_of(given);
        uint32_t word = given;
        if (f->srgb && k < 3) value = to_srgb(value);
        switch (f->type) {
        case UINT: {
            const uint32_t most = f->bytes == 4 ? UINT32_MAX : (1u << (8 * f->bytes)) - 1;
            word = given > most ? most : given;
            break;
        }
        case SINT: {
            const int32_t most = f->bytes == 4 ? INT32_MAX : (1 << (8 * f->bytes - 1)) - 1;
            const int32_t number = (int32_t)given;
            word = (uint32_t)(number > most ? most : number < -most - 1 ? -most - 1 : number);
            break;
        }
        case UNORM: word = isnan(value) ? 0 : (uint32_t)rintf(fminf(fmaxf(value, 0), 1) * largest(f)); break;
        case SNORM: word = isnan(value) ? 0 : (uint32_t)(int32_t)rintf(fminf(fmaxf(value, -1), 1) * largest(f)); break;
        case FLOAT: word = f->bytes == 2 ? float_to_half(value) : given; break;
        }
        memcpy((unsigned char *)to + component(f, k) * f->bytes, &word, (size_t)f->bytes);
    }
}
