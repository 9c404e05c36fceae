/* The little of libdispatch that the bridge calls. */
#include <stdlib.h>
#include <string.h>

#include "sm_dispatch_data.h"

dispatch_data_t dispatch_data_create(
        const void *bytes, size_t length, dispatch_queue_t queue, dispatch_block_t destructor) {
    (void) queue;
    if (destructor != DISPATCH_DATA_DESTRUCTOR_DEFAULT) {
        abort(); /* nothing here frees memory of others */
    }
    dispatch_data_t data = malloc(sizeof *data + length);
    data->length = length;
    memcpy(data->bytes, bytes, length);
    return data;
}

void dispatch_release(dispatch_data_t data) {
    free(data);
}
