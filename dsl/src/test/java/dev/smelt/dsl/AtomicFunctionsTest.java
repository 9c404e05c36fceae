package dev.smelt.dsl;

import static dev.smelt.dsl.Msl.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class AtomicFunctionsTest {

    @Test
    void returnWhatTheElementWas() {
        int[] a = {0, 12, 0};
        assertThat(atomicAdd(a, 1, 3)).isEqualTo(12);
        assertThat(atomicSub(a, 1, Integer.MIN_VALUE)).isEqualTo(15);
        assertThat(atomicMin(a, 1, 7)).isEqualTo(15 + Integer.MIN_VALUE);
        assertThat(atomicMax(a, 1, 6)).isEqualTo(15 + Integer.MIN_VALUE);
        assertThat(atomicAnd(a, 1, 3)).isEqualTo(6);
        assertThat(atomicOr(a, 1, 9)).isEqualTo(2);
        assertThat(atomicXor(a, 1, 1)).isEqualTo(11);
        assertThat(atomicExchange(a, 1, 5)).isEqualTo(10);
        assertThat(atomicCompareExchange(a, 1, 4, 8)).isEqualTo(5);
        assertThat(atomicCompareExchange(a, 1, 5, 8)).isEqualTo(5);
        assertThat(atomicLoad(a, 1)).isEqualTo(8);
        atomicStore(a, 1, -1);
        assertThat(a).containsExactly(0, -1, 0);
    }

    @Test
    void workOnFloats() {
        float[] a = {1.5f, Float.NaN};
        assertThat(atomicAdd(a, 0, 2f)).isEqualTo(1.5f);
        assertThat(atomicSub(a, 0, 0.5f)).isEqualTo(3.5f);
        assertThat(atomicMin(a, 0, -0f)).isEqualTo(3f);
        assertThat(atomicMax(a, 0, 0f)).isEqualTo(-0f);
        assertThat(atomicExchange(a, 0, 9f)).isEqualTo(0f);
        assertThat(atomicCompareExchange(a, 0, 8f, 1f)).isEqualTo(9f);
        assertThat(atomicLoad(a, 0)).isEqualTo(9f);
        // A NaN is waited for by its bits.
        assertThat(atomicAdd(a, 1, 1f)).isNaN();
        assertThat(atomicCompareExchange(a, 1, Float.NaN, 2f)).isNaN();
        atomicStore(a, 0, 4f);
        assertThat(a).containsExactly(4f, 2f);
    }

    @Test
    void compareLongsWithoutSign() {
        long[] a = {5, -5};
        atomicMaxUnsigned(a, 0, -1);
        atomicMaxUnsigned(a, 1, 7);
        assertThat(a).containsExactly(-1, -5);
        atomicMinUnsigned(a, 0, 9);
        atomicMinUnsigned(a, 1, -1);
        assertThat(a).containsExactly(9, -5);
    }

    @Test
    void loseNothingBetweenThreads() {
        int[] counts = new int[2];
        float[] sum = new float[1];
        IntStream.range(0, 100_000).parallel().forEach(i -> {
            atomicAdd(counts, 0, 1);
            atomicMax(counts, 1, i);
            atomicAdd(sum, 0, 1f);
        });
        assertThat(counts).containsExactly(100_000, 99_999);
        assertThat(sum).containsExactly(100_000f);
    }
}
