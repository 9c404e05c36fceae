/*
 * What the bridge uses of Apple's Foundation, declared in our own words, so that the library for macOS can be compiled
 * where Apple's SDK is not. Names, types and their sizes are those of Foundation on macOS, for arm64 and x86_64.
 */
#ifndef SMELT_MACOS_FOUNDATION_H
#define SMELT_MACOS_FOUNDATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define NS_ENUM(type, name) \
    enum name : type name; \
    enum name : type
#define NS_OPTIONS(type, name) NS_ENUM(type, name)

typedef long NSInteger;
typedef unsigned long NSUInteger;
typedef double NSTimeInterval;
typedef NSUInteger NSStringEncoding;

#if __OBJC_BOOL_IS_BOOL
typedef bool BOOL;
#else
typedef signed char BOOL;
#endif
#define YES __objc_yes
#define NO __objc_no
#define nil ((id) 0)

typedef struct objc_class *Class;
typedef struct objc_object {
    Class isa;
} *id;
typedef struct objc_selector *SEL;
typedef struct _NSZone NSZone;
typedef struct _NSRange {
    NSUInteger location, length;
} NSRange;

static inline NSRange NSMakeRange(NSUInteger location, NSUInteger length) {
    return (NSRange) {location, length};
}

enum { NSUTF8StringEncoding = 4 };

static const NSInteger NSNotFound = __LONG_MAX__;

@class NSString;

@protocol NSObject
- (instancetype)retain;
- (oneway void)release;
- (instancetype)autorelease;
- (BOOL)respondsToSelector:(SEL)selector;
- (BOOL)isKindOfClass:(Class)type;
- (BOOL)isEqual:(id)other;
- (NSUInteger)hash;
- (NSString *)description;
@end

@protocol NSCopying
- (id)copyWithZone:(NSZone *)zone;
@end

__attribute__((objc_root_class))
@interface NSObject <NSObject>
+ (instancetype)alloc;
+ (instancetype)new;
- (instancetype)init;
- (void)dealloc;
+ (Class)class;
@end

@interface NSString : NSObject <NSCopying>
@property (readonly) NSUInteger length;
@property (readonly) const char *UTF8String __attribute__((objc_returns_inner_pointer));
+ (instancetype)stringWithString:(NSString *)string;
+ (instancetype)stringWithUTF8String:(const char *)text;
+ (instancetype)stringWithFormat:(NSString *)format, ... __attribute__((format(NSString, 1, 2)));
- (instancetype)initWithBytes:(const void *)bytes length:(NSUInteger)length encoding:(NSStringEncoding)encoding;
- (BOOL)isEqualToString:(NSString *)other;
- (BOOL)hasPrefix:(NSString *)prefix;
@property (readonly, copy) NSString *pathExtension;
@property (readonly) const char *fileSystemRepresentation __attribute__((objc_returns_inner_pointer));
- (NSString *)stringByAppendingPathComponent:(NSString *)component;
- (NSString *)stringByAppendingFormat:(NSString *)format, ... __attribute__((format(NSString, 1, 2)));
@end

@interface NSMutableString : NSString
- (void)appendString:(NSString *)string;
- (void)appendFormat:(NSString *)format, ... __attribute__((format(NSString, 1, 2)));
@end

typedef struct {
    unsigned long state;
    id *items;
    unsigned long *mutations;
    unsigned long extra[5];
} NSFastEnumerationState;

@interface NSArray<__covariant ObjectType> : NSObject <NSCopying>
@property (readonly) NSUInteger count;
@property (readonly) ObjectType lastObject;
@property (readonly) ObjectType firstObject;
+ (instancetype)array;
+ (instancetype)arrayWithObject:(ObjectType)object;
- (ObjectType)objectAtIndex:(NSUInteger)index;
- (NSUInteger)indexOfObjectIdenticalTo:(ObjectType)object;
- (BOOL)containsObject:(ObjectType)object;
- (NSUInteger)countByEnumeratingWithState:(NSFastEnumerationState *)state objects:(id[])objects count:(NSUInteger)count;
- (NSString *)componentsJoinedByString:(NSString *)separator;
@end

@interface NSCharacterSet : NSObject
@property (class, readonly, copy) NSCharacterSet *alphanumericCharacterSet;
@property (readonly, copy) NSCharacterSet *invertedSet;
+ (NSCharacterSet *)characterSetWithCharactersInString:(NSString *)characters;
@end

@interface NSString (Parts)
- (NSArray<NSString *> *)componentsSeparatedByCharactersInSet:(NSCharacterSet *)separators;
@end

@interface NSMutableArray<ObjectType> : NSArray <ObjectType>
- (void)addObject:(ObjectType)object;
@end

@interface NSDictionary<__covariant KeyType, __covariant ObjectType> : NSObject
- (ObjectType)objectForKey:(KeyType)key;
@end

@interface NSMutableDictionary<KeyType, ObjectType> : NSDictionary <KeyType, ObjectType>
- (void)setObject:(ObjectType)object forKey:(KeyType)key;
@end

@interface NSURL : NSObject
+ (NSURL *)fileURLWithPath:(NSString *)path;
@end

@interface NSFileManager : NSObject
@property (class, readonly, strong) NSFileManager *defaultManager;
- (BOOL)fileExistsAtPath:(NSString *)path;
@end

@interface NSProcessInfo : NSObject
@property (class, readonly, strong) NSProcessInfo *processInfo;
@property (readonly, copy) NSString *operatingSystemVersionString;
@property (readonly, copy) NSString *globallyUniqueString;
@end

@interface NSError : NSObject
@property (readonly, copy) NSString *domain;
@property (readonly) NSInteger code;
@property (readonly, copy) NSDictionary *userInfo;
@property (readonly, copy) NSString *localizedDescription;
@property (readonly, copy) NSString *localizedFailureReason;
@end

__attribute__((objc_exception))
@interface NSException : NSObject
@property (readonly, copy) NSString *name;
@property (readonly, copy) NSString *reason;
+ (void)raise:(NSString *)name format:(NSString *)format, ... __attribute__((format(NSString, 2, 3)));
@end

extern NSString *const NSGenericException;
extern NSString *const NSMallocException;
extern NSString *const NSUnderlyingErrorKey;

#endif
