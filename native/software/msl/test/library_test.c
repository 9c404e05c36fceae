/* The functions of metal_stdlib against independent references. */
#include "msl_check.h"

#define HEAD "#include <metal_stdlib>\nusing namespace metal;\n"
enum { N = 512 };

static float floats_a[N], floats_b[N], floats_c[N];

/* Numbers of all sizes and signs, and the special ones. */
static void fill(void) {
    static const float special[] = {0.0f, -0.0f, 1, -1, 0.5f, -0.5f, 1.5f, 2.5f, -2.5f, INFINITY, -INFINITY, NAN, 1e-40f, 3.4e38f, -3.4e38f, 8388607.5f};
    uint32_t state = 12345;
    for (int i = 0; i < N; ++i) {
        float *const to[3] = {&floats_a[i], &floats_b[i], &floats_c[i]};
        for (int k = 0; k < 3; ++k) {
            state = state * 1664525u + 1013904223u;
            const float size = ldexpf((float)(state >> 8) / 16777216.0f, (int)(state % 24) - 12);
            *to[k] = (state & 0x40) != 0 ? -size : size;
        }
        if (i < 256) {
            floats_a[i] = special[i % 16];
            floats_b[i] = special[i / 16];
        }
    }
}

/* In units of the last place of the reference. */
static double ulps(float actual, double expected) {
    if (isnan(expected) || isnan(actual)) return isnan(expected) && isnan(actual) ? 0 : INFINITY;
    if ((double)actual == expected || actual == (float)expected) return 0;
    if (isinf(actual) || isinf(expected)) return INFINITY;
    int exponent;
    frexp(expected, &exponent);
    const double unit = ldexp(1, exponent - 24 < -149 ? -149 : exponent - 24);
    return fabs((double)actual - expected) / unit;
}

/* An expression, what it should be, and by how many units of the last place it may be off. */
struct function {
    const char *expression;
    double (*reference)(double, double, double);
    double most;
};

enum { MOST_FUNCTIONS = 20 };

static void check_functions(const struct function *functions, size_t count) {
    static float out[MOST_FUNCTIONS][N];
    const char *expressions[MOST_FUNCTIONS];
    for (size_t k = 0; k < count; ++k) expressions[k] = functions[k].expression;
    map("float", expressions, count, floats_a, floats_b, floats_c, sizeof(float), out, N);
    for (size_t k = 0; k < count; ++k) {
        for (int i = 0; i < N; ++i) {
            const double a = (double)floats_a[i], b = (double)floats_b[i], c = (double)floats_c[i];
            const double expected = functions[k].reference(a, b, c);
            if (ulps(out[k][i], expected) <= functions[k].most) continue;
            fprintf(stderr, "%s of %.9g, %.9g, %.9g is %.9g, not %.9g\n", expressions[k], a, b, c, (double)out[k][i], expected);
            ++check_failures;
            break;
        }
    }
}

#define REFERENCE(NAME, EXPRESSION)                                \
    static double ref_##NAME(double a, double b, double c) {       \
        (void)a;                                                   \
        (void)b;                                                   \
        (void)c;                                                   \
        return EXPRESSION;                                         \
    }
REFERENCE(sin, sin(a))
REFERENCE(cos, cos(a))
REFERENCE(tan, tan(a))
REFERENCE(asin, asin(a))
REFERENCE(acos, acos(a))
REFERENCE(atan, atan(a))
REFERENCE(sinh, sinh(a))
REFERENCE(cosh, cosh(a))
REFERENCE(tanh, tanh(a))
REFERENCE(exp, exp(a))
REFERENCE(exp2, exp2(a))
REFERENCE(exp10, pow(10, a))
REFERENCE(log, log(a))
REFERENCE(log2, log2(a))
REFERENCE(log10, log10(a))
REFERENCE(sqrt, sqrt(a))
REFERENCE(rsqrt, 1 / sqrt(a))
REFERENCE(atan2, atan2(a, b))
REFERENCE(pow, pow(a, b))
REFERENCE(fmod, fmod(a, b))
REFERENCE(fma, (double)fmaf((float)a, (float)b, (float)c))
REFERENCE(divide, (double)((float)a / (float)b))
REFERENCE(multiply_add, (double)((float)((float)a * (float)b) + (float)c))
REFERENCE(floor, floor(a))
REFERENCE(ceil, ceil(a))
REFERENCE(trunc, trunc(a))
REFERENCE(rint, rint(a))
REFERENCE(round, round(a))
REFERENCE(fract, isnan(a) ? a : isinf(a) ? 0 : fmin(a - floor(a), 0x1.fffffep-1))
REFERENCE(fmin, fmin(a, b))
REFERENCE(fmax, fmax(a, b))
REFERENCE(fdim, isnan(a) || isnan(b) ? NAN : a > b ? (double)((float)a - (float)b) : 0)
REFERENCE(copysign, copysign(a, b))
REFERENCE(clamp, fmin(fmax(a, -1), 2))
REFERENCE(saturate, isnan(a) ? 0 : a < 0 ? 0 : a > 1 ? 1 : a)
REFERENCE(sign, isnan(a) ? 0 : a > 0 ? 1 : a < 0 ? -1 : a)
REFERENCE(step, a < b ? 0 : 1)
REFERENCE(sinpi, isinf(a) ? NAN : fmod(a, 1) == 0 ? a * 0 : sin(fmod(a, 2) * 3.14159265358979323846))

static void floats_are_right_to_the_last_place(void) {
    static const struct function functions[] = {
        {"precise::sin(a)", ref_sin, 1}, {"cos(a)", ref_cos, 1}, {"tan(a)", ref_tan, 1}, {"metal::asin(a)", ref_asin, 1},
        {"acos(a)", ref_acos, 1}, {"atan(a)", ref_atan, 1}, {"sinh(a)", ref_sinh, 1}, {"cosh(a)", ref_cosh, 1},
        {"tanh(a)", ref_tanh, 1}, {"fast::exp(a)", ref_exp, 1}, {"exp2(a)", ref_exp2, 1}, {"exp10(a)", ref_exp10, 1},
        {"log(a)", ref_log, 1}, {"log2(a)", ref_log2, 1}, {"log10(a)", ref_log10, 1}, {"rsqrt(a)", ref_rsqrt, 1},
        {"atan2(a, b)", ref_atan2, 1}, {"pow(a, b)", ref_pow, 1}, {"sinpi(a)", ref_sinpi, 2},
    };
    check_functions(functions, sizeof functions / sizeof *functions);
}

static void floats_are_exact_where_msl_says_so(void) {
    static const struct function functions[] = {
        {"sqrt(a)", ref_sqrt, 0}, {"a / b", ref_divide, 0}, {"a * b + c", ref_multiply_add, 0}, {"fma(a, b, c)", ref_fma, 0},
        {"fmod(a, b)", ref_fmod, 0}, {"floor(a)", ref_floor, 0}, {"ceil(a)", ref_ceil, 0}, {"trunc(a)", ref_trunc, 0},
        {"rint(a)", ref_rint, 0}, {"round(a)", ref_round, 0}, {"fract(a)", ref_fract, 0}, {"fmin(a, b)", ref_fmin, 0},
        {"max(a, b)", ref_fmax, 0}, {"fdim(a, b)", ref_fdim, 0}, {"copysign(a, b)", ref_copysign, 0},
        {"clamp(a, -1.0, 2.0)", ref_clamp, 0}, {"saturate(a)", ref_saturate, 0}, {"sign(a)", ref_sign, 0},
        {"step(b, a)", ref_step, 0},
    };
    check_functions(functions, sizeof functions / sizeof *functions);
}

/* ---- integers */

typedef __int128 wide;

struct integer_function {
    const char *expression;
    wide (*reference)(wide, wide, wide, int, bool);
};

static void integers(const char *type, int bits, bool is_signed, const struct integer_function *functions, size_t count) {
    uint64_t in[3][N];
    unsigned char raw[3][N * 8];
    static unsigned char out[MOST_FUNCTIONS * N * 8];
    const char *expressions[MOST_FUNCTIONS];
    const size_t bytes = (size_t)bits / 8;
    uint64_t state = 99;
    const wide modulus = (wide)1 << bits;
    wide values[3][N];
    for (int i = 0; i < N; ++i)
        for (int k = 0; k < 3; ++k) {
            state = state * 6364136223846793005u + 1442695040888963407u;
            in[k][i] = state >> (state >> 58);
            if (i % 16 == k) in[k][i] = i % 5 == 0 ? 0 : i % 5 == 1 ? ~(uint64_t)0 : (uint64_t)1 << (bits - 1);
            wide value = (wide)in[k][i] % modulus;
            if (is_signed && value >= modulus / 2) value -= modulus;
            values[k][i] = value;
            memcpy(raw[k] + (size_t)i * bytes, &in[k][i], bytes);
        }
    for (size_t k = 0; k < count; ++k) expressions[k] = functions[k].expression;
    map(type, expressions, count, raw[0], raw[1], raw[2], bytes, out, N);
    for (size_t k = 0; k < count; ++k) {
        for (int i = 0; i < N; ++i) {
            uint64_t word = 0;
            memcpy(&word, out + (k * N + (size_t)i) * bytes, bytes);
            const wide expected = functions[k].reference(values[0][i], values[1][i], values[2][i], bits, is_signed);
            const uint64_t mask = bits == 64 ? ~(uint64_t)0 : ((uint64_t)1 << bits) - 1;
            if (word == ((uint64_t)expected & mask)) continue;
            fprintf(stderr, "%s %s at %d: %llx, not %llx\n", type, expressions[k], i, (unsigned long long)word,
                    (unsigned long long)((uint64_t)expected & mask));
            ++check_failures;
            break;
        }
    }
}

static wide least(int bits, bool s) { return s ? -((wide)1 << (bits - 1)) : 0; }
static wide most(int bits, bool s) { return ((wide)1 << (s ? bits - 1 : bits)) - 1; }
static wide clamped(wide v, int bits, bool s) { return v < least(bits, s) ? least(bits, s) : v > most(bits, s) ? most(bits, s) : v; }
static wide floor_shift(wide v, int by) { return v >> by; }
static uint64_t word(wide v, int bits) { return (uint64_t)v & (bits == 64 ? ~(uint64_t)0 : ((uint64_t)1 << bits) - 1); }

#define INTEGER(NAME, ...)                                                     \
    static wide int_##NAME(wide a, wide b, wide c, int n, bool s) {            \
        (void)a, (void)b, (void)c, (void)n, (void)s;                           \
        __VA_ARGS__                                                            \
    }
INTEGER(min, return a < b ? a : b;)
INTEGER(max, return a > b ? a : b;)
INTEGER(median, return a < b ? (b < c ? b : a < c ? c : a) : (a < c ? a : b < c ? c : b);)
INTEGER(clz, for (int i = 0; i < n; ++i) if ((word(a, n) >> (n - 1 - i) & 1) != 0) return i; return n;)
INTEGER(ctz, for (int i = 0; i < n; ++i) if ((word(a, n) >> i & 1) != 0) return i; return n;)
INTEGER(popcount, int count = 0; for (int i = 0; i < n; ++i) count += (int)(word(a, n) >> i & 1); return count;)
INTEGER(reverse, uint64_t r = 0; for (int i = 0; i < n; ++i) r |= (word(a, n) >> i & 1) << (n - 1 - i); return (wide)r;)
INTEGER(rotate, const int by = (int)(word(b, n) % (unsigned)n); uint64_t r = 0;
        for (int i = 0; i < n; ++i) r |= (word(a, n) >> i & 1) << ((i + by) % n); return (wide)r;)
INTEGER(mulhi, return floor_shift(s ? a * b : (wide)((unsigned __int128)a * (unsigned __int128)b >> n << (n == 64 ? 0 : 0)), s ? n : 0);)
INTEGER(addsat, return clamped(a + b, n, s);)
INTEGER(subsat, return clamped(a - b, n, s);)
INTEGER(hadd, return floor_shift(a + b, 1);)
INTEGER(rhadd, return floor_shift(a + b + 1, 1);)
INTEGER(absdiff, return a > b ? a - b : b - a;)
INTEGER(abs, return a < 0 ? -a : a;)
INTEGER(extract, uint64_t r = word(a, n) >> 2 & 31; return s && (r & 16) != 0 ? (wide)r - 32 : (wide)r;)
INTEGER(insert, return (wide)((word(a, n) & ~(uint64_t)(31 << 2)) | (word(b, n) & 31) << 2);)

static void integers_are_right(void) {
    static const struct { const char *name; int bits; bool is_signed; } types[] = {
        {"char", 8, true}, {"uchar", 8, false}, {"short", 16, true}, {"ushort", 16, false},
        {"int", 32, true}, {"uint", 32, false}, {"long", 64, true}, {"ulong", 64, false}};
    static const struct integer_function functions[] = {
        {"min(a, b)", int_min}, {"max(a, b)", int_max}, {"median3(a, b, c)", int_median}, {"clz(a)", int_clz},
        {"ctz(a)", int_ctz}, {"popcount(a)", int_popcount}, {"reverse_bits(a)", int_reverse}, {"rotate(a, b)", int_rotate},
        {"mulhi(a, b)", int_mulhi}, {"addsat(a, b)", int_addsat}, {"subsat(a, b)", int_subsat}, {"hadd(a, b)", int_hadd},
        {"rhadd(a, b)", int_rhadd}, {"absdiff(a, b)", int_absdiff}, {"extract_bits(a, 2, 5)", int_extract},
        {"insert_bits(a, b, 2, 5)", int_insert}, {"abs(a)", int_abs},
    };
    for (size_t i = 0; i < sizeof types / sizeof *types; ++i) {
        integers(types[i].name, types[i].bits, types[i].is_signed, functions, sizeof functions / sizeof *functions);
    }
}

/* ---- vectors and matrices: each kernel checks itself and gives the number of what is wrong first */

static int first_wrong(const char *body) {
    char source[16384];
    snprintf(source, sizeof source,
             HEAD "#define IS(N, ...) if (!(__VA_ARGS__)) { if (out[0] == 0) out[0] = N; }\n"
                  "kernel void k(device int* out [[buffer(0)]], device float4* v [[buffer(1)]]) {\n%s}\n", body);
    msl_program *program = compiled(source, MSL_CHECK_BOUNDS);
    int out = 0;
    _Alignas(16) float v[16] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
    call call = call_of(program, "k");
    bind(&call, 0, &out, sizeof out);
    bind(&call, 1, v, sizeof v);
    run(&call);
    msl_release(program);
    return out;
}

static void vectors_are_made_and_taken_apart(void) {
    CHECK_EQUAL(first_wrong(
        "float4 a(1, 2, 3, 4); float4 b = float4(float2(1, 2), 3, 4); float4 c(1, float3(2, 3, 4)); float4 d = {1, 2, 3, 4};\n"
        "IS(1, all(a == b) && all(b == c) && all(c == d) && all(a == v[0]));\n"
        "float4 s = 3; IS(2, all(s == float4(3)) && all(s == float4(3, 3, 3, 3)));\n"
        "IS(3, all(a.wzyx == float4(4, 3, 2, 1)) && all(a.rgb == float3(1, 2, 3)) && a.y == a[1] && a.g == 2);\n"
        "a.xz = float2(7, 8); IS(4, all(a == float4(7, 2, 8, 4)));\n"
        "a.xy = a.yx; IS(5, all(a == float4(2, 7, 8, 4)));\n"
        "a.zw += a.xx; IS(6, all(a == float4(2, 7, 10, 6)));\n"
        "a.rgb *= 2; IS(7, all(a == float4(4, 14, 20, 6)));\n"
        "v[1].yz = v[0].xx; IS(8, all(v[1] == float4(5, 1, 1, 8)));\n"
        "int3 i(1.9f, -1.9f, 3); IS(9, all(i == int3(1, -1, 3)) && all(int3(float3(2.5)) == 2));\n"
        "IS(10, all(float3(bool3(true, false, true)) == float3(1, 0, 1)));\n"
        "bool3 less = float3(1, 5, 3) < float3(2, 2, 3); IS(11, less.x && !less.y && !less.z && any(less) && !all(less));\n"
        "IS(12, all(select(float2(1, 2), float2(3, 4), bool2(false, true)) == float2(1, 4)));\n"
        "float4 t = less.y ? a : float4(0); IS(13, all(t == 0) && all((less.x ? v[2] : float4(1)) == float4(9, 10, 11, 12)));\n"
        "IS(14, all((int2(7, -7) / 2) == int2(3, -3)) && all((uint2(7, 9) % 4u) == uint2(3, 1)) && all((1 << int2(2, 3)) == int2(4, 8)));\n"
        "uchar4 u(200, 100, 0, 1); u += u; IS(15, all(u == uchar4(144, 200, 0, 2)) && all(~u == uchar4(111, 55, 255, 253)));\n"
        "half3 h(1.5h, 2, 3); h = h * 0.5f; IS(16, all(h == half3(0.75h, 1, 1.5h)));\n"
        "IS(17, sizeof(float3) == 16 && sizeof(packed_float3) == 12 && alignof(packed_float3) == 4 && sizeof(half3) == 8 && sizeof(bool4) == 4);\n"
        "packed_float3 p = float3(1, 2, 3); p += 1; p.y = 9; IS(18, all(p * 2 == float3(4, 18, 8)) && p[2] == 4 && all(p.xy == float2(2, 9)));\n"
        "IS(19, as_type<int>(1.0f) == 0x3f800000 && all(as_type<uint2>(as_type<float2>(uint2(7, 8))) == uint2(7, 8)) && as_type<ushort>(1.0h) == 0x3c00);\n"
        "IS(20, dot(float3(1, 2, 3), float3(4, 5, 6)) == 32 && all(cross(float3(1, 0, 0), float3(0, 1, 0)) == float3(0, 0, 1)));\n"
        "IS(21, length(float2(3, 4)) == 5 && distance(float3(0), float3(2, 3, 6)) == 7 && all(normalize(float2(0, 5)) == float2(0, 1)));\n"
        "IS(22, all(mix(float2(0, 10), float2(10, 20), 0.5) == float2(5, 15)) && all(clamp(float3(-1, 0.5, 2), 0, 1) == float3(0, 0.5, 1)));\n"
        "IS(23, smoothstep(0.0, 1.0, 0.5) == 0.5 && all(sign(float2(-3, 0)) == float2(-1, 0)) && all(fract(float2(1.25, -0.25)) == float2(0.25, 0.75)));\n"
        "int e; IS(24, frexp(8.0f, e) == 0.5f && e == 4 && ldexp(0.75f, 3) == 6);\n"
        "float whole; IS(25, modf(-2.75f, whole) == -0.75f && whole == -2);\n"
        "IS(26, all(isnan(float2(NAN, 1)) == bool2(true, false)) && isinf(-INFINITY) && !isfinite(NAN) && signbit(-0.0f));\n"
        "IS(27, any(float2(NAN) != float2(NAN)) && all(max(int2(1, 5), 3) == int2(3, 5)) && min(2u, 3u) == 2);\n"
        "float3 n = -a.xyz; n++; IS(28, all(n == float3(-3, -13, -19)) && all(!bool2(true, false) == bool2(false, true)));\n"
        "IS(29, all((bool2(true, false) && bool2(true, true)) == bool2(true, false)) && all((bool2(true, false) || false) == bool2(true, false)));\n"
        "vec<float, 3> g(2); IS(30, all(g == float3(2)) && is_same_v<vec<int, 2>, int2> && is_vector_v<float2>);\n"
        "array<int, 3> list = {{1, 2, 3}}; list[1] = 5; IS(31, list.size() == 3 && list[1] == 5);\n"
        "IS(32, numeric_limits<float>::max() == FLT_MAX && numeric_limits<int>::min() == INT_MIN && numeric_limits<half>::infinity() > HALF_MAX);\n"
        "IS(33, pack_float_to_unorm4x8(float4(0, 1, 0.5, 2)) == 0xff80ff00u && all(unpack_unorm4x8_to_float(0xff00ff00u) == float4(0, 1, 0, 1)));\n"
        "bfloat b16 = bfloat(1.00390625f); IS(34, float(b16) == 1 && float(bfloat(3.0f) * bfloat(2.0f)) == 6);\n"
        "IS(35, all(float4(half4(v[2])) == v[2]) && all(char4(int4(1, 2, 300, 4)) == char4(1, 2, 44, 4)));\n"
        "uint x = 1u << 31; IS(36, (int(x) >> 31) == -1 && mul24(3, -4) == -12 && madhi(0x40000000, 8, 1) == 3);\n"), 0);
}

static void matrices_are_columns(void) {
    CHECK_EQUAL(first_wrong(
        "float2x2 a(1, 2, 3, 4); float2x2 b(float2(1, 2), float2(3, 4)); IS(1, a == b && all(a[1] == float2(3, 4)) && a[1][0] == 3);\n"
        "IS(2, all(a * float2(5, 6) == float2(23, 34)) && all(float2(5, 6) * a == float2(17, 39)));\n"
        "IS(3, a * b == float2x2(7, 10, 15, 22) && transpose(a) == float2x2(1, 3, 2, 4) && determinant(a) == -2);\n"
        "float3x3 c(2.0); IS(4, all(c * float3(1, 2, 3) == float3(2, 4, 6)) && determinant(c) == 8);\n"
        "float4x4 m(v[0], v[1], v[2], v[3]); m[2].xy = 0; m[1][3] = 100; IS(5, all(m[2] == float4(0, 0, 11, 12)) && m[1].w == 100);\n"
        "float4x4 id(1.0); IS(6, id * m == m && m * id == m && all(id[3] == float4(0, 0, 0, 1)));\n"
        "float2x3 r(float3(1, 2, 3), float3(4, 5, 6)); IS(7, all(r * float2(1, 10) == float3(41, 52, 63)) && transpose(r)[2][1] == 6);\n"
        "IS(8, (a + b) * 0.5 == a && a - b == float2x2(0.0) && -a == a * -1.0f);\n"
        "half3x3 h(1.0h); IS(9, all(h * half3(1, 2, 3) == half3(1, 2, 3)));\n"
        "float4x4 d(2, 0, 0, 1, 0, 3, 0, 0, 0, 0, 4, 0, 1, 0, 0, 5); IS(10, determinant(d) == 108);\n"), 0);
}

/* ---- SIMD-group functions: results worked out by hand for lane i with value i + 1 */

static void simd_functions_are_right(void) {
    msl_program *program = compiled(HEAD
        "kernel void k(device int* out [[buffer(0)]], uint i [[thread_position_in_grid]]) {\n"
        "    int x = int(i % 32) + 1; int n = 0;\n"
        "    #define PUT(...) out[32 * n++ + i] = int(__VA_ARGS__);\n"
        "    PUT(simd_sum(x)) PUT(simd_product(x < 5 ? x : 1)) PUT(simd_min(x)) PUT(simd_max(x))\n"
        "    PUT(simd_and(x | 64)) PUT(simd_or(x)) PUT(simd_xor(x))\n"
        "    PUT(simd_prefix_inclusive_sum(x)) PUT(simd_prefix_exclusive_sum(x)) PUT(simd_prefix_exclusive_product(2 - x % 2))\n"
        "    PUT(simd_shuffle(x, 31 - i)) PUT(simd_shuffle_up(x, 3)) PUT(simd_shuffle_down(x, 3)) PUT(simd_shuffle_xor(x, 5))\n"
        "    PUT(simd_shuffle_rotate_up(x, 3)) PUT(simd_shuffle_rotate_down(x, 3)) PUT(simd_broadcast(x, 7))\n"
        "    PUT(simd_shuffle_and_fill_up(x, 100 + x, 2)) PUT(simd_shuffle_and_fill_down(x, 100 + x, 2))\n"
        "    if (i >= 4) { PUT(simd_broadcast_first(x)) } else { ++n; }\n"
        "    PUT(simd_all(x > 0)) PUT(simd_any(x > 31)) PUT(simd_all(x > 1)) PUT(simd_any(x > 32)) PUT(simd_is_first())\n"
        "    PUT(ulong(simd_vote::vote_t(simd_ballot(x % 2 == 0))))\n"
        "    PUT(quad_sum(x)) PUT(quad_broadcast(x, 2)) PUT(quad_shuffle_xor(x, 1)) PUT(quad_max(x)) PUT(quad_prefix_inclusive_sum(x))\n"
        "    PUT(simd_sum(float2(x, 1)).x) PUT(simd_max(half(x))) PUT(simd_shuffle(uchar4(x), 4).y)\n"
        "}\n", CHECKED);
    static int out[40][32];
    call call = call_of(program, "k");
    bind(&call, 0, out, sizeof out);
    grid(&call, 32, 1, 1, 32, 1, 1);
    run(&call);
    for (int i = 0; i < 32; ++i) {
        const int x = i + 1, q = i / 4 * 4 + 1;
        const int fewer = i / 2 >= 31 ? 0 : 1 << (i / 2); /* of factors 1, 2, 1, 2, ... before lane i */
        const int expected[] = {
            528, 24, 1, 32, 64, 63, 32, x * (x + 1) / 2, x * (x - 1) / 2, fewer, 32 - i, i < 3 ? x : x - 3, i > 28 ? x : x + 3,
            (i ^ 5) + 1, (i + 29) % 32 + 1, (i + 3) % 32 + 1, 8, i < 2 ? 131 + i : x - 2, i > 29 ? 101 + i - 30 : x + 2,
            i < 4 ? 0 : 5, 1, 1, 0, 0, i == 0, (int)0xAAAAAAAA, 4 * q + 6, q + 2, (i ^ 1) + 1, q + 3,
            (x - q + 1) * (q + x) / 2, 528, 32, 5};
        for (size_t n = 0; n < sizeof expected / sizeof *expected; ++n) {
            if (out[n][i] != expected[n]) fprintf(stderr, "SIMD-group function %zu in lane %d\n", n, i);
            CHECK_EQUAL(out[n][i], expected[n]);
        }
    }
    msl_release(program);
}

static void simdgroup_matrices_multiply(void) {
    msl_program *program = compiled(HEAD
        "kernel void k(device const float* a [[buffer(0)]], device const half* b [[buffer(1)]], device float* c [[buffer(2)]]) {\n"
        "    simdgroup_float8x8 ma, mc = make_filled_simdgroup_matrix<float, 8>(0.5f); simdgroup_half8x8 mb;\n"
        "    simdgroup_load(ma, a, 10); simdgroup_load(mb, b, 8, ulong2(0), true);\n"
        "    simdgroup_multiply_accumulate(mc, ma, mb, mc); simdgroup_store(mc, c, 8);\n"
        "}\n", CHECKED);
    float a[80], c[64];
    uint16_t b[64];
    for (int i = 0; i < 80; ++i) a[i] = (float)(i % 13) - 6;
    for (int i = 0; i < 64; ++i) b[i] = (uint16_t)(0x3c00 + 0x40 * (i % 7)); /* 1, 1.0625, ... */
    call call = call_of(program, "k");
    bind(&call, 0, a, sizeof a);
    bind(&call, 1, b, sizeof b);
    bind(&call, 2, c, sizeof c);
    grid(&call, 32, 1, 1, 32, 1, 1);
    run(&call);
    for (int r = 0; r < 8; ++r)
        for (int k = 0; k < 8; ++k) {
            double sum = 0.5;
            for (int j = 0; j < 8; ++j) sum += (double)a[r * 10 + j] * (1 + 0.0625 * ((k * 8 + j) % 7));
            CHECK_NEAR((double)c[r * 8 + k], sum, 1e-5);
        }
    msl_release(program);
}

/* ---- textures */

static void textures_are_read_sampled_and_written(void) {
    msl_program *program = compiled(HEAD
        "constexpr sampler nearest(coord::normalized, filter::nearest, address::clamp_to_edge);\n"
        "kernel void k(texture2d<float> in [[texture(0)]], texture2d<float, access::write> to [[texture(1)]],\n"
        "    texture2d<uint, access::read> whole [[texture(2)]], sampler given [[sampler(0)]], device float* out [[buffer(0)]]) {\n"
        "    constexpr sampler linear(coord::pixel, filter::linear, address::clamp_to_edge);\n"
        "    constexpr sampler repeat(coord::normalized, filter::linear, address::repeat);\n"
        "    constexpr sampler edge(coord::pixel, filter::nearest, address::clamp_to_zero);\n"
        "    out[0] = in.get_width() * 100 + in.get_height();\n"
        "    out[1] = in.sample(nearest, float2(0.99, 0.1)).x;\n"
        "    out[2] = in.sample(linear, float2(1.0, 0.5)).x;\n"
        "    out[3] = in.sample(linear, float2(1.0, 1.0)).x;\n"
        "    out[4] = in.sample(repeat, float2(0.0, 0.25)).x;\n"
        "    out[5] = in.sample(edge, float2(-0.5, 0.5)).x + in.sample(edge, float2(0.5, 0.5)).x;\n"
        "    out[6] = in.read(uint2(1, 1)).x + in.read(uint2(4, 0)).x;\n"
        "    out[7] = whole.read(uint2(1, 0)).y;\n"
        "    out[8] = in.sample(given, float2(1.25, 0.25)).x;\n"
        "    out[9] = in.sample(linear, float2(-7, 0.5)).x;\n"
        "    out[10] = in.gather(nearest, float2(0.5, 0.5)).w;\n"
        "    to.write(float4(0.5, 1, -1, 2), uint2(1, 0)); to.write(float4(1), uint2(9, 9));\n"
        "}\n", CHECKED);
    float pixels[8] = {10, 20, 30, 40, 50, 60, 70, 80}; /* 4 by 2 */
    unsigned char bytes[8] = {0}, small[8] = {1, 2, 3, 4, 5, 6, 7, 8};
    const msl_level level = {pixels, 16, 32}, target = {bytes, 8, 8}, numbers = {small, 8, 8};
    const msl_texture in = {2, 55, 4, 2, 1, 1, 1, &level}, to = {2, 70, 2, 1, 1, 1, 1, &target}, whole = {2, 73, 2, 1, 1, 1, 1, &numbers};
    const msl_sampler mirrored = {.s_address = 3, .t_address = 3, .normalized = true, .lod_max = 100};
    float out[11];
    call call = call_of(program, "k");
    bind(&call, 0, out, sizeof out);
    call.dispatch.textures[0] = &in;
    call.dispatch.textures[1] = &to;
    call.dispatch.textures[2] = &whole;
    call.dispatch.samplers[0] = &mirrored;
    run(&call);
    CHECK_NEAR((double)out[0], 402, 0);
    CHECK_NEAR((double)out[1], 40, 0);
    CHECK_NEAR((double)out[2], 15, 0);  /* between 10 and 20 */
    CHECK_NEAR((double)out[3], 35, 0);  /* among 10, 20, 50, 60 */
    CHECK_NEAR((double)out[4], 25, 0);  /* between 40 and 10, round the edge */
    CHECK_NEAR((double)out[5], 10, 0);  /* 0 outside */
    CHECK_NEAR((double)out[6], 60, 0);  /* and 0 out of bounds */
    CHECK_NEAR((double)out[7], 6, 0);
    CHECK_NEAR((double)out[8], 30 + 10, 10); /* mirrored: texel 2 or 3 */
    CHECK_NEAR((double)out[9], 10, 0);
    CHECK_NEAR((double)out[10], 20, 0); /* texel (1, 0) */
    CHECK_EQUAL(bytes[4], 128);
    CHECK_EQUAL(bytes[5], 255);
    CHECK_EQUAL(bytes[6], 0);
    CHECK_EQUAL(bytes[7], 255);
    CHECK_EQUAL(bytes[0], 0);
    msl_release(program);
}

static void formats_keep_their_numbers(void) {
    size_t bytes = 0;
    CHECK(msl_format_supported(125, &bytes));
    CHECK_EQUAL(bytes, 16);
    CHECK(!msl_format_supported(9999, &bytes));
    msl_program *program = compiled(HEAD
        "kernel void k(texture2d<float, access::read_write> t [[texture(0)]], uint i [[thread_position_in_grid]]) {\n"
        "    t.write(t.read(uint2(i, 0)), uint2(i, 0));\n"
        "}\n", 0);
    static const int formats[] = {10, 12, 20, 22, 25, 30, 55, 60, 65, 70, 71, 80, 105, 110, 115, 125};
    for (size_t f = 0; f < sizeof formats / sizeof *formats; ++f) {
        unsigned char before[256], after[256];
        CHECK(msl_format_supported(formats[f], &bytes));
        for (int i = 0; i < 256; ++i) before[i] = (unsigned char)(i * 37 % 120); /* no NaN, and no -128 */
        memcpy(after, before, sizeof after);
        const uint32_t width = (uint32_t)(256 / bytes);
        const msl_level level = {after, 256, 256};
        const msl_texture texture = {2, formats[f], width, 1, 1, 1, 1, &level};
        call call = call_of(program, "k");
        call.dispatch.textures[0] = &texture;
        grid(&call, width, 1, 1, width, 1, 1);
        run(&call);
        if (memcmp(before, after, sizeof after) != 0) fprintf(stderr, "format %d\n", formats[f]);
        CHECK(memcmp(before, after, sizeof after) == 0);
    }
    msl_release(program);
}

int main(void) {
    fill();
    RUN(floats_are_right_to_the_last_place);
    RUN(floats_are_exact_where_msl_says_so);
    RUN(integers_are_right);
    RUN(vectors_are_made_and_taken_apart);
    RUN(matrices_are_columns);
    RUN(simd_functions_are_right);
    RUN(simdgroup_matrices_multiply);
    RUN(textures_are_read_sampled_and_written);
    RUN(formats_keep_their_numbers);
    return RESULT + complaints();
}
