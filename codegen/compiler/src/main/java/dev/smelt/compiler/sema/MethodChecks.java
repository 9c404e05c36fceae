package dev.smelt.compiler.sema;

import dev.smelt.compiler.ast.MethodDecl;
import dev.smelt.compiler.ast.Parameter;
import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.source.Span;

/** What a method must be so that a kernel can call it. */
final class MethodChecks {
    /** The JVM allows 255, and code generated for kernels and helpers passes more than was written. */
    private static final int MOST_PARAMETERS = 200;

    private MethodChecks() {}

    /** Whether a method has no more parameters than generated code can pass on; reported where it is named. */
    static boolean checkParameterCount(MethodDecl method, Span place, Diagnostics diagnostics) {
        int count = 0;
        for (Parameter parameter : method.parameters()) {
            count += parameter.type().toString().equals("long") ? 2 : 1;
        }
        if (count <= MOST_PARAMETERS) {
            return true;
        }
        diagnostics.report(
                Code.TOO_MANY_PARAMETERS,
                place,
                "'" + method.name() + "' has " + count + " parameters (a long counts as two), and " + MOST_PARAMETERS
                        + " is the most",
                "put values of one type into an array");
        return false;
    }

    /**
     * Whether it can be called; what is wrong is reported at the call.
     *
     * @param isOfRecord whether a record declares it, so that there is something to call it on
     */
    static boolean check(MethodDecl method, boolean isOfRecord, boolean hasBody, Span call, Diagnostics diagnostics) {
        String name = "'" + method.name() + "'";
        if (!method.modifiers().has("static") && !isOfRecord) {
            diagnostics.report(
                    Code.NOT_STATIC,
                    call,
                    name + " is not static, and a kernel has no object to call it on",
                    "make it static");
            return false;
        }
        if (method.generic()) {
            diagnostics.report(
                    Code.KERNEL_GENERIC,
                    call,
                    name + " has type parameters, which functions on the GPU cannot have",
                    "write it for the types that are used");
            return false;
        }
        if (method.parameters().stream().anyMatch(Parameter::varargs)) {
            diagnostics.report(
                    Code.KERNEL_VARARGS,
                    call,
                    name + " has a variable number of arguments, which functions on the GPU cannot have",
                    "write a parameter for each, or an array");
            return false;
        }
        if (!hasBody) {
            diagnostics.report(
                    Code.NOT_STATIC,
                    call,
                    name + " has no body",
                    "write the method in Java; native code cannot run on the GPU");
            return false;
        }
        return checkParameterCount(method, call, diagnostics);
    }
}
