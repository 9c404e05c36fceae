/* Textures: reading, writing and sampling by Metal's rules. Reads out of bounds give 0, writes there do nothing. */
#include "msl_format.h"
#include "msl_run.h"

#include <math.h>
#include <string.h>

/* One texel, as floats or as integers. */
union texel {
    float f[4];
    int32_t i[4];
    uint32_t u[4];
};

static uint32_t at_least_one(uint32_t n) { return n == 0 ? 1 : n; }
static uint32_t size_at(uint32_t size, uint32_t level) { return at_least_one(size >> (level < 31 ? level : 31)); }
static bool is_3d(const msl_texture *t) { return t->type == 7; }
static bool is_1d(const msl_texture *t) { return t->type == 0 || t->type == 1 || t->type == 9; }

static unsigned char *address(const msl_texture *t, uint32_t x, uint32_t y, uint32_t z, uint32_t slice, uint32_t level) {
    if (level >= t->level_count) return NULL;
    const uint32_t depth = is_3d(t) ? size_at(t->depth, level) : at_least_one(t->array_length);
    const uint32_t image = is_3d(t) ? z : slice;
    const uint32_t height = is_1d(t) ? 1 : size_at(t->height, level);
    if (x >= size_at(t->width, level) || y >= height || image >= depth) return NULL;
    const msl_level *at = &t->levels[level];
    return (unsigned char *)at->contents + (size_t)image * at->bytes_per_image + (size_t)y * at->bytes_per_row
           + (size_t)x * msl_format_bytes(t->format);
}

static const msl_texture *bound(const void *texture) {
    if (texture == NULL) msl_fault("uses a texture that is not bound");
    return texture;
}

static void load(const msl_texture *t, int kind, const unsigned char *at, union texel *texel) {
    memset(texel, 0, sizeof *texel);
    if (at != NULL) msl_format_load(t->format, kind, at, texel->u);
}

void msl_host_texture_read(const void *texture, int kind, const uint32_t *p, uint32_t slice, uint32_t level, void *result) {
    const msl_texture *t = bound(texture);
    union texel texel;
    load(t, kind, address(t, p[0], p[1], p[2], slice, level), &texel);
    memcpy(result, &texel, sizeof texel);
}

void msl_host_texture_write(const void *texture, int kind, const uint32_t *p, uint32_t slice, uint32_t level, const void *value) {
    const msl_texture *t = bound(texture);
    unsigned char *at = address(t, p[0], p[1], p[2], slice, level);
    union texel texel;
    memcpy(&texel, value, sizeof texel);
    if (at != NULL) msl_format_store(t->format, kind, at, texel.u);
}

uint32_t msl_host_texture_size(const void *texture, int which, uint32_t level) {
    const msl_texture *t = bound(texture);
    switch (which) {
    case 0: return size_at(t->width, level);
    case 1: return size_at(t->height, level);
    case 2: return size_at(t->depth, level);
    case 3: return at_least_one(t->array_length);
    default: return t->level_count;
    }
}

/* ---- sampling */

enum { CLAMP_TO_EDGE, MIRROR_CLAMP, REPEAT, MIRRORED_REPEAT, CLAMP_TO_ZERO, CLAMP_TO_BORDER };

/* The index in [0, size) for one that may lie outside, or -1 for the border. */
static int64_t addressed(int64_t at, uint32_t size, int mode) {
    const int64_t n = size;
    switch (mode) {
    case REPEAT: return ((at % n) + n) % n;
    case MIRRORED_REPEAT: {
        const int64_t within = ((at % (2 * n)) + 2 * n) % (2 * n);
        return within < n ? within : 2 * n - 1 - within;
    }
    case MIRROR_CLAMP: {
        const int64_t away = at < 0 ? -1 - at : at;
        return away < n ? away : n - 1;
    }
    case CLAMP_TO_ZERO:
    case CLAMP_TO_BORDER: return at < 0 || at >= n ? -1 : at;
    default: return at < 0 ? 0 : at >= n ? n - 1 : at;
    }
}

static void border(const msl_sampler *s, int kind, bool zero, union texel *texel) {
    memset(texel, 0, sizeof *texel);
    if (zero || s->border == 0) return;
    for (int k = s->border == 2 ? 0 : 3; k < 4; ++k) {
        if (kind == 0) texel->f[k] = 1;
        else texel->u[k] = 1;
    }
}

struct sampling {
    const msl_texture *texture;
    const msl_sampler *sampler;
    int kind;
    uint32_t slice, level;
};

static void fetch(const struct sampling *s, int64_t x, int64_t y, int64_t z, union texel *texel) {
    const msl_texture *t = s->texture;
    const int64_t ax = addressed(x, size_at(t->width, s->level), s->sampler->s_address);
    const int64_t ay = is_1d(t) ? 0 : addressed(y, size_at(t->height, s->level), s->sampler->t_address);
    const int64_t az = !is_3d(t) ? 0 : addressed(z, size_at(t->depth, s->level), s->sampler->r_address);
    if (ax < 0 || ay < 0 || az < 0) {
        const int mode = ax < 0 ? s->sampler->s_address : ay < 0 ? s->sampler->t_address : s->sampler->r_address;
        border(s->sampler, s->kind, mode == CLAMP_TO_ZERO, texel);
        return;
    }
    load(t, s->kind, address(t, (uint32_t)ax, (uint32_t)ay, (uint32_t)az, s->slice, s->level), texel);
}

/* The coordinate in texels of the level. */
static double scaled(const struct sampling *s, float at, uint32_t size) {
    return s->sampler->normalized ? (double)at * size_at(size, s->level) : (double)at;
}

static int64_t floored(double x) { return isnan(x) ? 0 : x < -1e15 ? (int64_t)-1e15 : x > 1e15 ? (int64_t)1e15 : (int64_t)floor(x); }

static void sample_level(const struct sampling *s, const float *at, const int32_t *offset, bool linear, union texel *result) {
    const msl_texture *t = s->texture;
    const double x = scaled(s, at[0], t->width) + offset[0];
    const double y = is_1d(t) ? 0.5 : scaled(s, at[1], t->height) + offset[1];
    const double z = is_3d(t) ? scaled(s, at[2], t->depth) + offset[2] : 0.5;
    if (!linear || s->kind != 0) {
        fetch(s, floored(x), floored(y), floored(z), result);
        return;
    }
    const int64_t x0 = floored(x - 0.5), y0 = floored(y - 0.5), z0 = floored(z - 0.5);
    const double part[3] = {x - 0.5 - (double)x0, y - 0.5 - (double)y0, z - 0.5 - (double)z0};
    double sum[4] = {0};
    for (int corner = 0; corner < 8; ++corner) {
        const int dx = corner & 1, dy = corner >> 1 & 1, dz = corner >> 2;
        const double weight = (dx ? part[0] : 1 - part[0]) * (dy ? part[1] : 1 - part[1]) * (dz ? part[2] : 1 - part[2]);
        if (weight == 0) continue;
        union texel texel;
        fetch(s, x0 + dx, y0 + dy, z0 + dz, &texel);
        for (int k = 0; k < 4; ++k) sum[k] += weight * (double)texel.f[k];
    }
    for (int k = 0; k < 4; ++k) result->f[k] = (float)sum[k];
}

void msl_host_texture_sample(const void *texture, int kind, const void *sampler, const float *at, uint32_t slice, float level,
                             const int32_t *offset, void *result) {
    const msl_texture *t = bound(texture);
    const msl_sampler *s = sampler;
    const uint32_t last = t->level_count == 0 ? 0 : t->level_count - 1;
    float lod = fminf(fmaxf(level, s->lod_min), s->lod_max);
    const bool linear = lod > 0 ? s->min_filter == 1 : s->mag_filter == 1;
    if (s->mip_filter == 0) lod = 0;
    lod = fminf(fmaxf(lod, 0), (float)last);
    const uint32_t layers = at_least_one(t->array_length);
    struct sampling sampling = {t, s, kind, slice < layers ? slice : layers - 1, 0};
    union texel low, high;
    if (s->mip_filter == 2) {
        const uint32_t base = (uint32_t)lod;
        const float part = lod - (float)base;
        sampling.level = base;
        sample_level(&sampling, at, offset, linear, &low);
        if (part > 0 && kind == 0) {
            sampling.level = base + 1;
            sample_level(&sampling, at, offset, linear, &high);
            for (int k = 0; k < 4; ++k) low.f[k] += (high.f[k] - low.f[k]) * part;
        }
    } else {
        sampling.level = (uint32_t)(lod + 0.5f);
        sample_level(&sampling, at, offset, linear, &low);
    }
    memcpy(result, &low, sizeof low);
}

/* The four texels that linear sampling takes, from the lower left against the clock. */
void msl_host_texture_gather(const void *texture, int kind, const void *sampler, const float *at, uint32_t slice,
                             const int32_t *offset, int component, void *result) {
    const msl_texture *t = bound(texture);
    const struct sampling s = {t, sampler, kind, slice, 0};
    const int64_t x = floored(scaled(&s, at[0], t->width) - 0.5) + offset[0];
    const int64_t y = floored(scaled(&s, at[1], t->height) - 0.5) + offset[1];
    static const int dx[4] = {0, 1, 1, 0}, dy[4] = {1, 1, 0, 0};
    union texel all, one;
    for (int k = 0; k < 4; ++k) {
        fetch(&s, x + dx[k], y + dy[k], 0, &one);
        all.u[k] = one.u[component & 3];
    }
    memcpy(result, &all, sizeof all);
}

static float compared(int function, float reference, float value) {
    switch (function) {
    case 1: return reference < value;
    case 2: return reference == value;
    case 3: return reference <= value;
    case 4: return reference > value;
    case 5: return reference != value;
    case 6: return reference >= value;
    case 7: return 1;
    default: return 0;
    }
}

float msl_host_texture_compare(const void *texture, const void *sampler, const float *at, uint32_t slice, float level,
                               const int32_t *offset, float value) {
    const msl_texture *t = bound(texture);
    const msl_sampler *s = sampler;
    const struct sampling sampling = {t, s, 0, slice, level > 0 ? (uint32_t)level : 0};
    const double x = scaled(&sampling, at[0], t->width) + offset[0], y = scaled(&sampling, at[1], t->height) + offset[1];
    union texel texel;
    if (s->mag_filter == 0) {
        fetch(&sampling, floored(x), floored(y), 0, &texel);
        return compared(s->compare, value, texel.f[0]);
    }
    const int64_t x0 = floored(x - 0.5), y0 = floored(y - 0.5);
    const double px = x - 0.5 - (double)x0, py = y - 0.5 - (double)y0;
    double sum = 0;
    for (int corner = 0; corner < 4; ++corner) {
        const int dx = corner & 1, dy = corner >> 1;
        fetch(&sampling, x0 + dx, y0 + dy, 0, &texel);
        sum += (dx ? px : 1 - px) * (dy ? py : 1 - py) * (double)compared(s->compare, value, texel.f[0]);
    }
    return (float)sum;
}
