// int in any memory: what is a thread's own needs no atomic operation.
inline int smelt_atomic_min(device int* a, int i, int v) {
    return metal::atomic_fetch_min_explicit((device metal::atomic_int*) (a + i), v, metal::memory_order_relaxed);
}
inline int smelt_atomic_min(threadgroup int* a, int i, int v) {
    return metal::atomic_fetch_min_explicit((threadgroup metal::atomic_int*) (a + i), v, metal::memory_order_relaxed);
}
inline int smelt_atomic_min(thread int* a, int i, int v) {
    const int before = a[i];
    a[i] = metal::min(before, v);
    return before;
}
// float, as Math.min: bits are compared and exchanged.
inline float smelt_atomic_min(device float* a, int i, float v) {
    device metal::atomic_uint* p = (device metal::atomic_uint*) (a + i);
    uint bits = metal::atomic_load_explicit(p, metal::memory_order_relaxed);
    while (!metal::atomic_compare_exchange_weak_explicit(p, &bits, as_type<uint>(smelt_min(as_type<float>(bits), v)), metal::memory_order_relaxed, metal::memory_order_relaxed)) {
    }
    return as_type<float>(bits);
}
inline float smelt_atomic_min(threadgroup float* a, int i, float v) {
    threadgroup metal::atomic_uint* p = (threadgroup metal::atomic_uint*) (a + i);
    uint bits = metal::atomic_load_explicit(p, metal::memory_order_relaxed);
    while (!metal::atomic_compare_exchange_weak_explicit(p, &bits, as_type<uint>(smelt_min(as_type<float>(bits), v)), metal::memory_order_relaxed, metal::memory_order_relaxed)) {
    }
    return as_type<float>(bits);
}
inline float smelt_atomic_min(thread float* a, int i, float v) {
    const float before = a[i];
    a[i] = smelt_min(before, v);
    return before;
}
