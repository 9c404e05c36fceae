package dev.smelt.examples.gallery.parallel;

import static dev.smelt.dsl.Msl.*;

import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.ThreadIndexInThreadgroup;
import dev.smelt.dsl.ThreadPositionInGrid;
import dev.smelt.dsl.Threadgroup;
import dev.smelt.dsl.ThreadsPerGrid;

/** How often each byte occurs: each threadgroup counts for itself, then adds its counts to those of all. */
final class Histogram {
    static final int BINS = 256;

    private Histogram() {}

    /**
     * Adds to {@code counts}, on a grid of whole threadgroups of {@link #BINS}.
     *
     * @param values taken as unsigned
     */
    @Kernel
    static void count(
            byte[] values,
            int[] counts,
            @Threadgroup(BINS) int[] own,
            @ThreadIndexInThreadgroup int lane,
            @ThreadPositionInGrid int i,
            @ThreadsPerGrid int threads) {
        own[lane] = 0;
        threadgroupBarrier();
        for (int k = i; k < values.length; k += threads) {
            atomicAdd(own, values[k] & 0xff, 1);
        }
        threadgroupBarrier();
        if (own[lane] != 0) {
            atomicAdd(counts, lane, own[lane]);
        }
    }
}
