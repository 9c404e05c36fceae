// The weak form may fail for no reason; then it is tried again. Of floats, bits are compared.
inline int smelt_atomic_compare_exchange(device int* a, int i, int expected, int desired) {
    device metal::atomic_int* p = (device metal::atomic_int*) (a + i);
    int found = expected;
    while (!metal::atomic_compare_exchange_weak_explicit(p, &found, desired, metal::memory_order_relaxed, metal::memory_order_relaxed)
            && found == expected) {
    }
    return found;
}
inline int smelt_atomic_compare_exchange(threadgroup int* a, int i, int expected, int desired) {
    threadgroup metal::atomic_int* p = (threadgroup metal::atomic_int*) (a + i);
    int found = expected;
    while (!metal::atomic_compare_exchange_weak_explicit(p, &found, desired, metal::memory_order_relaxed, metal::memory_order_relaxed)
            && found == expected) {
    }
    return found;
}
inline int smelt_atomic_compare_exchange(thread int* a, int i, int expected, int desired) {
    const int before = a[i];
    a[i] = before == expected ? desired : before;
    return before;
}
inline float smelt_atomic_compare_exchange(device float* a, int i, float expected, float desired) {
    device metal::atomic_uint* p = (device metal::atomic_uint*) (a + i);
    uint found = as_type<uint>(expected);
    while (!metal::atomic_compare_exchange_weak_explicit(p, &found, as_type<uint>(desired), metal::memory_order_relaxed, metal::memory_order_relaxed)
            && found == as_type<uint>(expected)) {
    }
    return as_type<float>(found);
}
inline float smelt_atomic_compare_exchange(threadgroup float* a, int i, float expected, float desired) {
    threadgroup metal::atomic_uint* p = (threadgroup metal::atomic_uint*) (a + i);
    uint found = as_type<uint>(expected);
    while (!metal::atomic_compare_exchange_weak_explicit(p, &found, as_type<uint>(desired), metal::memory_order_relaxed, metal::memory_order_relaxed)
            && found == as_type<uint>(expected)) {
    }
    return as_type<float>(found);
}
inline float smelt_atomic_compare_exchange(thread float* a, int i, float expected, float desired) {
    const float before = a[i];
    a[i] = as_type<uint>(before) == as_type<uint>(expected) ? desired : before;
    return before;
}
