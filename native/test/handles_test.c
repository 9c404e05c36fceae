/* The handle table: what is open is found, what is not is answered. */
#include <pthread.h>
#include <stdlib.h>

#include "check.h"
#include "smelt_error.h"
#include "smelt_handles.h"

static atomic_int destroyed;

static void destroy(smelt_object *object) {
    atomic_fetch_add(&destroyed, 1);
    free(object);
}

static smelt_object *new_object(smelt_kind kind) {
    smelt_object *object = calloc(1, sizeof *object);
    smelt_object_init(object, kind, destroy);
    return object;
}

/* Opens a handle that alone keeps its object. */
static smelt_handle open_new(smelt_kind kind) {
    smelt_object *object = new_object(kind);
    smelt_handle handle = smelt_handles_open(object);
    smelt_object_release(object);
    return handle;
}

static void finds_open_handles(void) {
    smelt_handle handle = open_new(SMELT_KIND_BUFFER);
    CHECK(handle != 0);
    smelt_object *object = smelt_handles_use(handle, SMELT_KIND_BUFFER, NULL);
    CHECK(object != NULL);
    smelt_object_release(object);
    CHECK_EQUAL(smelt_close(handle), SMELT_OK);
}

static void refuses_other_kinds(void) {
    smelt_handle handle = open_new(SMELT_KIND_BUFFER);
    smelt_kind found;
    CHECK(smelt_handles_use(handle, SMELT_KIND_PIPELINE, &found) == NULL);
    CHECK_EQUAL(found, SMELT_KIND_BUFFER);
    CHECK_EQUAL(smelt_close(handle), SMELT_OK);
}

static void refuses_closed_and_foreign_handles(void) {
    smelt_handle handle = open_new(SMELT_KIND_BUFFER);
    CHECK_EQUAL(smelt_close(handle), SMELT_OK);
    CHECK_EQUAL(smelt_close(handle), SMELT_INVALID_HANDLE);
    smelt_handle strange[] = {handle, 1, 0xFFFFFF, UINT64_MAX, (uint64_t) (uintptr_t) &handle, handle ^ 1, 1ull << 63};
    for (size_t i = 0; i < sizeof strange / sizeof *strange; i++) {
        smelt_kind found = SMELT_KIND_DEVICE;
        CHECK(smelt_handles_use(strange[i], SMELT_KIND_BUFFER, &found) == NULL);
        CHECK_EQUAL(found, SMELT_KIND_NONE);
        CHECK_EQUAL(smelt_close(strange[i]), SMELT_INVALID_HANDLE);
    }
    CHECK_EQUAL(smelt_close(0), SMELT_OK);
}

static void never_gives_a_handle_twice(void) {
    smelt_handle first = open_new(SMELT_KIND_BUFFER);
    CHECK_EQUAL(smelt_close(first), SMELT_OK);
    for (int i = 0; i < 1000; i++) {
        smelt_handle next = open_new(SMELT_KIND_BUFFER);
        CHECK(next != first);
        CHECK(smelt_handles_use(first, SMELT_KIND_BUFFER, NULL) == NULL);
        CHECK_EQUAL(smelt_close(next), SMELT_OK);
    }
}

static void keeps_objects_in_use_after_their_handle(void) {
    int before = destroyed;
    smelt_handle handle = open_new(SMELT_KIND_BUFFER);
    smelt_object *object = smelt_handles_use(handle, SMELT_KIND_BUFFER, NULL);
    CHECK_EQUAL(smelt_close(handle), SMELT_OK);
    CHECK_EQUAL(destroyed, before);
    smelt_object_release(object);
    CHECK_EQUAL(destroyed, before + 1);
}

static void counts_open_handles(void) {
    uint64_t before = smelt_open_handles();
    smelt_handle handles[200];
    for (int i = 0; i < 200; i++) {
        handles[i] = open_new(SMELT_KIND_BUFFER);
    }
    CHECK_EQUAL(smelt_open_handles(), before + 200);
    for (int i = 0; i < 200; i++) {
        CHECK_EQUAL(smelt_close(handles[i]), SMELT_OK);
    }
    CHECK_EQUAL(smelt_open_handles(), before);
}

static _Atomic smelt_handle shared[64];

/* Opens, uses and closes the handles of all threads, at random. */
static void *disturb(void *argument) {
    unsigned random = (unsigned) (uintptr_t) argument * 2654435761u + 1;
    for (int i = 0; i < 20000; i++) {
        random = random * 1664525u + 1013904223u;
        _Atomic smelt_handle *place = &shared[random >> 26];
        switch (random >> 8 & 3) {
            case 0:
                smelt_close(atomic_exchange(place, open_new(SMELT_KIND_BUFFER)));
                break;
            case 1:
                smelt_close(atomic_load(place)); /* perhaps a second time */
                break;
            default:
                smelt_object_release(smelt_handles_use(atomic_load(place), SMELT_KIND_BUFFER, NULL));
        }
    }
    return NULL;
}

static void holds_under_threads(void) {
    pthread_t threads[4];
    for (uintptr_t i = 0; i < 4; i++) {
        pthread_create(&threads[i], NULL, disturb, (void *) i);
    }
    for (int i = 0; i < 4; i++) {
        pthread_join(threads[i], NULL);
    }
    for (int i = 0; i < 64; i++) {
        smelt_close(shared[i]);
    }
    CHECK_EQUAL(smelt_open_handles(), 0);
}

static void reads_errors(void) {
    smelt_error_object *made = smelt_error_make(SMELT_COMPILE_FAILED, "line %d: %s", 3, "what");
    smelt_error_set(&made->kernel, "sigmoid");
    made->domain_code = 7;
    smelt_handle error = smelt_handles_open(&made->base);
    smelt_object_release(&made->base);
    CHECK_EQUAL(smelt_error_code(error), SMELT_COMPILE_FAILED);
    CHECK_EQUAL(smelt_error_domain_code(error), 7);
    CHECK_EQUAL(smelt_error_dispatch(error), -1);
    CHECK_EQUAL(smelt_error_encoder_state(error), SMELT_ENCODER_UNKNOWN);
    CHECK_TEXT(smelt_error_message(error), "line 3: what");
    CHECK_TEXT(smelt_error_kernel(error), "sigmoid");
    CHECK_EQUAL(strlen(smelt_error_domain(error)), 0);
    CHECK_EQUAL(strlen(smelt_error_label(error)), 0);
    CHECK_EQUAL(smelt_close(error), SMELT_OK);
}

static void answers_for_what_is_no_error(void) {
    smelt_handle buffer = open_new(SMELT_KIND_BUFFER);
    smelt_handle others[] = {0, 12345, buffer};
    for (int i = 0; i < 3; i++) {
        CHECK_EQUAL(smelt_error_code(others[i]), SMELT_INVALID_HANDLE);
        CHECK_EQUAL(smelt_error_dispatch(others[i]), -1);
        CHECK_EQUAL(strlen(smelt_error_message(others[i])), 0);
    }
    CHECK_EQUAL(smelt_close(buffer), SMELT_OK);
}

#ifdef SMELT_HANDLE_GENERATIONS /* built a second time with very few of them */
static void retires_slots_whose_generations_are_used_up(void) {
    smelt_handle old[100];
    for (int i = 0; i < 100; i++) {
        old[i] = open_new(SMELT_KIND_BUFFER);
        CHECK(old[i] != 0);
        for (int j = 0; j < i; j++) {
            CHECK(old[i] != old[j]);
        }
        CHECK_EQUAL(smelt_close(old[i]), SMELT_OK);
    }
}
#endif

int main(void) {
    RUN(finds_open_handles);
    RUN(refuses_other_kinds);
    RUN(refuses_closed_and_foreign_handles);
    RUN(never_gives_a_handle_twice);
    RUN(keeps_objects_in_use_after_their_handle);
    RUN(counts_open_handles);
    RUN(holds_under_threads);
    RUN(reads_errors);
    RUN(answers_for_what_is_no_error);
#ifdef SMELT_HANDLE_GENERATIONS
    RUN(retires_slots_whose_generations_are_used_up);
#endif
    return RESULT;
}
