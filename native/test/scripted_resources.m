/* Textures with memory, archives that know names, and a capture manager. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#import "scripted_classes.h"

NSString *const MTLBinaryArchiveDomain = @"MTLBinaryArchiveDomain";
NSString *const MTLCaptureErrorDomain = @"MTLCaptureErrorDomain";

@implementation MTLTextureDescriptor
@synthesize textureType, pixelFormat, width, height, depth, mipmapLevelCount, sampleCount, arrayLength;
@synthesize storageMode, cpuCacheMode, usage;

+ (MTLTextureDescriptor *)texture2DDescriptorWithPixelFormat:(MTLPixelFormat)pixelFormat
                                                       width:(NSUInteger)width
                                                      height:(NSUInteger)height
                                                   mipmapped:(BOOL)mipmapped {
    (void) mipmapped;
    MTLTextureDescriptor *made = [[[MTLTextureDescriptor alloc] init] autorelease];
    [made setPixelFormat:pixelFormat];
    [made setWidth:width];
    [made setHeight:height];
    return made;
}
@end

@implementation MTLBinaryArchiveDescriptor
@synthesize url;

- (void)dealloc {
    [url release];
    [super dealloc];
}
@end

@implementation MTLCaptureDescriptor
@synthesize captureObject, destination, outputURL;

- (void)dealloc {
    [captureObject release];
    [outputURL release];
    [super dealloc];
}
@end

static NSUInteger size_of_pixel(MTLPixelFormat format) {
    switch (format) {
        case MTLPixelFormatR8Unorm: return 1;
        case MTLPixelFormatRGBA16Float: return 8;
        case MTLPixelFormatRGBA32Uint:
        case MTLPixelFormatRGBA32Sint:
        case MTLPixelFormatRGBA32Float: return 16;
        default: return 4;
    }
}

@implementation ScriptedTexture
@synthesize width, height, storageMode;

- (id)initWithDescriptor:(MTLTextureDescriptor *)descriptor {
    self = [super init];
    width = [descriptor width];
    height = [descriptor height];
    storageMode = [descriptor storageMode];
    pixel_size = size_of_pixel([descriptor pixelFormat]);
    memory = malloc(width * height * pixel_size);
    memset(memory, 0xAA, width * height * pixel_size); /* Metal promises nothing */
    scripted_note("texture(%u, usage %u, storage %u) ", (unsigned) [descriptor pixelFormat],
         (unsigned) [descriptor usage], (unsigned) storageMode);
    return self;
}

- (void)dealloc {
    free(memory);
    [super dealloc];
}

- (uint8_t *)pixelAt:(NSUInteger)x row:(NSUInteger)y {
    return memory + (y * width + x) * pixel_size;
}

- (void)replaceRegion:(MTLRegion)region
          mipmapLevel:(NSUInteger)level
            withBytes:(const void *)bytes
          bytesPerRow:(NSUInteger)bytesPerRow {
    (void) level;
    scripted_act(_cmd);
    for (NSUInteger y = 0; y < region.size.height; y++) {
        memcpy([self pixelAt:region.origin.x row:region.origin.y + y], (const uint8_t *) bytes + y * bytesPerRow,
               region.size.width * pixel_size);
    }
}

- (void)getBytes:(void *)bytes
     bytesPerRow:(NSUInteger)bytesPerRow
      fromRegion:(MTLRegion)region
     mipmapLevel:(NSUInteger)level {
    (void) level;
    scripted_act(_cmd);
    for (NSUInteger y = 0; y < region.size.height; y++) {
        memcpy((uint8_t *) bytes + y * bytesPerRow, [self pixelAt:region.origin.x row:region.origin.y + y],
               region.size.width * pixel_size);
    }
}
@end

/* GNUstep's own way leaks when it fails. */
static BOOL write_text(const char *text, const char *path) {
    FILE *file = fopen(path, "w");
    if (file == NULL) {
        return NO;
    }
    fputs(text, file);
    return fclose(file) == 0;
}

@implementation ScriptedArchive
- (id)init {
    self = [super init];
    names = [[NSMutableSet alloc] init];
    return self;
}

- (void)dealloc {
    [names release];
    [super dealloc];
}

- (BOOL)readFrom:(NSURL *)url {
    NSString *text = [NSString stringWithContentsOfFile:[url path] encoding:NSUTF8StringEncoding error:NULL];
    if (![text hasPrefix:@"archive"]) {
        return NO;
    }
    [names addObjectsFromArray:[text componentsSeparatedByString:@" "]];
    return YES;
}

- (BOOL)has:(MTLComputePipelineDescriptor *)descriptor {
    return [names containsObject:[[descriptor computeFunction] name]];
}

- (BOOL)addComputePipelineFunctionsWithDescriptor:(MTLComputePipelineDescriptor *)descriptor
                                            error:(NSError **)error {
    (void) error;
    if (scripted_act(_cmd)) {
        return NO;
    }
    [names addObject:[[descriptor computeFunction] name]];
    return YES;
}

- (BOOL)serializeToURL:(NSURL *)url error:(NSError **)error {
    NSString *text = [@"archive " stringByAppendingString:[[names allObjects] componentsJoinedByString:@" "]];
    if (scripted_act(_cmd)
        || !write_text([text UTF8String], [[url path] UTF8String])) {
        *error = [NSError errorWithDomain:MTLBinaryArchiveDomain
                                     code:MTLBinaryArchiveErrorInternalError
                                 userInfo:[NSDictionary dictionaryWithObject:@"not on this machine"
                                                                      forKey:NSLocalizedDescriptionKey]];
        return NO;
    }
    return YES;
}
@end

static BOOL capturing;

@implementation MTLCaptureManager
+ (MTLCaptureManager *)sharedCaptureManager {
    return [[[MTLCaptureManager alloc] init] autorelease];
}

- (BOOL)supportsDestination:(MTLCaptureDestination)destination {
    return destination == MTLCaptureDestinationGPUTraceDocument && !scripted.cannot_capture;
}

- (BOOL)startCaptureWithDescriptor:(MTLCaptureDescriptor *)descriptor error:(NSError **)error {
    if (scripted_act(_cmd)) {
        *error = [NSError errorWithDomain:MTLCaptureErrorDomain code:MTLCaptureErrorInvalidDescriptor userInfo:nil];
        return NO;
    }
    scripted_note("capture(%s) ", [[[descriptor outputURL] path] UTF8String]);
    capturing = YES;
    return YES;
}

- (void)stopCapture {
    scripted_note("stop ");
    capturing = NO;
}

- (BOOL)isCapturing {
    return capturing;
}
@end
