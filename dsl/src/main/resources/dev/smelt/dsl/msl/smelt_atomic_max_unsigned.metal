// All that Metal has for 64 bits, on newer GPUs.
inline void smelt_atomic_max_unsigned(device long* a, int i, long v) {
    metal::atomic_max_explicit((device metal::atomic_ulong*) (a + i), ulong(v), metal::memory_order_relaxed);
}
inline void smelt_atomic_max_unsigned(thread long* a, int i, long v) {
    a[i] = ulong(v) > ulong(a[i]) ? v : a[i];
}
