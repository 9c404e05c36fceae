#include "smelt_handles.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>

/*
 * A handle is a slot's index in the low bits and the slot's generation above. Each opening counts the generation up,
 * so a closed handle fits nothing. A slot whose generations are used up is retired rather than begun anew.
 */
#define INDEX_BITS 24
#define INDEX_LIMIT (1u << INDEX_BITS)

#ifndef SMELT_HANDLE_GENERATIONS /* tests make it small */
#define SMELT_HANDLE_GENERATIONS ((UINT64_C(1) << (64 - INDEX_BITS)) - 1)
#endif

#define NO_SLOT UINT32_MAX

typedef struct slot {
    smelt_object *object; /* NULL: free */
    uint64_t generation;
    uint32_t next_free;
} slot;

static struct {
    pthread_mutex_t lock;
    slot *slots;
    uint32_t used;     /* slots that were ever opened */
    uint32_t capacity;
    uint32_t first_free;
    uint64_t open;
} table = {.lock = PTHREAD_MUTEX_INITIALIZER, .first_free = NO_SLOT};

const char *smelt_kind_name(smelt_kind kind) {
    switch (kind) {
        case SMELT_KIND_NONE: return "nothing";
        case SMELT_KIND_ERROR: return "error";
        case SMELT_KIND_DEVICE: return "device";
        case SMELT_KIND_BUFFER: return "buffer";
        case SMELT_KIND_TEXTURE: return "texture";
        case SMELT_KIND_LIBRARY: return "library";
        case SMELT_KIND_ARCHIVE: return "archive";
        case SMELT_KIND_PIPELINE: return "pipeline";
        case SMELT_KIND_SUBMISSION: return "submission";
    }
    return "unknown";
}

void smelt_object_init(smelt_object *object, smelt_kind kind, void (*destroy)(smelt_object *object)) {
    atomic_init(&object->references, 1);
    object->kind = kind;
    object->destroy = destroy;
}

void smelt_object_retain(smelt_object *object) {
    atomic_fetch_add_explicit(&object->references, 1, memory_order_relaxed);
}

void smelt_object_release(smelt_object *object) {
    if (object != NULL && atomic_fetch_sub_explicit(&object->references, 1, memory_order_acq_rel) == 1) {
        object->destroy(object);
    }
}

/* A free slot, or one added at the end; NO_SLOT if there is none to be had. */
static uint32_t take_slot(void) {
    if (table.first_free != NO_SLOT) {
        uint32_t index = table.first_free;
        table.first_free = table.slots[index].next_free;
        return index;
    }
    if (table.used == table.capacity) {
        uint32_t capacity = table.capacity == 0 ? 64 : table.capacity * 2;
        slot *slots = capacity > INDEX_LIMIT ? NULL : realloc(table.slots, capacity * sizeof(slot));
        if (slots == NULL) {
            return NO_SLOT;
        }
        table.slots = slots;
        table.capacity = capacity;
    }
    table.slots[table.used] = (slot) {.object = NULL, .generation = 0, .next_free = NO_SLOT};
    return table.used++;
}

/* The slot of an open handle, or NULL. */
static slot *find_slot(smelt_handle handle) {
    uint32_t index = (uint32_t) (handle & (INDEX_LIMIT - 1));
    if (index >= table.used) {
        return NULL;
    }
    slot *found = &table.slots[index];
    return found->object != NULL && found->generation == handle >> INDEX_BITS ? found : NULL;
}

smelt_handle smelt_handles_open(smelt_object *object) {
    pthread_mutex_lock(&table.lock);
    smelt_handle handle = 0;
    uint32_t index = take_slot();
    if (index != NO_SLOT) {
        slot *taken = &table.slots[index];
        smelt_object_retain(object);
        taken->object = object;
        taken->generation++; /* so it is never 0, and neither is a handle */
        table.open++;
        handle = taken->generation << INDEX_BITS | index;
    }
    pthread_mutex_unlock(&table.lock);
    return handle;
}

smelt_object *smelt_handles_use(smelt_handle handle, smelt_kind kind, smelt_kind *found) {
    pthread_mutex_lock(&table.lock);
    slot *open = find_slot(handle);
    smelt_object *object = NULL;
    if (open != NULL && open->object->kind == kind) {
        object = open->object;
        smelt_object_retain(object);
    }
    if (found != NULL) {
        *found = open == NULL ? SMELT_KIND_NONE : open->object->kind;
    }
    pthread_mutex_unlock(&table.lock);
    return object;
}

int32_t smelt_handles_close(smelt_handle handle) {
    pthread_mutex_lock(&table.lock);
    slot *open = find_slot(handle);
    smelt_object *object = NULL;
    if (open != NULL) {
        object = open->object;
        open->object = NULL;
        table.open--;
        if (open->generation < SMELT_HANDLE_GENERATIONS) {
            open->next_free = table.first_free;
            table.first_free = (uint32_t) (open - table.slots);
        }
    }
    pthread_mutex_unlock(&table.lock);
    smelt_object_release(object); /* outside the lock: destroying may close more, or take long */
    return object == NULL ? SMELT_INVALID_HANDLE : SMELT_OK;
}

uint64_t smelt_handles_count(void) {
    pthread_mutex_lock(&table.lock);
    uint64_t open = table.open;
    pthread_mutex_unlock(&table.lock);
    return open;
}
