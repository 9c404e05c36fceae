/* The little of libdispatch that Metal's interface needs: immutable bytes. */
#ifndef SMELT_LINUX_DISPATCH_H
#define SMELT_LINUX_DISPATCH_H

#include <stddef.h>

typedef struct dispatch_data_s *dispatch_data_t;
typedef struct dispatch_queue_s *dispatch_queue_t;
typedef void (^dispatch_block_t)(void);

/* Copies the bytes. */
#define DISPATCH_DATA_DESTRUCTOR_DEFAULT ((dispatch_block_t) 0)

extern dispatch_data_t _Nonnull dispatch_data_create(
        const void *_Nonnull bytes, size_t length, dispatch_queue_t _Nullable queue,
        dispatch_block_t _Nullable destructor);

extern void dispatch_release(dispatch_data_t _Nonnull data);

#endif
