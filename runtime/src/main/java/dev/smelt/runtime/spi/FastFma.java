package dev.smelt.runtime.spi;

/** Whether the processor has an instruction for {@code Math.fma}. */
final class FastFma {
    private static final int CALLS = 20;
    /** As many interpreted calls of the instruction take 2 µs at most, of the way without it more than 30. */
    private static final long MOST_NANOS = 12_000;

    /** Without one, {@code Math.fma} computes by {@code BigDecimal}, thousands of times slower. */
    static final boolean PRESENT = isPresent();

    private FastFma() {}

    private static boolean isPresent() {
        float sum = 0f;
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < CALLS; i++) {
                sum = Math.fma(sum, 0.5f, 1.1f);
            }
            best = Math.min(best, System.nanoTime() - start);
        }
        return sum > 0f && best < MOST_NANOS;
    }
}
