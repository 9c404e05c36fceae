package dev.smelt.compiler.sema;

import dev.smelt.compiler.ast.Import;
import dev.smelt.compiler.ast.TypeDecl;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds which type a name means where it stands, in Java's order (JLS 6.4.1): enclosing and nested types, single
 * imports, the same package, imports on demand, {@code java.lang}.
 */
final class TypeNames {
    private final Program program;

    TypeNames(Program program) {
        this.program = program;
    }

    /** A type of the sources, or a class that kernels may know: of {@code dev.smelt.dsl} or of {@code java.lang}. */
    sealed interface Resolved {
        record User(TypeSymbol symbol) implements Resolved {}

        record Known(Class<?> type) implements Resolved {}
    }

    /** What a simple or dotted name means inside a type; empty if no such type is known. */
    Optional<Resolved> resolve(String name, TypeSymbol place) {
        int dot = name.indexOf('.');
        Optional<Resolved> first = resolveSimple(dot < 0 ? name : name.substring(0, dot), place);
        if (dot < 0) {
            return first;
        }
        if (first.isPresent()) {
            return member(first.get(), name.substring(dot + 1));
        }
        return qualified(name);
    }

    /** What a fully qualified name means. */
    Optional<Resolved> qualified(String name) {
        Optional<Resolved> user = program.type(name).map(Resolved.User::new);
        return user.isPresent() ? user : known(name);
    }

    private Optional<Resolved> member(Resolved type, String rest) {
        return type instanceof Resolved.User user
                ? program.type(user.symbol().qualifiedName() + "." + rest).map(Resolved.User::new)
                : Optional.empty();
    }

    private Optional<Resolved> resolveSimple(String name, TypeSymbol place) {
        for (@Nullable TypeSymbol around = place; around != null; around = around.outer()) {
            if (around.simpleName().equals(name)) {
                return Optional.of(new Resolved.User(around));
            }
            for (TypeDecl nested : around.decl().types()) {
                if (nested.name().equals(name)) {
                    return program.type(around.qualifiedName() + "." + name).map(Resolved.User::new);
                }
            }
        }
        for (Import single : place.unit().imports()) {
            if (!single.onDemand() && single.simpleName().equals(name)) {
                Optional<Resolved> imported = qualified(single.name());
                // A static import may bring a field or method of that name instead; any other hides what follows.
                if (imported.isPresent() || !single.isStatic()) {
                    return imported;
                }
            }
        }
        String packageName = place.unit().packageName();
        Optional<Resolved> neighbour = program.type(packageName.isEmpty() ? name : packageName + "." + name)
                .map(Resolved.User::new);
        if (neighbour.isPresent()) {
            return neighbour;
        }
        for (Import onDemand : place.unit().imports()) {
            if (onDemand.onDemand()) {
                Optional<Resolved> imported = qualified(onDemand.name() + "." + name);
                if (imported.isPresent()) {
                    return imported;
                }
            }
        }
        return known("java.lang." + name);
    }

    private static Optional<Resolved> known(String qualifiedName) {
        boolean may = qualifiedName.startsWith("dev.smelt.dsl.") || qualifiedName.startsWith("java.lang.");
        if (!may) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Resolved.Known(Class.forName(qualifiedName, false, TypeNames.class.getClassLoader())));
        } catch (ClassNotFoundException | LinkageError e) {
            // LinkageError: on a file system that ignores case, "java.lang.math" finds the class file of Math.
            return Optional.empty();
        }
    }
}
