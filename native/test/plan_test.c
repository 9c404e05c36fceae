/* Tapes against the objects they name: plain C stand-ins, no Metal. */
#include <stdlib.h>

#include "check.h"
#include "mutate.h"
#include "smelt_plan.h"
#include "tapes.h"

static void destroy(smelt_object *object) {
    free(object);
}

static tape subject;
static smelt_plan plan;
static smelt_tape_fault fault;

static smelt_device_object *device, *other_device;
static smelt_pipeline pipeline, foreign_pipeline;
static smelt_buffer buffer, second_buffer, empty_buffer, foreign_buffer;
static smelt_texture texture, foreign_texture;

static smelt_device_object *new_device(void) {
    smelt_device_object *made = calloc(1, sizeof *made);
    smelt_object_init(&made->base, SMELT_KIND_DEVICE, destroy);
    made->max_threads_per_threadgroup[0] = 1024;
    made->max_threads_per_threadgroup[1] = 1024;
    made->max_threads_per_threadgroup[2] = 64;
    return made;
}

static smelt_handle open_and_release(smelt_object *object) {
    smelt_handle handle = smelt_handles_open(object);
    smelt_object_release(object);
    return handle;
}

static smelt_pipeline new_pipeline(smelt_device_object *owner, char *name) {
    smelt_pipeline_object *made = calloc(1, sizeof *made);
    smelt_object_init(&made->base, SMELT_KIND_PIPELINE, destroy);
    made->device = owner;
    made->name = name;
    made->limits = (smelt_pipeline_limits) {.max_threads_per_threadgroup = 512, .simdgroup_width = 32};
    return open_and_release(&made->base);
}

static smelt_buffer new_buffer(smelt_device_object *owner, uint64_t length) {
    smelt_buffer_object *made = calloc(1, sizeof *made);
    smelt_object_init(&made->resource.base, SMELT_KIND_BUFFER, destroy);
    made->resource.device = owner;
    made->length = length;
    return open_and_release(&made->resource.base);
}

static smelt_texture new_texture(smelt_device_object *owner) {
    smelt_texture_object *made = calloc(1, sizeof *made);
    smelt_object_init(&made->resource.base, SMELT_KIND_TEXTURE, destroy);
    made->resource.device = owner;
    return open_and_release(&made->resource.base);
}

static void set_up(void) {
    device = new_device();
    other_device = new_device();
    pipeline = new_pipeline(device, "sigmoid");
    foreign_pipeline = new_pipeline(other_device, "sigmoid");
    buffer = new_buffer(device, 256);
    second_buffer = new_buffer(device, 256);
    empty_buffer = new_buffer(device, 0);
    foreign_buffer = new_buffer(other_device, 256);
    texture = new_texture(device);
    foreign_texture = new_texture(other_device);
}

static void tear_down(void) {
    smelt_handle handles[] = {pipeline,     foreign_pipeline, buffer,  second_buffer,
                              empty_buffer, foreign_buffer,   texture, foreign_texture};
    for (size_t i = 0; i < sizeof handles / sizeof *handles; i++) {
        CHECK_EQUAL(smelt_close(handles[i]), SMELT_OK);
    }
    smelt_object_release(&device->base);
    smelt_object_release(&other_device->base);
}

static bool make(void) {
    return smelt_plan_make(&plan, device, subject.bytes, subject.length, &fault);
}

static uint32_t pending(smelt_handle handle) {
    smelt_kind kind = handle == texture ? SMELT_KIND_TEXTURE : SMELT_KIND_BUFFER;
    smelt_resource_object *object = (void *) smelt_handles_use(handle, kind, NULL);
    uint32_t count = atomic_load(&object->pending);
    smelt_object_release(&object->base);
    return count;
}

static uint64_t length_of(const smelt_resource_object *resource) {
    return ((const smelt_buffer_object *) resource)->length;
}

static void makes_a_plan(void) {
    tape_begin(&subject);
    tape_dispatch(&subject, pipeline, 1000);
    tape_bind(&subject, buffer, 0, 0);
    tape_bind(&subject, second_buffer, 1, 252);
    tape_dispatch(&subject, pipeline, 7)->threadgroup[0] = 512;
    subject.last->threadgroup[1] = subject.last->threadgroup[2] = 1;
    tape_bind(&subject, empty_buffer, 5, 0);
    CHECK(make());
    memset(subject.bytes, 0xFF, sizeof subject.bytes); /* the plan has a copy */
    CHECK_EQUAL(plan.step_count, 2);
    CHECK_EQUAL(plan.steps[0].threadgroup[0], 256);
    CHECK_EQUAL(plan.steps[1].threadgroup[0], 512);
    CHECK_EQUAL(length_of(plan.steps[0].buffers[1]), 256);
    CHECK_EQUAL(length_of(plan.steps[1].buffers[0]), 0);
    CHECK_EQUAL(plan.steps[1].entry.dispatch->grid[0], 7);
    smelt_plan_clear(&plan);
    smelt_plan_clear(&plan);
}

static void counts_submissions_not_bindings(void) {
    tape_begin(&subject);
    for (int i = 0; i < 3; i++) {
        tape_dispatch(&subject, pipeline, 8);
        tape_bind(&subject, buffer, 0, 0);
        tape_bind(&subject, buffer, 1, 4);
        tape_bind(&subject, second_buffer, 2, 0);
        tape_texture(&subject, texture, 5, SMELT_BINDING_WRITTEN);
    }
    CHECK(make());
    CHECK_EQUAL(plan.distinct_count, 3);
    smelt_plan_begin(&plan);
    CHECK_EQUAL(pending(buffer), 1);
    CHECK_EQUAL(pending(texture), 1);
    smelt_plan_begin(&plan);
    CHECK_EQUAL(pending(buffer), 2);
    CHECK_EQUAL(pending(second_buffer), 2);
    CHECK_EQUAL(pending(empty_buffer), 0);
    smelt_plan_end(&plan);
    smelt_plan_end(&plan);
    CHECK_EQUAL(pending(buffer), 0);
    smelt_plan_clear(&plan);
}

static void keeps_closed_buffers(void) {
    smelt_buffer mortal = new_buffer(device, 64);
    tape_begin(&subject);
    tape_dispatch(&subject, pipeline, 8);
    tape_bind(&subject, mortal, 0, 0);
    CHECK(make());
    CHECK_EQUAL(smelt_close(mortal), SMELT_OK);
    CHECK_EQUAL(length_of(plan.steps[0].buffers[0]), 64);
    smelt_plan_clear(&plan);
    CHECK(!make());
    CHECK_EQUAL(fault.status, SMELT_INVALID_HANDLE);
    CHECK_TEXT(fault.message, "is not open");
}

/* A second dispatch with this pipeline and buffer, which must be refused. */
static void refuse(smelt_handle with_pipeline, smelt_handle with_buffer, uint64_t offset, int32_t status) {
    tape_begin(&subject);
    tape_dispatch(&subject, pipeline, 8);
    tape_bind(&subject, buffer, 0, 0);
    tape_dispatch(&subject, with_pipeline, 8);
    tape_bind(&subject, second_buffer, 3, 0);
    tape_bind(&subject, with_buffer, 4, offset);
    CHECK(!make());
    CHECK_EQUAL(fault.status, status);
    CHECK_EQUAL(fault.dispatch, 1);
    CHECK_EQUAL(plan.step_count, 0);
    if (with_pipeline == pipeline) {
        CHECK_TEXT(fault.kernel, "sigmoid");
    }
}

static void refuses_wrong_handles(void) {
    refuse(0, buffer, 0, SMELT_INVALID_HANDLE);
    refuse(buffer, buffer, 0, SMELT_INVALID_HANDLE);
    CHECK_TEXT(fault.message, "is a buffer, not a pipeline");
    refuse(foreign_pipeline, buffer, 0, SMELT_WRONG_DEVICE);
    refuse(pipeline, 0, 0, SMELT_INVALID_HANDLE);
    refuse(pipeline, pipeline, 0, SMELT_INVALID_HANDLE);
    refuse(pipeline, UINT64_MAX, 0, SMELT_INVALID_HANDLE);
    refuse(pipeline, foreign_buffer, 0, SMELT_WRONG_DEVICE);
    CHECK_TEXT(fault.message, "slot 4");
}

static void refuses_wrong_textures(void) {
    smelt_handle wrong[] = {0, buffer, foreign_texture};
    int32_t statuses[] = {SMELT_INVALID_HANDLE, SMELT_INVALID_HANDLE, SMELT_WRONG_DEVICE};
    const char *parts[] = {"texture 0x0 is not open", "is a buffer, not a texture", "texture in slot 7"};
    for (int i = 0; i < 3; i++) {
        tape_begin(&subject);
        tape_dispatch(&subject, pipeline, 8);
        tape_bind(&subject, buffer, 0, 0);
        tape_texture(&subject, texture, 0, 0);
        tape_texture(&subject, wrong[i], 7, 0);
        CHECK(!make());
        CHECK_EQUAL(fault.status, statuses[i]);
        CHECK_TEXT(fault.message, parts[i]);
        CHECK_TEXT(fault.kernel, "sigmoid");
    }
}

static void refuses_offsets_beyond_the_buffer(void) {
    refuse(pipeline, buffer, 256, SMELT_INVALID_TAPE);
    refuse(pipeline, buffer, UINT64_MAX, SMELT_INVALID_TAPE);
    refuse(pipeline, empty_buffer, 1, SMELT_INVALID_TAPE);
    CHECK_TEXT(fault.message, "offset 1 in slot 4");
}

static void refuse_threadgroup(uint32_t x, uint32_t y, uint32_t z) {
    tape_begin(&subject);
    smelt_tape_dispatch *dispatch = tape_dispatch(&subject, pipeline, 4096);
    dispatch->threadgroup[0] = x;
    dispatch->threadgroup[1] = y;
    dispatch->threadgroup[2] = z;
    CHECK(!make());
    CHECK_EQUAL(fault.status, SMELT_THREADGROUP_TOO_LARGE);
    CHECK_TEXT(fault.kernel, "sigmoid");
}

static void refuses_large_threadgroups(void) {
    refuse_threadgroup(513, 1, 1);
    CHECK_TEXT(fault.message, "at most 512");
    refuse_threadgroup(32, 17, 1);
    refuse_threadgroup(1, 1, 65);
    CHECK_TEXT(fault.message, "1024 x 1024 x 64");
    refuse_threadgroup(UINT32_MAX, UINT32_MAX, UINT32_MAX);
    refuse_threadgroup(1, 0x80000000u, 2); /* whose product is 0 in 32 bits */
    refuse_threadgroup(1024, 1024, 64);
}

static void choose(uint32_t x, uint32_t y, uint32_t z, uint32_t most, uint32_t simdgroup, const uint32_t wanted[3]) {
    uint32_t grid[3] = {x, y, z}, chosen[3];
    smelt_pipeline_limits limits = {.max_threads_per_threadgroup = most, .simdgroup_width = simdgroup};
    smelt_choose_threadgroup(grid, &limits, device->max_threads_per_threadgroup, chosen);
    for (int i = 0; i < 3; i++) {
        CHECK_EQUAL(chosen[i], wanted[i]);
    }
    CHECK((uint64_t) chosen[0] * chosen[1] * chosen[2] <= (most == 0 ? 1 : most));
}

static void chooses_threadgroups(void) {
    choose(100000, 1, 1, 1024, 32, (uint32_t[]) {256, 1, 1});
    choose(100, 1, 1, 1024, 32, (uint32_t[]) {100, 1, 1});
    choose(100000, 1, 1, 200, 32, (uint32_t[]) {192, 1, 1});
    choose(100000, 1, 1, 20, 32, (uint32_t[]) {20, 1, 1});
    choose(640, 480, 1, 1024, 32, (uint32_t[]) {32, 8, 1});
    choose(640, 480, 1, 96, 64, (uint32_t[]) {64, 1, 1});
    choose(3, 480, 1, 1024, 32, (uint32_t[]) {3, 8, 1});
    choose(640, 2, 9, 1024, 32, (uint32_t[]) {32, 2, 1});
    choose(1, 1, 1000, 1024, 32, (uint32_t[]) {1, 1, 1});
    choose(640, 480, 1, 16, 32, (uint32_t[]) {16, 1, 1});
    choose(10, 10, 10, 0, 0, (uint32_t[]) {1, 1, 1}); /* a driver that says nothing */
}

/* Handles are random too, now and then: some exist and are of another kind. */
static void survives_random_tapes(void) {
    tape_begin(&subject);
    tape_dispatch(&subject, pipeline, 1000);
    tape_bind(&subject, buffer, 0, 0);
    tape_bind(&subject, second_buffer, 1, 4)->flags = SMELT_BINDING_WRITTEN;
    tape_texture(&subject, texture, 3, SMELT_BINDING_WRITTEN);
    tape_uniforms(&subject, 2, 16);
    tape_dispatch(&subject, pipeline, 1000)->threadgroup[0] = 64;
    subject.last->threadgroup[1] = subject.last->threadgroup[2] = 1;
    tape_bind(&subject, second_buffer, 0, 128);
    int accepted = 0, refused = 0;
    for (int i = 0; i < 100000; i++) {
        uint64_t length;
        uint8_t *bytes = mutated(subject.bytes, subject.length, &length);
        if (smelt_plan_make(&plan, device, bytes, length, &fault)) {
            accepted++;
            smelt_plan_begin(&plan);
            smelt_plan_end(&plan);
            smelt_plan_clear(&plan);
        } else {
            refused++;
            CHECK(fault.status != SMELT_OK && fault.message[0] != '\0');
        }
        free(bytes);
    }
    CHECK(accepted > 5000);
    CHECK(refused > 5000);
    CHECK_EQUAL(pending(buffer), 0);
}

int main(void) {
    set_up();
    RUN(makes_a_plan);
    RUN(counts_submissions_not_bindings);
    RUN(keeps_closed_buffers);
    RUN(refuses_wrong_handles);
    RUN(refuses_wrong_textures);
    RUN(refuses_offsets_beyond_the_buffer);
    RUN(refuses_large_threadgroups);
    RUN(chooses_threadgroups);
    RUN(survives_random_tapes);
    tear_down();
    return RESULT;
}
