package dev.smelt.examples.gallery.codes;

import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.ThreadPositionInGrid;

/** The edit distance of a word to each word of a dictionary, by V. Levenshtein (1966): a thread for each word. */
final class EditDistance {
    /** Letters of the word at most. */
    static final int MOST = 31;

    private EditDistance() {}

    /**
     * The distances.
     *
     * @param word at most {@link #MOST} letters
     * @param dictionary one word behind the other
     * @param starts where each begins, and behind the last one the end
     */
    @Kernel
    static void distances(byte[] word, byte[] dictionary, int[] starts, byte[] distances, @ThreadPositionInGrid int i) {
        byte[] above = new byte[MOST + 1];
        byte[] row = new byte[MOST + 1];
        for (byte k = 0; k <= word.length; k++) {
            above[k] = k;
        }
        for (int k = starts[i]; k < starts[i + 1]; k++) {
            row[0] = (byte) (above[0] + 1);
            for (int column = 1; column <= word.length; column++) {
                int replaced = above[column - 1] + (word[column - 1] == dictionary[k] ? 0 : 1);
                row[column] = (byte) Math.min(replaced, Math.min(above[column], row[column - 1]) + 1);
            }
            byte[] done = above;
            above = row;
            row = done;
        }
        distances[i] = above[word.length];
    }
}
