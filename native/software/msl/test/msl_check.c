#include "msl_check.h"

int complaints(void) { return check_failures; }

static void complain(const char *what, const char *text) {
    fprintf(stderr, "%s: %s\n", what, text == NULL ? "" : text);
    check_failures++;
}

msl_program *compiled(const char *source, unsigned checks) {
    const msl_options options = {.language_version = 4u << 16, .functions = MSL_FUNCTIONS_PRECISE, .checks = checks};
    char *log = NULL;
    msl_program *program = msl_compile(source, &options, &log);
    if (program == NULL || log != NULL) complain("does not compile cleanly", log);
    free(log);
    if (program == NULL) {
        fprintf(stderr, "%s\n", source);
        exit(1);
    }
    return program;
}

char *refused(const char *source, uint32_t version) {
    const msl_options options = {.language_version = version, .functions = MSL_FUNCTIONS_PRECISE};
    char *log = NULL;
    msl_program *program = msl_compile(source, &options, &log);
    if (program != NULL) {
        complain("compiles, and should not", source);
        msl_release(program);
    }
    return log == NULL ? calloc(1, 1) : log;
}

call call_of(msl_program *program, const char *kernel) {
    call call = {.program = program};
    call.dispatch.function = msl_function_named(program, kernel);
    if (call.dispatch.function == NULL) {
        complain("no kernel", kernel);
        exit(1);
    }
    grid(&call, 1, 1, 1, 1, 1, 1);
    return call;
}

void bind(call *call, int slot, void *contents, size_t length) {
    call->dispatch.buffers[slot] = (msl_binding){contents, length};
}

void grid(call *call, uint32_t width, uint32_t height, uint32_t depth, uint32_t w, uint32_t h, uint32_t d) {
    const uint32_t size[3] = {width, height, depth}, group[3] = {w, h, d};
    for (int k = 0; k < 3; ++k) {
        call->dispatch.threads_per_grid[k] = size[k];
        call->dispatch.threads_per_threadgroup[k] = group[k];
        call->dispatch.threadgroups_per_grid[k] = (size[k] + group[k] - 1) / group[k];
    }
}

static char *run_all(call *call) {
    const uint32_t *groups = call->dispatch.threadgroups_per_grid;
    for (uint32_t z = 0; z < groups[2]; ++z)
        for (uint32_t y = 0; y < groups[1]; ++y)
            for (uint32_t x = 0; x < groups[0]; ++x) {
                char *fault = NULL;
                if (msl_run_threadgroup(&call->dispatch, x, y, z, &fault) != 0) return fault;
            }
    return NULL;
}

void run(call *call) {
    char *fault = run_all(call);
    if (fault != NULL) {
        complain("a fault", fault);
        exit(1);
    }
}

char *fault_of(call *call) {
    char *fault = run_all(call);
    if (fault == NULL) complain("no fault", msl_function_name(call->dispatch.function));
    return fault == NULL ? calloc(1, 1) : fault;
}

void map(const char *type, const char *const *expressions, size_t count, const void *a, const void *b, const void *c, size_t size,
         void *out, uint32_t n) {
    char *source = NULL;
    size_t length = 0;
    FILE *text = open_memstream(&source, &length);
    fprintf(text, "#include <metal_stdlib>\nusing namespace metal;\n");
    for (size_t k = 0; k < count; ++k) {
        fprintf(text,
                "kernel void f%zu(device const %s* as [[buffer(0)]], device const %s* bs [[buffer(1)]], device const %s* cs [[buffer(2)]],\n"
                "    device %s* out [[buffer(3)]], uint i [[thread_position_in_grid]]) {\n"
                "    %s a = as[i], b = bs[i], c = cs[i];\n    (void)a; (void)b; (void)c;\n    out[i] = %s;\n}\n",
                k, type, type, type, type, type, expressions[k]);
    }
    fclose(text);
    msl_program *program = compiled(source, CHECKED);
    for (size_t k = 0; k < count; ++k) {
        char name[16];
        snprintf(name, sizeof name, "f%zu", k);
        call call = call_of(program, name);
        bind(&call, 0, (void *)(uintptr_t)a, size * n);
        bind(&call, 1, (void *)(uintptr_t)b, size * n);
        bind(&call, 2, (void *)(uintptr_t)c, size * n);
        bind(&call, 3, (char *)out + k * size * n, size * n);
        grid(&call, n, 1, 1, 64, 1, 1);
        run(&call);
    }
    msl_release(program);
    free(source);
}
