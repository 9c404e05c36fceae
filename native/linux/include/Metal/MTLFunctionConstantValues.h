#ifndef SMELT_LINUX_MTL_FUNCTION_CONSTANT_VALUES_H
#define SMELT_LINUX_MTL_FUNCTION_CONSTANT_VALUES_H

#import <Foundation/Foundation.h>

#pragma clang assume_nonnull begin

/* Scalars; Metal has more. */
typedef NS_ENUM(NSUInteger, MTLDataType) {
    MTLDataTypeNone = 0,
    MTLDataTypeFloat = 3,
    MTLDataTypeHalf = 16,
    MTLDataTypeInt = 29,
    MTLDataTypeUInt = 33,
    MTLDataTypeShort = 37,
    MTLDataTypeUShort = 41,
    MTLDataTypeChar = 45,
    MTLDataTypeUChar = 49,
    MTLDataTypeBool = 53,
};

@interface MTLFunctionConstantValues : NSObject <NSCopying> {
@private
    NSMutableDictionary *values;
}
- (void)setConstantValue:(const void *)value type:(MTLDataType)type atIndex:(NSUInteger)index;
- (void)setConstantValue:(const void *)value type:(MTLDataType)type withName:(NSString *)name;
- (void)reset;
@end

#pragma clang assume_nonnull end

#endif
