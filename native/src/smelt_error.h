/* Error objects: what went wrong, in C, ready for whoever asks. */
#ifndef SMELT_ERROR_H
#define SMELT_ERROR_H

#include "smelt_handles.h"

typedef struct smelt_error_object {
    smelt_object base;
    int32_t code;
    int32_t encoder_state;
    int64_t domain_code;
    int64_t dispatch; /* -1: none */
    /* Owned; NULL stands for "". */
    char *message;
    char *domain;
    char *kernel;
    char *label;
} smelt_error_object;

/* An error with a message, or NULL if there is no memory. */
smelt_error_object *smelt_error_make(int32_t code, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Replaces one of the texts above by a copy of `text`; NULL empties it. Out of memory, it is empty. */
void smelt_error_set(char **field, const char *text);

/* A copy of `text` from malloc; NULL if it is NULL or there is no memory. */
char *smelt_copy_text(const char *text);

#endif
