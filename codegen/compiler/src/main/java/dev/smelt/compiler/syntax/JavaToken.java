package dev.smelt.compiler.syntax;

import java.util.List;
import org.antlr.v4.runtime.CommonToken;

/** A token, with its place in the file; or several tokens folded to one, or a mark without text. */
final class JavaToken extends CommonToken {
    private final int end;
    private final boolean startsLine;
    private final List<JavaToken> inside;

    private JavaToken(int type, int start, int end, String text, boolean startsLine, List<JavaToken> inside) {
        super(type, text);
        this.start = start;
        this.stop = end - 1;
        this.end = end;
        this.startsLine = startsLine;
        this.inside = inside;
    }

    /** A token of the language. */
    static JavaToken plain(int type, int start, int end, String text, boolean startsLine) {
        return new JavaToken(type, start, end, text, startsLine, List.of());
    }

    /** One token in place of several, at least one. */
    static JavaToken folded(int type, List<JavaToken> inside) {
        JavaToken first = inside.get(0);
        JavaToken last = inside.get(inside.size() - 1);
        return new JavaToken(type, first.start(), last.end(), first.getText(), first.startsLine, inside);
    }

    /** A mark without text, in front of a token. */
    static JavaToken mark(int type, JavaToken before) {
        return new JavaToken(type, before.start(), before.start(), "", before.startsLine, List.of());
    }

    /** The offset of its first character in the file. */
    int start() {
        return start;
    }

    /** The offset behind its last character in the file. */
    int end() {
        return end;
    }

    /** Whether it is the first on its line. */
    boolean startsLine() {
        return startsLine;
    }

    /** Whether it has no text. */
    boolean isMark() {
        return end == start && getType() != EOF;
    }

    /** The tokens that were folded to this one. */
    List<JavaToken> inside() {
        return inside;
    }

    /** The same text with another meaning. */
    JavaToken as(int newType) {
        return new JavaToken(newType, start, end, getText(), startsLine, inside);
    }
}
