/* The functions of smelt.h that are about no kind of object in particular. */
#include "smelt_handles.h"

uint32_t smelt_abi_version(void) {
    return SMELT_ABI_VERSION;
}

int32_t smelt_close(smelt_handle handle) {
    return handle == 0 ? SMELT_OK : smelt_handles_close(handle);
}

uint64_t smelt_open_handles(void) {
    return smelt_handles_count();
}
