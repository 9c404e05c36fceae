package dev.smelt.compiler.ast;

import dev.smelt.compiler.source.Span;

/**
 * {@code import a.b.C;}, {@code import a.b.*;}, {@code import static a.b.C.member;} or {@code import static a.b.C.*;}.
 *
 * @param name the dotted name, without the star
 */
public record Import(String name, boolean isStatic, boolean onDemand, Span span) {
    /** The last part of the name: the type or member that a single import brings. */
    public String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
