package dev.smelt.examples.gallery.codes;

import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.ThreadPositionInGrid;

/** In how many ways queens stand on a board without attacking each other: each thread with the first two rows given. */
final class Queens {
    /** Rows of a board at most. */
    static final int MOST = 12;

    private Queens() {}

    /** Counts the ways for each pair of columns of the queens in the first two rows: {@code rows * rows} threads. */
    @Kernel
    static void count(int[] ways, int rows, @ThreadPositionInGrid int i) {
        int[] columns = new int[MOST];
        columns[0] = i / rows;
        columns[1] = i % rows;
        ways[i] = 0;
        if (!isFree(columns, 1)) {
            return;
        }
        int row = 2;
        columns[2] = -1;
        search:
        while (row >= 2) {
            while (++columns[row] < rows) {
                if (!isFree(columns, row)) {
                    continue;
                }
                if (row == rows - 1) {
                    ways[i]++;
                } else {
                    columns[++row] = -1;
                    continue search;
                }
            }
            row--;
        }
    }

    /** Whether no queen above attacks the one in a row. */
    private static boolean isFree(int[] columns, int row) {
        for (int above = 0; above < row; above++) {
            int distance = Math.abs(columns[above] - columns[row]);
            if (distance == 0 || distance == row - above) {
                return false;
            }
        }
        return true;
    }
}
