// Runs the threads of one threadgroup by turns: each goes on until it waits at a barrier.
#include <stdlib.h>
#include <ucontext.h>

enum { MAX_LANES = 1024, STACK = 1 << 17 };

typedef void lane_function(unsigned long *buffers, unsigned width, unsigned lane);

static ucontext_t scheduler, contexts[MAX_LANES];
static char *stacks;
static unsigned char ended[MAX_LANES];
static unsigned running;
static lane_function *function;
static unsigned long *arguments;
static unsigned width;

static void enter(void) {
    function(arguments, width, running);
    ended[running] = 1;
}

void smelt_test_wait(void) { swapcontext(&contexts[running], &scheduler); }

void smelt_test_share(const void *memory) { (void) memory; }

// Returns 0, or 1 where threads had ended when others waited for them.
int smelt_test_run(lane_function *lane, unsigned long *buffers, unsigned lanes) {
    if (lanes > MAX_LANES) {
        return -1;
    }
    if (!stacks) {
        stacks = malloc((size_t) MAX_LANES * STACK);
    }
    function = lane;
    arguments = buffers;
    width = lanes;
    for (unsigned i = 0; i < lanes; ++i) {
        getcontext(&contexts[i]);
        contexts[i].uc_stack.ss_sp = stacks + (size_t) i * STACK;
        contexts[i].uc_stack.ss_size = STACK;
        contexts[i].uc_link = &scheduler;
        ended[i] = 0;
        makecontext(&contexts[i], enter, 0);
    }
    int parted = 0;
    for (unsigned left = lanes; left > 0;) {
        unsigned waiting = left;
        for (unsigned i = 0; i < lanes; ++i) {
            if (!ended[i]) {
                running = i;
                swapcontext(&scheduler, &contexts[i]);
                waiting -= ended[i];
            }
        }
        parted |= waiting > 0 && waiting < lanes;
        left = waiting;
    }
    return parted;
}
