/* See string.h. */
#undef assert
#define assert(condition) \
    (__builtin_expect(!(condition), 0) ? __assert_rtn(__func__, __FILE__, __LINE__, #condition) : (void) 0)
#ifndef SMELT_MACOS_ASSERT_H
#define SMELT_MACOS_ASSERT_H

void __assert_rtn(const char *function, const char *file, int line, const char *condition)
        __attribute__((noreturn, cold));
#define static_assert _Static_assert

#endif
