/*
 * What one call into the bridge holds and how it fails. Whatever happens in the call, an exception included, its scope
 * lets go of every object at the end.
 */
#ifndef SMELT_SCOPE_H
#define SMELT_SCOPE_H

#include "smelt_error.h"
#include "smelt_objects.h"
#include "smelt_tape.h"

typedef struct smelt_scope {
    smelt_object *kept[4]; /* no call needs more */
    int kept_count;
    smelt_error_object *error; /* NULL: none, or no memory for it */
} smelt_scope;

/* Takes over the caller's reference: it is dropped when the call ends. */
void smelt_scope_keep(smelt_scope *scope, smelt_object *object);

/* The object of a handle, for as long as the call lasts; NULL after failing with SMELT_INVALID_HANDLE. */
void *smelt_scope_use(smelt_scope *scope, smelt_handle handle, smelt_kind kind);

/* Gives out a handle for the object: the last step of a function that makes one. Returns a status. */
int32_t smelt_scope_publish(smelt_scope *scope, smelt_object *object, smelt_handle *handle);

/* Records a failure and returns its status. The error may be added to until the call ends; it may be NULL. */
int32_t smelt_scope_fail(smelt_scope *scope, int32_t status, const char *format, ...)
        __attribute__((format(printf, 3, 4)));
int32_t smelt_scope_fail_tape(smelt_scope *scope, const smelt_tape_fault *fault);
int32_t smelt_scope_fail_with(smelt_scope *scope, smelt_error_object *error);

/* Says of the failure that was recorded what it concerns. NULL leaves it open. */
void smelt_scope_concerns(smelt_scope *scope, const char *label, const char *kernel);

/* Drops what is kept, and hands the failure, if any, to the caller. */
void smelt_scope_end(smelt_scope *scope, int32_t status, smelt_error *error);

/* Copies text out, as smelt.h says under "Text". */
int32_t smelt_scope_text(
        smelt_scope *scope, const char *text, char *into, uint64_t capacity, uint64_t *length);

#endif
