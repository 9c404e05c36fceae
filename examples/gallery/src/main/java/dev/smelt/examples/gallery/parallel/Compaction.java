package dev.smelt.examples.gallery.parallel;

import static dev.smelt.dsl.Msl.*;

import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.ThreadPositionInGrid;

/** Keeps the elements that a condition holds for: in any order with one counter, in order with a scan's places. */
final class Compaction {
    private Compaction() {}

    /** Appends what is kept, in the order in which threads come; {@code count[0]} is how many. */
    @Kernel
    static void append(int[] values, int[] kept, int[] count, @ThreadPositionInGrid int i) {
        int value = values[i];
        if (isKept(value)) {
            kept[atomicAdd(count, 0, 1)] = value;
        }
    }

    /** 1 for each element that is kept, 0 for the others: what is to be scanned. */
    @Kernel
    static int flag(int value) {
        return isKept(value) ? 1 : 0;
    }

    /** Puts each element that is kept where the scan of the flags says. */
    @Kernel
    static void place(int[] values, int[] places, int[] kept, @ThreadPositionInGrid int i) {
        if (isKept(values[i])) {
            kept[places[i]] = values[i];
        }
    }

    /** Whether the number of bits that are set is a multiple of three. */
    static boolean isKept(int value) {
        return Integer.bitCount(value) % 3 == 0;
    }
}
