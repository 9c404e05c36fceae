/*
 * What the bridge uses of Metal's interface, and a little more, declared in our own words for GNUstep's Foundation:
 * enough to compile the bridge's sources without a Mac, unchanged, and to test what they run on. Types, nullability and
 * numbers are those of Metal.
 */
#ifndef SMELT_LINUX_METAL_H
#define SMELT_LINUX_METAL_H

#import <Metal/MTLTypes.h>
#import <Metal/MTLPixelFormat.h>
#import <Metal/MTLResource.h>
#import <Metal/MTLBuffer.h>
#import <Metal/MTLTexture.h>
#import <Metal/MTLSampler.h>
#import <Metal/MTLFunctionConstantValues.h>
#import <Metal/MTLLibrary.h>
#import <Metal/MTLComputePipeline.h>
#import <Metal/MTLBinaryArchive.h>
#import <Metal/MTLCommandEncoder.h>
#import <Metal/MTLComputeCommandEncoder.h>
#import <Metal/MTLBlitCommandEncoder.h>
#import <Metal/MTLEvent.h>
#import <Metal/MTLCommandBuffer.h>
#import <Metal/MTLCommandQueue.h>
#import <Metal/MTLCaptureManager.h>
#import <Metal/MTLDevice.h>

#endif
