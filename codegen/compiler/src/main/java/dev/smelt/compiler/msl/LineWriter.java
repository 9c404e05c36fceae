package dev.smelt.compiler.msl;

import dev.smelt.compiler.source.SourceFile;
import dev.smelt.compiler.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes lines, and keeps what a compiler takes for the source line in step with the Java line that each comes from:
 * where it wouldn't be, by an empty line or by {@code #line}. What has an empty span was made by a pass, and stands
 * under whatever line it comes to.
 */
final class LineWriter {
    private static final int WIDTH = 120;

    private final StringBuilder out = new StringBuilder();
    private int indentation;
    /** What the compiler believes the next line to be; null before the first {@code #line}. */
    private @Nullable SourceFile file;

    private int nextLine;
    /** Whether the last line is a statement that another can follow. */
    private boolean endsInStatement;

    LineWriter indent() {
        indentation++;
        return this;
    }

    LineWriter dedent() {
        indentation--;
        return this;
    }

    /** A line that comes from no Java line in particular. */
    LineWriter line(String text) {
        if (!text.isEmpty()) {
            out.append("    ".repeat(indentation)).append(text);
        }
        return endLine();
    }

    /** A line as it stands, however deep it is. */
    LineWriter flush(String text) {
        out.append(text);
        return endLine();
    }

    private LineWriter endLine() {
        out.append('\n');
        nextLine++;
        endsInStatement = false;
        return this;
    }

    /** A line that comes from the line where the span starts. */
    LineWriter line(Span span, String text) {
        moveTo(span);
        return line(text);
    }

    /** A statement; statements of one Java line share a line where they fit. */
    LineWriter statement(Span span, String text) {
        if (endsInStatement
                && file == span.file()
                && nextLine - 1 == span.line()
                && lastLineLength() + text.length() < WIDTH) {
            out.setLength(out.length() - 1);
            out.append(' ').append(text).append('\n');
            return this;
        }
        line(span, text);
        endsInStatement = span.start() != span.end();
        return this;
    }

    /** {@code head{item, item};}, on as many lines as that needs. */
    LineWriter list(String head, List<String> items) {
        String whole = head + "{" + String.join(", ", items) + "};";
        if (fits(whole.length())) {
            return line(whole);
        }
        line(head + "{").indent();
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < items.size(); i++) {
            String item = items.get(i) + (i + 1 < items.size() ? "," : "");
            if (row.length() > 0 && !fits(row.length() + 1 + item.length())) {
                line(row.toString());
                row.setLength(0);
            }
            row.append(row.length() > 0 ? " " : "").append(item);
        }
        return line(row.toString()).dedent().line("};");
    }

    /** Whether a line has room for so many characters. */
    boolean fits(int characters) {
        return 4 * indentation + characters < WIDTH;
    }

    /** The head of a function or kernel, below a comment about it. */
    LineWriter head(Span span, String text) {
        return position(span).line(text);
    }

    /** Lets the next line be the one where the span starts. */
    LineWriter position(Span span) {
        if (!isNext(span)) {
            moveByDirective(span);
        }
        return this;
    }

    private int lastLineLength() {
        return out.length() - 1 - out.lastIndexOf("\n", out.length() - 2);
    }

    private boolean isNext(Span span) {
        return file == span.file() && nextLine == span.line();
    }

    /** Lets the next line be the one where the span starts, unless a pass made what comes. */
    void moveTo(Span span) {
        boolean generated = span.start() == span.end();
        if (generated || isNext(span)) {
            return;
        }
        if (file == span.file() && nextLine + 1 == span.line()) {
            line("");
        } else {
            moveByDirective(span);
        }
    }

    private void moveByDirective(Span span) {
        boolean sameFile = file == span.file();
        flush("#line " + span.line() + (sameFile ? "" : " " + quoted(span.file().fileName())));
        file = span.file();
        nextLine = span.line();
    }

    private static String quoted(String name) {
        return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
