/* Reference-counted objects, and the table that turns handles into them. Plain C: tested without Metal. */
#ifndef SMELT_HANDLES_H
#define SMELT_HANDLES_H

#include <stdatomic.h>
#include <stdint.h>

#include "smelt.h"

typedef enum smelt_kind {
    SMELT_KIND_NONE = 0,
    SMELT_KIND_ERROR,
    SMELT_KIND_DEVICE,
    SMELT_KIND_BUFFER,
    SMELT_KIND_TEXTURE,
    SMELT_KIND_LIBRARY,
    SMELT_KIND_ARCHIVE,
    SMELT_KIND_PIPELINE,
    SMELT_KIND_SUBMISSION
} smelt_kind;

/* "device", "buffer", ...: for messages. */
const char *smelt_kind_name(smelt_kind kind);

/* The first member of every object that a handle can stand for. */
typedef struct smelt_object {
    atomic_uint references;
    smelt_kind kind;
    /* Frees the object and all that it holds. Called once, by whoever drops the last reference. Throws nothing. */
    void (*destroy)(struct smelt_object *object);
} smelt_object;

/* Begins an object's life with one reference, the caller's. */
void smelt_object_init(smelt_object *object, smelt_kind kind, void (*destroy)(smelt_object *object));

void smelt_object_retain(smelt_object *object);

/* NULL is allowed. */
void smelt_object_release(smelt_object *object);

/* A new handle for the object, which the table retains; 0 if there is no memory. */
smelt_handle smelt_handles_open(smelt_object *object);

/*
 * The object of an open handle of this kind, retained for the caller; else NULL, and *found is the kind that the handle
 * does have, SMELT_KIND_NONE if it is not open. `found` may be NULL.
 */
smelt_object *smelt_handles_use(smelt_handle handle, smelt_kind kind, smelt_kind *found);

/* Ends a handle; 0 if it was open, else SMELT_INVALID_HANDLE. */
int32_t smelt_handles_close(smelt_handle handle);

uint64_t smelt_handles_count(void);

#endif
