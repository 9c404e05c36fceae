package dev.smelt.compiler.sema;

import dev.smelt.compiler.ast.CompilationUnit;
import dev.smelt.compiler.ast.FieldDecl;
import dev.smelt.compiler.ast.MethodDecl;
import dev.smelt.compiler.ast.TypeDecl;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A type that the sources declare.
 *
 * @param outer the type around it; null at the top level
 */
record TypeSymbol(CompilationUnit unit, @Nullable TypeSymbol outer, TypeDecl decl) {
    String simpleName() {
        return decl.name();
    }

    /** With its package and dots between nested types: {@code demo.Scene.Ray}. */
    String qualifiedName() {
        String prefix = outer == null ? unit.packageName() : outer.qualifiedName();
        return prefix.isEmpty() ? decl.name() : prefix + "." + decl.name();
    }

    /** Without its package, with {@code $} between nested types: {@code Scene$Ray}. */
    String nestedName() {
        return outer == null ? decl.name() : outer.nestedName() + "$" + decl.name();
    }

    /** Whether it and all around it are public; members of interfaces are. */
    boolean isPublic() {
        return (hasModifier("public") || isInInterface()) && (outer == null || outer.isPublic());
    }

    /** Whether it can be named from its package: neither it nor a type around it is private. */
    boolean isVisibleInPackage() {
        return !hasModifier("private") && (outer == null || outer.isVisibleInPackage());
    }

    /** Whether it has no enclosing instance, so that its static methods are kernels like any other. */
    boolean isStatic() {
        return outer == null || hasModifier("static") || decl.kind() != TypeDecl.Kind.CLASS || isInInterface();
    }

    private boolean hasModifier(String keyword) {
        return decl.modifiers().has(keyword);
    }

    private boolean isInInterface() {
        return outer != null && outer.isInterface();
    }

    boolean isEnum() {
        return decl.kind() == TypeDecl.Kind.ENUM;
    }

    boolean isInterface() {
        return decl.kind() == TypeDecl.Kind.INTERFACE || decl.kind() == TypeDecl.Kind.ANNOTATION;
    }

    List<MethodDecl> methodsNamed(String name) {
        return decl.methods().stream()
                .filter(method -> method.name().equals(name))
                .toList();
    }

    Optional<FieldDecl> field(String name) {
        return decl.fields().stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** Fields of interfaces are static and final without saying so. */
    boolean isConstant(FieldDecl field) {
        return isInterface()
                || (field.modifiers().has("static") && field.modifiers().has("final"));
    }

    boolean isStatic(FieldDecl field) {
        return isInterface() || field.modifiers().has("static");
    }
}
