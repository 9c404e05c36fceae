// int in any memory: what is a thread's own needs no atomic operation.
inline int smelt_atomic_sub(device int* a, int i, int v) {
    return metal::atomic_fetch_sub_explicit((device metal::atomic_int*) (a + i), v, metal::memory_order_relaxed);
}
inline int smelt_atomic_sub(threadgroup int* a, int i, int v) {
    return metal::atomic_fetch_sub_explicit((threadgroup metal::atomic_int*) (a + i), v, metal::memory_order_relaxed);
}
inline int smelt_atomic_sub(thread int* a, int i, int v) {
    const int before = a[i];
    a[i] = int(uint(before) - uint(v));
    return before;
}
// float: Metal subtracts in device memory; elsewhere bits are compared and exchanged.
inline float smelt_atomic_sub(device float* a, int i, float v) {
    return metal::atomic_fetch_sub_explicit((device metal::atomic_float*) (a + i), v, metal::memory_order_relaxed);
}
inline float smelt_atomic_sub(threadgroup float* a, int i, float v) {
    threadgroup metal::atomic_uint* p = (threadgroup metal::atomic_uint*) (a + i);
    uint bits = metal::atomic_load_explicit(p, metal::memory_order_relaxed);
    while (!metal::atomic_compare_exchange_weak_explicit(p, &bits, as_type<uint>(as_type<float>(bits) - v), metal::memory_order_relaxed, metal::memory_order_relaxed)) {
    }
    return as_type<float>(bits);
}
inline float smelt_atomic_sub(thread float* a, int i, float v) {
    const float before = a[i];
    a[i] = before - v;
    return before;
}
