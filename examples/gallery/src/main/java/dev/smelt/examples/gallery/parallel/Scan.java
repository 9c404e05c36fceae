package dev.smelt.examples.gallery.parallel;

import static dev.smelt.dsl.Msl.*;

import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.ThreadIndexInThreadgroup;
import dev.smelt.dsl.Threadgroup;
import dev.smelt.dsl.ThreadgroupPositionInGrid;

/**
 * Exclusive prefix sums of any length: blocks are scanned in threadgroup memory, then the sums of the blocks, which are
 * then added to the blocks. After Blelloch, Prefix Sums and Their Applications (1990).
 */
final class Scan {
    /** Threads of a threadgroup; each has two elements. */
    static final int GROUP = 128;

    static final int BLOCK = 2 * GROUP;

    private Scan() {}

    /** Scans each block of {@link #BLOCK}, and says what each adds up to. */
    @Kernel
    static void scanBlocks(
            int[] values,
            int[] scanned,
            int[] totals,
            @Threadgroup(BLOCK) int[] block,
            @ThreadIndexInThreadgroup int lane,
            @ThreadgroupPositionInGrid int group) {
        int first = group * BLOCK;
        block[lane] = at(values, first + lane);
        block[lane + GROUP] = at(values, first + lane + GROUP);
        int total = sweep(block, lane);
        if (lane == 0) {
            totals[group] = total;
        }
        if (first + lane < scanned.length) {
            scanned[first + lane] = block[lane];
        }
        if (first + lane + GROUP < scanned.length) {
            scanned[first + lane + GROUP] = block[lane + GROUP];
        }
    }

    /** Adds to each element what comes before its block. */
    @Kernel
    static void addTotals(
            int[] scanned, int[] before, @ThreadIndexInThreadgroup int lane, @ThreadgroupPositionInGrid int group) {
        for (int i = group * BLOCK + lane; i < min((group + 1) * BLOCK, scanned.length); i += GROUP) {
            scanned[i] += before[group];
        }
    }

    private static int at(int[] values, int i) {
        return i < values.length ? values[i] : 0;
    }

    /** Scans a block in place, all threads together; returns the sum of all its elements. */
    private static int sweep(int[] block, int lane) {
        int distance = 1;
        for (int pairs = GROUP; pairs > 0; pairs >>= 1) {
            threadgroupBarrier();
            if (lane < pairs) {
                int right = distance * (2 * lane + 2) - 1;
                block[right] += block[right - distance];
            }
            distance *= 2;
        }
        threadgroupBarrier();
        int total = block[BLOCK - 1];
        threadgroupBarrier();
        if (lane == 0) {
            block[BLOCK - 1] = 0;
        }
        for (int pairs = 1; pairs <= GROUP; pairs *= 2) {
            distance >>= 1;
            threadgroupBarrier();
            if (lane < pairs) {
                int right = distance * (2 * lane + 2) - 1;
                int left = right - distance;
                int sum = block[left] + block[right];
                block[left] = block[right];
                block[right] = sum;
            }
        }
        threadgroupBarrier();
        return total;
    }
}
