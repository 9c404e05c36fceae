package dev.smelt.compiler.diag;

import dev.smelt.compiler.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what there is to say about the sources of one compilation. A repeated message is kept once. */
public final class Diagnostics {
    private final Set<Diagnostic> reported = new LinkedHashSet<>();
    private int errors;

    public void report(Code code, Span span, String message, String help) {
        add(new Diagnostic(code, span, message, help));
    }

    /** Reports what others have collected. */
    public void addAll(Diagnostics others) {
        others.reported.forEach(this::add);
    }

    private void add(Diagnostic diagnostic) {
        reported.add(diagnostic);
        if (diagnostic.isError()) {
            errors++;
        }
    }

    public boolean hasErrors() {
        return errors > 0;
    }

    /** How many errors were reported so far, repeated ones among them: what is wrong twice is wrong each time. */
    public int errorCount() {
        return errors;
    }

    /** All that was reported, by file and place. */
    public List<Diagnostic> sorted() {
        List<Diagnostic> sorted = new ArrayList<>(reported);
        sorted.sort(Comparator.comparing((Diagnostic d) -> d.span().file().path())
                .thenComparing(d -> d.span().start())
                .thenComparing(Diagnostic::code));
        return Collections.unmodifiableList(sorted);
    }
}
