package dev.smelt.compiler.jvm;

import dev.smelt.compiler.source.Span;

/** Where generated code comes from, in words that are safe in a Java comment. */
public final class SourceComment {
    private SourceComment() {}

    /** A signature for a comment: the user's text may hold a comment's end, or a backslash that Java would translate. */
    public static String signature(String text) {
        return text.replace("*/", "* /").replace("\\u", "\\ u");
    }

    /** Such as {@code Activations.java, line 22}. */
    public static String place(Span span) {
        return signature(span.file().fileName()) + ", line " + span.line();
    }
}
