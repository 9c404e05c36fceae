#include "smelt_scope.h"

#include <assert.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void smelt_scope_keep(smelt_scope *scope, smelt_object *object) {
    assert(scope->kept_count < (int) (sizeof scope->kept / sizeof *scope->kept));
    scope->kept[scope->kept_count++] = object;
}

void *smelt_scope_use(smelt_scope *scope, smelt_handle handle, smelt_kind kind) {
    smelt_kind found;
    smelt_object *object = smelt_handles_use(handle, kind, &found);
    if (object != NULL) {
        smelt_scope_keep(scope, object);
    } else if (found == SMELT_KIND_NONE) {
        smelt_scope_fail(
                scope, SMELT_INVALID_HANDLE, "%s 0x%" PRIx64 " is not open", smelt_kind_name(kind), handle);
    } else {
        smelt_scope_fail(
                scope, SMELT_INVALID_HANDLE, "0x%" PRIx64 " is a %s, not a %s", handle, smelt_kind_name(found),
                smelt_kind_name(kind));
    }
    return object;
}

int32_t smelt_scope_publish(smelt_scope *scope, smelt_object *object, smelt_handle *handle) {
    *handle = smelt_handles_open(object);
    return *handle != 0 ? SMELT_OK : smelt_scope_fail(scope, SMELT_OUT_OF_MEMORY, "no memory for one more handle");
}

int32_t smelt_scope_fail_with(smelt_scope *scope, smelt_error_object *error) {
    if (scope->error != NULL) {
        smelt_object_release(&scope->error->base);
    }
    scope->error = error;
    return error == NULL ? SMELT_OUT_OF_MEMORY : error->code;
}

int32_t smelt_scope_fail(smelt_scope *scope, int32_t status, const char *format, ...) {
    char message[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    smelt_scope_fail_with(scope, smelt_error_make(status, "%s", message));
    return status;
}

int32_t smelt_scope_fail_tape(smelt_scope *scope, const smelt_tape_fault *fault) {
    smelt_scope_fail(scope, fault->status, "%s", fault->message);
    if (scope->error != NULL) {
        scope->error->dispatch = fault->dispatch;
        smelt_error_set(&scope->error->kernel, fault->kernel);
    }
    return fault->status;
}

void smelt_scope_concerns(smelt_scope *scope, const char *label, const char *kernel) {
    if (scope->error == NULL) {
        return;
    }
    if (label != NULL) {
        smelt_error_set(&scope->error->label, label);
    }
    if (kernel != NULL) {
        smelt_error_set(&scope->error->kernel, kernel);
    }
}

void smelt_scope_end(smelt_scope *scope, int32_t status, smelt_error *error) {
    if (error != NULL) {
        *error = status != SMELT_OK && scope->error != NULL ? smelt_handles_open(&scope->error->base) : 0;
    }
    if (scope->error != NULL) {
        smelt_object_release(&scope->error->base);
    }
    while (scope->kept_count > 0) {
        smelt_object_release(scope->kept[--scope->kept_count]);
    }
}

int32_t smelt_scope_text(
        smelt_scope *scope, const char *text, char *into, uint64_t capacity, uint64_t *length) {
    if (length == NULL || (into == NULL && capacity > 0)) {
        return smelt_scope_fail(scope, SMELT_INVALID_ARGUMENT, "no place for the text or its length");
    }
    uint64_t full = text == NULL ? 0 : strlen(text);
    *length = full;
    if (capacity > 0) {
        uint64_t copied = full < capacity ? full : capacity - 1;
        if (copied > 0) {
            memcpy(into, text, copied);
        }
        into[copied] = '\0';
    }
    return SMELT_OK;
}
