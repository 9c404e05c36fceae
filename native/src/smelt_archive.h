/* Machine code of pipelines that outlives the process. */
#ifndef SMELT_ARCHIVE_H
#define SMELT_ARCHIVE_H

#import <Metal/Metal.h>

#include "smelt_objects.h"

/* The pipeline of a descriptor, autoreleased, if the archive has its machine code; else nil. */
id<MTLComputePipelineState> smelt_archive_find(
        smelt_archive_object *archive, MTLComputePipelineDescriptor *descriptor);

/* Puts the machine code of a descriptor's kernel into the archive; only counts it if that does not work. */
void smelt_archive_add(smelt_archive_object *archive, MTLComputePipelineDescriptor *descriptor);

#endif
