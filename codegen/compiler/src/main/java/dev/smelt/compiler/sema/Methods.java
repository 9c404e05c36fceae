package dev.smelt.compiler.sema;

import dev.smelt.compiler.ast.Import;
import dev.smelt.compiler.ast.MethodDecl;
import dev.smelt.compiler.ast.Parameter;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.sema.TypeNames.Resolved;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the methods that a name in a call may mean: of the types around, or by a static import (JLS 15.12.1). */
final class Methods {
    private final TypeNames typeNames;
    private final Types types;

    Methods(TypeNames typeNames, Types types) {
        this.typeNames = typeNames;
        this.types = types;
    }

    /** What a simple name may mean inside a type: the innermost type that has such methods hides all others. */
    List<Callable> resolve(String name, TypeSymbol place) {
        for (@Nullable TypeSymbol around = place; around != null; around = around.outer()) {
            List<Callable> own = members(new Resolved.User(around), name);
            if (!own.isEmpty()) {
                return own;
            }
        }
        List<Callable> single = imported(name, place, false);
        return single.isEmpty() ? imported(name, place, true) : single;
    }

    private List<Callable> imported(String name, TypeSymbol place, boolean onDemand) {
        List<Callable> found = new ArrayList<>();
        for (Import i : place.unit().imports()) {
            if (!i.isStatic() || i.onDemand() != onDemand) {
                continue;
            }
            if (!onDemand && !i.simpleName().equals(name)) {
                continue;
            }
            String owner = onDemand
                    ? i.name()
                    : i.name().substring(0, Math.max(0, i.name().lastIndexOf('.')));
            typeNames.qualified(owner).ifPresent(type -> found.addAll(members(type, name)));
        }
        return found;
    }

    /** The methods of this name that a type declares or inherits; of a known class, the static ones. */
    List<Callable> members(Resolved type, String name) {
        if (type instanceof Resolved.User user) {
            return userMembers(user.symbol(), name);
        }
        return Builtins.statics(((Resolved.Known) type).type(), name).stream()
                .map(builtin -> (Callable) new Callable.Known(builtin))
                .toList();
    }

    private List<Callable> userMembers(TypeSymbol type, String name) {
        List<Callable> members = new ArrayList<>();
        Set<String> signatures = new HashSet<>();
        for (TypeSymbol owner : typeNames.inheritance().lineage(type)) {
            for (MethodDecl method : owner.methodsNamed(name)) {
                // Of two with the same parameters, the nearer hides the other.
                if (isMember(method, owner, type) && signatures.add(signature(method))) {
                    members.add(new Callable.User(owner, method, parameterTypes(owner, method)));
                }
            }
        }
        return members;
    }

    /** Static methods of interfaces are not inherited. */
    private static boolean isMember(MethodDecl method, TypeSymbol owner, TypeSymbol type) {
        return owner.equals(type)
                || (!(owner.isInterface() && method.modifiers().has("static"))
                        && Inheritance.isInherited(type, owner, method.modifiers()));
    }

    private static String signature(MethodDecl method) {
        return method.parameters().stream()
                .map(parameter -> parameter.type().toString())
                .collect(Collectors.joining(","));
    }

    private List<Type> parameterTypes(TypeSymbol owner, MethodDecl method) {
        return method.parameters().stream()
                .map(Parameter::type)
                .map(ref -> types.quietly(ref, owner).orElse(Types.ERRONEOUS))
                .toList();
    }
}
