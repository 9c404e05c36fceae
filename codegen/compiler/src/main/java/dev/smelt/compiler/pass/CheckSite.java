package dev.smelt.compiler.pass;

import dev.smelt.compiler.source.Span;

/**
 * A place in the source that is checked in checked mode.
 *
 * @param fileName of the source, without folders
 * @param line 1-based
 * @param what the name of the array, or the condition of the assertion; empty for a division
 */
public record CheckSite(Kind kind, String fileName, int line, String what) {
    /** What is checked; the names are those of the runtime's {@code KernelCheckException.Kind}. */
    public enum Kind {
        INDEX_OUT_OF_BOUNDS,
        DIVISION_BY_ZERO,
        ASSERTION
    }

    static CheckSite at(Span span, Kind kind, String what) {
        return new CheckSite(kind, span.file().fileName(), span.line(), what);
    }
}
