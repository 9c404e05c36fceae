/* Programs as they are loaded. */
#ifndef MSL_MODULE_H
#define MSL_MODULE_H

#include "msl_host.h"
#include "msl_program.h"

struct msl_function {
    struct msl_program *program;
    struct msl_loaded *loaded;
    const struct msl_function_record *record;
    msl_argument *arguments;
    size_t argument_count;
    size_t threadgroup_memory;
    /* Where each threadgroup variable lies in the arena, by its number. */
    struct msl_place {
        size_t number, offset, size;
    } *variables;
    size_t variable_count;
    size_t arena; /* bytes of the arena for them, with room between them */
};

/* One shared object of a program: a library may be made of several. */
struct msl_loaded {
    void *handle;
    char *path;
    const struct msl_module *module;
    uintptr_t begin, end; /* where its constants lie */
};

struct msl_program {
    unsigned references; /* atomic */
    unsigned checks;
    struct msl_loaded *loaded;
    size_t loaded_count;
    struct msl_function *functions;
    size_t function_count;
    bool specialized;
};

/* Loads shared objects from files; takes nothing over. NULL with a message. */
msl_program *msl_program_open(char *const *paths, size_t count, unsigned checks, bool specialized, char **message);

/* A folder for what is compiled, made if need be; $SMELT_MSL_CACHE, or in the user's cache. The caller frees it. */
char *msl_cache_folder(void);
char *msl_text(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* 32 hexadecimal digits. */
void msl_hash(const void *bytes, size_t length, char digits[33]);
bool msl_write_file(const char *path, const void *bytes, size_t length);
/* The whole file and a 0 behind it. NULL if it can't be read. */
char *msl_read_file(const char *path, size_t *length);

#endif
