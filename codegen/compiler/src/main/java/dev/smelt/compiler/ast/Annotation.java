package dev.smelt.compiler.ast;

import dev.smelt.compiler.source.Span;
import java.util.List;

/**
 * An annotation. {@code @Threadgroup(256)} has one argument named {@code value}; {@code @Kernel(math = MathMode.FAST)}
 * has one named {@code math}.
 *
 * @param name as written, simple or dotted
 */
public record Annotation(String name, List<Argument> arguments, Span span) {
    public Annotation {
        arguments = List.copyOf(arguments);
    }

    public String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** An argument, with the place of its value, to be parsed when it is needed. */
    public record Argument(String name, Span value) {}
}
