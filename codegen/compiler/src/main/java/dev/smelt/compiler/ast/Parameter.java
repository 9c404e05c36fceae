package dev.smelt.compiler.ast;

import dev.smelt.compiler.source.Span;

/**
 * A parameter of a method or a component of a record.
 *
 * @param varargs whether it was written {@code T... name}; the type is then the array type
 */
public record Parameter(Modifiers modifiers, TypeRef type, String name, boolean varargs, Span nameSpan, Span span) {}
