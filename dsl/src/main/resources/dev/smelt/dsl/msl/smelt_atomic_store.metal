// int, and the bits of floats, in any memory.
inline void smelt_atomic_store(device int* a, int i, int v) {
    metal::atomic_store_explicit((device metal::atomic_int*) (a + i), v, metal::memory_order_relaxed);
}
inline void smelt_atomic_store(threadgroup int* a, int i, int v) {
    metal::atomic_store_explicit((threadgroup metal::atomic_int*) (a + i), v, metal::memory_order_relaxed);
}
inline void smelt_atomic_store(thread int* a, int i, int v) {
    a[i] = v;
}
inline void smelt_atomic_store(device float* a, int i, float v) {
    metal::atomic_store_explicit((device metal::atomic_uint*) (a + i), as_type<uint>(v), metal::memory_order_relaxed);
}
inline void smelt_atomic_store(threadgroup float* a, int i, float v) {
    metal::atomic_store_explicit((threadgroup metal::atomic_uint*) (a + i), as_type<uint>(v), metal::memory_order_relaxed);
}
inline void smelt_atomic_store(thread float* a, int i, float v) {
    a[i] = v;
}
