package demo;

import dev.smelt.dsl.*;

final class Jumps {
    /** The first row of a matrix that has no zero, or -1. */
    @Kernel
    static void rows(int[] matrix, int[] result, int columns, @ThreadPositionInGrid int i) {
        int found = -1;
        rows:
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < columns; column++) {
                if (matrix[row * columns + column] == i) {
                    continue rows;
                }
            }
            found = row;
            break;
        }
        result[i] = found;
    }

    /** Collatz, with a loop that only ends from within, and a switch. */
    @Kernel
    static int steps(int n) {
        int steps = 0;
        while (true) {
            switch (n & 1) {
                case 0:
                    n >>= 1;
                    break;
                default:
                    n = 3 * n + 1;
            }
            steps++;
            if (n <= 1 || steps > 1000) {
                return steps;
            }
        }
    }

    @Kernel
    static int search(int seed) {
        int hits = 0;
        search:
        for (int a = 0; a < 10; a++) {
            int b = 0;
            do {
                b++;
                switch (a * b % 7) {
                    case 3 -> {
                        continue search;
                    }
                    case 5, 6 -> hits += b;
                    default -> {
                        if (hits > seed) {
                            break search;
                        }
                    }
                }
            } while (b < a);
            hits++;
        }
        block:
        {
            if (hits == 3) {
                break block;
            }
            hits = -hits;
        }
        return hits;
    }
}
