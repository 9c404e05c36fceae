package dev.smelt.compiler.diag;

/**
 * The kinds of diagnostics. The number says where the mistake was found: S01xx reading the source, S02xx names, S03xx
 * types, S04xx kernels and their parameters, S05xx statements, S06xx constants and arrays, S09xx Java that kernels do
 * not have. Each code has a page under {@code docs/errors}.
 */
public enum Code {
    // S01xx: reading the source
    SYNTAX("S0101", Severity.ERROR),
    INVALID_UTF8("S0102", Severity.ERROR),
    NESTED_TOO_DEEP("S0103", Severity.ERROR);

    private final String id;
    private final Severity severity;

    Code(String id, Severity severity) {
        this.id = id;
        this.severity = severity;
    }

    /** Such as {@code S0203}. */
    public String id() {
        return id;
    }

    public Severity severity() {
        return severity;
    }
}
