/* Texts and files. */
#define _GNU_SOURCE
#include "msl_module.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

char *msl_text(const char *format, ...) {
    char *text = NULL;
    va_list words;
    va_start(words, format);
    if (vasprintf(&text, format, words) < 0) text = NULL;
    va_end(words);
    return text;
}

void msl_hash(const void *bytes, size_t length, char digits[33]) {
    /* FNV-1a, twice, from different beginnings. */
    const unsigned char *at = bytes;
    uint64_t a = 0xcbf29ce484222325u, b = 0x84222325cbf29ce4u;
    for (size_t i = 0; i < length; ++i) {
        a = (a ^ at[i]) * 0x100000001b3u;
        b = (b ^ at[i] ^ (a >> 32)) * 0x100000001b3u;
    }
    snprintf(digits, 33, "%016lx%016lx", (unsigned long)a, (unsigned long)b);
}

static bool make_folders(char *path) {
    for (char *at = path + 1;; ++at) {
        if (*at != '/' && *at != '\0') continue;
        const char was = *at;
        *at = '\0';
        const bool made = mkdir(path, 0777) == 0 || errno == EEXIST;
        *at = was;
        if (was == '\0') return made && access(path, W_OK) == 0;
    }
}

char *msl_cache_folder(void) {
    const char *given = getenv("SMELT_MSL_CACHE");
    const char *cache = getenv("XDG_CACHE_HOME");
    const char *home = getenv("HOME");
    char *path = given != NULL && *given != '\0'  ? msl_text("%s", given)
                 : cache != NULL && *cache == '/' ? msl_text("%s/smelt-msl", cache)
                 : home != NULL && *home == '/'   ? msl_text("%s/.cache/smelt-msl", home)
                                                  : NULL;
    if (path != NULL && make_folders(path)) return path;
    free(path);
    path = msl_text("/tmp/smelt-msl-%u", (unsigned)getuid());
    if (path != NULL && make_folders(path)) return path;
    free(path);
    return NULL;
}

bool msl_write_file(const char *path, const void *bytes, size_t length) {
    char *part = msl_text("%s.XXXXXX", path);
    if (part == NULL) return false;
    const int descriptor = mkstemp(part);
    bool done = descriptor >= 0;
    for (size_t at = 0; done && at < length;) {
        const ssize_t count = write(descriptor, (const char *)bytes + at, length - at);
        if (count > 0) at += (size_t)count;
        else done = count < 0 && errno == EINTR;
    }
    if (descriptor >= 0) close(descriptor);
    done = done && rename(part, path) == 0;
    if (!done && descriptor >= 0) unlink(part);
    free(part);
    return done;
}

char *msl_read_file(const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    if (file == NULL) return NULL;
    char *bytes = NULL;
    size_t used = 0, room = 0;
    for (;;) {
        if (room - used < 4096) {
            char *more = realloc(bytes, room = room * 2 + 65536);
            if (more == NULL) break;
            bytes = more;
        }
        const size_t count = fread(bytes + used, 1, room - used - 1, file);
        used += count;
        if (count == 0) break;
    }
    const bool failed = ferror(file) != 0;
    fclose(file);
    if (failed || bytes == NULL) {
        free(bytes);
        return NULL;
    }
    bytes[used] = '\0';
    *length = used;
    return bytes;
}
