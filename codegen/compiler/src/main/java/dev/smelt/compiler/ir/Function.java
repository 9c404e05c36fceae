package dev.smelt.compiler.ir;

import dev.smelt.compiler.source.Span;
import java.util.List;

/**
 * A user's function that kernels call.
 *
 * @param id unique within the module: {@code demo.Activations.sigmoid(float)}
 * @param name the method's simple name
 * @param signature as the user wrote it, on one line, for comments
 * @param pure whether it changes no memory, so that calls of it may stand in expressions
 */
public record Function(
        String id,
        String name,
        String signature,
        List<Variable> parameters,
        Type result,
        Stmt.Block body,
        boolean pure,
        Span span) {
    public Function {
        parameters = List.copyOf(parameters);
    }
}
