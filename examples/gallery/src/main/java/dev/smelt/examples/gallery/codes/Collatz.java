package dev.smelt.examples.gallery.codes;

import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.ThreadPositionInGrid;

/** How many steps of Collatz's sequence lead from a number to 1. */
final class Collatz {
    /** In place of a length: the sequence has left the range of {@code long}, or is longer than the limit. */
    static final short UNKNOWN = -1;

    private Collatz() {}

    /** The lengths for {@code first}, {@code first + 1}, ...; above 0. */
    @Kernel
    static void lengths(short[] lengths, long first, short limit, @ThreadPositionInGrid int i) {
        long n = first + i;
        short steps = 0;
        lengths[i] = UNKNOWN;
        while (n != 1) {
            if (steps == limit) {
                return;
            }
            if (n % 2 != 0) {
                if (n > (Long.MAX_VALUE - 1) / 3) {
                    return;
                }
                n = 3 * n + 1;
            } else {
                n /= 2;
            }
            steps++;
        }
        lengths[i] = steps;
    }
}
