#ifndef SMELT_LINUX_MTL_BUFFER_H
#define SMELT_LINUX_MTL_BUFFER_H

#import <Metal/MTLResource.h>

#pragma clang assume_nonnull begin

@protocol MTLBuffer <MTLResource>
@property (readonly) NSUInteger length;
- (void *)contents;
- (void)didModifyRange:(NSRange)range;
@end

#pragma clang assume_nonnull end

#endif
