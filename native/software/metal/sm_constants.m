#import "sm_library.h"

/* Bytes of a value of a type; 0 of types that are not known here. */
static NSUInteger size_of_type(MTLDataType type) {
    switch (type) {
        case MTLDataTypeFloat:
        case MTLDataTypeInt:
        case MTLDataTypeUInt: return 4;
        case MTLDataTypeHalf:
        case MTLDataTypeShort:
        case MTLDataTypeUShort: return 2;
        case MTLDataTypeChar:
        case MTLDataTypeUChar:
        case MTLDataTypeBool: return 1;
        default: return 0;
    }
}

@implementation MTLFunctionConstantValues
- (id)init {
    self = [super init];
    values = [[NSMutableDictionary alloc] init];
    return self;
}

- (void)dealloc {
    [values release];
    [super dealloc];
}

- (id)copyWithZone:(NSZone *)zone {
    MTLFunctionConstantValues *made = [[MTLFunctionConstantValues allocWithZone:zone] init];
    [made->values addEntriesFromDictionary:values];
    return made;
}

- (void)set:(const void *)value type:(MTLDataType)type for:(id)key method:(SEL)method {
    NSUInteger size = size_of_type(type);
    SM_RULE_OF(method, value != NULL, @"the value is NULL");
    SM_RULE_OF(method, size > 0, @"a value of type %lu, which the software Metal does not know", (unsigned long) type);
    [values setObject:[NSData dataWithBytes:value length:size] forKey:key];
}

- (void)setConstantValue:(const void *)value type:(MTLDataType)type atIndex:(NSUInteger)index {
    SM_RULE(index < 65536, @"index %lu is not below 65536", (unsigned long) index);
    [self set:value type:type for:[NSNumber numberWithUnsignedInteger:index] method:_cmd];
}

- (void)setConstantValue:(const void *)value type:(MTLDataType)type withName:(NSString *)name {
    SM_RULE(name != nil, @"the name is nil");
    [self set:value type:type for:[[name copy] autorelease] method:_cmd];
}

- (void)reset {
    [values removeAllObjects];
}

- (const msl_constant *)constants:(size_t *)count {
    NSMutableData *memory = [NSMutableData dataWithLength:([values count] + 1) * sizeof(msl_constant)];
    msl_constant *constants = [memory mutableBytes];
    *count = 0;
    for (id key in values) {
        NSData *value = [values objectForKey:key];
        msl_constant *constant = &constants[(*count)++];
        constant->value = [value bytes];
        constant->size = [value length];
        if ([key isKindOfClass:[NSString class]]) {
            constant->name = [key UTF8String];
        } else {
            constant->index = (uint32_t) [key unsignedIntegerValue];
        }
    }
    return constants;
}
@end
