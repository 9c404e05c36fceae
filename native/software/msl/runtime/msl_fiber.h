/* Stacks that are switched between on one thread of the machine. */
#ifndef MSL_FIBER_H
#define MSL_FIBER_H

#include <stdbool.h>
#include <stddef.h>

#define MSL_FIBER_STACK (256 * 1024)

struct msl_fiber {
    void *sp;
    char *stack; /* the lowest address that can be used; below it is a page that can't */
    size_t size;
    void *sanitizer;
};

/* false if there is no memory. */
bool msl_fiber_create(struct msl_fiber *fiber);
void msl_fiber_destroy(struct msl_fiber *fiber);
/* The fiber begins anew, in body(argument), which never returns. */
void msl_fiber_prepare(struct msl_fiber *fiber, void (*body)(void *), void *argument);

/* `from` is who runs: a fiber, or the thread itself (its stack is NULL). */
void msl_fiber_switch(struct msl_fiber *from, struct msl_fiber *to);
/* First thing after a fiber has begun. */
void msl_fiber_entered(void);

#endif
