package dev.smelt.compiler.ast;

import dev.smelt.compiler.source.Span;

/**
 * A type as it was written.
 *
 * @param name a primitive, {@code void}, {@code var}, or a simple or dotted name, without type arguments
 * @param generic whether type arguments were written
 * @param dimensions how many pairs of brackets
 */
public record TypeRef(String name, boolean generic, int dimensions, Span span) {
    /** The same type with more brackets, as in {@code int a[]}. */
    public TypeRef withDimensions(int more) {
        return more == 0 ? this : new TypeRef(name, generic, dimensions + more, span);
    }

    /** As in source: {@code float[]}. */
    @Override
    public String toString() {
        return name + "[]".repeat(dimensions);
    }
}
