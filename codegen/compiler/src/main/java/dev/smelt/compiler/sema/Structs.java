package dev.smelt.compiler.sema;

import dev.smelt.compiler.ast.Parameter;
import dev.smelt.compiler.ast.TypeDecl;
import dev.smelt.compiler.ir.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The user's records as types: those whose components are scalars, vectors, matrices, {@code Half} and such records. */
final class Structs {
    private final Types types;
    private final Map<TypeSymbol, Optional<Type.Struct>> known = new HashMap<>();
    private final Map<Type.Struct, TypeSymbol> symbols = new HashMap<>();
    private final Set<TypeSymbol> inProgress = new HashSet<>();

    Structs(Types types) {
        this.types = types;
    }

    static boolean isRecord(TypeSymbol symbol) {
        return symbol.decl().kind() == TypeDecl.Kind.RECORD;
    }

    /** The type of a record; empty for any other type, and for a record that kernels can't have. */
    Optional<Type.Struct> of(TypeSymbol symbol) {
        if (!isRecord(symbol) || symbol.decl().generic() || !inProgress.add(symbol)) {
            return Optional.empty();
        }
        // What it contains is found on the way, so that this can't be computed within the map.
        Optional<Type.Struct> struct = known.get(symbol);
        if (struct == null) {
            struct = build(symbol);
            known.put(symbol, struct);
        }
        inProgress.remove(symbol);
        return struct;
    }

    /** The record that a type was made of. */
    TypeSymbol symbolOf(Type.Struct struct) {
        TypeSymbol symbol = symbols.get(struct);
        if (symbol == null) {
            throw new AssertionError("not a record of the sources: " + struct);
        }
        return symbol;
    }

    private Optional<Type.Struct> build(TypeSymbol symbol) {
        List<Type.Struct.Field> fields = new ArrayList<>();
        for (Parameter component : symbol.decl().components()) {
            Optional<Type> type = typeOf(component, symbol);
            if (type.isEmpty()) {
                return Optional.empty();
            }
            fields.add(new Type.Struct.Field(component.name(), type.get()));
        }
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        Type.Struct struct = new Type.Struct(symbol.unit().packageName(), symbol.nestedName(), fields);
        symbols.put(struct, symbol);
        return Optional.of(struct);
    }

    private Optional<Type> typeOf(Parameter component, TypeSymbol owner) {
        return component.varargs()
                ? Optional.empty()
                : types.quietly(component.type(), owner)
                        .filter(type -> !(type instanceof Type.Array || type instanceof Type.NoValue)
                                && !(type instanceof Type.Vector vector && vector.element() == Type.Scalar.BOOLEAN)
                                && !(type instanceof Type.Texture)
                                && !(type instanceof Type.Sampler));
    }

    /** Why a record is no type of kernels, as a message goes on: "its component 'name' is a String". */
    String problem(TypeSymbol symbol) {
        if (symbol.decl().generic()) {
            return "it has type parameters";
        }
        if (symbol.decl().components().isEmpty()) {
            return "it has no components";
        }
        inProgress.add(symbol);
        String problem = symbol.decl().components().stream()
                .filter(component -> typeOf(component, symbol).isEmpty())
                .findFirst()
                .map(component -> "its component '" + component.name() + "' is "
                        + component.type().toString().replace('$', '.'))
                .orElse("it contains itself");
        inProgress.remove(symbol);
        return problem;
    }
}
