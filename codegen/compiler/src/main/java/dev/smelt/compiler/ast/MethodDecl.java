package dev.smelt.compiler.ast;

import dev.smelt.compiler.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A method.
 *
 * @param generic whether it has type parameters
 * @param body the text from <code>{</code> to <code>}</code>; null where there is none
 * @param header the text from the return type to the closing parenthesis of the parameters
 */
public record MethodDecl(
        Modifiers modifiers,
        boolean generic,
        TypeRef returnType,
        String name,
        List<Parameter> parameters,
        @Nullable Span body,
        Span nameSpan,
        Span header) {
    public MethodDecl {
        parameters = List.copyOf(parameters);
    }
}
