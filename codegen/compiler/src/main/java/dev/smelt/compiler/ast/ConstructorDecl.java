package dev.smelt.compiler.ast;

import dev.smelt.compiler.source.Span;
import java.util.List;

/**
 * A constructor of a record; other types' constructors are of no use to kernels.
 *
 * @param compact whether it has no list of parameters, and so those of the record
 * @param body the text from <code>{</code> to <code>}</code>
 */
public record ConstructorDecl(boolean compact, List<Parameter> parameters, Span body, Span nameSpan) {
    public ConstructorDecl {
        parameters = List.copyOf(parameters);
    }
}
