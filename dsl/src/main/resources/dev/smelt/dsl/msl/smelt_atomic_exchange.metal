// int in any memory: what is a thread's own needs no atomic operation.
inline int smelt_atomic_exchange(device int* a, int i, int v) {
    return metal::atomic_exchange_explicit((device metal::atomic_int*) (a + i), v, metal::memory_order_relaxed);
}
inline int smelt_atomic_exchange(threadgroup int* a, int i, int v) {
    return metal::atomic_exchange_explicit((threadgroup metal::atomic_int*) (a + i), v, metal::memory_order_relaxed);
}
inline int smelt_atomic_exchange(thread int* a, int i, int v) {
    const int before = a[i];
    a[i] = v;
    return before;
}
// float: its bits.
inline float smelt_atomic_exchange(device float* a, int i, float v) {
    return as_type<float>(metal::atomic_exchange_explicit((device metal::atomic_uint*) (a + i), as_type<uint>(v), metal::memory_order_relaxed));
}
inline float smelt_atomic_exchange(threadgroup float* a, int i, float v) {
    return as_type<float>(metal::atomic_exchange_explicit((threadgroup metal::atomic_uint*) (a + i), as_type<uint>(v), metal::memory_order_relaxed));
}
inline float smelt_atomic_exchange(thread float* a, int i, float v) {
    const float before = a[i];
    a[i] = v;
    return before;
}
