/* Devices, buffers, libraries and pipelines through the C interface, as Java calls it, on a Metal that may fail. */
#include "bridge.h"

TEST(opens_devices) {
    smelt_device other;
    uint32_t count;
    scripted.devices = 2;
    ok(smelt_device_count(&count, &error));
    CHECK_EQUAL(count, 2);
    ok(smelt_device_open(1, &other, &error));
    CHECK_EQUAL(smelt_close(other), SMELT_OK);
    expect(smelt_device_open(2, &other, &error), SMELT_NO_DEVICE, "index 2");
    CHECK_EQUAL(other, 0);
    expect(smelt_device_open(-2, &other, &error), SMELT_INVALID_ARGUMENT, "-2");
    scripted.no_default = true;
    ok(smelt_device_open(SMELT_DEFAULT_DEVICE, &other, &error));
    CHECK_EQUAL(smelt_close(other), SMELT_OK);
    scripted.devices = 0;
    ok(smelt_device_count(&count, &error));
    CHECK_EQUAL(count, 0);
    expect(smelt_device_open(SMELT_DEFAULT_DEVICE, &other, &error), SMELT_NO_DEVICE, "no Metal device");
    expect(smelt_device_open(0, &other, &error), SMELT_NO_DEVICE, "index 0");
    scripted.devices = 1;
    scripted.nil_at = "newCommandQueue";
    expect(smelt_device_open(0, &other, &error), SMELT_OUT_OF_MEMORY, "queue");
}

TEST(describes_devices) {
    char name[64];
    uint64_t length, bytes;
    ok(smelt_device_name(device, name, sizeof name, &length, &error));
    CHECK_EQUAL(length, strlen("Scripted GPU \xc3\xa9"));
    CHECK_TEXT(name, "Scripted GPU \xc3\xa9");
    ok(smelt_device_name(device, name, 5, &length, &error));
    CHECK_EQUAL(strcmp(name, "Scri"), 0);
    CHECK_EQUAL(length, strlen("Scripted GPU \xc3\xa9"));
    ok(smelt_device_name(device, NULL, 0, &length, &error));
    expect(smelt_device_name(device, NULL, 9, &length, &error), SMELT_INVALID_ARGUMENT, "no place");
    smelt_device_limits limits;
    ok(smelt_device_get_limits(device, &limits, &error));
    CHECK_EQUAL(limits.max_buffer_length, 1 << 20);
    CHECK_EQUAL(limits.max_threads_per_threadgroup[2], 64);
    CHECK_EQUAL(limits.page_size, sysconf(_SC_PAGESIZE));
    CHECK_EQUAL(limits.unified_memory, 1);
    ok(smelt_device_allocated(device, &bytes, &error));
    CHECK_EQUAL(bytes, 12345);
}

TEST(allocates_buffers) {
    smelt_buffer buffer = new_buffer(1000);
    void *contents;
    uint64_t length;
    ok(smelt_buffer_contents(buffer, &contents, &length, &error));
    CHECK_EQUAL(length, 1000);
    memset(contents, 1, 1000);
    CHECK_EQUAL(smelt_close(buffer), SMELT_OK);
    expect(smelt_buffer_contents(buffer, &contents, &length, &error), SMELT_INVALID_HANDLE, "is not open");

    buffer = new_buffer(0);
    ok(smelt_buffer_contents(buffer, &contents, &length, &error));
    CHECK_EQUAL(length, 0);
    CHECK(contents != NULL);
    CHECK_EQUAL(smelt_close(buffer), SMELT_OK);

    expect(smelt_buffer_create(device, (1 << 20) + 1, "big", &buffer, &error), SMELT_BUFFER_TOO_LARGE, "1048576");
    expect(smelt_buffer_create(device, UINT64_MAX, "big", &buffer, &error), SMELT_BUFFER_TOO_LARGE, "at most");
    scripted.nil_at = "newBufferWithLength:options:";
    CHECK_EQUAL(smelt_buffer_create(device, 8, "mine", &buffer, &error), SMELT_OUT_OF_MEMORY);
    CHECK_TEXT(smelt_error_label(error), "mine");
    expect(SMELT_OUT_OF_MEMORY, SMELT_OUT_OF_MEMORY, "12345");
    CHECK_EQUAL(buffer, 0);
}

TEST(wraps_memory) {
    uint64_t page = (uint64_t) sysconf(_SC_PAGESIZE), length;
    uint8_t *memory = aligned_alloc(page, 2 * page);
    smelt_buffer buffer;
    void *contents;
    ok(smelt_buffer_wrap(device, memory, page, NULL, &buffer, &error));
    ok(smelt_buffer_contents(buffer, &contents, &length, &error));
    CHECK(contents == memory);
    CHECK_EQUAL(smelt_close(buffer), SMELT_OK);
    expect(smelt_buffer_wrap(device, memory + 8, page, NULL, &buffer, &error), SMELT_INVALID_ARGUMENT, "page");
    expect(smelt_buffer_wrap(device, memory, page + 8, NULL, &buffer, &error), SMELT_INVALID_ARGUMENT, "page");
    expect(smelt_buffer_wrap(device, memory, 0, NULL, &buffer, &error), SMELT_INVALID_ARGUMENT, "page");
    expect(smelt_buffer_wrap(device, NULL, page, NULL, &buffer, &error), SMELT_INVALID_ARGUMENT, "memory is NULL");
    free(memory);
}

TEST(compiles_libraries) {
    smelt_library made;
    uint64_t length;
    char log[100];
    ok(smelt_library_compile(device, "doubtful", 8, SMELT_MSL_3_2, SMELT_MATH_FAST, NULL, &made, &error));
    CHECK_TEXT(scripted.notes, "compile(30002, 2, 0)");
    ok(smelt_library_log(made, log, sizeof log, &length, &error));
    CHECK_TEXT(log, "warning: doubtful");
    CHECK_EQUAL(smelt_close(made), SMELT_OK);
    ok(smelt_library_log(library, log, sizeof log, &length, &error));
    CHECK_EQUAL(length, 0);

    ok(smelt_library_compile(device, "kernel", 6, SMELT_MSL_3_1, SMELT_MATH_SAFE, NULL, &made, &error));
    CHECK_TEXT(scripted.notes, "compile(30001, 0, 1)");
    CHECK_EQUAL(smelt_close(made), SMELT_OK);

    CHECK_EQUAL(
            smelt_library_compile(device, "wrong", 5, SMELT_MSL_3_1, SMELT_MATH_SAFE, "A", &made, &error),
            SMELT_COMPILE_FAILED);
    CHECK_TEXT(smelt_error_domain(error), "MTLLibraryErrorDomain");
    CHECK_EQUAL(smelt_error_domain_code(error), 3);
    CHECK_TEXT(smelt_error_label(error), "A");
    expect(SMELT_COMPILE_FAILED, SMELT_COMPILE_FAILED, "program_source:3:5");

    expect(smelt_library_compile(device, "x\xff", 2, SMELT_MSL_3_1, SMELT_MATH_SAFE, NULL, &made, &error),
           SMELT_INVALID_ARGUMENT, "UTF-8");
    expect(smelt_library_compile(device, "x", 1, 7, SMELT_MATH_SAFE, NULL, &made, &error), SMELT_INVALID_ARGUMENT,
           "version");
    expect(smelt_library_compile(device, "x", 1, SMELT_MSL_3_1, 2, NULL, &made, &error), SMELT_INVALID_ARGUMENT,
           "math mode");
}

TEST(loads_libraries) {
    smelt_library made;
    ok(smelt_library_load(device, "MTLB", 4, "A", &made, &error));
    CHECK_EQUAL(smelt_close(made), SMELT_OK);
    expect(smelt_library_load(device, "MTLB", 0, "A", &made, &error), SMELT_LIBRARY_FAILED, "no bytes");
    scripted.nil_at = "newLibraryWithData:error:";
    expect(smelt_library_load(device, "MTLB", 4, "A", &made, &error), SMELT_LIBRARY_FAILED, "invalid library file");
    scripted.throw_at = "newLibraryWithData:error:"; /* what dispatch_data holds must go all the same */
    expect(smelt_library_load(device, "MTLB", 4, "A", &made, &error), SMELT_EXCEPTION, "thrown by newLibraryWithData");
}

TEST(makes_pipelines) {
    smelt_pipeline made;
    smelt_pipeline_limits limits;
    ok(smelt_pipeline_get_limits(sigmoid, &limits, &error));
    CHECK_EQUAL(limits.max_threads_per_threadgroup, 512);
    CHECK_EQUAL(limits.simdgroup_width, 32);
    CHECK_EQUAL(limits.threadgroup_memory, 1024);
    CHECK_EQUAL(smelt_pipeline_create(library, "tanh", &made, &error), SMELT_NO_FUNCTION);
    CHECK_TEXT(smelt_error_kernel(error), "tanh");
    CHECK_TEXT(smelt_error_label(error), "Activations");
    expect(SMELT_NO_FUNCTION, SMELT_NO_FUNCTION, "it has: sigmoid, saxpy");
    expect(smelt_pipeline_create(library, "vertices", &made, &error), SMELT_NO_FUNCTION, "no kernel vertices");
    expect(smelt_pipeline_create(library, "\xff", &made, &error), SMELT_INVALID_ARGUMENT, "UTF-8");
    scripted.nil_at = "newComputePipelineStateWithDescriptor:options:reflection:error:";
    expect(smelt_pipeline_create(library, "saxpy", &made, &error), SMELT_PIPELINE_FAILED, "too many registers");
}

TEST(refuses_nulls_and_wrong_handles) {
    uint64_t length;
    uint32_t number;
    int32_t state;
    smelt_handle handle;
    smelt_device_limits limits;
    smelt_pipeline_limits pipeline_limits;
    smelt_submission_times times;
    void *contents;
    expect(smelt_device_count(NULL, &error), SMELT_INVALID_ARGUMENT, "count is NULL");
    expect(smelt_device_open(0, NULL, &error), SMELT_INVALID_ARGUMENT, "device is NULL");
    expect(smelt_device_get_limits(device, NULL, &error), SMELT_INVALID_ARGUMENT, "limits is NULL");
    expect(smelt_device_allocated(device, NULL, &error), SMELT_INVALID_ARGUMENT, "bytes is NULL");
    expect(smelt_buffer_create(device, 8, NULL, NULL, &error), SMELT_INVALID_ARGUMENT, "buffer is NULL");
    expect(smelt_library_compile(device, NULL, 0, SMELT_MSL_3_1, 0, NULL, &handle, &error), SMELT_INVALID_ARGUMENT,
           "source is NULL");
    expect(smelt_library_load(device, NULL, 9, NULL, &handle, &error), SMELT_INVALID_ARGUMENT, "bytes is NULL");
    expect(smelt_pipeline_create(library, NULL, &handle, &error), SMELT_INVALID_ARGUMENT, "function is NULL");
    expect(smelt_submit(device, NULL, 0, NULL, NULL, &error), SMELT_INVALID_ARGUMENT, "submission is NULL");
    smelt_handle wrong[] = {0, 77, library, UINT64_MAX};
    for (int i = 0; i < 4; i++) {
        smelt_handle it = wrong[i];
        expect(smelt_device_name(it, NULL, 0, &length, &error), SMELT_INVALID_HANDLE, "");
        expect(smelt_device_get_limits(it, &limits, &error), SMELT_INVALID_HANDLE, "");
        expect(smelt_device_allocated(it, &length, &error), SMELT_INVALID_HANDLE, "");
        expect(smelt_buffer_create(it, 8, NULL, &handle, &error), SMELT_INVALID_HANDLE, "");
        expect(smelt_buffer_contents(it, &contents, &length, &error), SMELT_INVALID_HANDLE, "");
        expect(smelt_buffer_pending(it, &number, &error), SMELT_INVALID_HANDLE, "");
        expect(smelt_library_compile(it, "x", 1, SMELT_MSL_3_1, 0, NULL, &handle, &error), SMELT_INVALID_HANDLE, "");
        expect(smelt_library_load(it, "x", 1, NULL, &handle, &error), SMELT_INVALID_HANDLE, "");
        expect(smelt_library_log(device, NULL, 0, &length, &error), SMELT_INVALID_HANDLE, "is a device, not a library");
        expect(smelt_pipeline_create(device, "x", &handle, &error), SMELT_INVALID_HANDLE, "is a device");
        expect(smelt_pipeline_get_limits(it, &pipeline_limits, &error), SMELT_INVALID_HANDLE, "");
        expect(smelt_submit(it, &number, sizeof number, NULL, &handle, &error), SMELT_INVALID_HANDLE, "");
        expect(smelt_submission_wait(it, 0, &error), SMELT_INVALID_HANDLE, "");
        expect(smelt_submission_get_state(it, &state, &error), SMELT_INVALID_HANDLE, "");
        expect(smelt_submission_get_times(it, &times, &error), SMELT_INVALID_HANDLE, "");
    }
    CHECK_EQUAL(smelt_submission_wait(0, 0, NULL), SMELT_INVALID_HANDLE); /* nobody wants the error */
}

int main(void) {
    warm_up(warm_up_nothing);
    CHECK_EQUAL(smelt_abi_version(), SMELT_ABI_VERSION);
    RUN(opens_devices);
    RUN(describes_devices);
    RUN(allocates_buffers);
    RUN(wraps_memory);
    RUN(compiles_libraries);
    RUN(loads_libraries);
    RUN(makes_pipelines);
    RUN(refuses_nulls_and_wrong_handles);
    return RESULT;
}
