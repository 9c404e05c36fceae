package dev.smelt.compiler.msl;

import dev.smelt.compiler.ir.Function;
import dev.smelt.dsl.MathMode;

/** A function as kernels of one math mode call it: one function in MSL. */
record FunctionVariant(Function function, MathMode math) {
    FunctionVariant in(MathMode other) {
        return new FunctionVariant(function, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FunctionVariant variant
                && variant.function.id().equals(function.id())
                && variant.math == math;
    }

    @Override
    public int hashCode() {
        return 31 * function.id().hashCode() + math.hashCode();
    }
}
