// int in any memory: what is a thread's own needs no atomic operation.
inline int smelt_atomic_and(device int* a, int i, int v) {
    return metal::atomic_fetch_and_explicit((device metal::atomic_int*) (a + i), v, metal::memory_order_relaxed);
}
inline int smelt_atomic_and(threadgroup int* a, int i, int v) {
    return metal::atomic_fetch_and_explicit((threadgroup metal::atomic_int*) (a + i), v, metal::memory_order_relaxed);
}
inline int smelt_atomic_and(thread int* a, int i, int v) {
    const int before = a[i];
    a[i] = before & v;
    return before;
}
