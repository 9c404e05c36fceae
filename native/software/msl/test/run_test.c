/* How threadgroups run: positions, barriers, SIMD-groups, threadgroup memory, atomics, faults. */
#include "msl_check.h"

#include <pthread.h>

#define HEAD "#include <metal_stdlib>\nusing namespace metal;\n"

static void knows_positions_in_a_ragged_grid(void) {
    msl_program *program = compiled(HEAD
        "kernel void k(device uint* out [[buffer(0)]], uint3 g [[thread_position_in_grid]],\n"
        "    uint3 t [[thread_position_in_threadgroup]], uint3 gg [[threadgroup_position_in_grid]],\n"
        "    uint3 size [[threads_per_grid]], uint3 actual [[threads_per_threadgroup]],\n"
        "    uint3 nominal [[dispatch_threads_per_threadgroup]], uint3 groups [[threadgroups_per_grid]],\n"
        "    uint index [[thread_index_in_threadgroup]], uint lane [[thread_index_in_simdgroup]],\n"
        "    uint simd [[simdgroup_index_in_threadgroup]], uint width [[threads_per_simdgroup]],\n"
        "    uint simds [[simdgroups_per_threadgroup]]) {\n"
        "    device uint* o = out + 24 * (g.x + size.x * (g.y + size.y * g.z));\n"
        "    o[0] = g.x; o[1] = g.y; o[2] = g.z; o[3] = t.x; o[4] = t.y; o[5] = t.z; o[6] = gg.x; o[7] = gg.y; o[8] = gg.z;\n"
        "    o[9] = actual.x; o[10] = actual.y; o[11] = actual.z; o[12] = nominal.x; o[13] = nominal.y; o[14] = nominal.z;\n"
        "    o[15] = groups.x; o[16] = groups.y; o[17] = groups.z; o[18] = index; o[19] = lane; o[20] = simd; o[21] = width;\n"
        "    o[22] = simds; o[23] = 1;\n"
        "}\n", CHECKED);
    enum { W = 10, H = 5, D = 3 };
    static uint32_t out[W * H * D][24];
    call call = call_of(program, "k");
    bind(&call, 0, out, sizeof out);
    grid(&call, W, H, D, 8, 4, 2);
    run(&call);
    for (uint32_t i = 0; i < W * H * D; ++i) {
        const uint32_t at[3] = {i % W, i / W % H, i / W / H}, nominal[3] = {8, 4, 2}, size[3] = {W, H, D};
        uint32_t actual[3], within[3];
        for (int k = 0; k < 3; ++k) {
            const uint32_t group = at[k] / nominal[k];
            within[k] = at[k] % nominal[k];
            actual[k] = group == size[k] / nominal[k] ? size[k] % nominal[k] : nominal[k];
            CHECK_EQUAL(out[i][k], at[k]);
            CHECK_EQUAL(out[i][3 + k], within[k]);
            CHECK_EQUAL(out[i][6 + k], group);
            CHECK_EQUAL(out[i][9 + k], actual[k]);
            CHECK_EQUAL(out[i][12 + k], nominal[k]);
            CHECK_EQUAL(out[i][15 + k], (size[k] + nominal[k] - 1) / nominal[k]);
        }
        const uint32_t index = within[0] + actual[0] * (within[1] + actual[1] * within[2]);
        CHECK_EQUAL(out[i][18], index);
        CHECK_EQUAL(out[i][19], index % 32);
        CHECK_EQUAL(out[i][20], index / 32);
        CHECK_EQUAL(out[i][21], 32);
        CHECK_EQUAL(out[i][22], (actual[0] * actual[1] * actual[2] + 31) / 32);
        CHECK_EQUAL(out[i][23], 1);
    }
    msl_release(program);
}

static void waits_at_barriers_in_each_iteration(void) {
    msl_program *program = compiled(HEAD
        "kernel void sum(device const int* in [[buffer(0)]], device int* out [[buffer(1)]],\n"
        "    uint g [[threadgroup_position_in_grid]], uint l [[thread_position_in_threadgroup]]) {\n"
        "    threadgroup int tile[1024];\n"
        "    tile[l] = in[g * 1024 + l];\n"
        "    threadgroup_barrier(mem_flags::mem_threadgroup);\n"
        "    for (uint half_ = 512; half_ > 0; half_ /= 2) {\n"
        "        if (l < half_) tile[l] += tile[l + half_];\n"
        "        threadgroup_barrier(mem_flags::mem_threadgroup);\n"
        "    }\n"
        "    if (l == 0) out[g] = tile[0];\n"
        "}\n", CHECKED);
    static int in[4096], out[4], expected[4];
    for (int i = 0; i < 4096; ++i) expected[i / 1024] += in[i] = i * 7 % 1000 - 300;
    call call = call_of(program, "sum");
    CHECK_EQUAL(msl_static_threadgroup_memory(call.dispatch.function), 4096);
    bind(&call, 0, in, sizeof in);
    bind(&call, 1, out, sizeof out);
    grid(&call, 4096, 1, 1, 1024, 1, 1);
    run(&call);
    for (int i = 0; i < 4; ++i) CHECK_EQUAL(out[i], expected[i]);
    msl_release(program);
}

static void poisons_threadgroup_memory(void) {
    msl_program *program = compiled(HEAD
        "kernel void k(device uint* out [[buffer(0)]], threadgroup uint* given [[threadgroup(0)]]) {\n"
        "    threadgroup uint mine[4];\n"
        "    out[0] = mine[0]; out[1] = mine[3]; out[2] = given[0]; out[3] = given[7];\n"
        "    mine[0] = 1; given[0] = 2;\n"
        "}\n", CHECKED);
    uint32_t out[4];
    call call = call_of(program, "k");
    bind(&call, 0, out, sizeof out);
    call.dispatch.threadgroup_lengths[0] = 32;
    for (int round = 0; round < 2; ++round) {
        run(&call);
        for (int i = 0; i < 4; ++i) CHECK_EQUAL(out[i], 0xCBCBCBCBu);
    }
    msl_release(program);
}

static void lanes_of_a_branch_are_alone(void) {
    msl_program *program = compiled(HEAD
        "kernel void k(device uint* out [[buffer(0)]], uint i [[thread_position_in_grid]]) {\n"
        "    uint a;\n"
        "    if (i % 32 < 10) a = simd_sum(1u); else a = 100 + simd_sum(1u);\n"
        "    out[i] = a;\n"
        "    out[64 + i] = uint(ulong(simd_active_threads_mask()));\n"
        "}\n", CHECKED);
    uint32_t out[128];
    call call = call_of(program, "k");
    bind(&call, 0, out, sizeof out);
    grid(&call, 64, 1, 1, 64, 1, 1);
    run(&call);
    for (uint32_t i = 0; i < 64; ++i) {
        CHECK_EQUAL(out[i], i % 32 < 10 ? 10 : 122);
        CHECK_EQUAL(out[64 + i], 0xFFFFFFFFu);
    }
    msl_release(program);
}

static void lanes_meet_again_behind_a_loop(void) {
    msl_program *program = compiled(HEAD
        "kernel void k(device uint* out [[buffer(0)]], uint i [[thread_position_in_grid]]) {\n"
        "    uint total = 0;\n"
        "    for (uint n = 0; n <= i % 32; ++n) total += simd_sum(1u);\n"
        "    out[i] = total;\n"
        "    out[32 + i] = simd_sum(1u);\n"
        "}\n", CHECKED);
    uint32_t out[64];
    call call = call_of(program, "k");
    bind(&call, 0, out, sizeof out);
    grid(&call, 32, 1, 1, 32, 1, 1);
    run(&call);
    uint32_t total = 0;
    for (uint32_t i = 0; i < 32; ++i) {
        total += 32 - i; /* lanes that are still there in round i */
        CHECK_EQUAL(out[i], total);
        CHECK_EQUAL(out[32 + i], 32);
    }
    msl_release(program);
}

static void lanes_that_ended_are_inactive(void) {
    msl_program *program = compiled(HEAD
        "kernel void k(device uint* out [[buffer(0)]], uint i [[thread_position_in_grid]]) {\n"
        "    if (i % 2 == 0) return;\n"
        "    out[i] = simd_sum(i);\n"
        "}\n", CHECKED);
    uint32_t out[40] = {0};
    call call = call_of(program, "k");
    bind(&call, 0, out, sizeof out);
    grid(&call, 40, 1, 1, 40, 1, 1);
    run(&call);
    for (uint32_t i = 0; i < 40; ++i) CHECK_EQUAL(out[i], i % 2 == 0 ? 0 : i < 32 ? 256 : 33 + 35 + 37 + 39);
    msl_release(program);
}

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

struct part {
    call call;
    uint32_t from, to;
};

static void *run_part(void *argument) {
    struct part *part = argument;
    for (uint32_t x = part->from; x < part->to; ++x) {
        char *fault = NULL;
        if (msl_run_threadgroup(&part->call.dispatch, x, 0, 0, &fault) != 0) return fault;
    }
    return NULL;
}

static void atomics_lose_nothing_among_many_threads(void) {
    msl_program *program = compiled(HEAD
        "kernel void k(device atomic_int* sum [[buffer(0)]], device atomic_uint* bits [[buffer(1)]],\n"
        "    device atomic_float* f [[buffer(2)]], device atomic_ulong* most [[buffer(3)]], device atomic_int* cas [[buffer(4)]],\n"
        "    uint i [[thread_position_in_grid]], uint l [[thread_position_in_threadgroup]]) {\n"
        "    threadgroup atomic_uint here;\n"
        "    if (l == 0) atomic_store_explicit(&here, 0, memory_order_relaxed);\n"
        "    threadgroup_barrier(mem_flags::mem_threadgroup);\n"
        "    atomic_fetch_add_explicit(&here, 1u, memory_order_relaxed);\n"
        "    threadgroup_barrier(mem_flags::mem_threadgroup);\n"
        "    atomic_fetch_add_explicit(sum, int(i), memory_order_relaxed);\n"
        "    atomic_fetch_max_explicit(sum + 1, int(i), memory_order_relaxed);\n"
        "    atomic_fetch_min_explicit(sum + 2, -int(i), memory_order_relaxed);\n"
        "    atomic_fetch_sub_explicit(sum + 3, 2, memory_order_relaxed);\n"
        "    atomic_fetch_or_explicit(bits, 1u << (i % 32), memory_order_relaxed);\n"
        "    atomic_fetch_xor_explicit(bits + 1, i, memory_order_relaxed);\n"
        "    atomic_fetch_and_explicit(bits + 2, ~(1u << (i % 31)), memory_order_relaxed);\n"
        "    atomic_fetch_add_explicit(f, 1.0f, memory_order_relaxed);\n"
        "    atomic_max_explicit(most, ulong(i) << 33, memory_order_relaxed);\n"
        "    int old = atomic_load_explicit(cas, memory_order_relaxed);\n"
        "    while (!atomic_compare_exchange_weak_explicit(cas, &old, old + 3, memory_order_relaxed, memory_order_relaxed)) {}\n"
        "    if (l == 0) atomic_fetch_add_explicit(bits + 3, atomic_load_explicit(&here, memory_order_relaxed), memory_order_relaxed);\n"
        "}\n", 0);
    enum { GROUPS = 400, WIDTH = 64, N = GROUPS * WIDTH };
    int sum[4] = {0}, cas = 0;
    uint32_t bits[4] = {0, 0, 0xFFFFFFFFu, 0}, folded = 0;
    float f = 0;
    uint64_t most = 5;
    call call = call_of(program, "k");
    bind(&call, 0, sum, sizeof sum);
    bind(&call, 1, bits, sizeof bits);
    bind(&call, 2, &f, sizeof f);
    bind(&call, 3, &most, sizeof most);
    bind(&call, 4, &cas, sizeof cas);
    grid(&call, N, 1, 1, WIDTH, 1, 1);
    pthread_t threads[4];
    struct part parts[4];
    for (uint32_t i = 0; i < 4; ++i) {
        parts[i] = (struct part){call, i * GROUPS / 4, (i + 1) * GROUPS / 4};
        pthread_create(&threads[i], NULL, run_part, &parts[i]);
    }
    for (uint32_t i = 0; i < 4; ++i) {
        void *fault = NULL;
        pthread_join(threads[i], &fault);
        CHECK(fault == NULL);
    }
    for (uint32_t i = 0; i < N; ++i) folded ^= i;
    CHECK_EQUAL(sum[0], (int)((long)N * (N - 1) / 2));
    CHECK_EQUAL(sum[1], N - 1);
    CHECK_EQUAL(sum[2], 1 - N);
    CHECK_EQUAL(sum[3], -2 * N);
    CHECK_EQUAL(bits[0], 0xFFFFFFFFu);
    CHECK_EQUAL(bits[1], folded);
    CHECK_EQUAL(bits[2], 0x80000000u);
    CHECK_EQUAL(bits[3], N);
    CHECK_NEAR((double)f, N, 0);
    CHECK_EQUAL(most, (uint64_t)(N - 1) << 33);
    CHECK_EQUAL(cas, 3 * N);
    msl_release(program);
}

static void describes_arguments(void) {
    msl_program *program = compiled(HEAD
        "struct P { float3 a; int n; };\n"
        "[[max_total_threads_per_threadgroup(128)]]\n"
        "kernel void k(device float4* w [[buffer(7)]], device const half* r [[buffer(3)]], constant P& p [[buffer(30)]],\n"
        "    threadgroup int* t [[threadgroup(2)]], texture2d<float, access::write> image [[texture(5)]],\n"
        "    texture3d<half> volume [[texture(6)]], sampler s [[sampler(1)]], uint i [[thread_position_in_grid]]) {\n"
        "    w[i] = float4(r[i] + p.n); t[0] = 1; image.write(float4(1), uint2(0)); w[0] += float4(volume.sample(s, float3(0)));\n"
        "}\n", 0);
    const msl_function *f = msl_function_named(program, "k");
    CHECK_EQUAL(msl_function_count(program), 1);
    CHECK_EQUAL(msl_argument_count(f), 7);
    CHECK_EQUAL(msl_max_total_threads(f), 128);
    static const msl_argument expected[] = {
        {"w", MSL_ARGUMENT_BUFFER, 7, 1, MSL_SPACE_DEVICE, MSL_ACCESS_READ_WRITE, false, 16, 16, 0},
        {"r", MSL_ARGUMENT_BUFFER, 3, 1, MSL_SPACE_DEVICE, MSL_ACCESS_READ, false, 2, 2, 0},
        {"p", MSL_ARGUMENT_BUFFER, 30, 1, MSL_SPACE_CONSTANT, MSL_ACCESS_READ, true, 32, 16, 0},
        {"t", MSL_ARGUMENT_THREADGROUP, 2, 1, MSL_SPACE_THREADGROUP, MSL_ACCESS_READ_WRITE, false, 4, 4, 0},
        {"image", MSL_ARGUMENT_TEXTURE, 5, 1, MSL_SPACE_NONE, MSL_ACCESS_WRITE, false, 0, 1, 2},
        {"volume", MSL_ARGUMENT_TEXTURE, 6, 1, MSL_SPACE_NONE, MSL_ACCESS_READ, false, 0, 1, 7},
        {"s", MSL_ARGUMENT_SAMPLER, 1, 1, MSL_SPACE_NONE, MSL_ACCESS_READ, false, 0, 1, 0},
    };
    for (size_t i = 0; i < 7; ++i) {
        const msl_argument *a = msl_argument_at(f, i), *e = &expected[i];
        CHECK(strcmp(a->name, e->name) == 0);
        CHECK_EQUAL(a->kind, e->kind);
        CHECK_EQUAL(a->slot, e->slot);
        CHECK_EQUAL(a->count, e->count);
        CHECK_EQUAL(a->space, e->space);
        CHECK_EQUAL(a->access, e->access);
        CHECK_EQUAL(a->reference, e->reference);
        CHECK_EQUAL(a->size, e->size);
        CHECK_EQUAL(a->alignment, e->alignment);
        CHECK_EQUAL(a->texture_type, e->texture_type);
    }
    CHECK(msl_argument_at(f, 7) == NULL);
    msl_release(program);
}

static void kernels_of_templates_have_host_names(void) {
    msl_program *program = compiled(HEAD
        "namespace inner {\n"
        "template <typename T, int N>\n"
        "kernel void fill(device T* out [[buffer(0)]], uint i [[thread_position_in_grid]]) { threadgroup T t[N]; t[0] = T(N); out[i] = t[0]; }\n"
        "}\n"
        "template [[host_name(\"fill_float_4\")]] [[kernel]] void inner::fill<float, 4>(device float*, uint);\n"
        "typedef decltype(inner::fill<char, 40>) fill_t;\n"
        "template [[host_name(\"fill_\" \"char_40\")]] kernel fill_t inner::fill<char, 40>;\n", CHECKED);
    CHECK_EQUAL(msl_function_count(program), 2);
    float f[2];
    signed char c[2];
    call call = call_of(program, "fill_float_4");
    CHECK_EQUAL(msl_static_threadgroup_memory(call.dispatch.function), 16);
    bind(&call, 0, f, sizeof f);
    grid(&call, 2, 1, 1, 2, 1, 1);
    run(&call);
    CHECK_NEAR((double)f[1], 4, 0);
    call = call_of(program, "fill_char_40");
    CHECK_EQUAL(msl_static_threadgroup_memory(call.dispatch.function), 48);
    bind(&call, 0, c, sizeof c);
    grid(&call, 2, 1, 1, 2, 1, 1);
    run(&call);
    CHECK_EQUAL(c[1], 40);
    msl_release(program);
}

static void function_constants_make_new_programs(void) {
    msl_program *program = compiled(HEAD
        "constant int scale [[function_constant(7)]];\n"
        "constant bool extra [[function_constant(2)]];\n"
        "constant bool has_extra = is_function_constant_defined(extra) && extra;\n"
        "constant int twice = scale * 2;\n"
        "kernel void k(device int* out [[buffer(0)]], device const int* more [[buffer(1), function_constant(extra)]]) {\n"
        "    out[0] = scale; out[1] = has_extra ? more[0] : -1; out[2] = twice;\n"
        "}\n", 0);
    CHECK(msl_needs_constants(msl_function_at(program, 0)));
    CHECK_EQUAL(msl_argument_count(msl_function_at(program, 0)), 1);
    const int five = 5, nine = 9;
    const bool yes = true;
    const msl_constant first[] = {{"scale", 0, &five, sizeof five}};
    const msl_constant second[] = {{NULL, 7, &nine, sizeof nine}, {"extra", 0, &yes, sizeof yes}};
    char *message = NULL;
    msl_program *a = msl_specialize(program, first, 1, &message), *b = msl_specialize(program, second, 2, &message);
    CHECK(a != NULL && b != NULL);
    int out[3], more = 77;
    call call = call_of(a, "k");
    CHECK(!msl_needs_constants(call.dispatch.function));
    bind(&call, 0, out, sizeof out);
    run(&call);
    CHECK_EQUAL(out[0], 5);
    CHECK_EQUAL(out[1], -1);
    CHECK_EQUAL(out[2], 10);
    call = call_of(b, "k");
    CHECK_EQUAL(msl_argument_count(call.dispatch.function), 2);
    bind(&call, 0, out, sizeof out);
    bind(&call, 1, &more, sizeof more);
    run(&call);
    CHECK_EQUAL(out[0], 9);
    CHECK_EQUAL(out[1], 77);
    CHECK_EQUAL(out[2], 18);
    const msl_constant wrong[] = {{"scale", 0, &yes, sizeof yes}};
    CHECK(msl_specialize(program, wrong, 1, &message) == NULL);
    CHECK_TEXT(message, "function constant 'scale' has 4 bytes, not 1");
    free(message);
    msl_release(a);
    msl_release(b);
    msl_release(program);
}

static void options_reach_the_program(void) {
    static const char source[] = HEAD
        "kernel void k(device float* p [[buffer(0)]], device int* v [[buffer(1)]]) {\n"
        "    p[3] = p[0] * p[1] + p[2]; v[0] = __METAL_VERSION__; v[1] = GIVEN;\n"
        "}\n";
    const msl_macro macro = {"GIVEN", "42"};
    for (int contract = 0; contract < 2; ++contract) {
        const msl_options options = {.language_version = 3u << 16 | 1, .contract = contract != 0, .macros = &macro, .macro_count = 1};
        char *log = NULL;
        msl_program *program = msl_compile(source, &options, &log);
        CHECK(program != NULL && log == NULL);
        float p[4] = {1 + 0x1p-12f, 1 + 0x1p-12f, -1, 0};
        int v[2];
        call call = call_of(program, "k");
        bind(&call, 0, p, sizeof p);
        bind(&call, 1, v, sizeof v);
        run(&call);
        /* Where it is allowed it is done if the machine can. */
        CHECK((double)p[3] == 0x1p-11 || (contract && (double)p[3] == 0x1p-11 + 0x1p-24));
        CHECK_EQUAL(v[0], 310);
        CHECK_EQUAL(v[1], 42);
        msl_release(program);
    }
}

static void pragmas_forbid_and_allow_contraction(void) {
    static const char source[] = HEAD
        "#pragma METAL fp contract(off)\n"
        "kernel void apart(device float* p [[buffer(0)]]) { p[3] = p[0] * p[1] + p[2]; }\n"
        "kernel void fused(device float* p [[buffer(0)]]) {\n"
        "    #pragma METAL fp contract(fast)\n"
        "    p[3] = p[0] * p[1] + p[2];\n"
        "}\n";
    static const char *const names[] = {"apart", "fused"};
    for (int mode = MSL_MATH_SAFE; mode <= MSL_MATH_FAST; ++mode) {
        for (int contract = 0; contract < 2; ++contract) {
            const msl_options options = {.math_mode = mode, .contract = contract != 0};
            char *log = NULL;
            msl_program *program = msl_compile(source, &options, &log);
            CHECK(program != NULL && log == NULL);
            for (int kernel = 0; kernel < 2; ++kernel) {
                float p[4] = {1 + 0x1p-12f, 1 + 0x1p-12f, -1, 0};
                call call = call_of(program, names[kernel]);
                bind(&call, 0, p, sizeof p);
                run(&call);
                CHECK((double)p[3] == 0x1p-11 || (kernel == 1 && (double)p[3] == 0x1p-11 + 0x1p-24));
            }
            msl_release(program);
        }
    }
}

int main(void) {
    RUN(knows_positions_in_a_ragged_grid);
    RUN(waits_at_barriers_in_each_iteration);
    RUN(poisons_threadgroup_memory);
    RUN(lanes_of_a_branch_are_alone);
    RUN(lanes_meet_again_behind_a_loop);
    RUN(lanes_that_ended_are_inactive);
    RUN(names_a_barrier_that_not_all_reach);
    RUN(names_what_lies_out_of_bounds);
    RUN(names_pointers_that_are_null_or_misaligned);
    RUN(names_what_is_undefined);
    RUN(never_traps);
    RUN(names_a_shuffle_from_a_lane_that_is_not_there);
    RUN(refuses_what_is_too_large);
    RUN(atomics_lose_nothing_among_many_threads);
    RUN(describes_arguments);
    RUN(kernels_of_templates_have_host_names);
    RUN(function_constants_make_new_programs);
    RUN(options_reach_the_program);
    RUN(pragmas_forbid_and_allow_contraction);
    return RESULT + complaints();
}
