package dev.smelt.compiler.diag;

/** Whether a diagnostic stops the build. */
public enum Severity {
    ERROR,
    WARNING;

    /** As diagnostics show it. */
    public String label() {
        return this == ERROR ? "error" : "warning";
    }
}
