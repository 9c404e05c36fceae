// int in any memory: what is a thread's own needs no atomic operation.
inline int smelt_atomic_or(device int* a, int i, int v) {
    return metal::atomic_fetch_or_explicit((device metal::atomic_int*) (a + i), v, metal::memory_order_relaxed);
}
inline int smelt_atomic_or(threadgroup int* a, int i, int v) {
    return metal::atomic_fetch_or_explicit((threadgroup metal::atomic_int*) (a + i), v, metal::memory_order_relaxed);
}
inline int smelt_atomic_or(thread int* a, int i, int v) {
    const int before = a[i];
    a[i] = before | v;
    return before;
}
