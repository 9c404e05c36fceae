/* How threadgroups run: positions, barriers, SIMD-groups, threadgroup memory, atomics. */
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

int main(void) {
    RUN(knows_positions_in_a_ragged_grid);
    RUN(waits_at_barriers_in_each_iteration);
    RUN(poisons_threadgroup_memory);
    RUN(lanes_of_a_branch_are_alone);
    RUN(lanes_meet_again_behind_a_loop);
    RUN(lanes_that_ended_are_inactive);
    RUN(atomics_lose_nothing_among_many_threads);
    return RESULT + complaints();
}
