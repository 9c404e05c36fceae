/* Compiles MSL by the program mslc, and keeps what it made in a folder, by the hash of the text and the options. */
#define _GNU_SOURCE
#include "msl_library.h"
#include "msl_module.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

/* Words of a command. */
struct words {
    char *all[256];
    size_t count;
};

static void add(struct words *words, char *word) {
    if (word != NULL && words->count + 1 < sizeof words->all / sizeof *words->all) words->all[words->count++] = word;
    else free(word);
}

static void free_words(struct words *words) {
    for (size_t i = 0; i < words->count; ++i) free(words->all[i]);
    words->count = 0;
}

/* Runs mslc; its messages go to the log. */
static int run_compiler(struct words *words, char **log) {
    int messages[2];
    if (pipe2(messages, O_CLOEXEC) != 0) return -1;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, messages[1], 2);
    pid_t pid = 0;
    words->all[words->count] = NULL;
    const int failed = posix_spawnp(&pid, words->all[0], &actions, NULL, words->all, environ);
    posix_spawn_file_actions_destroy(&actions);
    close(messages[1]);
    if (failed != 0) {
        close(messages[0]);
        *log = msl_text("cannot run the compiler %s: %s\n", words->all[0], strerror(failed));
        return -1;
    }
    size_t used = 0, room = 4096;
    char *text = malloc(room);
    for (;;) {
        if (text != NULL && room - used < 2048) {
            char *more = realloc(text, room *= 2);
            if (more == NULL) break;
            text = more;
        }
        if (text == NULL) break;
        const ssize_t count = read(messages[0], text + used, room - used - 1);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) break;
        used += (size_t)count;
    }
    close(messages[0]);
    if (text != NULL) text[used] = '\0';
    *log = text;
    int status = 0;
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {
    }
    if (WIFSIGNALED(status) && used == 0) {
        free(*log);
        *log = msl_text("the compiler was ended by signal %d\n", WTERMSIG(status));
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static char *parts_folder(void) {
    const char *given = getenv("SMELT_MSL_PARTS");
    return msl_text("%s", given != NULL ? given : MSL_PARTS);
}

static void add_options(struct words *words, const msl_options *options) {
    uint32_t version = options->language_version == 0 ? 4u << 16 : options->language_version;
    add(words, msl_text("--std"));
    add(words, msl_text("%u", (version >> 16) * 100 + (version & 0xffff) * 10));
    add(words, msl_text("--math"));
    add(words, msl_text("%s", options->math_mode == MSL_MATH_SAFE ? "safe" : options->math_mode == MSL_MATH_FAST ? "fast" : "relaxed"));
    add(words, msl_text("--functions"));
    add(words, msl_text("%s", options->functions == MSL_FUNCTIONS_PRECISE ? "precise" : "fast"));
    add(words, msl_text("--contract"));
    add(words, msl_text("%s", options->contract ? "on" : "off"));
    add(words, msl_text("--checks"));
    add(words, msl_text("%u", options->checks));
    if (options->all_warnings) {
        add(words, msl_text("-Wall"));
        add(words, msl_text("-Wextra"));
    }
    for (size_t i = 0; i < options->macro_count; ++i) {
        const msl_macro *macro = &options->macros[i];
        add(words, msl_text("-D%s=%s", macro->name, macro->value == NULL ? "1" : macro->value));
    }
}

/* The hash of the text, the words, and the compiler itself. */
static void key_of(const struct words *words, const char *source, size_t length, const char *compiler, char digits[33]) {
    char *key = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&key, &size);
    digits[0] = '\0';
    if (out == NULL) return;
    struct stat status = {0};
    stat(compiler, &status);
#if defined(__x86_64__)
    fprintf(out, "%d\n", __builtin_cpu_supports("fma") && __builtin_cpu_supports("f16c") && __builtin_cpu_supports("avx2"));
#endif
    fprintf(out, "%ld.%ld %ld\n", (long)status.st_mtim.tv_sec, (long)status.st_mtim.tv_nsec, (long)status.st_size);
    for (size_t i = 1; i < words->count; ++i) fprintf(out, "%s\n", words->all[i]);
    fwrite(source, 1, length, out);
    fclose(out);
    msl_hash(key, size, digits);
    free(key);
}

/* The path of the compiled program, from the folder or made now; the caller frees it. */
static char *compiled(const char *source, size_t length, struct words *words, bool again, char **log) {
    char *path = NULL, *digits = malloc(33), *folder = msl_cache_folder(), *parts = parts_folder();
    char *compiler = msl_text("%s/mslc", parts == NULL ? "" : parts);
    if (folder == NULL || digits == NULL || compiler == NULL) {
        *log = msl_text("there is no folder for compiled programs\n");
    } else {
        free(words->all[0]);
        words->all[0] = msl_text("%s", compiler);
        if (again) add(words, msl_text("--again"));
        key_of(words, source, length, compiler, digits);
        path = msl_text("%s/%s.so", folder, digits);
        char *kept = msl_text("%s/%s.log", folder, digits);
        size_t size = 0;
        if (access(path, R_OK) == 0 && (*log = msl_read_file(kept, &size)) != NULL) {
            /* made before */
        } else {
            char *input = msl_text("%s/%s.%d.metal", folder, digits, (int)gettid());
            char *output = msl_text("%s/%s.%d.so", folder, digits, (int)gettid());
            add(words, msl_text("--cache"));
            add(words, msl_text("%s", folder));
            add(words, msl_text("--output"));
            add(words, msl_text("%s", output));
            add(words, msl_text("%s", input));
            const bool ok = msl_write_file(input, source, length) && run_compiler(words, log) == 0;
            if (!ok || !msl_write_file(kept, *log, strlen(*log)) || rename(output, path) != 0) {
                unlink(output);
                free(path);
                path = NULL;
            }
            unlink(input);
            free(input);
            free(output);
        }
        free(kept);
    }
    free(compiler);
    free(parts);
    free(folder);
    free(digits);
    return path;
}

msl_program *msl_compile(const char *source, const msl_options *options, char **log) {
    struct words words = {.count = 0};
    *log = NULL;
    add(&words, msl_text("mslc"));
    add_options(&words, options);
    char *path = compiled(source, strlen(source), &words, false, log);
    free_words(&words);
    char *message = NULL;
    msl_program *program = path == NULL ? NULL : msl_program_open(&path, 1, options->checks, false, &message);
    if (message != NULL) {
        free(*log);
        *log = message;
    }
    if (*log != NULL && **log == '\0') {
        free(*log);
        *log = NULL;
    }
    if (program == NULL && *log == NULL) *log = msl_text("the compiler failed\n");
    free(path);
    return program;
}

/* ---- libraries */

struct part {
    const char *options, *text, *object;
    uint64_t options_length, text_length, object_length;
};

static bool take_part(const unsigned char *bytes, size_t length, size_t *at, struct part *part) {
    uint64_t lengths[3];
    if (length - *at < sizeof lengths) return false;
    memcpy(lengths, bytes + *at, sizeof lengths);
    *at += sizeof lengths;
    const char **into[3] = {&part->options, &part->text, &part->object};
    for (int i = 0; i < 3; ++i) {
        if (lengths[i] > length - *at) return false;
        *into[i] = (const char *)bytes + *at;
        *at += lengths[i];
    }
    part->options_length = lengths[0];
    part->text_length = lengths[1];
    part->object_length = lengths[2];
    return true;
}

static bool is_library(const unsigned char *bytes, size_t length, uint32_t *count) {
    uint32_t version;
    uint64_t told;
    char digits[33];
    if (length < MSL_LIBRARY_HEADER || memcmp(bytes, MSL_LIBRARY_MAGIC, 8) != 0) return false;
    memcpy(&version, bytes + 8, 4);
    memcpy(count, bytes + 12, 4);
    memcpy(&told, bytes + 16, 8);
    if (version != MSL_LIBRARY_VERSION || told != length) return false;
    msl_hash(bytes + MSL_LIBRARY_HEADER, length - MSL_LIBRARY_HEADER, digits);
    return memcmp(digits, bytes + 24, 32) == 0 && *count < 4096;
}

/* The file to load for one part: what the library holds, or what is made of its text with checks. */
static char *part_file(const struct part *part, unsigned checks, char **message) {
    if (checks != 0) {
        struct words words = {.count = 0};
        add(&words, msl_text("mslc"));
        char *options = strndup(part->options, part->options_length), *rest = NULL;
        for (char *word = strtok_r(options, " ", &rest); word != NULL; word = strtok_r(NULL, " ", &rest)) {
            add(&words, msl_text("%s", word));
        }
        free(options);
        add(&words, msl_text("--checks"));
        add(&words, msl_text("%u", checks));
        char *path = compiled(part->text, part->text_length, &words, true, message);
        free_words(&words);
        return path;
    }
    char digits[33], *folder = msl_cache_folder();
    msl_hash(part->object, part->object_length, digits);
    char *path = folder == NULL ? NULL : msl_text("%s/%s-library.so", folder, digits);
    if (path != NULL && access(path, R_OK) != 0 && !msl_write_file(path, part->object, part->object_length)) {
        free(path);
        path = NULL;
    }
    free(folder);
    return path;
}

msl_program *msl_load_checked(const void *bytes, size_t length, unsigned checks, char **message) {
    uint32_t count = 0;
    size_t at = MSL_LIBRARY_HEADER;
    *message = NULL;
    if (!is_library(bytes, length, &count)) {
        *message = msl_text("Invalid library file");
        return NULL;
    }
    char **paths = calloc(count + 1, sizeof *paths);
    bool made = paths != NULL;
    for (uint32_t i = 0; made && i < count; ++i) {
        struct part part = {0};
        char *said = NULL;
        made = take_part(bytes, length, &at, &part) && (paths[i] = part_file(&part, checks, &said)) != NULL;
        if (made) free(said);
        else *message = said;
    }
    msl_program *program = made ? msl_program_open(paths, count, checks, false, message) : NULL;
    for (uint32_t i = 0; paths != NULL && i < count; ++i) free(paths[i]);
    free(paths);
    if (program == NULL && *message == NULL) *message = msl_text("Invalid library file");
    return program;
}

msl_program *msl_load(const void *bytes, size_t length, char **message) { return msl_load_checked(bytes, length, 0, message); }
