package dev.smelt.compiler.diag;

import dev.smelt.compiler.source.SourceFile;
import dev.smelt.compiler.source.Span;

/**
 * Renders a diagnostic as text:
 *
 * <pre>{@code
 * demo/Activations.java:12:16: error[S0203]: cannot find 'y'
 *     return x + y;
 *                ^
 *   help: declare a local, a parameter or a constant of that name
 * }</pre>
 */
public final class DiagnosticRenderer {
    /** Longer source lines are cut around the place, so that a generated file cannot flood the screen. */
    private static final int MAX_LINE = 160;

    private DiagnosticRenderer() {}

    public static String render(Diagnostic diagnostic) {
        Span span = diagnostic.span();
        SourceFile file = span.file();
        StringBuilder out = new StringBuilder();
        out.append(span)
                .append(": ")
                .append(diagnostic.code().severity().label())
                .append('[')
                .append(diagnostic.code().id())
                .append("]: ")
                .append(diagnostic.message())
                .append('\n');
        appendSourceLine(out, file.lineText(span.line()), span);
        if (!diagnostic.help().isEmpty()) {
            out.append("  help: ").append(diagnostic.help()).append('\n');
        }
        return out.toString();
    }

    private static void appendSourceLine(StringBuilder out, String line, Span span) {
        int column = Math.min(span.column() - 1, line.length());
        int from = column > MAX_LINE / 2 && line.length() > MAX_LINE ? column - MAX_LINE / 2 : 0;
        int to = Math.min(line.length(), from + MAX_LINE);
        String shown = printable(line.substring(from, to));
        int width = Math.max(1, Math.min(span.end() - span.start(), to - column));
        // Tabs stay tabs above and below, so that the caret stands under its character at any tab width.
        String indent = shown.substring(0, column - from).replaceAll("[^\t]", " ");
        out.append("    ").append(shown).append('\n');
        out.append("    ").append(indent).append("^".repeat(width)).append('\n');
    }

    /** Control characters would move the caret or the cursor: each becomes one visible character. */
    private static String printable(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            shown.append(c != '\t' && Character.isISOControl(c) ? '\uFFFD' : c);
        }
        return shown.toString();
    }
}
