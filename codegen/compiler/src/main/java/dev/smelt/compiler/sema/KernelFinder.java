package dev.smelt.compiler.sema;

import dev.smelt.compiler.ast.Annotation;
import dev.smelt.compiler.ast.MethodDecl;
import dev.smelt.compiler.ast.Modifiers;
import dev.smelt.compiler.sema.TypeNames.Resolved;
import java.util.List;
import java.util.Optional;

/** Finds the annotations of {@code dev.smelt.dsl}, by what their names mean where they stand. */
final class KernelFinder {
    private final TypeNames typeNames;

    KernelFinder(TypeNames typeNames) {
        this.typeNames = typeNames;
    }

    /** The methods of a type that are marked as kernels. */
    List<MethodDecl> kernels(TypeSymbol type) {
        return type.decl().methods().stream()
                .filter(method -> find(method.modifiers(), dev.smelt.dsl.Kernel.class, type)
                        .isPresent())
                .toList();
    }

    /** An annotation of this class among the modifiers. */
    Optional<Annotation> find(
            Modifiers modifiers, Class<? extends java.lang.annotation.Annotation> wanted, TypeSymbol place) {
        return modifiers.annotations().stream()
                .filter(annotation -> annotation.simpleName().equals(wanted.getSimpleName()))
                .filter(annotation -> typeNames
                        .resolve(annotation.name(), place)
                        .filter(type -> type instanceof Resolved.Known known && known.type() == wanted)
                        .isPresent())
                .findFirst();
    }
}
