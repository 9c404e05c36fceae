/* What kernels do wrong while they run: each is named, none brings the process down. */
#include "msl_check.h"

#define HEAD "#include <metal_stdlib>\nusing namespace metal;\n"

static void names_a_barrier_that_not_all_reach(void) {
    msl_program *program = compiled(HEAD
        "kernel void early(uint i [[thread_position_in_threadgroup]]) {\n"
        "    if (i == 3) return;\n"
        "    threadgroup_barrier(mem_flags::mem_none);\n"
        "}\n"
        "kernel void two(uint i [[thread_position_in_threadgroup]], device int* p [[buffer(0)]]) {\n"
        "    if (i < 2) { threadgroup_barrier(mem_flags::mem_none); p[0] = 1; }\n"
        "    else { threadgroup_barrier(mem_flags::mem_device); p[1] = 2; }\n"
        "}\n", 0);
    int p[2];
    call early = call_of(program, "early");
    grid(&early, 4, 1, 1, 4, 1, 1);
    char *fault = fault_of(&early);
    CHECK_TEXT(fault, "kernel 'early': thread (0, 0, 0) of threadgroup (0, 0, 0) waits at a barrier that thread (3, 0, 0) doesn't reach");
    free(fault);
    call two = call_of(program, "two");
    bind(&two, 0, p, sizeof p);
    grid(&two, 4, 1, 1, 4, 1, 1);
    fault = fault_of(&two);
    CHECK_TEXT(fault, "threads (0, 0, 0) and (2, 0, 0) of threadgroup (0, 0, 0) wait at different barriers");
    free(fault);
    /* The next run is none the worse. */
    grid(&early, 3, 1, 1, 3, 1, 1);
    run(&early);
    msl_release(program);
}

static void names_what_lies_out_of_bounds(void) {
    msl_program *program = compiled(HEAD
        "kernel void over(device const int* in [[buffer(2)]], device int* out [[buffer(5)]], uint i [[thread_position_in_grid]]) {\n"
        "    out[i] = in[i];\n"
        "}\n"
        "kernel void tile(device int* out [[buffer(5)]], uint i [[thread_position_in_grid]]) {\n"
        "    threadgroup int t[4]; t[i] = 1; out[0] = t[0];\n"
        "}\n"
        "kernel void own(device int* out [[buffer(5)]], uint i [[thread_position_in_grid]]) {\n"
        "    int t[4] = {0}; t[i] = 1; out[0] = t[0] + t[3];\n"
        "}\n"
        "struct Wide { float4 a, b; };\n"
        "kernel void copy(device Wide* out [[buffer(5)]], constant Wide& w [[buffer(2)]]) { out[0] = w; }\n", MSL_CHECK_BOUNDS);
    int in[8] = {0}, out[8];
    call over = call_of(program, "over");
    bind(&over, 2, in, 7 * sizeof(int));
    bind(&over, 5, out, sizeof out);
    grid(&over, 7, 1, 1, 7, 1, 1);
    run(&over);
    grid(&over, 8, 1, 1, 8, 1, 1);
    char *fault = fault_of(&over);
    CHECK_TEXT(fault, "kernel 'over', thread (7, 0, 0) of the grid: loads 4 bytes at offset 28 of buffer 2, which has 28 bytes");
    free(fault);
    bind(&over, 2, in, sizeof in);
    bind(&over, 5, out + 1, 7 * sizeof(int));
    fault = fault_of(&over);
    CHECK_TEXT(fault, "stores 4 bytes at offset 28 of buffer 5, which has 28 bytes");
    free(fault);
    bind(&over, 2, NULL, 0);
    fault = fault_of(&over);
    CHECK_TEXT(fault, "kernel 'over', thread (0, 0, 0) of the grid:");
    free(fault);
    call tile = call_of(program, "tile");
    bind(&tile, 5, out, sizeof out);
    grid(&tile, 5, 1, 1, 5, 1, 1);
    fault = fault_of(&tile);
    CHECK_TEXT(fault, "thread (4, 0, 0) of the grid: ");
    free(fault);
    call own = call_of(program, "own");
    bind(&own, 5, out, sizeof out);
    grid(&own, 5, 1, 1, 5, 1, 1);
    fault = fault_of(&own);
    CHECK_TEXT(fault, "index out of the bounds of an array (program_source:");
    free(fault);
    _Alignas(16) float wide[16];
    call copy = call_of(program, "copy");
    bind(&copy, 5, wide, 32);
    bind(&copy, 2, wide + 8, 16);
    fault = fault_of(&copy);
    CHECK_TEXT(fault, "of buffer 2, which has 16 bytes");
    free(fault);
    msl_release(program);
}

static void names_pointers_that_are_null_or_misaligned(void) {
    msl_program *program = compiled(HEAD
        "kernel void nowhere(device int* out [[buffer(0)]]) { device int* p = nullptr; if (out[0] > 0) p = out; *p = 1; }\n"
        "kernel void askew(device char* out [[buffer(0)]], device int& at [[buffer(1)]]) {\n"
        "    *reinterpret_cast<device int*>(out + at) = 1;\n"
        "    *(device int *)(out + at) = 1;\n"
        "}\n", CHECKED);
    int out[4] = {0}, at = 4;
    call nowhere = call_of(program, "nowhere");
    bind(&nowhere, 0, out, sizeof out);
    char *fault = fault_of(&nowhere);
    CHECK_TEXT(fault, "stores 4 bytes at address 0x0, which nothing is bound to");
    free(fault);
    out[0] = 1;
    run(&nowhere);
    call askew = call_of(program, "askew");
    bind(&askew, 0, out, sizeof out);
    bind(&askew, 1, &at, sizeof at);
    run(&askew);
    CHECK_EQUAL(out[1], 1);
    at = 3;
    fault = fault_of(&askew);
    CHECK_TEXT(fault, "null or misaligned pointer (program_source:");
    free(fault);
    msl_release(program);
}

static void names_what_is_undefined(void) {
    msl_program *program = compiled(HEAD
        "kernel void k(device int* p [[buffer(0)]], constant int& what [[buffer(1)]]) {\n"
        "    if (what == 0) p[0] = p[1] + p[2];\n"
        "    if (what == 1) p[0] = p[1] / p[3];\n"
        "    if (what == 2) p[0] = p[4] / p[5];\n"
        "    if (what == 3) p[0] = int(as_type<float>(p[6]));\n"
        "    if (what == 4) p[0] = p[1] * p[1];\n"
        "}\n", CHECKED);
    int p[7] = {0, INT32_MAX, 1, 0, INT32_MIN, -1, 0x7f000000}, what = 0;
    call call = call_of(program, "k");
    bind(&call, 0, p, sizeof p);
    bind(&call, 1, &what, sizeof what);
    static const char *const texts[] = {
        "signed integer overflow (program_source:4)",
        "integer division by zero, or of the least number by -1 (program_source:5)",
        "integer division by zero, or of the least number by -1 (program_source:6)",
        "conversion of a float that doesn't fit the integer (program_source:7)",
        "signed integer overflow (program_source:8)",
    };
    for (; what < 5; ++what) {
        char *fault = fault_of(&call);
        CHECK_TEXT(fault, texts[what]);
        free(fault);
    }
    run(&call);
    msl_release(program);
}

/* Without checks what the CPU would trap at is a fault still, and the rest wraps. */
static void never_traps(void) {
    msl_program *program = compiled(HEAD
        "kernel void k(device int* p [[buffer(0)]]) { p[0] = p[1] + p[2]; p[4] = int(as_type<float>(p[5])); p[3] = p[1] / p[3]; }\n", 0);
    int p[6] = {0, INT32_MAX, 1, 0, 1, 0x7fc00000};
    call call = call_of(program, "k");
    bind(&call, 0, p, sizeof p);
    char *fault = fault_of(&call);
    CHECK_TEXT(fault, "integer division by zero");
    free(fault);
    CHECK_EQUAL(p[0], INT32_MIN);
    CHECK_EQUAL(p[4], 0); /* of NaN */
    msl_release(program);
}

static void names_a_shuffle_from_a_lane_that_is_not_there(void) {
    msl_program *program = compiled(HEAD
        "kernel void k(device uint* out [[buffer(0)]], uint i [[thread_position_in_grid]]) {\n"
        "    if (i < 8) out[i] = simd_shuffle(i, i + 4);\n"
        "}\n", CHECKED);
    uint32_t out[32];
    call call = call_of(program, "k");
    bind(&call, 0, out, sizeof out);
    grid(&call, 32, 1, 1, 32, 1, 1);
    char *fault = fault_of(&call);
    CHECK_TEXT(fault, "thread (4, 0, 0) of the grid: takes the value of lane 8 of its group, which is not active");
    free(fault);
    msl_release(program);
}

static void refuses_what_is_too_large(void) {
    msl_program *program = compiled(HEAD
        "kernel void k(device uint* out [[buffer(0)]]) { threadgroup uint big[8193]; big[0] = 1; out[0] = big[0]; }\n", 0);
    uint32_t out[1];
    call call = call_of(program, "k");
    CHECK_EQUAL(msl_static_threadgroup_memory(call.dispatch.function), 32784);
    bind(&call, 0, out, sizeof out);
    char *fault = fault_of(&call);
    CHECK_TEXT(fault, "more than 32768 bytes of threadgroup memory");
    free(fault);
    grid(&call, 1025, 1, 1, 1025, 1, 1);
    msl_release(program);
    program = compiled(HEAD "kernel void k(device uint* out [[buffer(0)]]) { out[0] = 1; }\n", 0);
    call = call_of(program, "k");
    bind(&call, 0, out, sizeof out);
    grid(&call, 1025, 1, 1, 1025, 1, 1);
    fault = fault_of(&call);
    CHECK_TEXT(fault, "more than 1024 threads");
    free(fault);
    msl_release(program);
}

int main(void) {
    RUN(names_a_barrier_that_not_all_reach);
    RUN(names_what_lies_out_of_bounds);
    RUN(names_pointers_that_are_null_or_misaligned);
    RUN(names_what_is_undefined);
    RUN(never_traps);
    RUN(names_a_shuffle_from_a_lane_that_is_not_there);
    RUN(refuses_what_is_too_large);
    return RESULT + complaints();
}
