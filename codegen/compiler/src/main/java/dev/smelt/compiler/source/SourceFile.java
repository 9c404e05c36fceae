package dev.smelt.compiler.source;

import java.util.Arrays;

/**
 * One Java source file: its name as diagnostics show it, and its text. Offsets are in characters; lines and columns are
 * 1-based, a column counts characters (a tab counts one), and lines end at {@code \n}, {@code \r} or {@code \r\n}.
 */
public final class SourceFile {
    private final String path;
    private final String text;
    private final int[] lineStarts;
    private final int[] malformed;

    public SourceFile(String path, String text) {
        this(path, text, new int[0]);
    }

    /**
     * A file whose bytes were not all UTF-8.
     *
     * @param malformed the offsets, ascending, of the characters that stand for bytes without a meaning
     */
    SourceFile(String path, String text, int[] malformed) {
        this.path = path;
        this.text = text;
        this.lineStarts = lineStarts(text);
        this.malformed = malformed;
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean endsLine = c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'));
            if (endsLine) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * count);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    /** The path as the user gave it or as the build tool found it, for diagnostics. */
    public String path() {
        return path;
    }

    /** The last part of {@link #path}. */
    public String fileName() {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    public String text() {
        return text;
    }

    /** Whether the character at an offset stands for bytes that aren't UTF-8. */
    public boolean isMalformed(int offset) {
        return Arrays.binarySearch(malformed, offset) >= 0;
    }

    /** The offsets, ascending, of the characters that stand for bytes that aren't UTF-8. */
    public int[] malformedOffsets() {
        return malformed.clone();
    }

    public int lineCount() {
        return lineStarts.length;
    }

    /** The 1-based line of an offset in {@code [0, text().length()]}. */
    public int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The 1-based column of an offset. */
    public int column(int offset) {
        return offset - lineStarts[line(offset) - 1] + 1;
    }

    /** The text of a 1-based line, without its line end. */
    public String lineText(int line) {
        int start = lineStarts[line - 1];
        int end = line < lineStarts.length ? lineStarts[line] : text.length();
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return path;
    }
}
