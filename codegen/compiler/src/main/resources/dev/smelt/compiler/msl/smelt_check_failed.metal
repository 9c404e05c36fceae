// The first thread to come takes the record: its check, its position, the index, the length.
static inline void smelt_check_failed(smelt_checks checks, int check, int index, int length) {
    device metal::atomic_int* record = (device metal::atomic_int*) checks.record;
    int found = 0;
    while (!metal::atomic_compare_exchange_weak_explicit(
            record, &found, check, metal::memory_order_relaxed, metal::memory_order_relaxed)) {
        if (found != 0) {
            return;
        }
    }
    checks.record[1] = int(checks.position.x);
    checks.record[2] = int(checks.position.y);
    checks.record[3] = int(checks.position.z);
    checks.record[4] = index;
    checks.record[5] = length;
}
