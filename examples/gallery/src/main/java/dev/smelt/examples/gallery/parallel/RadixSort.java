package dev.smelt.examples.gallery.parallel;

import static dev.smelt.dsl.Msl.*;

import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.SimdgroupIndexInThreadgroup;
import dev.smelt.dsl.ThreadIndexInSimdgroup;
import dev.smelt.dsl.ThreadIndexInThreadgroup;
import dev.smelt.dsl.ThreadPositionInGrid;
import dev.smelt.dsl.Threadgroup;
import dev.smelt.dsl.ThreadgroupPositionInGrid;
import dev.smelt.dsl.ThreadgroupsPerGrid;

/**
 * Sorts integers digit by digit, the least significant first: each pass counts, scans the counts, and moves. After N.
 * Satish, M. Harris, M. Garland, Designing Efficient Sorting Algorithms for Manycore GPUs (2009).
 */
final class RadixSort {
    /** Threads of a threadgroup, each with one key. */
    static final int GROUP = 128;
    /** Bits of a digit. */
    static final int BITS = 4;

    static final int DIGITS = 1 << BITS;
    private static final int SIMDGROUPS = GROUP / 32;

    private RadixSort() {}

    /**
     * How often each digit occurs in each block of {@link #GROUP} keys; on a grid of whole threadgroups.
     *
     * @param counts digit by digit, and for each the blocks in order: a scan of it is where each block's keys go
     * @param shift where the digit begins, in bits
     */
    @Kernel
    static void count(
            int[] keys,
            int[] counts,
            int shift,
            @Threadgroup(DIGITS) int[] own,
            @ThreadPositionInGrid int i,
            @ThreadIndexInThreadgroup int lane,
            @ThreadgroupPositionInGrid int block,
            @ThreadgroupsPerGrid int blocks) {
        if (lane < DIGITS) {
            own[lane] = 0;
        }
        threadgroupBarrier();
        if (i < keys.length) {
            atomicAdd(own, digit(keys[i], shift), 1);
        }
        threadgroupBarrier();
        if (lane < DIGITS) {
            counts[lane * blocks + block] = own[lane];
        }
    }

    /**
     * Moves each key behind those with a smaller digit and those with the same digit that came before it.
     *
     * @param places the exclusive scan of the counts
     */
    @Kernel
    static void move(
            int[] keys,
            int[] places,
            int[] moved,
            int shift,
            @Threadgroup(SIMDGROUPS * DIGITS) int[] totals,
            @ThreadPositionInGrid int i,
            @ThreadIndexInSimdgroup int lane,
            @SimdgroupIndexInThreadgroup int simdgroup,
            @ThreadgroupPositionInGrid int block,
            @ThreadgroupsPerGrid int blocks) {
        boolean exists = i < keys.length;
        int key = exists ? keys[i] : 0;
        int digit = exists ? digit(key, shift) : -1;
        int rank = 0;
        for (int d = 0; d < DIGITS; d++) {
            int mine = digit == d ? 1 : 0;
            int before = simdPrefixExclusiveSum(mine);
            if (mine == 1) {
                rank = before;
            }
            if (lane == 31) {
                totals[simdgroup * DIGITS + d] = before + mine;
            }
        }
        threadgroupBarrier();
        if (!exists) {
            return;
        }
        for (int s = 0; s < simdgroup; s++) {
            rank += totals[s * DIGITS + digit];
        }
        moved[places[digit * blocks + block] + rank] = key;
    }

    /** Digits of the order in which negative numbers come first. */
    private static int digit(int key, int shift) {
        return ((key ^ Integer.MIN_VALUE) >>> shift) & (DIGITS - 1);
    }
}
