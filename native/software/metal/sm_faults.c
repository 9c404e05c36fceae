#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "software_metal.h"

#define MOST 1024
#define SEPARATORS ", \t\r\n"

static struct {
    pthread_mutex_t lock;
    char text[MOST];      /* the faults now */
    bool is_set;          /* by software_metal_set_faults */
    struct timespec read; /* when the file changed last */
    off_t size;
} faults = {.lock = PTHREAD_MUTEX_INITIALIZER};

void software_metal_set_faults(const char *text) {
    pthread_mutex_lock(&faults.lock);
    faults.is_set = text != NULL;
    snprintf(faults.text, sizeof faults.text, "%s", text == NULL ? "" : text);
    faults.read = (struct timespec) {0};
    pthread_mutex_unlock(&faults.lock);
}

/* A file that is not there has no faults. */
static void read_file(const char *path) {
    struct stat found;
    if (stat(path, &found) != 0) {
        faults.text[0] = '\0';
        faults.read = (struct timespec) {0};
        return;
    }
    if (found.st_mtim.tv_sec == faults.read.tv_sec && found.st_mtim.tv_nsec == faults.read.tv_nsec
        && found.st_size == faults.size) {
        return;
    }
    FILE *file = fopen(path, "r");
    if (file == NULL) {
        return;
    }
    size_t length = fread(faults.text, 1, sizeof faults.text - 1, file);
    faults.text[length] = '\0';
    faults.read = found.st_mtim;
    faults.size = found.st_size;
    fclose(file);
}

static void refresh(void) {
    if (faults.is_set) {
        return;
    }
    const char *from = getenv(SOFTWARE_METAL_FAULTS);
    if (from != NULL && from[0] == '@') {
        read_file(from + 1);
    } else {
        snprintf(faults.text, sizeof faults.text, "%s", from == NULL ? "" : from);
    }
}

/* Whether a word is the name, alone or before '='. */
static bool names(const char *word, size_t length, const char *name, int64_t *value) {
    size_t named = strlen(name);
    if (length < named || strncmp(word, name, named) != 0) {
        return false;
    }
    if (length > named && word[named] == '=') {
        *value = strtoll(word + named + 1, NULL, 10);
        return true;
    }
    return length == named;
}

bool software_metal_fault(const char *name, int64_t *value) {
    int64_t found_value = 0;
    bool found = false;
    pthread_mutex_lock(&faults.lock);
    refresh();
    const char *at = faults.text;
    while (!found && *at != '\0') {
        at += strspn(at, SEPARATORS);
        size_t length = strcspn(at, SEPARATORS);
        found = length > 0 && names(at, length, name, &found_value);
        at += length;
    }
    pthread_mutex_unlock(&faults.lock);
    if (value != NULL) {
        *value = found_value;
    }
    return found;
}
