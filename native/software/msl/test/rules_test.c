/* What MSL refuses, with the text that says so and where; beside each, its like that is accepted. */
#include "msl_check.h"

#define HEAD "#include <metal_stdlib>\nusing namespace metal;\n"

static void refuses(const char *body, const char *text) {
    char source[4096];
    snprintf(source, sizeof source, HEAD "%s\n", body);
    char *log = refused(source, 3u << 16 | 1);
    CHECK_TEXT(log, text);
    free(log);
}

static void accepts(const char *body) {
    char source[4096];
    snprintf(source, sizeof source, HEAD "%s\n", body);
    msl_release(compiled(source, 0));
}

static void address_spaces_are_kept_apart(void) {
    refuses("void f(device float* p) { thread float* q = p; q[0] = 1; }", "program_source:3:41: error: cannot initialize a variable of type 'thread float *'");
    refuses("void f(device float* p) { constant float* q = p; (void)q; }", "error: cannot convert from address space 'device' to address space 'constant'");
    refuses("constant float k = 1; void f() { device const float* q = &k; (void)q; }", "error: cannot initialize a variable");
    refuses("float f(float* p) { return p[0]; }", "program_source:3:16: error: pointer type must have explicit address space qualifier");
    refuses("void f(float& r) { r = 1; }", "error: reference type must have explicit address space qualifier");
    refuses("constant int k = 1; void f() { k = 2; }", "error: cannot assign to");
    accepts("float f(thread float* p) { return p[0]; } kernel void k(device float* o [[buffer(0)]]) { float x = 1; o[0] = f(&x); }");
}

static void kernels_keep_their_form(void) {
    refuses("kernel int k() { return 1; }", "program_source:3:12: error: kernel must have void return type");
    refuses("kernel void main() {}", "cannot be called 'main'");
    refuses("kernel void k(device int* p [[buffer(0)]]) { p[0] = 1; }\nkernel void k(device float* p [[buffer(0)]]) { p[0] = 1; }",
            "program_source:4:13: error: kernel function 'k' cannot be overloaded");
    refuses("kernel void k(device int* p [[buffer(31)]]) { p[0] = 1; }", "error: 'buffer' attribute parameter is out of bounds: must be between 0 and 30");
    refuses("kernel void k(device int* p [[buffer(2)]], device int* q [[buffer(2)]]) { p[0] = q[0]; }",
            "error: cannot reserve 'buffer' resource location at index 2");
    refuses("kernel void k(device int* p [[texture(0)]]) { p[0] = 1; }", "error: type is not valid for attribute 'texture'");
    refuses("kernel void k(device int* p [[buffer(0)]], uint i) { p[i] = 1; }", "error: invalid type for input declaration in a kernel function");
    refuses("kernel void k(device int* p [[buffer(0)]], int i [[thread_position_in_grid]]) { p[i] = 1; }",
            "error: type is not valid for attribute 'thread_position_in_grid'");
    refuses("kernel void k(device uint* p [[buffer(0)]], uint i [[thread_position_in_grid]], uint3 n [[threads_per_grid]]) { p[i] = n.x; }",
            "must be all scalars, or all vectors of the same size");
    accepts("kernel void k(device int* p [[buffer(30)]], ushort i [[thread_position_in_grid]]) { p[i] = 1; }");
}

static void statements_and_types_that_are_missing(void) {
    refuses("float f() { double d = 1; return d; }", "program_source:3:13: error: 'double' is not supported in Metal");
    refuses("int f(int n) { return n < 2 ? 1 : n * f(n - 1); }", "program_source:3:39: error: recursive function call to 'f' is not supported in Metal");
    refuses("int g(int n);\nint f(int n) { return g(n); }\nint g(int n) { return f(n); }", "error: recursive function call to");
    refuses("void f() { goto end; end: return; }", "program_source:3:12: error: 'goto' statements are not supported in Metal");
    refuses("void f() { throw 1; }", "error: cannot use 'throw' with exceptions disabled");
    refuses("struct S { virtual void f(); };", "error: virtual functions are not supported in Metal");
    refuses("void f() { thread int* p = new int; (void)p; }", "error: ");
    refuses("void f() { auto g = [](int x) { return x; }; (void)g; }", "error: lambda expressions are not supported before Metal 3.2");
    refuses("#include <vector>", "error: 'vector' file not found");
    refuses("long long f() { return 1; }", "error: 'long long' is not supported in Metal");
    refuses("int counter = 0;", "program_source:3:1: error: program scope variable must reside in constant address space");
    refuses("void helper() { threadgroup int t[4]; t[0] = 1; }", "can only be declared in a kernel function");
    refuses("void f() { float4 v = float4(1, 2, 3); (void)v; }", "error: ");
    refuses("void f() { float4 v; v.xx = float2(1, 2); }", "vector is not assignable (contains duplicate components)");
    refuses("void f(device atomic_float* p) { atomic_fetch_max_explicit(p, 1.0f, memory_order_relaxed); }", "error: no matching function");
    refuses("void f(ulong x) { simd_shuffle(x, 1); }", "error: no matching function");
    accepts("template <int N> int f() { if constexpr (N > 0) { return N + f<N - 1>(); } else { return 0; } }\n"
            "kernel void k(device int* o [[buffer(0)]]) { o[0] = f<4>(); }");
}

static void places_are_those_of_line_directives(void) {
    char *log = refused(HEAD "kernel void k(device int* p [[buffer(0)]]) {\n#line 40 \"demo/Foo.java\"\n    p[0] =   nothing;\n}\n", 0);
    CHECK_TEXT(log, "demo/Foo.java:40:14: error: use of undeclared identifier 'nothing'\n    p[0] =   nothing;\n             ^\n");
    free(log);
}

static void libraries_that_are_damaged_are_refused(void) {
    char *message = NULL;
    CHECK(msl_load("MTLBSMLT", 8, &message) == NULL);
    CHECK_TEXT(message, "Invalid library file");
    free(message);
    CHECK(msl_load("", 0, &message) == NULL);
    free(message);
}

int main(void) {
    RUN(address_spaces_are_kept_apart);
    RUN(kernels_keep_their_form);
    RUN(statements_and_types_that_are_missing);
    RUN(places_are_those_of_line_directives);
    RUN(libraries_that_are_damaged_are_refused);
    return RESULT + complaints();
}
