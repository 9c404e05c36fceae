// int, and the bits of floats, in any memory.
inline int smelt_atomic_load(device int* a, int i) {
    return metal::atomic_load_explicit((device metal::atomic_int*) (a + i), metal::memory_order_relaxed);
}
inline int smelt_atomic_load(threadgroup int* a, int i) {
    return metal::atomic_load_explicit((threadgroup metal::atomic_int*) (a + i), metal::memory_order_relaxed);
}
inline int smelt_atomic_load(const thread int* a, int i) {
    return a[i];
}
inline int smelt_atomic_load(constant int* a, int i) {
    return a[i];
}
inline float smelt_atomic_load(device float* a, int i) {
    return as_type<float>(metal::atomic_load_explicit((device metal::atomic_uint*) (a + i), metal::memory_order_relaxed));
}
inline float smelt_atomic_load(threadgroup float* a, int i) {
    return as_type<float>(metal::atomic_load_explicit((threadgroup metal::atomic_uint*) (a + i), metal::memory_order_relaxed));
}
inline float smelt_atomic_load(const thread float* a, int i) {
    return a[i];
}
inline float smelt_atomic_load(constant float* a, int i) {
    return a[i];
}
