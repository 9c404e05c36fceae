#ifndef SM_DISPATCH_DATA_H
#define SM_DISPATCH_DATA_H

#include <dispatch/dispatch.h>
#include <stdint.h>

struct dispatch_data_s {
    size_t length;
    uint8_t bytes[];
};

#endif
