package dev.smelt.compiler.diag;

import dev.smelt.compiler.source.Span;

/**
 * One message about the user's source.
 *
 * @param code what kind of mistake it is; decides between error and warning
 * @param span where; its first character is the place that is named
 * @param message what is wrong, one sentence without a full stop
 * @param help what to write instead, one sentence without a full stop
 */
public record Diagnostic(Code code, Span span, String message, String help) {
    public boolean isError() {
        return code.severity() == Severity.ERROR;
    }
}
