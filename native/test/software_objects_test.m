/* Each rule about what is made of a device, broken through Metal's own interface. */
#include <stdlib.h>

#import "software.h"

TEST(buffers_have_a_length) {
    NSUInteger most = [device maxBufferLength];
    REFUSES("length 0", [device newBufferWithLength:0 options:0]);
    REFUSES("maxBufferLength", [device newBufferWithLength:most + 1 options:0]);
    REFUSES("length 0", [device newBufferWithBytes:"" length:0 options:0]);
    REFUSES("bytes are NULL", [device newBufferWithBytes:(void *_Nonnull) NULL length:4 options:0]);
    REFUSES("memoryless", [device newBufferWithLength:16 options:MTLResourceStorageModeMemoryless]);
    REFUSES("unknown options", [device newBufferWithLength:16 options:1 << 20]);
}

TEST(memory_without_copy_is_made_of_pages) {
    NSUInteger page = (NSUInteger) sysconf(_SC_PAGESIZE);
    char *memory = aligned_alloc(page, 2 * page);
#define WRAP(at, bytes, how) [device newBufferWithBytesNoCopy:at length:bytes options:how deallocator:nil]
    REFUSES("aligned", WRAP(memory + 16, page, 0));
    REFUSES("multiple of the page", WRAP(memory, page + 16, 0));
    REFUSES("length 0", WRAP(memory, 0, 0));
    REFUSES("pointer is NULL", WRAP((void *_Nonnull) NULL, page, 0));
    REFUSES("private", WRAP(memory, page, MTLResourceStorageModePrivate));
    free(memory);
}

TEST(contents_of_private_buffers_are_the_gpus) {
    id<MTLBuffer> secret = [[device newBufferWithLength:16 options:MTLResourceStorageModePrivate] autorelease];
    REFUSES("private", [secret contents]);
    REFUSES("not managed", [buffer(16) didModifyRange:NSMakeRange(0, 4)]);
    id<MTLBuffer> managed = [[device newBufferWithLength:16 options:MTLResourceStorageModeManaged] autorelease];
    REFUSES("beyond", [managed didModifyRange:NSMakeRange(8, 12)]);
}

static MTLTextureDescriptor *descriptor(NSUInteger width, NSUInteger height) {
    return [MTLTextureDescriptor texture2DDescriptorWithPixelFormat:MTLPixelFormatR32Float
                                                              width:width
                                                             height:height
                                                          mipmapped:NO];
}

TEST(textures_have_a_size_and_a_format) {
    REFUSES("width of 0", [device newTextureWithDescriptor:descriptor(0, 4)]);
    REFUSES("height of 0", [device newTextureWithDescriptor:descriptor(4, 0)]);
    REFUSES("maximum allowed size of 16384", [device newTextureWithDescriptor:descriptor(16385, 1)]);
    MTLTextureDescriptor *from = descriptor(4, 4);
    [from setPixelFormat:MTLPixelFormatInvalid];
    REFUSES("pixel format 0", [device newTextureWithDescriptor:from]);
    from = descriptor(4, 4);
    [from setStorageMode:MTLStorageModeMemoryless];
    REFUSES("memoryless", [device newTextureWithDescriptor:from]);
    from = descriptor(4, 4);
    [from setTextureType:MTLTextureType3D];
    REFUSES("2-D textures", [device newTextureWithDescriptor:from]);
    REFUSES("descriptor is nil", [device newTextureWithDescriptor:(id _Nonnull) nil]);
    software_metal_set_faults("intel");
    REFUSES("cannot be shared", [device newTextureWithDescriptor:descriptor(4, 4)]);
}

TEST(pixels_are_copied_within_the_texture) {
    float pixels[64] = {0};
    id<MTLTexture> it = texture(6, 4);
#define READ(x, y, w, h, row) \
    [it getBytes:pixels bytesPerRow:row fromRegion:MTLRegionMake2D(x, y, w, h) mipmapLevel:0]
#define WRITE(x, y, w, h, row) \
    [it replaceRegion:MTLRegionMake2D(x, y, w, h) mipmapLevel:0 withBytes:pixels bytesPerRow:row]
    REFUSES("ends beyond", READ(1, 0, 6, 1, 24));
    REFUSES("ends beyond", WRITE(0, 3, 6, 2, 24));
    REFUSES("ends beyond", WRITE(6, 0, 1, 1, 24));
    REFUSES("empty", READ(0, 0, 0, 1, 24));
    REFUSES("multiple of the pixel's 4", READ(0, 0, 6, 1, 25));
    REFUSES("at least the region's 24", WRITE(0, 0, 6, 1, 20));
    REFUSES("32767 pixels", READ(0, 0, 6, 1, 32768 * 4));
    REFUSES("bytes are NULL", [it getBytes:(void *_Nonnull) NULL
                               bytesPerRow:24
                                fromRegion:MTLRegionMake2D(0, 0, 1, 1)
                               mipmapLevel:0]);
    REFUSES("mipmap level 1", [it getBytes:pixels
                               bytesPerRow:24
                                fromRegion:MTLRegionMake2D(0, 0, 1, 1)
                               mipmapLevel:1]);
    MTLTextureDescriptor *from = descriptor(4, 4);
    [from setStorageMode:MTLStorageModePrivate];
    it = [[device newTextureWithDescriptor:from] autorelease];
    REFUSES("private", READ(0, 0, 1, 1, 4));
}

TEST(pipelines_are_made_of_kernels) {
    MTLComputePipelineDescriptor *empty = [[[MTLComputePipelineDescriptor alloc] init] autorelease];
    REFUSES("must not be nil", [device newComputePipelineStateWithFunction:(id _Nonnull) nil error:NULL]);
    REFUSES("computeFunction must not be nil",
            [device newComputePipelineStateWithDescriptor:empty options:0 reflection:NULL error:NULL]);
    REFUSES("descriptor is nil", [device newComputePipelineStateWithDescriptor:(id _Nonnull) nil
                                                                       options:0
                                                                    reflection:NULL
                                                                         error:NULL]);
    MTLAutoreleasedComputePipelineReflection reflection = nil;
    REFUSES("no reflection", [device newComputePipelineStateWithDescriptor:empty
                                                                   options:0
                                                                reflection:&reflection
                                                                     error:NULL]);
    REFUSES("source is nil", [device newLibraryWithSource:(id _Nonnull) nil options:nil error:NULL]);
    REFUSES("data is NULL", [device newLibraryWithData:(dispatch_data_t _Nonnull) NULL error:NULL]);
    REFUSES("functionName must not be nil", [library newFunctionWithName:(id _Nonnull) nil]);
    REFUSES("functionName must not be nil",
            [library newFunctionWithName:(id _Nonnull) nil
                          constantValues:[[[MTLFunctionConstantValues alloc] init] autorelease]
                                   error:NULL]);
    REFUSES("constantValues must not be nil",
            [library newFunctionWithName:@"stepped" constantValues:(id _Nonnull) nil error:NULL]);
    id<MTLBinaryArchive> archive = [[device newBinaryArchiveWithDescriptor:
            [[[MTLBinaryArchiveDescriptor alloc] init] autorelease] error:NULL] autorelease];
    REFUSES("computeFunction must not be nil", [archive addComputePipelineFunctionsWithDescriptor:empty error:NULL]);
    REFUSES("descriptor is nil", [archive addComputePipelineFunctionsWithDescriptor:(id _Nonnull) nil error:NULL]);
    REFUSES("URL is nil", [archive serializeToURL:(id _Nonnull) nil error:NULL]);
    REFUSES("descriptor is nil", [device newBinaryArchiveWithDescriptor:(id _Nonnull) nil error:NULL]);
    REFUSES("a capture of nothing", [[MTLCaptureManager sharedCaptureManager]
            startCaptureWithDescriptor:[[[MTLCaptureDescriptor alloc] init] autorelease] error:NULL]);
    REFUSES("no capture runs", [[MTLCaptureManager sharedCaptureManager] stopCapture]);
}

TEST(function_constants_have_values) {
    MTLFunctionConstantValues *values = [[[MTLFunctionConstantValues alloc] init] autorelease];
    int value = 1;
    REFUSES("value is NULL", [values setConstantValue:(void *_Nonnull) NULL type:MTLDataTypeInt atIndex:0]);
    REFUSES("a value of type 9999", [values setConstantValue:&value type:(MTLDataType) 9999 atIndex:0]);
    REFUSES("index 65536 is not below", [values setConstantValue:&value type:MTLDataTypeInt atIndex:65536]);
    REFUSES("name is nil", [values setConstantValue:&value type:MTLDataTypeInt withName:(id _Nonnull) nil]);
}

int main(void) {
    warm_up(buffers_have_a_length);
    check_failures = 0;
    RUN(buffers_have_a_length);
    RUN(memory_without_copy_is_made_of_pages);
    RUN(contents_of_private_buffers_are_the_gpus);
    RUN(textures_have_a_size_and_a_format);
    RUN(pixels_are_copied_within_the_texture);
    RUN(pipelines_are_made_of_kernels);
    RUN(function_constants_have_values);
    return RESULT;
}
