package dev.smelt.compiler.source;

/** The characters {@code [start, end)} of a source file. */
public record Span(SourceFile file, int start, int end) {
    public Span {
        if (start < 0 || end < start || end > file.text().length()) {
            throw new AssertionError("span [" + start + ", " + end + ") of " + file);
        }
    }

    /** From the start of this span to the end of another in the same file. */
    public Span to(Span last) {
        return new Span(file, start, Math.max(end, last.end));
    }

    public int line() {
        return file.line(start);
    }

    public int column() {
        return file.column(start);
    }

    public String text() {
        return file.text().substring(start, end);
    }

    @Override
    public String toString() {
        return file.path() + ":" + line() + ":" + column();
    }
}
