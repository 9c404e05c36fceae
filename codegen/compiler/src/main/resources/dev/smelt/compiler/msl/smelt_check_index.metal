// The index, or 0 if the array does not have it.
static inline int smelt_check_index(smelt_checks checks, int check, int index, int length) {
    if (uint(index) < uint(length)) {
        return index;
    }
    smelt_check_failed(checks, check, index, length);
    return 0;
}
