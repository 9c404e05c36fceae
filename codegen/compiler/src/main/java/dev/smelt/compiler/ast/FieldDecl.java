package dev.smelt.compiler.ast;

import dev.smelt.compiler.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * One declarator of a field: {@code static final int A = 1, B[] = {2};} is two of these.
 *
 * @param initializer the text behind {@code =}, an expression or an array initialiser in braces
 */
public record FieldDecl(
        Modifiers modifiers,
        TypeRef type,
        String name,
        @Nullable Span initializer,
        Span nameSpan) {}
