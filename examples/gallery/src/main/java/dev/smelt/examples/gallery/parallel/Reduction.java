package dev.smelt.examples.gallery.parallel;

import static dev.smelt.dsl.Msl.*;

import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.SimdgroupIndexInThreadgroup;
import dev.smelt.dsl.ThreadIndexInSimdgroup;
import dev.smelt.dsl.ThreadIndexInThreadgroup;
import dev.smelt.dsl.ThreadPositionInGrid;
import dev.smelt.dsl.Threadgroup;
import dev.smelt.dsl.ThreadgroupPositionInGrid;
import dev.smelt.dsl.ThreadsPerGrid;
import dev.smelt.dsl.ThreadsPerSimdgroup;

/** Sums, in two ways: halving in threadgroup memory, and with the functions of simdgroups. */
final class Reduction {
    /** Threads of a threadgroup. */
    static final int GROUP = 256;

    private Reduction() {}

    /** The sum of the elements of each threadgroup's threads, on a grid of whole threadgroups of {@link #GROUP}. */
    @Kernel
    static void sums(
            int[] values,
            int[] sums,
            @Threadgroup(GROUP) int[] partial,
            @ThreadPositionInGrid int i,
            @ThreadIndexInThreadgroup int lane,
            @ThreadgroupPositionInGrid int group) {
        partial[lane] = i < values.length ? values[i] : 0;
        threadgroupBarrier();
        for (int half = GROUP / 2; half > 0; half /= 2) {
            if (lane < half) {
                partial[lane] += partial[lane + half];
            }
            threadgroupBarrier();
        }
        if (lane == 0) {
            sums[group] = partial[0];
        }
    }

    /** The same for floats, of which each thread first adds up every {@code threads}-th. */
    @Kernel
    static void floatSums(
            float[] values,
            float[] sums,
            @Threadgroup(GROUP / 32) float[] partial,
            @ThreadPositionInGrid int i,
            @ThreadsPerGrid int threads,
            @ThreadIndexInThreadgroup int lane,
            @ThreadIndexInSimdgroup int simdLane,
            @SimdgroupIndexInThreadgroup int simdgroup,
            @ThreadsPerSimdgroup int width,
            @ThreadgroupPositionInGrid int group) {
        float own = 0f;
        for (int k = i; k < values.length; k += threads) {
            own += values[k];
        }
        float sum = simdSum(own);
        if (simdLane == 0) {
            partial[simdgroup] = sum;
        }
        threadgroupBarrier();
        if (simdgroup == 0) {
            float total = simdSum(lane < GROUP / width ? partial[lane] : 0f);
            if (lane == 0) {
                sums[group] = total;
            }
        }
    }
}
