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
    NESTED_TOO_DEEP("S0103", Severity.ERROR),

    // S0551 to S0569: the flow of control and of values through a method (sema.flow)
    UNDEFINED_LABEL("S0551", Severity.ERROR),
    CONTINUE_TO_NON_LOOP("S0552", Severity.ERROR),
    JUMP_OUTSIDE("S0553", Severity.ERROR),
    DUPLICATE_LABEL("S0554", Severity.ERROR),
    YIELD_OUTSIDE("S0555", Severity.ERROR),
    JUMP_OUT_OF_SWITCH("S0556", Severity.ERROR),
    SWITCH_WITHOUT_VALUE("S0557", Severity.ERROR),
    RETURN_WITH_VALUE("S0558", Severity.ERROR),
    RETURN_WITHOUT_VALUE("S0559", Severity.ERROR),
    MISSING_RETURN("S0560", Severity.ERROR),
    UNREACHABLE("S0561", Severity.ERROR),
    DUPLICATE_VARIABLE("S0562", Severity.ERROR),
    NOT_ASSIGNED("S0563", Severity.ERROR),
    FINAL_CHANGED("S0564", Severity.ERROR),
    FINAL_ASSIGNED_TWICE("S0565", Severity.ERROR),
    FINAL_ASSIGNED_IN_LOOP("S0566", Severity.ERROR);

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
