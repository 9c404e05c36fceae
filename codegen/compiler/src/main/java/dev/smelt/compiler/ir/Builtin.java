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
 * @param effect what a call does beside returning a value
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
        Effect effect,
        boolean underFloatCast) {
    public Builtin {
        parameters = List.copyOf(parameters);
    }

    /** A function that does nothing but return a value. */
    public static Builtin pure(
            Form form, Class<?> owner, String name, List<Type> parameters, Type result, String spelling) {
        return new Builtin(form, owner, name, parameters, result, spelling, spelling, Effect.NONE, false);
    }

    /** Whether calls of it are expressions; of others, statements ({@link Stmt.InvokeBuiltin}). */
    public boolean isPure() {
        return effect == Effect.NONE;
    }

    /** What a call does beside returning a value. */
    public enum Effect {
        NONE,
        /** All threads of the threadgroup wait for each other, and see each other's writes to memory. */
        THREADGROUP_BARRIER,
        /** The same for the threads of a simdgroup. */
        SIMDGROUP_BARRIER,
        /** The active threads of the simdgroup compute together: each gives its arguments and takes its result. */
        SIMDGROUP,
        /** Changes the element of an array, its first argument, at an index, its second, as one indivisible step. */
        ATOMIC,
        /** Reads the element of an array, its first argument, at an index, its second, as one indivisible step. */
        ATOMIC_LOAD,
        /** Writes a pixel of a texture, its first argument. */
        TEXTURE_WRITE,
        /** Tests the condition of an {@code assert} ({@link Assertions}). */
        ASSERTION
    }

    /** How Java calls it. */
    public enum Form {
        STATIC,
        INSTANCE,
        CONSTRUCTOR,
        /** No call but a static constant, without parameters: {@code Sampler.LINEAR_REPEAT}. */
        CONSTANT
    }

    @Override
    public String toString() {
        return owner.getSimpleName() + "." + name;
    }
}
