#include "smelt_plan.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_THREADS_CHOSEN 256u

static uint32_t least(uint32_t a, uint32_t b) {
    return a < b ? a : b;
}

static uint32_t at_least_one(uint32_t a) {
    return a == 0 ? 1 : a;
}

void smelt_choose_threadgroup(
        const uint32_t grid[3], const smelt_pipeline_limits *limits, const uint32_t device_limits[3],
        uint32_t chosen[3]) {
    uint32_t simdgroup = at_least_one(limits->simdgroup_width);
    uint32_t most = at_least_one(least(limits->max_threads_per_threadgroup, MOST_THREADS_CHOSEN));
    if (most > simdgroup) {
        most = most / simdgroup * simdgroup;
    }
    bool line = grid[1] == 1 && grid[2] == 1;
    uint32_t width = line ? most : least(simdgroup, most);
    uint32_t sides[3] = {width, line ? 1 : most / width, 1};
    for (int i = 0; i < 3; i++) {
        chosen[i] = least(sides[i], least(grid[i], at_least_one(device_limits[i])));
    }
}

/* Names the kernel of a fault: people think in kernels, not in positions on a tape. */
static void name_kernel(smelt_tape_fault *fault, const smelt_pipeline_object *pipeline) {
    if (pipeline->name != NULL) {
        snprintf(fault->kernel, sizeof fault->kernel, "%s", pipeline->name);
    }
}

static bool fail_handle(
        smelt_tape_fault *fault, int64_t index, smelt_handle handle, smelt_kind wanted, smelt_kind found) {
    if (found == SMELT_KIND_NONE) {
        return smelt_tape_fail(
                fault, SMELT_INVALID_HANDLE, index, "%s 0x%" PRIx64 " is not open", smelt_kind_name(wanted), handle);
    }
    return smelt_tape_fail(
            fault, SMELT_INVALID_HANDLE, index, "0x%" PRIx64 " is a %s, not a %s", handle, smelt_kind_name(found),
            smelt_kind_name(wanted));
}

/* Each side is compared before the product is made, so the product of three 32-bit numbers cannot overflow. */
static bool check_threadgroup(
        const uint32_t group[3], const smelt_pipeline_object *pipeline, const smelt_device_object *device,
        int64_t index, smelt_tape_fault *fault) {
    uint32_t most = pipeline->limits.max_threads_per_threadgroup;
    uint64_t threads = 1;
    for (int i = 0; i < 3; i++) {
        if (group[i] > device->max_threads_per_threadgroup[i]) {
            return smelt_tape_fail(
                    fault, SMELT_THREADGROUP_TOO_LARGE, index,
                    "threadgroup %" PRIu32 " x %" PRIu32 " x %" PRIu32 ": this device allows at most %" PRIu32 " x %"
                    PRIu32 " x %" PRIu32, group[0], group[1], group[2], device->max_threads_per_threadgroup[0],
                    device->max_threads_per_threadgroup[1], device->max_threads_per_threadgroup[2]);
        }
        if (group[i] > most || (threads *= group[i]) > most) {
            return smelt_tape_fail(
                    fault, SMELT_THREADGROUP_TOO_LARGE, index,
                    "threadgroup %" PRIu32 " x %" PRIu32 " x %" PRIu32
                    " has too many threads: this kernel runs at most %" PRIu32 " to a threadgroup on this device",
                    group[0], group[1], group[2], most);
        }
    }
    return true;
}

static bool bind_pipeline(smelt_step *step, smelt_device_object *device, int64_t index, smelt_tape_fault *fault) {
    const smelt_tape_dispatch *dispatch = step->entry.dispatch;
    smelt_kind found;
    step->pipeline =
            (smelt_pipeline_object *) smelt_handles_use(dispatch->pipeline, SMELT_KIND_PIPELINE, &found);
    if (step->pipeline == NULL) {
        return fail_handle(fault, index, dispatch->pipeline, SMELT_KIND_PIPELINE, found);
    }
    if (step->pipeline->device != device) {
        return smelt_tape_fail(fault, SMELT_WRONG_DEVICE, index, "pipeline of another device");
    }
    if (dispatch->threadgroup[0] == 0) {
        smelt_choose_threadgroup(
                dispatch->grid, &step->pipeline->limits, device->max_threads_per_threadgroup, step->threadgroup);
        return true;
    }
    memcpy(step->threadgroup, dispatch->threadgroup, sizeof step->threadgroup);
    return check_threadgroup(step->threadgroup, step->pipeline, device, index, fault);
}

/* The resource of a binding, which the plan holds from here on; NULL after failing. */
static smelt_resource_object *bind_resource(
        smelt_plan *plan, smelt_handle handle, smelt_kind kind, uint32_t slot, smelt_device_object *device,
        int64_t index, smelt_tape_fault *fault) {
    smelt_kind found;
    smelt_resource_object *resource = (smelt_resource_object *) smelt_handles_use(handle, kind, &found);
    if (resource == NULL) {
        fail_handle(fault, index, handle, kind, found);
        return NULL;
    }
    plan->bindings[plan->binding_count++] = resource;
    if (resource->device != device) {
        smelt_tape_fail(
                fault, SMELT_WRONG_DEVICE, index, "%s in slot %" PRIu32 " is of another device", smelt_kind_name(kind),
                slot);
        return NULL;
    }
    return resource;
}

static bool bind_buffers(
        smelt_plan *plan, smelt_step *step, smelt_device_object *device, int64_t index, smelt_tape_fault *fault) {
    step->buffers = plan->bindings + plan->binding_count;
    for (uint32_t i = 0; i < step->entry.dispatch->buffer_count; i++) {
        const smelt_tape_binding *binding = &step->entry.bindings[i];
        smelt_buffer_object *buffer = (smelt_buffer_object *) bind_resource(
                plan, binding->buffer, SMELT_KIND_BUFFER, binding->slot, device, index, fault);
        if (buffer == NULL) {
            return false;
        }
        if (binding->offset != 0 && binding->offset >= buffer->length) {
            return smelt_tape_fail(
                    fault, SMELT_INVALID_TAPE, index,
                    "offset %" PRIu64 " in slot %" PRIu32 " is beyond the buffer's %" PRIu64 " bytes",
                    binding->offset, binding->slot, buffer->length);
        }
    }
    return true;
}

static bool bind_textures(
        smelt_plan *plan, smelt_step *step, smelt_device_object *device, int64_t index, smelt_tape_fault *fault) {
    step->textures = plan->bindings + plan->binding_count;
    for (uint32_t i = 0; i < step->entry.dispatch->texture_count; i++) {
        const smelt_tape_texture *binding = &step->entry.textures[i];
        if (bind_resource(plan, binding->texture, SMELT_KIND_TEXTURE, binding->slot, device, index, fault) == NULL) {
            return false;
        }
    }
    return true;
}

static bool bind_step(
        smelt_plan *plan, smelt_step *step, smelt_device_object *device, int64_t index, smelt_tape_fault *fault) {
    bool bound = bind_pipeline(step, device, index, fault) && bind_buffers(plan, step, device, index, fault)
            && bind_textures(plan, step, device, index, fault);
    if (!bound && step->pipeline != NULL) {
        name_kernel(fault, step->pipeline);
    }
    return bound;
}

static int compare_pointers(const void *a, const void *b) {
    uintptr_t left = (uintptr_t) *(void *const *) a;
    uintptr_t right = (uintptr_t) *(void *const *) b;
    return (left > right) - (left < right);
}

static void find_distinct(smelt_plan *plan) {
    if (plan->binding_count == 0) {
        return;
    }
    memcpy(plan->distinct, plan->bindings, plan->binding_count * sizeof *plan->distinct);
    qsort(plan->distinct, plan->binding_count, sizeof *plan->distinct, compare_pointers);
    for (size_t i = 0; i < plan->binding_count; i++) {
        if (i == 0 || plan->distinct[i] != plan->distinct[i - 1]) {
            plan->distinct[plan->distinct_count++] = plan->distinct[i];
        }
    }
}

static size_t count_bindings(const void *tape) {
    const smelt_tape_header *header = tape;
    size_t count = 0;
    smelt_tape_entry entry = {0};
    for (uint32_t i = 0; i < header->dispatch_count; i++) {
        entry = smelt_tape_next(tape, i == 0 ? NULL : &entry);
        count += entry.dispatch->buffer_count + entry.dispatch->texture_count;
    }
    return count;
}

/* Copies the tape, and makes room for what it says, as far as its header can be believed. */
static bool copy_tape(smelt_plan *plan, const void *tape, uint64_t length, smelt_tape_fault *fault) {
    if (length > SIZE_MAX || (plan->tape = malloc((size_t) length)) == NULL) {
        return smelt_tape_fail(fault, SMELT_OUT_OF_MEMORY, -1, "no memory for a tape of %" PRIu64 " bytes", length);
    }
    memcpy(plan->tape, tape, (size_t) length);
    if (!smelt_tape_check(plan->tape, length, fault)) {
        return false;
    }
    size_t steps = ((const smelt_tape_header *) plan->tape)->dispatch_count;
    size_t bindings = count_bindings(plan->tape);
    plan->steps = calloc(steps + 1, sizeof *plan->steps);
    plan->bindings = calloc(bindings + 1, sizeof(smelt_resource_object *));
    plan->distinct = calloc(bindings + 1, sizeof(smelt_resource_object *));
    if (plan->steps == NULL || plan->bindings == NULL || plan->distinct == NULL) {
        return smelt_tape_fail(fault, SMELT_OUT_OF_MEMORY, -1, "no memory for a tape of %zu dispatches", steps);
    }
    return true;
}

static bool fill(
        smelt_plan *plan, smelt_device_object *device, const void *tape, uint64_t length, smelt_tape_fault *fault) {
    if (!copy_tape(plan, tape, length, fault)) {
        return false;
    }
    uint32_t steps = ((const smelt_tape_header *) plan->tape)->dispatch_count;
    for (uint32_t i = 0; i < steps; i++) {
        smelt_step *step = &plan->steps[i];
        step->entry = smelt_tape_next(plan->tape, i == 0 ? NULL : &plan->steps[i - 1].entry);
        plan->step_count++;
        if (!bind_step(plan, step, device, i, fault)) {
            return false;
        }
    }
    find_distinct(plan);
    return true;
}

bool smelt_plan_make(
        smelt_plan *plan, smelt_device_object *device, const void *tape, uint64_t length, smelt_tape_fault *fault) {
    memset(plan, 0, sizeof *plan);
    /* The header is checked in place, since it confirms the length to copy; the copy is checked in full. */
    if (!smelt_tape_check_header(tape, length, fault)) {
        return false;
    }
    if (!fill(plan, device, tape, length, fault)) {
        smelt_plan_clear(plan);
        return false;
    }
    return true;
}

void smelt_plan_clear(smelt_plan *plan) {
    for (uint32_t i = 0; i < plan->step_count; i++) {
        if (plan->steps[i].pipeline != NULL) {
            smelt_object_release(&plan->steps[i].pipeline->base);
        }
    }
    for (size_t i = 0; i < plan->binding_count; i++) {
        smelt_object_release(&plan->bindings[i]->base);
    }
    free(plan->tape);
    free(plan->steps);
    free(plan->bindings);
    free(plan->distinct);
    memset(plan, 0, sizeof *plan);
}

void smelt_plan_begin(smelt_plan *plan) {
    for (size_t i = 0; i < plan->distinct_count; i++) {
        atomic_fetch_add(&plan->distinct[i]->pending, 1);
    }
}

void smelt_plan_end(smelt_plan *plan) {
    for (size_t i = 0; i < plan->distinct_count; i++) {
        atomic_fetch_sub(&plan->distinct[i]->pending, 1);
    }
}
