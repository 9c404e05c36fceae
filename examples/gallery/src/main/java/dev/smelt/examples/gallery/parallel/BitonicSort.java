package dev.smelt.examples.gallery.parallel;

import static dev.smelt.dsl.Msl.*;

import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.ThreadIndexInThreadgroup;
import dev.smelt.dsl.ThreadPositionInGrid;
import dev.smelt.dsl.Threadgroup;
import dev.smelt.dsl.ThreadgroupPositionInGrid;

/**
 * Batcher's bitonic sort of a power of two of keys with values. Distances within a threadgroup's block are done together
 * in threadgroup memory, longer ones by one run for each. K. E. Batcher, Sorting Networks and Their Applications (1968).
 */
final class BitonicSort {
    /** Threads of a threadgroup; each exchanges two elements. */
    static final int GROUP = 64;

    static final int BLOCK = 2 * GROUP;

    /** A key, and what goes with it. */
    record Entry(float key, int value) {}

    private BitonicSort() {}

    /** All the steps of sequences that are no longer than {@link #BLOCK}: sorts each block, up and down in turn. */
    @Kernel
    static void sortBlocks(
            Entry[] entries,
            @Threadgroup(BLOCK) Entry[] block,
            @ThreadIndexInThreadgroup int lane,
            @ThreadgroupPositionInGrid int group) {
        int first = group * BLOCK;
        block[lane] = entries[first + lane];
        block[lane + GROUP] = entries[first + lane + GROUP];
        for (int sequence = 2; sequence <= BLOCK; sequence *= 2) {
            mergeBlock(block, lane, first, sequence, sequence / 2);
        }
        threadgroupBarrier();
        entries[first + lane] = block[lane];
        entries[first + lane + GROUP] = block[lane + GROUP];
    }

    /** The last steps of a longer sequence, whose distances lie within a block. */
    @Kernel
    static void mergeBlocks(
            Entry[] entries,
            int sequence,
            @Threadgroup(BLOCK) Entry[] block,
            @ThreadIndexInThreadgroup int lane,
            @ThreadgroupPositionInGrid int group) {
        int first = group * BLOCK;
        block[lane] = entries[first + lane];
        block[lane + GROUP] = entries[first + lane + GROUP];
        mergeBlock(block, lane, first, sequence, GROUP);
        threadgroupBarrier();
        entries[first + lane] = block[lane];
        entries[first + lane + GROUP] = block[lane + GROUP];
    }

    /** One step over all entries: a thread for each pair. */
    @Kernel
    static void mergeStep(Entry[] entries, int sequence, int distance, @ThreadPositionInGrid int pair) {
        exchange(entries, left(pair, distance), distance, 0, sequence);
    }

    private static void mergeBlock(Entry[] block, int lane, int first, int sequence, int firstDistance) {
        for (int distance = firstDistance; distance > 0; distance /= 2) {
            threadgroupBarrier();
            exchange(block, left(lane, distance), distance, first, sequence);
        }
    }

    /** The left element of a pair that far apart. */
    private static int left(int pair, int distance) {
        return 2 * pair - (pair & (distance - 1));
    }

    /** Puts two entries in order: upwards in every second sequence, downwards in the others. */
    private static void exchange(Entry[] entries, int left, int distance, int first, int sequence) {
        Entry a = entries[left];
        Entry b = entries[left + distance];
        boolean upwards = ((first + left) & sequence) == 0;
        if (a.key() > b.key() == upwards) {
            entries[left] = b;
            entries[left + distance] = a;
        }
    }
}
