package dev.smelt.compiler.ast;

import dev.smelt.compiler.source.Span;
import java.util.List;

/**
 * A group of a {@code switch}.
 *
 * @param labels its constants; empty for {@code default} alone
 * @param isDefault whether {@code default} is among the labels
 * @param arrow whether it was written with {@code ->}; it then doesn't fall through
 * @param body its statements. Of an arrow with an expression, one {@link JavaStmt.Yield} in a switch expression and one
 *     {@link JavaStmt.Expression} in a statement
 */
public record SwitchCase(List<JavaExpr> labels, boolean isDefault, boolean arrow, List<JavaStmt> body, Span span) {
    public SwitchCase {
        labels = List.copyOf(labels);
        body = List.copyOf(body);
    }
}
