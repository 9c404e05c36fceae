/* Loads compiled programs, and tells what their functions are. */
#define _GNU_SOURCE
#include "msl_module.h"
#include "msl_run.h"

#include <dlfcn.h>
#include <link.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ROOM 64 /* between threadgroup variables, so that one's end is not another's beginning */

/* The memory that a shared object takes. */
static int find_image(struct dl_phdr_info *info, size_t size, void *data) {
    (void)size;
    struct msl_loaded *loaded = data;
    const uintptr_t inside = (uintptr_t)loaded->module;
    uintptr_t begin = UINTPTR_MAX, end = 0;
    for (int i = 0; i < info->dlpi_phnum; ++i) {
        if (info->dlpi_phdr[i].p_type != PT_LOAD) continue;
        const uintptr_t from = info->dlpi_addr + info->dlpi_phdr[i].p_vaddr;
        if (from < begin) begin = from;
        if (from + info->dlpi_phdr[i].p_memsz > end) end = from + info->dlpi_phdr[i].p_memsz;
    }
    if (inside < begin || inside >= end) return 0;
    loaded->begin = begin;
    loaded->end = end;
    return 1;
}

static bool open_one(struct msl_loaded *loaded, const char *path, char **message) {
    loaded->path = strdup(path);
    loaded->handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (loaded->handle == NULL) {
        *message = msl_text("cannot load the compiled program: %s", dlerror());
        return false;
    }
    loaded->module = dlsym(loaded->handle, MSL_MODULE_SYMBOL);
    msl_attach_function *attach = (msl_attach_function *)dlsym(loaded->handle, MSL_ATTACH_SYMBOL);
    if (loaded->module == NULL || attach == NULL || loaded->module->abi != MSL_ABI) {
        *message = msl_text("%s is not a compiled program of this version", path);
        return false;
    }
    attach(&msl_host_functions);
    dl_iterate_phdr(find_image, loaded);
    return true;
}

static bool describe_arguments(struct msl_function *function) {
    const struct msl_function_record *record = function->record;
    function->arguments = calloc(record->argument_count + 1, sizeof *function->arguments);
    if (function->arguments == NULL) return false;
    for (uint32_t i = 0; i < record->argument_count; ++i) {
        const struct msl_argument_record *from = &record->arguments[i];
        if (from->condition != NULL && !*from->condition) continue;
        function->arguments[function->argument_count++] = (msl_argument){
            .name = from->name,
            .kind = from->kind,
            .slot = from->slot,
            .count = from->count,
            .space = from->space,
            .access = from->access,
            .reference = from->reference != 0,
            .size = from->size,
            .alignment = from->alignment,
            .texture_type = from->texture_type,
        };
    }
    return true;
}

static bool describe_variables(struct msl_function *function, const struct msl_module *module) {
    const struct msl_variable_record *from = module->variables;
    for (; from < module->variables_end; ++from) {
        if (from->kernel != function->record->kernel) continue;
        struct msl_place *more = realloc(function->variables, (function->variable_count + 1) * sizeof *more);
        if (more == NULL) return false;
        function->variables = more;
        const size_t alignment = from->alignment > 16 ? from->alignment : 16;
        const size_t offset = (function->arena + ROOM + alignment - 1) / alignment * alignment;
        more[function->variable_count++] = (struct msl_place){from->number, offset, from->size};
        function->arena = offset + from->size;
        function->threadgroup_memory += (from->size + 15) & ~(size_t)15;
    }
    return true;
}

msl_program *msl_program_open(char *const *paths, size_t count, unsigned checks, bool specialized, char **message) {
    msl_program *program = calloc(1, sizeof *program);
    *message = NULL;
    if (program == NULL) return NULL;
    program->references = 1;
    program->checks = checks;
    program->specialized = specialized;
    program->loaded = calloc(count + 1, sizeof *program->loaded);
    size_t functions = 0;
    for (size_t i = 0; program->loaded != NULL && i < count; ++i) {
        program->loaded_count = i + 1;
        if (!open_one(&program->loaded[i], paths[i], message)) {
            msl_release(program);
            return NULL;
        }
        functions += program->loaded[i].module->function_count;
    }
    program->functions = calloc(functions + 1, sizeof *program->functions);
    bool described = program->loaded != NULL && program->functions != NULL;
    for (size_t i = 0; described && i < count; ++i) {
        struct msl_loaded *loaded = &program->loaded[i];
        for (size_t k = 0; described && k < loaded->module->function_count; ++k) {
            struct msl_function *function = &program->functions[program->function_count++];
            function->program = program;
            function->loaded = loaded;
            function->record = &loaded->module->functions[k];
            described = describe_arguments(function) && describe_variables(function, loaded->module);
        }
    }
    if (!described) {
        msl_release(program);
        return NULL;
    }
    return program;
}

msl_program *msl_retain(msl_program *program) {
    __atomic_add_fetch(&program->references, 1, __ATOMIC_RELAXED);
    return program;
}

void msl_release(msl_program *program) {
    if (program == NULL || __atomic_sub_fetch(&program->references, 1, __ATOMIC_ACQ_REL) != 0) return;
    for (size_t i = 0; i < program->function_count; ++i) {
        free(program->functions[i].arguments);
        free(program->functions[i].variables);
    }
    free(program->functions);
    for (size_t i = 0; i < program->loaded_count; ++i) {
        if (program->loaded[i].handle != NULL) dlclose(program->loaded[i].handle);
        free(program->loaded[i].path);
    }
    free(program->loaded);
    free(program);
}

size_t msl_function_count(const msl_program *program) { return program->function_count; }

const msl_function *msl_function_at(const msl_program *program, size_t index) {
    return index < program->function_count ? &program->functions[index] : NULL;
}

const msl_function *msl_function_named(const msl_program *program, const char *name) {
    for (size_t i = 0; i < program->function_count; ++i)
        if (strcmp(program->functions[i].record->name, name) == 0) return &program->functions[i];
    return NULL;
}

const char *msl_function_name(const msl_function *function) { return function->record->name; }
size_t msl_static_threadgroup_memory(const msl_function *function) { return function->threadgroup_memory; }
uint32_t msl_max_total_threads(const msl_function *function) { return function->record->max_total_threads; }
size_t msl_argument_count(const msl_function *function) { return function->argument_count; }

const msl_argument *msl_argument_at(const msl_function *function, size_t index) {
    return index < function->argument_count ? &function->arguments[index] : NULL;
}

bool msl_needs_constants(const msl_function *function) {
    return function->loaded->module->constant_count != 0 && !function->program->specialized;
}

/* ---- function constants */

/* Where in the file a place in the loaded image comes from. */
static bool file_offset(const char *bytes, size_t length, uintptr_t virtual, size_t *offset) {
    const ElfW(Ehdr) *header = (const ElfW(Ehdr) *)(const void *)bytes;
    if (length < sizeof *header) return false;
    for (int i = 0; i < header->e_phnum; ++i) {
        const ElfW(Phdr) *part = (const ElfW(Phdr) *)(const void *)(bytes + header->e_phoff + (size_t)i * header->e_phentsize);
        if (part->p_type == PT_LOAD && virtual >= part->p_vaddr && virtual < part->p_vaddr + part->p_filesz) {
            *offset = virtual - part->p_vaddr + part->p_offset;
            return *offset < length;
        }
    }
    return false;
}

static const msl_constant *value_of(const struct msl_constant_record *record, const msl_constant *constants, size_t count) {
    for (size_t i = 0; i < count; ++i) {
        if (constants[i].name != NULL ? strcmp(constants[i].name, record->name) == 0 : constants[i].index == record->index) {
            return &constants[i];
        }
    }
    return NULL;
}

/* Writes the values into a copy of the file: so that constants made of them when it is loaded see them too. */
static char *specialized_file(const struct msl_loaded *loaded, const msl_constant *constants, size_t count, char **message) {
    size_t length = 0, offset = 0;
    char *bytes = msl_read_file(loaded->path, &length), *folder = NULL, *path = NULL;
    bool fits = bytes != NULL;
    for (uint64_t i = 0; fits && i < loaded->module->constant_count; ++i) {
        const struct msl_constant_record *record = &loaded->module->constants[i];
        const msl_constant *constant = value_of(record, constants, count);
        if (constant == NULL) continue;
        if (constant->size != record->size) {
            *message = msl_text("function constant '%s' has %lu bytes, not %zu", record->name, (unsigned long)record->size,
                                constant->size);
            fits = false;
        } else if ((fits = file_offset(bytes, length, (uintptr_t)record->value - loaded->begin, &offset))) {
            memcpy(bytes + offset, constant->value, constant->size);
            if ((fits = file_offset(bytes, length, (uintptr_t)record->defined - loaded->begin, &offset))) bytes[offset] = 1;
        }
    }
    if (fits && (folder = msl_cache_folder()) != NULL) {
        char digits[33];
        msl_hash(bytes, length, digits);
        path = msl_text("%s/%s-constants.so", folder, digits);
        if (path != NULL && access(path, R_OK) != 0 && !msl_write_file(path, bytes, length)) {
            free(path);
            path = NULL;
        }
    }
    free(folder);
    free(bytes);
    return path;
}

msl_program *msl_specialize(msl_program *program, const msl_constant *constants, size_t count, char **message) {
    *message = NULL;
    char **paths = calloc(program->loaded_count + 1, sizeof *paths);
    bool made = paths != NULL;
    for (size_t i = 0; made && i < program->loaded_count; ++i) {
        made = (paths[i] = specialized_file(&program->loaded[i], constants, count, message)) != NULL;
    }
    msl_program *result = made ? msl_program_open(paths, program->loaded_count, program->checks, true, message) : NULL;
    for (size_t i = 0; paths != NULL && i < program->loaded_count; ++i) free(paths[i]);
    free(paths);
    if (result == NULL && *message == NULL) *message = msl_text("function constants cannot be set: no room for the program");
    return result;
}
