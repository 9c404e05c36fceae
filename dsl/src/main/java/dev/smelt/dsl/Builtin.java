package dev.smelt.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a Java method, constructor or constant as one that kernels can use, and names its spelling in the Metal Shading
 * Language. This is the only place where a builtin is declared: the compiler reads it by reflection.
 *
 * <p>A spelling is either a name, {@code metal::fma}, which is called with the arguments in their order (for an
 * instance method the receiver comes first), or a template in which {@code $0}, {@code $1}, ... stand for them, such as
 * {@code $0.xyz}. A name may have one template argument: {@code as_type<int>}. In a template each argument is an
 * operand: whoever fills it in puts parentheses round an argument that isn't primary, and round the whole where it
 * becomes part of a larger expression. A template names each argument at most once, so that none is evaluated twice.
 *
 * <p>A name that starts with {@code smelt_}, alone or inside a template, is a function of Smelt's own. Its MSL text,
 * all overloads, is the resource {@code dev/smelt/dsl/msl/<name>.metal}; it is emitted with the kernels that use it,
 * after the texts of the {@code smelt_} functions that it calls in turn.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.FIELD})
public @interface Builtin {
    /** The spelling where the kernel computes as Java does. */
    String value();

    /** The spelling under {@link MathMode#FAST}; empty where it is the same. */
    String fast() default "";

    /** What a call does beside returning a value. */
    Effect effect() default Effect.NONE;

    /** What a call does beside returning a value. */
    enum Effect {
        NONE,
        /** All threads of the threadgroup wait for each other. */
        THREADGROUP_BARRIER,
        /** All threads of the simdgroup wait for each other. */
        SIMDGROUP_BARRIER,
        /** The threads of the simdgroup that come to the call compute together. */
        SIMDGROUP,
        /** Changes an element of an array in one step. */
        ATOMIC,
        /** Reads an element of an array in one step. */
        ATOMIC_LOAD,
        /** Writes a pixel of a texture. */
        TEXTURE_WRITE
    }
}
