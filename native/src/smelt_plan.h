/* A tape made ready to encode: its handles looked up, its sizes checked against the pipelines and the device. */
#ifndef SMELT_PLAN_H
#define SMELT_PLAN_H

#include <stddef.h>

#include "smelt_objects.h"
#include "smelt_tape.h"

typedef struct smelt_step {
    smelt_tape_entry entry;
    smelt_pipeline_object *pipeline;
    /* One for each buffer, and for each texture, that the entry binds, in its order. */
    smelt_resource_object **buffers, **textures;
    uint32_t threadgroup[3];       /* as given, or as chosen */
} smelt_step;

typedef struct smelt_plan {
    void *tape; /* a copy: what was checked is what is encoded, whatever the caller does to its own meanwhile */
    smelt_step *steps;
    uint32_t step_count;
    smelt_resource_object **bindings; /* those of all steps, each retained */
    size_t binding_count;
    smelt_resource_object **distinct; /* the same without repetitions, not retained again */
    size_t distinct_count;
} smelt_plan;

/* Checks all of a tape. On success the plan holds its pipelines, buffers and textures until smelt_plan_clear. */
bool smelt_plan_make(
        smelt_plan *plan, smelt_device_object *device, const void *tape, uint64_t length, smelt_tape_fault *fault);

/* Drops what the plan holds. Clearing twice, or a plan of zeros, is harmless. */
void smelt_plan_clear(smelt_plan *plan);

/* Counts the plan's buffers and textures as used by a submission in flight, and as used no longer. */
void smelt_plan_begin(smelt_plan *plan);
void smelt_plan_end(smelt_plan *plan);

/* The threadgroup for a writer that leaves the choice to the bridge, by the rule in smelt.h. */
void smelt_choose_threadgroup(
        const uint32_t grid[3], const smelt_pipeline_limits *limits, const uint32_t device_limits[3],
        uint32_t chosen[3]);

#endif
