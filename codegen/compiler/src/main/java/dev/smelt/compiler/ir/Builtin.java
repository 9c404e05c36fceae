package dev.smelt.compiler.ir;

import java.util.List;

/**
 * A function that {@code dsl} declares, or that it mirrors from the JDK.
 *
 * @param form how Java calls it
 * @param owner the Java class that has it: {@code dev.smelt.dsl.Msl}, {@code java.lang.Math}, a vector type
 * @param name its Java name; of a constructor, the simple name of the class
 * @param parameters of an instance method, the receiver's type first
 * @param spelling in MSL: a name to call, or a template with {@code $0 $1 ...}
 * @param fastSpelling the same under fast math
 * @param underFloatCast whether Java has it on {@code double} only, so that the call must be cast back to float
 */
public record Builtin(
        Form form,
        Class<?> owner,
        String name,
        List<Type> parameters,
        Type result,
        String spelling,
        String fastSpelling,
        boolean underFloatCast) {
    public Builtin {
        parameters = List.copyOf(parameters);
    }

    /** How Java calls it. */
    public enum Form {
        STATIC,
        INSTANCE,
        CONSTRUCTOR
    }

    @Override
    public String toString() {
        return owner.getSimpleName() + "." + name;
    }
}
