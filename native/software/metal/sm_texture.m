#include <string.h>

#import "sm_device.h"
#import "sm_resources.h"

@implementation MTLTextureDescriptor
@synthesize textureType, pixelFormat, width, height, depth, mipmapLevelCount, sampleCount, arrayLength;
@synthesize storageMode, cpuCacheMode, usage;

- (id)init {
    self = [super init];
    textureType = MTLTextureType2D;
    pixelFormat = MTLPixelFormatRGBA8Unorm;
    width = height = depth = mipmapLevelCount = sampleCount = arrayLength = 1;
    usage = MTLTextureUsageShaderRead;
    return self;
}

+ (MTLTextureDescriptor *)texture2DDescriptorWithPixelFormat:(MTLPixelFormat)pixelFormat
                                                       width:(NSUInteger)width
                                                      height:(NSUInteger)height
                                                   mipmapped:(BOOL)mipmapped {
    MTLTextureDescriptor *made = [[[MTLTextureDescriptor alloc] init] autorelease];
    [made setPixelFormat:pixelFormat];
    [made setWidth:width];
    [made setHeight:height];
    if (mipmapped) {
        NSUInteger levels = 1;
        for (NSUInteger side = width > height ? width : height; side > 1; side /= 2) {
            levels++;
        }
        [made setMipmapLevelCount:levels];
    }
    return made;
}
@end

@implementation SMTexture
@synthesize pixelFormat, width, height, usage;

- (id)initWithDevice:(SMDevice *)owner descriptor:(MTLTextureDescriptor *)descriptor pixelSize:(NSUInteger)bytes {
    NSUInteger length = [descriptor width] * [descriptor height] * bytes;
    self = [super initWithDevice:owner
                          length:length
                         options:[descriptor storageMode] << 4 | [descriptor cpuCacheMode]];
    if (self == nil) {
        return nil;
    }
    pixelFormat = [descriptor pixelFormat];
    width = [descriptor width];
    height = [descriptor height];
    usage = [descriptor usage];
    pixel_size = bytes;
    memset(gpu, 0xCB, length); /* Metal promises nothing of new textures */
    if (cpu != NULL) {
        memset(cpu, 0xCB, length);
    }
    level = (msl_level) {.contents = gpu, .bytes_per_row = width * bytes, .bytes_per_image = length};
    image = (msl_texture) {
        .type = MTLTextureType2D, .format = (int) pixelFormat, .width = (uint32_t) width, .height = (uint32_t) height,
        .depth = 1, .array_length = 1, .level_count = 1, .levels = &level};
    return self;
}

- (const msl_texture *)image {
    return &image;
}

- (MTLTextureType)textureType {
    return MTLTextureType2D;
}

- (NSUInteger)depth {
    return 1;
}

- (NSUInteger)mipmapLevelCount {
    return 1;
}

- (NSUInteger)sampleCount {
    return 1;
}

- (NSUInteger)arrayLength {
    return 1;
}

/* Rules of both directions, from the reference of MTLTexture's getBytes and replaceRegion. */
- (void)check:(MTLRegion)region level:(NSUInteger)mip bytes:(const void *)bytes row:(NSUInteger)row for:(SEL)method {
    SM_RULE_OF(method, bytes != NULL, @"the bytes are NULL");
    SM_RULE_OF(method, storageMode != MTLStorageModePrivate, @"the texture is private to the GPU");
    SM_RULE_OF(method, mip == 0, @"mipmap level %lu of 1", (unsigned long) mip);
    SM_RULE_OF(method, region.size.width > 0 && region.size.height > 0 && region.size.depth == 1 && region.origin.z == 0,
            @"the region is empty, or not of a 2-D texture");
    SM_RULE_OF(method, region.origin.x < width && region.size.width <= width - region.origin.x
            && region.origin.y < height && region.size.height <= height - region.origin.y,
            @"the region of %lu x %lu at (%lu, %lu) ends beyond the texture's %lu x %lu",
            (unsigned long) region.size.width, (unsigned long) region.size.height,
            (unsigned long) region.origin.x, (unsigned long) region.origin.y, (unsigned long) width,
            (unsigned long) height);
    SM_RULE_OF(method, row % pixel_size == 0, @"bytesPerRow(%lu) must be a multiple of the pixel's %lu bytes",
            (unsigned long) row, (unsigned long) pixel_size);
    SM_RULE_OF(method, row >= region.size.width * pixel_size, @"bytesPerRow(%lu) must be at least the region's %lu",
            (unsigned long) row, (unsigned long) (region.size.width * pixel_size));
    SM_RULE_OF(method, row / pixel_size <= 32767, @"bytesPerRow(%lu) must be at most 32767 pixels", (unsigned long) row);
}

- (NSUInteger)offsetOf:(MTLRegion)region row:(NSUInteger)y {
    return ((region.origin.y + y) * width + region.origin.x) * pixel_size;
}

- (void)getBytes:(void *)bytes
     bytesPerRow:(NSUInteger)row
      fromRegion:(MTLRegion)region
     mipmapLevel:(NSUInteger)mip {
    [self check:region level:mip bytes:bytes row:row for:_cmd];
    for (NSUInteger y = 0; y < region.size.height; y++) {
        memcpy((uint8_t *) bytes + y * row, cpu + [self offsetOf:region row:y], region.size.width * pixel_size);
    }
}

- (void)replaceRegion:(MTLRegion)region
          mipmapLevel:(NSUInteger)mip
            withBytes:(const void *)bytes
          bytesPerRow:(NSUInteger)row {
    [self check:region level:mip bytes:bytes row:row for:_cmd];
    for (NSUInteger y = 0; y < region.size.height; y++) {
        const uint8_t *from = (const uint8_t *) bytes + y * row;
        memcpy(cpu + [self offsetOf:region row:y], from, region.size.width * pixel_size);
        if (gpu != cpu) {
            memcpy(gpu + [self offsetOf:region row:y], from, region.size.width * pixel_size);
        }
    }
}
@end

@implementation MTLSamplerDescriptor
@synthesize minFilter, magFilter, mipFilter, sAddressMode, tAddressMode, rAddressMode, normalizedCoordinates;
@synthesize lodMinClamp, lodMaxClamp, label;

- (id)init {
    self = [super init];
    normalizedCoordinates = YES;
    lodMaxClamp = 3.4028235e38f;
    return self;
}

- (void)dealloc {
    [label release];
    [super dealloc];
}

- (id)copyWithZone:(NSZone *)zone {
    MTLSamplerDescriptor *made = (MTLSamplerDescriptor *) NSCopyObject(self, 0, zone);
    made->label = [label copy];
    return made;
}
@end

@implementation SMSampler
- (id)initWithDevice:(SMDevice *)owner descriptor:(MTLSamplerDescriptor *)from {
    self = [super initWithDevice:owner];
    sampler = (msl_sampler) {
        .min_filter = (int) [from minFilter], .mag_filter = (int) [from magFilter],
        .mip_filter = (int) [from mipFilter], .s_address = (int) [from sAddressMode],
        .t_address = (int) [from tAddressMode], .r_address = (int) [from rAddressMode],
        .normalized = [from normalizedCoordinates], .lod_min = [from lodMinClamp], .lod_max = [from lodMaxClamp]};
    label = [[from label] copy];
    return self;
}

- (const msl_sampler *)sampler {
    return &sampler;
}
@end
