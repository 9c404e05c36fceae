#define _GNU_SOURCE
#include "msl_fiber.h"

#include <pthread.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define FIBER_ASAN 1
#include <sanitizer/common_interface_defs.h>
#endif
#if __has_feature(thread_sanitizer)
#define FIBER_TSAN 1
#include <sanitizer/tsan_interface.h>
#endif
#endif

/* Saves what a call must keep on the stack, and goes on where the other stack was left. */
void msl_switch_stacks(void **from, void *to);
void msl_begin(void);

#if defined(__x86_64__)
__asm__(".text\n"
        ".globl msl_switch_stacks\n.hidden msl_switch_stacks\n.type msl_switch_stacks, @function\n"
        "msl_switch_stacks:\n"
        "  pushq %rbp\n  pushq %rbx\n  pushq %r12\n  pushq %r13\n  pushq %r14\n  pushq %r15\n"
        "  movq %rsp, (%rdi)\n"
        "  movq %rsi, %rsp\n"
        "  popq %r15\n  popq %r14\n  popq %r13\n  popq %r12\n  popq %rbx\n  popq %rbp\n"
        "  ret\n"
        ".globl msl_begin\n.hidden msl_begin\n.type msl_begin, @function\n"
        "msl_begin:\n"
        "  movq %r13, %rdi\n"
        "  callq *%r12\n"
        "  ud2\n");
enum { SAVED = 6, BODY = 3, ARGUMENT = 2, RETURN = 6 };
#elif defined(__aarch64__)
__asm__(".text\n"
        ".globl msl_switch_stacks\n.hidden msl_switch_stacks\n.type msl_switch_stacks, @function\n"
        "msl_switch_stacks:\n"
        "  sub sp, sp, #160\n"
        "  stp x19, x20, [sp]\n  stp x21, x22, [sp, #16]\n  stp x23, x24, [sp, #32]\n  stp x25, x26, [sp, #48]\n"
        "  stp x27, x28, [sp, #64]\n  stp x29, x30, [sp, #80]\n"
        "  stp d8, d9, [sp, #96]\n  stp d10, d11, [sp, #112]\n  stp d12, d13, [sp, #128]\n  stp d14, d15, [sp, #144]\n"
        "  mov x9, sp\n  str x9, [x0]\n  mov sp, x1\n"
        "  ldp x19, x20, [sp]\n  ldp x21, x22, [sp, #16]\n  ldp x23, x24, [sp, #32]\n  ldp x25, x26, [sp, #48]\n"
        "  ldp x27, x28, [sp, #64]\n  ldp x29, x30, [sp, #80]\n"
        "  ldp d8, d9, [sp, #96]\n  ldp d10, d11, [sp, #112]\n  ldp d12, d13, [sp, #128]\n  ldp d14, d15, [sp, #144]\n"
        "  add sp, sp, #160\n"
        "  ret\n"
        ".globl msl_begin\n.hidden msl_begin\n.type msl_begin, @function\n"
        "msl_begin:\n"
        "  mov x0, x20\n"
        "  blr x19\n"
        "  brk #1\n");
enum { SAVED = 20, BODY = 0, ARGUMENT = 1, RETURN = 11 };
#else
#error "fibers are written for x86_64 and aarch64"
#endif

bool msl_fiber_create(struct msl_fiber *fiber) {
    const size_t page = (size_t)sysconf(_SC_PAGESIZE);
    char *memory = mmap(NULL, MSL_FIBER_STACK + page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory == MAP_FAILED) return false;
    mprotect(memory, page, PROT_NONE);
    fiber->stack = memory + page;
    fiber->size = MSL_FIBER_STACK;
    fiber->sp = NULL;
    fiber->sanitizer = NULL;
    return true;
}

void msl_fiber_destroy(struct msl_fiber *fiber) {
    const size_t page = (size_t)sysconf(_SC_PAGESIZE);
#ifdef FIBER_TSAN
    if (fiber->sanitizer != NULL) __tsan_destroy_fiber(fiber->sanitizer);
#endif
    munmap(fiber->stack - page, fiber->size + page);
}

void msl_fiber_prepare(struct msl_fiber *fiber, void (*body)(void *), void *argument) {
    uint64_t *top = (uint64_t *)(fiber->stack + fiber->size) - SAVED - 4;
    /* What msl_switch_stacks takes from the stack; after its return the stack is as at a call. */
    if ((uintptr_t)(top + SAVED + (RETURN == SAVED ? 1 : 0)) % 16 != 0) --top;
    for (int i = 0; i < SAVED; ++i) top[i] = 0;
    top[BODY] = (uint64_t)(uintptr_t)body;
    top[ARGUMENT] = (uint64_t)(uintptr_t)argument;
    top[RETURN] = (uint64_t)(uintptr_t)msl_begin;
    fiber->sp = top;
#ifdef FIBER_TSAN
    if (fiber->sanitizer != NULL) __tsan_destroy_fiber(fiber->sanitizer);
    fiber->sanitizer = __tsan_create_fiber(0);
#elif defined(FIBER_ASAN)
    fiber->sanitizer = NULL;
#endif
}

#ifdef FIBER_ASAN
/* The stack of the thread itself: where switches that lead out of a fiber go. */
static void own_stack(const void **bottom, size_t *size) {
    static _Thread_local void *low;
    static _Thread_local size_t length;
    if (low == NULL) {
        pthread_attr_t attributes;
        pthread_getattr_np(pthread_self(), &attributes);
        pthread_attr_getstack(&attributes, &low, &length);
        pthread_attr_destroy(&attributes);
    }
    *bottom = low;
    *size = length;
}
#endif

void msl_fiber_switch(struct msl_fiber *from, struct msl_fiber *to) {
#ifdef FIBER_ASAN
    const void *bottom = to->stack;
    size_t size = to->size;
    if (to->stack == NULL) own_stack(&bottom, &size);
    __sanitizer_start_switch_fiber(&from->sanitizer, bottom, size);
#endif
#ifdef FIBER_TSAN
    if (from->stack == NULL) from->sanitizer = __tsan_get_current_fiber();
    __tsan_switch_to_fiber(to->sanitizer, 0);
#endif
    msl_switch_stacks(&from->sp, to->sp);
#ifdef FIBER_ASAN
    __sanitizer_finish_switch_fiber(from->sanitizer, NULL, NULL);
#endif
}

void msl_fiber_entered(void) {
#ifdef FIBER_ASAN
    __sanitizer_finish_switch_fiber(NULL, NULL, NULL);
#endif
}
