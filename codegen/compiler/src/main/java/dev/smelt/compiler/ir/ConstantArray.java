package dev.smelt.compiler.ir;

import dev.smelt.compiler.source.Span;
import java.util.List;

/**
 * A {@code static final} array of constants, which every function and kernel of a module can read and none writes.
 *
 * @param variable of array type; in scope in all bodies, declared in none
 * @param values its elements, at least one: constants, and vectors and records built of constants
 * @param span the name in the field's declaration
 */
public record ConstantArray(Variable variable, List<Expr> values, Span span) {
    public ConstantArray {
        values = List.copyOf(values);
    }

    public Type element() {
        return ((Type.Array) variable.type()).element();
    }
}
