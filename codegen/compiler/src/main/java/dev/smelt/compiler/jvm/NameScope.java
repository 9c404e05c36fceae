package dev.smelt.compiler.jvm;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Gives names out, each to one owner: a wanted name as it is, or with the first number that makes it free. */
public final class NameScope {
    /** Contextual keywords, which Java allows as names but not everywhere. */
    private static final Set<String> CONTEXTUAL = Set.of("yield", "record", "var", "sealed", "permits", "when");

    private final Set<String> taken = new HashSet<>(CONTEXTUAL);

    /** A scope in which some names are taken from the start. */
    public NameScope(Collection<String> reserved) {
        taken.addAll(reserved);
    }

    /** The name to use for {@code wanted}. */
    public String take(String wanted) {
        String name = wanted;
        for (int i = 2; !taken.add(name); i++) {
            name = wanted + i;
        }
        return name;
    }

    /** Makes a name free again. */
    public void release(String name) {
        taken.remove(name);
    }
}
