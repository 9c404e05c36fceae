#include "smelt_error.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *smelt_copy_text(const char *text) {
    if (text == NULL) {
        return NULL;
    }
    size_t size = strlen(text) + 1;
    char *copy = malloc(size);
    return copy == NULL ? NULL : memcpy(copy, text, size);
}

void smelt_error_set(char **field, const char *text) {
    free(*field);
    *field = smelt_copy_text(text);
}

static void destroy_error(smelt_object *object) {
    smelt_error_object *error = (smelt_error_object *) object;
    free(error->message);
    free(error->domain);
    free(error->kernel);
    free(error->label);
    free(error);
}

smelt_error_object *smelt_error_make(int32_t code, const char *format, ...) {
    smelt_error_object *error = calloc(1, sizeof *error);
    if (error == NULL) {
        return NULL;
    }
    smelt_object_init(&error->base, SMELT_KIND_ERROR, destroy_error);
    error->code = code;
    error->dispatch = -1;

    va_list measured, printed;
    va_start(measured, format);
    va_copy(printed, measured);
    int length = vsnprintf(NULL, 0, format, measured);
    va_end(measured);
    if (length >= 0 && (error->message = malloc((size_t) length + 1)) != NULL) {
        vsnprintf(error->message, (size_t) length + 1, format, printed);
    }
    va_end(printed);
    return error;
}

static smelt_error_object *use_error(smelt_error error) {
    return (smelt_error_object *) smelt_handles_use(error, SMELT_KIND_ERROR, NULL);
}

/*
 * The reads below let go of the object before they return a pointer into it: the open handle keeps it, as smelt.h says.
 */
static const char *text_of(smelt_error handle, char *(*choose)(const smelt_error_object *error)) {
    smelt_error_object *error = use_error(handle);
    if (error == NULL) {
        return "";
    }
    const char *text = choose(error);
    smelt_object_release(&error->base);
    return text == NULL ? "" : text;
}

static int64_t number_of(smelt_error handle, int64_t absent, int64_t (*choose)(const smelt_error_object *error)) {
    smelt_error_object *error = use_error(handle);
    if (error == NULL) {
        return absent;
    }
    int64_t number = choose(error);
    smelt_object_release(&error->base);
    return number;
}

static char *message_of(const smelt_error_object *error) {
    return error->message;
}

static char *domain_of(const smelt_error_object *error) {
    return error->domain;
}

static char *kernel_of(const smelt_error_object *error) {
    return error->kernel;
}

static char *label_of(const smelt_error_object *error) {
    return error->label;
}

static int64_t code_of(const smelt_error_object *error) {
    return error->code;
}

static int64_t domain_code_of(const smelt_error_object *error) {
    return error->domain_code;
}

static int64_t dispatch_of(const smelt_error_object *error) {
    return error->dispatch;
}

static int64_t encoder_state_of(const smelt_error_object *error) {
    return error->encoder_state;
}

const char *smelt_error_message(smelt_error error) {
    return text_of(error, message_of);
}

const char *smelt_error_domain(smelt_error error) {
    return text_of(error, domain_of);
}

const char *smelt_error_kernel(smelt_error error) {
    return text_of(error, kernel_of);
}

const char *smelt_error_label(smelt_error error) {
    return text_of(error, label_of);
}

int32_t smelt_error_code(smelt_error error) {
    return (int32_t) number_of(error, SMELT_INVALID_HANDLE, code_of);
}

int64_t smelt_error_domain_code(smelt_error error) {
    return number_of(error, 0, domain_code_of);
}

int64_t smelt_error_dispatch(smelt_error error) {
    return number_of(error, -1, dispatch_of);
}

int32_t smelt_error_encoder_state(smelt_error error) {
    return (int32_t) number_of(error, SMELT_ENCODER_UNKNOWN, encoder_state_of);
}
