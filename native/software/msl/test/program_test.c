/* What programs say of themselves, and what they are compiled with. */
#include "msl_check.h"

#define HEAD "#include <metal_stdlib>\nusing namespace metal;\n"

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

/* Whatever the options allow. */
static void pragmas_keep_products_and_sums_apart(void) {
    static const char source[] = HEAD
        "#pragma METAL fp contract(off)\n"
        "static inline float product(float a, float b) { return a * b; }\n"
        "kernel void k(device float* p [[buffer(0)]]) {\n"
        "    p[3] = p[0] * p[1] + p[2];\n"
        "    p[4] = product(p[0], p[1]) + p[2];\n"
        "}\n";
    const msl_options options = {.language_version = 3u << 16 | 1, .contract = true};
    char *log = NULL;
    msl_program *program = msl_compile(source, &options, &log);
    CHECK(program != NULL && log == NULL);
    float p[5] = {1 + 0x1p-12f, 1 + 0x1p-12f, -1, 0, 0};
    call call = call_of(program, "k");
    bind(&call, 0, p, sizeof p);
    run(&call);
    CHECK((double)p[3] == 0x1p-11);
    CHECK((double)p[4] == 0x1p-11);
    msl_release(program);
}

static void components_of_swizzles_are_components(void) {
    msl_program *program = compiled(HEAD
        "kernel void k(device float* out [[buffer(0)]], device const float4* in [[buffer(1)]]) {\n"
        "    float3 v = in[0].zyx;\n"
        "    out[0] = in[0].wzy.x; out[1] = v.yz.y; out[2] = v.rgb.g;\n"
        "    v.zx.y = 9; v.yz.x += 5;\n"
        "    out[3] = v.x; out[4] = v.y; out[5] = v.z;\n"
        "}\n", CHECKED);
    const float in[4] = {1, 2, 3, 4};
    float out[6];
    call call = call_of(program, "k");
    bind(&call, 0, out, sizeof out);
    bind(&call, 1, (void *)in, sizeof in);
    run(&call);
    const float expected[6] = {4, 1, 2, 9, 7, 1};
    for (int i = 0; i < 6; ++i) CHECK_EQUAL((int)out[i], (int)expected[i]);
    msl_release(program);
}

/* A parameter hides the kernel in its body. */
static void threadgroup_memory_is_in_kernels_with_any_name(void) {
    msl_program *program = compiled(HEAD
        "namespace inner {\n"
        "kernel void sums(device int* sums [[buffer(0)]], uint i [[thread_position_in_grid]]) {\n"
        "    threadgroup int partial[4];\n"
        "    partial[i] = sums[i];\n"
        "    threadgroup_barrier(mem_flags::mem_threadgroup);\n"
        "    sums[i] = partial[3 - i];\n"
        "}\n"
        "}\n"
        "kernel void tile(device float* out [[buffer(0)]], uint i [[thread_position_in_grid]]) {\n"
        "    threadgroup float tile[8];\n"
        "    tile[i] = out[i];\n"
        "    threadgroup_barrier(mem_flags::mem_threadgroup);\n"
        "    out[i] = tile[3 - i];\n"
        "}\n", CHECKED);
    int sums[4] = {1, 2, 3, 4};
    call call = call_of(program, "sums");
    CHECK_EQUAL(msl_static_threadgroup_memory(call.dispatch.function), 16);
    bind(&call, 0, sums, sizeof sums);
    grid(&call, 4, 1, 1, 4, 1, 1);
    run(&call);
    for (int i = 0; i < 4; ++i) CHECK_EQUAL(sums[i], 4 - i);
    float out[4] = {1, 2, 3, 4};
    call = call_of(program, "tile");
    CHECK_EQUAL(msl_static_threadgroup_memory(call.dispatch.function), 32);
    bind(&call, 0, out, sizeof out);
    grid(&call, 4, 1, 1, 4, 1, 1);
    run(&call);
    for (int i = 0; i < 4; ++i) CHECK_EQUAL((int)out[i], 4 - i);
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
    RUN(describes_arguments);
    RUN(kernels_of_templates_have_host_names);
    RUN(function_constants_make_new_programs);
    RUN(pragmas_keep_products_and_sums_apart);
    RUN(components_of_swizzles_are_components);
    RUN(threadgroup_memory_is_in_kernels_with_any_name);
    RUN(options_reach_the_program);
    RUN(pragmas_forbid_and_allow_contraction);
    return RESULT + complaints();
}
