package dev.smelt.compiler.sema;

import dev.smelt.compiler.ast.ConstructorDecl;
import dev.smelt.compiler.ast.JavaExpr;
import dev.smelt.compiler.ast.MethodDecl;
import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Lowers what is done with the user's records: components read, methods found, values made with {@code new}. */
final class RecordLowering {
    private final MethodContext context;

    RecordLowering(MethodContext context) {
        this.context = context;
    }

    /** The record that a method of it works on; empty in static methods. */
    Optional<Expr> self(Span span) {
        return context.scope.find("this").map(local -> new Expr.Read(local.variable(), span));
    }

    /** The component of a record that a simple name means in a method of that record. */
    Optional<Expr> ownComponent(String name, Span span) {
        return self(span).flatMap(self -> component(self, name, span));
    }

    /** The component of this name. */
    Optional<Expr> component(Expr record, String name, Span span) {
        if (!(record.type() instanceof Type.Struct struct)) {
            return Optional.empty();
        }
        OptionalInt index = IntStream.range(0, struct.fields().size())
                .filter(i -> struct.fields().get(i).name().equals(name))
                .findFirst();
        return index.isPresent() ? Optional.of(new Expr.Field(record, index.getAsInt(), span)) : Optional.empty();
    }

    /** The component that a call reads: of an accessor that the user did not write himself. */
    Optional<Expr> accessed(Expr record, JavaExpr.Call call) {
        if (!(record.type() instanceof Type.Struct struct) || !call.arguments().isEmpty()) {
            return Optional.empty();
        }
        boolean written = symbolOf(struct).methodsNamed(call.name()).stream()
                .anyMatch(method -> method.parameters().isEmpty());
        return written ? Optional.empty() : component(record, call.name(), call.span());
    }

    /** The methods of a record that are called on a value of it. */
    List<Callable> methods(Type.Struct struct, String name) {
        TypeSymbol owner = symbolOf(struct);
        List<Callable> found = new ArrayList<>();
        for (MethodDecl method : owner.methodsNamed(name)) {
            List<Type> parameters = method.parameters().stream()
                    .map(p -> context.module.types().quietly(p.type(), owner).orElse(Types.ERRONEOUS))
                    .toList();
            found.add(new Callable.User(owner, method, parameters));
        }
        return found;
    }

    /** The names of all that can be called on a record, for suggestions. */
    List<String> memberNames(Type.Struct struct) {
        List<String> names = new ArrayList<>();
        struct.fields().forEach(field -> names.add(field.name()));
        symbolOf(struct).decl().methods().forEach(method -> names.add(method.name()));
        return names;
    }

    /** All constructors: the canonical one, written out or not, and others. */
    List<Callable> constructors(Type.Struct struct) {
        TypeSymbol owner = symbolOf(struct);
        List<Type> components =
                struct.fields().stream().map(Type.Struct.Field::type).toList();
        List<Callable> found = new ArrayList<>();
        boolean canonicalWritten = false;
        for (ConstructorDecl declaration : owner.decl().constructors()) {
            List<Type> parameters = declaration.compact()
                    ? components
                    : declaration.parameters().stream()
                            .map(p -> context.module
                                    .types()
                                    .quietly(p.type(), owner)
                                    .orElse(Types.ERRONEOUS))
                            .toList();
            canonicalWritten |= parameters.equals(components);
            found.add(new Callable.Constructor(struct, parameters, declaration));
        }
        if (!canonicalWritten) {
            found.add(new Callable.Constructor(struct, components, null));
        }
        return found;
    }

    /** A new record; what a compact constructor does is done. */
    Expr construct(Callable.Constructor constructor, List<Expr> arguments, Span name, Span span) {
        ConstructorDecl declaration = constructor.declaration();
        if (declaration == null) {
            return new Expr.NewStruct(constructor.struct(), arguments, span);
        }
        if (!declaration.compact()) {
            boolean canonical = constructor
                    .parameters()
                    .equals(constructor.struct().fields().stream()
                            .map(Type.Struct.Field::type)
                            .toList());
            context.report(
                    Code.RECORD_CONSTRUCTOR,
                    name,
                    "kernels cannot call " + constructor.describe() + ", a constructor with a body of its own",
                    canonical
                            ? "leave the constructor out, or write it in its compact form: " + constructor.name()
                                    + " { ... }"
                            : "call the constructor that takes all components, or a static method that does");
            return context.erroneous(span);
        }
        TypeSymbol owner = symbolOf(constructor.struct());
        return context.module
                .functions()
                .requireConstructor(owner, declaration, constructor.struct(), name)
                .map(function -> context.calls.call(function, arguments, span))
                .orElseGet(() -> context.erroneous(span));
    }

    private TypeSymbol symbolOf(Type.Struct struct) {
        return context.module.types().structs().symbolOf(struct);
    }
}
