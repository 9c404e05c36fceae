#import <Metal/Metal.h>
#include <inttypes.h>
#include <stdlib.h>

#import "smelt_entry.h"
#include "smelt_format.h"
#import "smelt_nserror.h"

static void destroy_texture(smelt_object *object) {
    smelt_texture_object *texture = (smelt_texture_object *) object;
    smelt_quietly(^{
        [texture->metal release];
    });
    smelt_object_release(&texture->resource.device->base);
    free(texture);
}

/* Macs of Apple silicon let CPU and GPU share a texture; others keep two copies of it, which Metal calls managed. */
static bool shares_textures(id<MTLDevice> metal) {
    return [metal supportsFamily:MTLGPUFamilyApple1];
}

static MTLTextureDescriptor *describe(smelt_device_object *device, int32_t format, uint32_t width, uint32_t height) {
    MTLTextureDescriptor *descriptor =
            [MTLTextureDescriptor texture2DDescriptorWithPixelFormat:(MTLPixelFormat) format
                                                               width:width
                                                              height:height
                                                           mipmapped:NO];
    [descriptor setUsage:MTLTextureUsageShaderRead | MTLTextureUsageShaderWrite];
    [descriptor setStorageMode:shares_textures(device->metal) ? MTLStorageModeShared : MTLStorageModeManaged];
    return descriptor;
}

/* What a new texture holds is undefined in Metal. Row by row, since a whole texture may be large. */
static bool fill_with_zeros(id<MTLTexture> metal, uint32_t width, uint32_t height, uint32_t bytes_per_pixel) {
    size_t bytes_per_row = (size_t) width * bytes_per_pixel;
    void *zeros = calloc(1, bytes_per_row);
    if (zeros == NULL) {
        return false;
    }
    @try {
        for (uint32_t y = 0; y < height; y++) {
            [metal replaceRegion:MTLRegionMake2D(0, y, width, 1)
                     mipmapLevel:0
                       withBytes:zeros
                     bytesPerRow:bytes_per_row];
        }
    } @finally {
        free(zeros);
    }
    return true;
}

static int32_t publish(
        smelt_scope *scope, smelt_device_object *device, id<MTLTexture> metal, uint32_t bytes_per_pixel,
        smelt_texture *handle) {
    smelt_texture_object *texture = calloc(1, sizeof *texture);
    if (texture == NULL) {
        return smelt_scope_fail(scope, SMELT_OUT_OF_MEMORY, "no memory for a texture");
    }
    smelt_object_init(&texture->resource.base, SMELT_KIND_TEXTURE, destroy_texture);
    smelt_object_retain(&device->base);
    texture->resource.device = device;
    texture->metal = [metal retain];
    texture->width = (uint32_t) [metal width];
    texture->height = (uint32_t) [metal height];
    texture->bytes_per_pixel = bytes_per_pixel;
    texture->managed = [metal storageMode] == MTLStorageModeManaged;
    smelt_scope_keep(scope, &texture->resource.base);
    return smelt_scope_publish(scope, &texture->resource.base, handle);
}

static int32_t create(
        smelt_scope *scope, smelt_device device, int32_t format, uint32_t width, uint32_t height, const char *label,
        smelt_texture *texture) {
    smelt_device_object *used = smelt_scope_use(scope, device, SMELT_KIND_DEVICE);
    if (used == NULL) {
        return SMELT_INVALID_HANDLE;
    }
    uint32_t bytes_per_pixel = smelt_format_size(format);
    if (bytes_per_pixel == 0) {
        return smelt_scope_fail(scope, SMELT_INVALID_ARGUMENT, "texture format %" PRId32, format);
    }
    if (width == 0 || height == 0 || width > SMELT_MAX_TEXTURE_SIDE || height > SMELT_MAX_TEXTURE_SIDE) {
        return smelt_scope_fail(
                scope, SMELT_INVALID_ARGUMENT, "texture of %" PRIu32 " x %" PRIu32 ": each side is 1 to %u", width,
                height, SMELT_MAX_TEXTURE_SIDE);
    }
    id<MTLTexture> metal =
            [[used->metal newTextureWithDescriptor:describe(used, format, width, height)] autorelease];
    if (metal == nil || !fill_with_zeros(metal, width, height, bytes_per_pixel)) {
        return smelt_scope_fail(
                scope, SMELT_OUT_OF_MEMORY,
                "Metal made no texture of %" PRIu32 " x %" PRIu32 " pixels of %" PRIu32 " bytes (%" PRIu64
                " bytes are allocated, %" PRIu64 " recommended at most)",
                width, height, bytes_per_pixel, (uint64_t) [used->metal currentAllocatedSize],
                (uint64_t) [used->metal recommendedMaxWorkingSetSize]);
    }
    NSString *text = smelt_label(label);
    if (text != nil) {
        [metal setLabel:text];
    }
    return publish(scope, used, metal, bytes_per_pixel, texture);
}

int32_t smelt_texture_create(
        smelt_device device, int32_t format, uint32_t width, uint32_t height, const char *label,
        smelt_texture *texture, smelt_error *error) {
    return smelt_call(error, ^int32_t(smelt_scope *scope) {
        SMELT_REQUIRE(scope, texture);
        *texture = 0;
        int32_t status = create(scope, device, format, width, height, label, texture);
        smelt_scope_concerns(scope, label, NULL);
        return status;
    });
}

/* The texture of a handle, if it has this rectangle and rows can be so far apart; NULL after failing. */
static smelt_texture_object *use(
        smelt_scope *scope, smelt_texture texture, MTLRegion region, uint64_t bytes_per_row) {
    smelt_texture_object *used = smelt_scope_use(scope, texture, SMELT_KIND_TEXTURE);
    if (used == NULL) {
        return NULL;
    }
    uint32_t sides[2] = {used->width, used->height};
    uint32_t x = (uint32_t) region.origin.x, width = (uint32_t) region.size.width;
    uint32_t y = (uint32_t) region.origin.y, height = (uint32_t) region.size.height;
    if (!smelt_format_has_rectangle(sides, x, y, width, height)) {
        smelt_scope_fail(
                scope, SMELT_INVALID_ARGUMENT,
                "no rectangle of %" PRIu32 " x %" PRIu32 " at (%" PRIu32 ", %" PRIu32 ") in a texture of %" PRIu32
                " x %" PRIu32,
                width, height, x, y, sides[0], sides[1]);
        return NULL;
    }
    if (!smelt_format_has_rows(used->bytes_per_pixel, width, bytes_per_row)) {
        smelt_scope_fail(
                scope, SMELT_INVALID_ARGUMENT,
                "%" PRIu64 " bytes from row to row: must be a multiple of %" PRIu32 ", at least %" PRIu64
                ", at most 32767 pixels",
                bytes_per_row, used->bytes_per_pixel, (uint64_t) width * used->bytes_per_pixel);
        return NULL;
    }
    return used;
}

int32_t smelt_texture_write(
        smelt_texture texture, uint32_t x, uint32_t y, uint32_t width, uint32_t height, const void *bytes,
        uint64_t bytes_per_row, smelt_error *error) {
    return smelt_call(error, ^int32_t(smelt_scope *scope) {
        SMELT_REQUIRE(scope, bytes);
        MTLRegion region = MTLRegionMake2D(x, y, width, height);
        smelt_texture_object *used = use(scope, texture, region, bytes_per_row);
        if (used == NULL) {
            return scope->error == NULL ? SMELT_OUT_OF_MEMORY : scope->error->code;
        }
        /* The last row ends with its last pixel: Metal does not read beyond, so neither do we. */
        [used->metal replaceRegion:region mipmapLevel:0 withBytes:bytes bytesPerRow:(NSUInteger) bytes_per_row];
        return SMELT_OK;
    });
}

int32_t smelt_texture_read(
        smelt_texture texture, uint32_t x, uint32_t y, uint32_t width, uint32_t height, void *bytes,
        uint64_t bytes_per_row, smelt_error *error) {
    return smelt_call(error, ^int32_t(smelt_scope *scope) {
        SMELT_REQUIRE(scope, bytes);
        MTLRegion region = MTLRegionMake2D(x, y, width, height);
        smelt_texture_object *used = use(scope, texture, region, bytes_per_row);
        if (used == NULL) {
            return scope->error == NULL ? SMELT_OUT_OF_MEMORY : scope->error->code;
        }
        [used->metal getBytes:bytes bytesPerRow:(NSUInteger) bytes_per_row fromRegion:region mipmapLevel:0];
        return SMELT_OK;
    });
}

int32_t smelt_texture_pending(smelt_texture texture, uint32_t *submissions, smelt_error *error) {
    return smelt_call(error, ^int32_t(smelt_scope *scope) {
        SMELT_REQUIRE(scope, submissions);
        smelt_texture_object *used = smelt_scope_use(scope, texture, SMELT_KIND_TEXTURE);
        if (used == NULL) {
            return SMELT_INVALID_HANDLE;
        }
        *submissions = atomic_load(&used->resource.pending);
        return SMELT_OK;
    });
}
