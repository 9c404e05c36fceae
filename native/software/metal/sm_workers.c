#include "sm_workers.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stddef.h>
#include <unistd.h>

#define MOST_WORKERS 16

typedef struct job {
    uint64_t count;
    bool (*run)(void *context, uint64_t i);
    void *context;
    _Atomic uint64_t next;
    atomic_bool failed;
    unsigned helpers; /* that work at it, counted under the lock */
} job;

static struct {
    pthread_once_t once;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    job *current; /* one at a time gets help; other queues run theirs alone meanwhile */
} pool = {.once = PTHREAD_ONCE_INIT, .lock = PTHREAD_MUTEX_INITIALIZER, .changed = PTHREAD_COND_INITIALIZER};

static void work_at(job *job) {
    uint64_t i;
    while (!job->failed && (i = atomic_fetch_add(&job->next, 1)) < job->count) {
        if (!job->run(job->context, i)) {
            job->failed = true;
        }
    }
}

static void *help(void *nothing) {
    (void) nothing;
    pthread_mutex_lock(&pool.lock);
    for (;;) {
        job *job = pool.current;
        if (job == NULL || job->failed || job->next >= job->count) {
            pthread_cond_wait(&pool.changed, &pool.lock);
            continue;
        }
        job->helpers++;
        pthread_mutex_unlock(&pool.lock);
        work_at(job);
        pthread_mutex_lock(&pool.lock);
        job->helpers--;
        pthread_cond_broadcast(&pool.changed);
    }
    return NULL;
}

static void start(void) {
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    for (long i = 1; i < processors && i < MOST_WORKERS; i++) {
        pthread_t thread;
        if (pthread_create(&thread, NULL, help, NULL) == 0) {
            pthread_detach(thread);
        }
    }
}

void sm_workers_run(uint64_t count, bool (*run)(void *context, uint64_t i), void *context) {
    job mine = {.count = count, .run = run, .context = context};
    pthread_once(&pool.once, start);
    pthread_mutex_lock(&pool.lock);
    bool helped = count > 1 && pool.current == NULL;
    if (helped) {
        pool.current = &mine;
        pthread_cond_broadcast(&pool.changed);
    }
    pthread_mutex_unlock(&pool.lock);
    work_at(&mine);
    if (helped) {
        pthread_mutex_lock(&pool.lock);
        pool.current = NULL;
        while (mine.helpers > 0) {
            pthread_cond_wait(&pool.changed, &pool.lock);
        }
        pthread_mutex_unlock(&pool.lock);
    }
}
