package dev.smelt.compiler.ast;

import dev.smelt.compiler.source.Span;
import java.util.List;

/**
 * A class, record, enum, interface or annotation type, and its members. What kernels can't use (initialiser
 * blocks, enum constants) is skipped.
 *
 * @param generic whether it has type parameters
 * @param supertypes what it extends and implements, in the order written
 * @param components of a record; empty otherwise
 * @param constructors of a record; empty otherwise
 */
public record TypeDecl(
        Kind kind,
        Modifiers modifiers,
        String name,
        boolean generic,
        List<TypeRef> supertypes,
        List<Parameter> components,
        List<ConstructorDecl> constructors,
        List<FieldDecl> fields,
        List<MethodDecl> methods,
        List<TypeDecl> types,
        Span nameSpan) {
    public TypeDecl {
        supertypes = List.copyOf(supertypes);
        components = List.copyOf(components);
        constructors = List.copyOf(constructors);
        fields = List.copyOf(fields);
        methods = List.copyOf(methods);
        types = List.copyOf(types);
    }

    /** The keyword that declares it. */
    public enum Kind {
        CLASS,
        RECORD,
        ENUM,
        INTERFACE,
        ANNOTATION
    }
}
