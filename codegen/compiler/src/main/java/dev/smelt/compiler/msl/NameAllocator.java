package dev.smelt.compiler.msl;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives each thing a name that is safe in MSL and not taken in its scope or around it. A Java name that is safe is kept;
 * otherwise the answer depends on the name and on what was asked before, so it is always the same.
 *
 * <p>Not safe are reserved words ({@link ReservedNames}), names that look like macros (no lower-case letter and more
 * than one character), names that C++ reserves (with a leading underscore or two in a row), names of Smelt's own
 * functions ({@code smelt_...}), and characters other than ASCII letters, digits and underscores.
 */
final class NameAllocator {
    private final @Nullable NameAllocator outer;
    private final boolean global;
    private final Set<String> taken = new HashSet<>();

    private NameAllocator(@Nullable NameAllocator outer, boolean global) {
        this.outer = outer;
        this.global = global;
    }

    /** The outermost level, of functions and structs. */
    static NameAllocator forModule() {
        return new NameAllocator(null, true);
    }

    /** A scope for names that hide those of the outermost level, but for some that are needed in it. */
    static NameAllocator hidingAllBut(Set<String> needed) {
        NameAllocator scope = new NameAllocator(null, false);
        scope.taken.addAll(needed);
        return scope;
    }

    /** A scope within this one. */
    NameAllocator inner() {
        return new NameAllocator(this, false);
    }

    /** Takes the name, or one like it. */
    String allocate(String javaName) {
        String name = safe(javaName);
        String base = name.endsWith("_") ? name.substring(0, name.length() - 1) : name;
        String candidate = name;
        for (int i = 1; isTaken(candidate); i++) {
            candidate = base + (looksLikeMacro(base + "_") ? "_v" : "_") + i;
        }
        taken.add(candidate);
        return candidate;
    }

    private boolean isTaken(String name) {
        for (NameAllocator scope = this; scope != null; scope = scope.outer) {
            if (scope.taken.contains(name)) {
                return true;
            }
        }
        return isReserved(name);
    }

    private boolean isReserved(String name) {
        return global ? ReservedNames.containsGlobally(name) : ReservedNames.contains(name);
    }

    private String safe(String javaName) {
        String name = encode(javaName);
        if (name.startsWith("smelt_")) {
            name = "user_" + name;
        }
        if (looksLikeMacro(name)) {
            return name.endsWith("_") ? name + "v" : name + "_v";
        }
        if (isReserved(name)) {
            return name + "_";
        }
        return name;
    }

    /** ASCII letters, digits and single underscores, beginning with a letter. */
    private static String encode(String javaName) {
        StringBuilder name = new StringBuilder();
        javaName.codePoints().forEach(c -> {
            if (isAsciiLetterOrDigit(c)) {
                name.appendCodePoint(c);
            } else if (c != '_' && c != '$') {
                name.append(String.format("u%04x", c));
            } else if (name.length() > 0 && name.charAt(name.length() - 1) != '_') {
                name.append('_');
            }
        });
        boolean startsWell = name.length() > 0 && !Character.isDigit(name.charAt(0));
        return startsWell ? name.toString() : "v" + name;
    }

    private static boolean isAsciiLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static boolean looksLikeMacro(String name) {
        return name.length() > 1 && name.chars().noneMatch(c -> c >= 'a' && c <= 'z');
    }
}
