/*
 * What all objects of the software Metal are. It is built for tests, and so stricter than fast: whoever breaks one of
 * Metal's rules gets an NSException named SoftwareMetalValidation, whose text says which rule.
 */
#ifndef SM_OBJECT_H
#define SM_OBJECT_H

#import <Metal/Metal.h>

extern NSString *const SMValidationException;

/* Raises unless a rule of Metal is kept. The text begins with the method that was called. */
#define SM_RULE(kept, ...) SM_RULE_OF(_cmd, kept, __VA_ARGS__)
#define SM_RULE_OF(method, kept, ...) \
    do { \
        if (!(kept)) { \
            SM_BROKEN(__FILE__, __LINE__); \
            sm_refuse(method, __VA_ARGS__); \
        } \
    } while (0)

/* For check-linux.sh, which asks whether tests break every rule: writes down which one was broken. */
#ifdef SM_BROKEN_RULES
#define SM_BROKEN(file, line) sm_write_down(SM_BROKEN_RULES, file, line)
void sm_write_down(const char *path, const char *file, int line);
#else
#define SM_BROKEN(file, line) ((void) 0)
#endif

void sm_refuse(SEL method, NSString *format, ...) __attribute__((noreturn, format(__NSString__, 2, 3)));

/* An error with a text, autoreleased; goes to *error unless that is NULL. */
void sm_error(NSError **error, NSString *domain, NSInteger code, NSString *text);

/*
 * An object with a label and a device. Once released for the last time it stays for a while as one that answers every
 * message with an exception: so use after release is told, and not a matter of luck.
 */
@interface SMObject : NSObject {
    NSString *label;
    id device;
}
@property (copy, atomic) NSString *label;
@property (readonly) id device;
- (id)initWithDevice:(id)owner;
@end

/* Whether an object was released for the last time; it need not be one any more. */
bool sm_is_released(id object);

/* How many objects live: for tests that look for leaks. */
long sm_living(void);

#endif
