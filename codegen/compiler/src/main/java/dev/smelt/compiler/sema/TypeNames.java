package dev.smelt.compiler.sema;

import dev.smelt.compiler.ast.CompilationUnit;
import dev.smelt.compiler.ast.Import;
import dev.smelt.compiler.ast.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds which type a name means where it stands, in Java's order (JLS 6.4.1): enclosing and nested types, single
 * imports, the same package, imports on demand, {@code java.lang}.
 */
final class TypeNames {
    private final Program program;
    private final Inheritance inheritance = new Inheritance(this);

    TypeNames(Program program) {
        this.program = program;
    }

    /** A type of the sources, or a class that kernels may know: of {@code dev.smelt.dsl} or of Java's own. */
    sealed interface Resolved {
        record User(TypeSymbol symbol) implements Resolved {}

        record Known(Class<?> type) implements Resolved {}
    }

    /** What a simple or dotted name means inside a type; empty if no such type is known. */
    Optional<Resolved> resolve(String name, TypeSymbol place) {
        return resolve(name, place, place.unit());
    }

    private Optional<Resolved> resolve(String name, @Nullable TypeSymbol place, CompilationUnit unit) {
        int dot = name.indexOf('.');
        Optional<Resolved> first = resolveSimple(dot < 0 ? name : name.substring(0, dot), place, unit);
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

    Inheritance inheritance() {
        return inheritance;
    }

    /** The types of the sources that a type extends or implements, in the order written. */
    List<TypeSymbol> supertypes(TypeSymbol type) {
        List<TypeSymbol> found = new ArrayList<>();
        for (TypeRef ref : type.decl().supertypes()) {
            // They are named from around the type: its own members aren't in sight there.
            if (resolve(ref.name(), type.outer(), type.unit()).orElse(null) instanceof Resolved.User user) {
                found.add(user.symbol());
            }
        }
        return found;
    }

    private Optional<Resolved> member(Resolved type, String rest) {
        if (!(type instanceof Resolved.User user)) {
            return Optional.empty();
        }
        int dot = rest.indexOf('.');
        Optional<Resolved> first = nested(user.symbol(), dot < 0 ? rest : rest.substring(0, dot));
        return dot < 0 ? first : first.flatMap(nested -> member(nested, rest.substring(dot + 1)));
    }

    /** The type of this name that a type declares or inherits. */
    private Optional<Resolved> nested(TypeSymbol type, String name) {
        for (TypeSymbol owner : inheritance.lineage(type)) {
            Optional<Resolved> declared = program.type(owner.qualifiedName() + "." + name)
                    .filter(nested -> owner.equals(type)
                            || Inheritance.isInherited(
                                    type, owner, nested.decl().modifiers()))
                    .map(Resolved.User::new);
            if (declared.isPresent()) {
                return declared;
            }
        }
        return Optional.empty();
    }

    private Optional<Resolved> resolveSimple(String name, @Nullable TypeSymbol place, CompilationUnit unit) {
        for (@Nullable TypeSymbol around = place; around != null; around = around.outer()) {
            if (around.simpleName().equals(name)) {
                return Optional.of(new Resolved.User(around));
            }
            Optional<Resolved> nested = nested(around, name);
            if (nested.isPresent()) {
                return nested;
            }
        }
        for (Import single : unit.imports()) {
            if (!single.onDemand() && single.simpleName().equals(name)) {
                Optional<Resolved> imported = qualified(single.name());
                // A static import may bring a field or method of that name instead; any other hides what follows.
                if (imported.isPresent() || !single.isStatic()) {
                    return imported;
                }
            }
        }
        String packageName = unit.packageName();
        Optional<Resolved> neighbour = program.type(packageName.isEmpty() ? name : packageName + "." + name)
                .map(Resolved.User::new);
        if (neighbour.isPresent()) {
            return neighbour;
        }
        for (Import onDemand : unit.imports()) {
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
        boolean may = qualifiedName.startsWith("dev.smelt.dsl.") || qualifiedName.startsWith("java.");
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
