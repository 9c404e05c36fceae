package dev.smelt.compiler.syntax;

import dev.smelt.compiler.source.Span;
import java.util.Arrays;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * The characters of a stretch of source as the lexer sees them: code points, with unicode escapes translated wherever
 * they are (JLS 3.3), so that an escaped quote ends a string and an escaped line feed ends a comment. A malformed
 * escape stays as it is; its backslash is then no token of Java. The Ctrl-Z that may end a file is left out.
 */
final class JavaCharStream implements CharStream {
    private static final int CTRL_Z = 0x1A;

    private final String name;
    private final int[] codePoints;
    /** Where in the file each code point starts, and where the last one ends. */
    private final int[] offsets;

    private final int size;
    private int position;

    JavaCharStream(Span span) {
        this.name = span.file().path();
        this.codePoints = new int[span.end() - span.start()];
        this.offsets = new int[codePoints.length + 1];
        this.size = translate(span);
    }

    private int translate(Span span) {
        String text = span.file().text();
        int count = 0;
        int i = span.start();
        boolean afterBackslash = false;
        while (i < span.end()) {
            offsets[count] = i;
            int escape = afterBackslash ? -1 : escapeEnd(text, i, span.end());
            char c = escape < 0 ? text.charAt(i) : (char) Integer.parseInt(text, escape - 4, escape, 16);
            afterBackslash = escape < 0 && c == '\\' && !afterBackslash;
            i = escape < 0 ? i + 1 : escape;
            if (Character.isLowSurrogate(c) && count > 0 && isHighSurrogate(codePoints[count - 1])) {
                codePoints[count - 1] = Character.toCodePoint((char) codePoints[count - 1], c);
            } else {
                codePoints[count++] = c;
            }
        }
        boolean endOfFile = span.end() == text.length();
        if (endOfFile && count > 0 && codePoints[count - 1] == CTRL_Z) {
            count--;
        }
        offsets[count] = span.end();
        return count;
    }

    private static boolean isHighSurrogate(int codePoint) {
        return codePoint <= Character.MAX_VALUE && Character.isHighSurrogate((char) codePoint);
    }

    /** The offset behind a well-formed unicode escape, or -1 if there is none. */
    private static int escapeEnd(String text, int start, int end) {
        if (text.charAt(start) != '\\' || start + 1 >= end || text.charAt(start + 1) != 'u') {
            return -1;
        }
        int digits = start + 1;
        while (digits < end && text.charAt(digits) == 'u') {
            digits++;
        }
        if (digits + 4 > end) {
            return -1;
        }
        for (int i = digits; i < digits + 4; i++) {
            char c = text.charAt(i);
            if (c > 'f' || Character.digit(c, 16) < 0) {
                return -1;
            }
        }
        return digits + 4;
    }

    /** Where in the file the code point at an index starts. */
    int offset(int index) {
        return offsets[Math.min(index, size)];
    }

    @Override
    public String getText(Interval interval) {
        int from = Math.min(interval.a, size);
        int to = Math.min(interval.b + 1, size);
        return new String(codePoints, from, Math.max(0, to - from));
    }

    @Override
    public void consume() {
        if (position >= size) {
            throw new IllegalStateException("cannot consume EOF");
        }
        position++;
    }

    @Override
    public int LA(int i) {
        int at = i < 0 ? position + i : position + i - 1;
        return i == 0 || at < 0 || at >= size ? EOF : codePoints[at];
    }

    @Override
    public int mark() {
        return -1;
    }

    @Override
    public void release(int marker) {
        // All of the text stays in memory: there is nothing to let go.
    }

    @Override
    public int index() {
        return position;
    }

    @Override
    public void seek(int index) {
        position = Math.min(index, size);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public String getSourceName() {
        return name;
    }

    @Override
    public String toString() {
        return new String(codePoints, 0, size) + Arrays.toString(new int[] {position});
    }
}
