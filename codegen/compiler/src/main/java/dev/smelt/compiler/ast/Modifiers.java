package dev.smelt.compiler.ast;

import java.util.List;
import java.util.Set;

/**
 * Keywords and annotations before a declaration.
 *
 * @param keywords as written: {@code public static final non-sealed ...}
 */
public record Modifiers(Set<String> keywords, List<Annotation> annotations) {
    public Modifiers {
        keywords = Set.copyOf(keywords);
        annotations = List.copyOf(annotations);
    }

    public boolean has(String keyword) {
        return keywords.contains(keyword);
    }
}
