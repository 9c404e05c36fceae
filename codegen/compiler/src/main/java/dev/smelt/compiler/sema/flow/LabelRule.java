package dev.smelt.compiler.sema.flow;

import dev.smelt.compiler.ast.JavaStmt;
import dev.smelt.compiler.ast.JavaWalker;
import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.diag.Diagnostics;
import java.util.HashSet;
import java.util.Set;

/** A label may not stand inside a statement of the same label (JLS 14.7). */
final class LabelRule extends JavaWalker {
    private final Diagnostics diagnostics;
    private final Set<String> enclosing = new HashSet<>();

    private LabelRule(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    static void check(JavaStmt.Block body, Diagnostics diagnostics) {
        new LabelRule(diagnostics).walk(body);
    }

    @Override
    public Void visitLabeled(JavaStmt.Labeled stmt) {
        boolean isNew = enclosing.add(stmt.label());
        if (!isNew) {
            diagnostics.report(
                    Code.DUPLICATE_LABEL,
                    stmt.labelSpan(),
                    "label '" + stmt.label() + "' is already the label of a statement around this one",
                    "give the inner label another name");
        }
        super.visitLabeled(stmt);
        if (isNew) {
            enclosing.remove(stmt.label());
        }
        return null;
    }
}
