package dev.smelt.compiler.sema;

import dev.smelt.compiler.ast.MethodDecl;
import dev.smelt.compiler.ast.Parameter;
import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.diag.Diagnostics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the declaration of a kernel must be, whatever its body does. */
final class KernelDeclarationChecks {
    /** Methods that every wrapper has; a kernel of that name gets overloads beside them. */
    private static final Set<String> WRAPPER_METHODS = Set.of("load", "in", "close");

    private final Diagnostics diagnostics;

    KernelDeclarationChecks(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Checks the kernels of a class together. */
    void check(TypeSymbol type, List<MethodDecl> kernels) {
        if (!type.isStatic() || isInsideInner(type)) {
            diagnostics.report(
                    Code.KERNEL_IN_INNER_CLASS,
                    type.decl().nameSpan(),
                    "the inner class '" + type.simpleName() + "' has kernels, and needs an object around it",
                    "make the class static");
        }
        Map<String, MethodDecl> first = new HashMap<>();
        for (MethodDecl kernel : kernels) {
            MethodDecl earlier = first.putIfAbsent(kernel.name(), kernel);
            if (earlier != null) {
                diagnostics.report(
                        Code.KERNEL_OVERLOADED,
                        kernel.nameSpan(),
                        "there is a kernel '" + kernel.name() + "' on line "
                                + earlier.nameSpan().line() + " already",
                        "give one of them another name; kernels cannot be overloaded");
            }
        }
    }

    private static boolean isInsideInner(TypeSymbol type) {
        TypeSymbol outer = type.outer();
        return outer != null && (!outer.isStatic() || isInsideInner(outer));
    }

    /** Checks one kernel; whether there is sense in looking at its body. */
    boolean check(MethodDecl kernel, KernelParameters parameters) {
        String name = "'" + kernel.name() + "'";
        if (WRAPPER_METHODS.contains(kernel.name())) {
            diagnostics.report(
                    Code.KERNEL_NAME_OF_WRAPPER,
                    kernel.nameSpan(),
                    "the wrapper has a method " + name + " of its own",
                    "give the kernel another name, so that readers of a call know which is meant");
        }
        if (kernel.returnType().dimensions() > 0) {
            diagnostics.report(
                    Code.UNSUPPORTED_TYPE,
                    kernel.returnType().span(),
                    "a kernel cannot return an array",
                    "return the element, or return nothing and write to an array parameter");
            return false;
        }
        boolean isMap = !kernel.returnType().name().equals("void");
        if (isMap && kernel.parameters().stream().allMatch(parameters::isUniform)) {
            diagnostics.report(
                    Code.MAP_KERNEL_WITHOUT_ELEMENTS,
                    kernel.nameSpan(),
                    name + " returns a value for each element, and is given none",
                    "add a parameter that is not @Uniform, or return nothing and write to an array");
            return false;
        }
        return isCallable(kernel, name);
    }

    private boolean isCallable(MethodDecl kernel, String name) {
        boolean good = true;
        if (!kernel.modifiers().has("static")) {
            diagnostics.report(
                    Code.KERNEL_NOT_STATIC,
                    kernel.nameSpan(),
                    "the kernel " + name + " is not static",
                    "make it static; what it needs of an object, pass as parameters");
            good = false;
        }
        if (kernel.generic()) {
            diagnostics.report(
                    Code.KERNEL_GENERIC,
                    kernel.nameSpan(),
                    "the kernel " + name + " has type parameters",
                    "write a kernel for each type that is used");
            good = false;
        }
        for (Parameter parameter : kernel.parameters()) {
            if (parameter.varargs()) {
                diagnostics.report(
                        Code.KERNEL_VARARGS,
                        parameter.span(),
                        "the kernel " + name + " has a variable number of arguments",
                        "make it an array: " + parameter.type() + " " + parameter.name());
                good = false;
            }
        }
        if (kernel.body() == null) {
            diagnostics.report(
                    Code.KERNEL_NOT_STATIC, kernel.nameSpan(), "the kernel " + name + " has no body", "write its body");
            good = false;
        }
        return MethodChecks.checkParameterCount(kernel, kernel.nameSpan(), diagnostics) && good;
    }
}
