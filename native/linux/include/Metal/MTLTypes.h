#ifndef SMELT_LINUX_MTL_TYPES_H
#define SMELT_LINUX_MTL_TYPES_H

#import <Foundation/Foundation.h>

typedef struct {
    NSUInteger width, height, depth;
} MTLSize;

static inline MTLSize MTLSizeMake(NSUInteger width, NSUInteger height, NSUInteger depth) {
    return (MTLSize) {width, height, depth};
}

#endif
