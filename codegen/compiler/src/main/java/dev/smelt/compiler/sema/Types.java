package dev.smelt.compiler.sema;

import dev.smelt.compiler.ast.TypeRef;
import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.sema.TypeNames.Resolved;
import java.util.Optional;
import java.util.Set;

/** The types that the source names, and a word about those that kernels don't have. */
final class Types {
    static final Type ERRONEOUS = new Type.Erroneous();
    static final Type NO_VALUE = new Type.NoValue();

    private static final Set<String> BOXES =
            Set.of("Boolean", "Byte", "Short", "Integer", "Long", "Float", "Character", "Double");

    private final TypeNames typeNames;
    private final Diagnostics diagnostics;

    private final Structs structs = new Structs(this);

    Types(TypeNames typeNames, Diagnostics diagnostics) {
        this.typeNames = typeNames;
        this.diagnostics = diagnostics;
    }

    /** The type that is meant; {@link #ERRONEOUS} and a diagnostic if kernels don't have it. */
    Type of(TypeRef ref, TypeSymbol place) {
        if (ref.dimensions() > 1) {
            diagnostics.report(
                    Code.ARRAY_OF_ARRAYS,
                    ref.span(),
                    "kernels have no arrays of arrays",
                    "use one array, and an index such as y * width + x");
            return ERRONEOUS;
        }
        Optional<Type> element = quietly(ref.withDimensions(-ref.dimensions()), place);
        if (ref.dimensions() > 0
                && element.filter(Type.NoValue.class::isInstance).isPresent()) {
            diagnostics.report(
                    Code.UNSUPPORTED_TYPE, ref.span(), "there are no arrays of void", "write the type of the elements");
            return ERRONEOUS;
        }
        if (element.isEmpty()) {
            report(ref, place);
            return ERRONEOUS;
        }
        return ref.dimensions() == 0 ? element.get() : new Type.Array(element.get());
    }

    /** The type that is meant, or empty if kernels don't have it; says nothing. */
    Optional<Type> quietly(TypeRef ref, TypeSymbol place) {
        if (ref.generic() || ref.dimensions() > 1) {
            return Optional.empty();
        }
        if (ref.dimensions() == 1) {
            return quietly(ref.withDimensions(-1), place)
                    .filter(element -> !(element instanceof Type.NoValue))
                    .map(Type.Array::new);
        }
        if (ref.name().equals("void")) {
            return Optional.of(NO_VALUE);
        }
        Optional<Type> primitive = DslTypes.primitive(ref.name());
        if (primitive.isPresent()) {
            return primitive;
        }
        return typeNames.resolve(ref.name(), place).flatMap(this::of);
    }

    private Optional<Type> of(Resolved type) {
        return type instanceof Resolved.Known known
                ? DslTypes.of(known.type())
                : structs.of(((Resolved.User) type).symbol()).map(struct -> struct);
    }

    /** The user's records. */
    Structs structs() {
        return structs;
    }

    private void report(TypeRef ref, TypeSymbol place) {
        String name = ref.name();
        String simpleName = name.substring(name.lastIndexOf('.') + 1);
        if (name.equals("double")) {
            diagnostics.report(Code.DOUBLE, ref.span(), "Metal has no double", "use float");
        } else if (name.equals("char")) {
            diagnostics.report(Code.CHAR, ref.span(), "kernels have no char", "use short or int");
        } else if (BOXES.contains(simpleName)) {
            diagnostics.report(
                    Code.BOXED_TYPE,
                    ref.span(),
                    "kernels have no objects such as " + simpleName,
                    "use the primitive type");
        } else if (simpleName.equals("String")) {
            diagnostics.report(Code.STRING, ref.span(), "kernels have no strings", "use numbers, or a byte[]");
        } else {
            reportDeclaredType(ref, typeNames.resolve(name, place));
        }
    }

    private void reportDeclaredType(TypeRef ref, Optional<Resolved> resolved) {
        if (resolved.isEmpty()) {
            diagnostics.report(
                    Code.UNKNOWN_TYPE,
                    ref.span(),
                    "cannot find the type '" + ref.name() + "'",
                    "use a primitive type or one of dev.smelt.dsl, and import it");
            return;
        }
        if (resolved.get() instanceof Resolved.User user && Structs.isRecord(user.symbol())) {
            diagnostics.report(
                    Code.UNSUPPORTED_RECORD,
                    ref.span(),
                    "kernels cannot have the record '" + ref.name() + "': " + structs.problem(user.symbol()),
                    "use a record of scalars, vectors, matrices, Half and other such records");
        } else if (resolved.get() instanceof Resolved.User user && user.symbol().isEnum()) {
            diagnostics.report(
                    Code.ENUM,
                    ref.span(),
                    "kernels have no enums such as '" + ref.name() + "'",
                    "declare static final int constants");
        } else {
            diagnostics.report(
                    Code.UNSUPPORTED_TYPE,
                    ref.span(),
                    "kernels have no objects of type '" + ref.name() + "'",
                    "use a primitive type or one of dev.smelt.dsl");
        }
    }
}
