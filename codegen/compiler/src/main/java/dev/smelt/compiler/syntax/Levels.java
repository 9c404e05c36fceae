package dev.smelt.compiler.syntax;

import java.util.Arrays;

/** Keeps count, within each pair of brackets, of what a colon or an arrow could belong to. */
final class Levels {
    private int[] questions = new int[16];
    private boolean[] inCase = new boolean[16];
    private boolean[] inBraces = new boolean[16];
    private int level;
    private int labelColon = -1;

    Levels() {
        inBraces[0] = true;
    }

    void open(boolean brace) {
        level++;
        if (level == questions.length) {
            questions = Arrays.copyOf(questions, 2 * level);
            inCase = Arrays.copyOf(inCase, 2 * level);
            inBraces = Arrays.copyOf(inBraces, 2 * level);
        }
        inBraces[level] = brace;
        endStatement();
    }

    void close() {
        level = Math.max(0, level - 1);
    }

    void endStatement() {
        questions[level] = 0;
        inCase[level] = false;
    }

    void question() {
        questions[level]++;
    }

    void startCase() {
        endStatement();
        inCase[level] = true;
    }

    boolean isInBraces() {
        return inBraces[level];
    }

    /** Whether an arrow here ends the labels of a case. */
    boolean isInCase() {
        return inCase[level];
    }

    /** Takes an arrow; true if it ends the labels of a case. */
    boolean arrowEndsCase() {
        boolean ends = inCase[level];
        inCase[level] = false;
        return ends;
    }

    /** Takes a colon: the second half of {@code ?:}, or the end of a label, or that of a for-each. */
    void colon(int index) {
        if (questions[level] > 0) {
            questions[level]--;
        } else if (inBraces[level]) {
            inCase[level] = false;
            labelColon = index;
        }
    }

    /** Whether the token before this one is the colon of a label or a case. */
    boolean isAfterLabel(int index) {
        return labelColon >= 0 && labelColon == index - 1;
    }
}
