package dev.smelt.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a Java method or constructor as one that kernels can call, and names its spelling in the Metal Shading
 * Language. This is the only place where a builtin is declared: the compiler reads it by reflection.
 *
 * <p>A spelling is either a name, {@code metal::fma}, which is called with the arguments in their order (for an
 * instance method the receiver comes first), or a template in which {@code $0}, {@code $1}, ... stand for them, such as
 * {@code $0.xyz}. A name that starts with {@code smelt_} is a function of Smelt's own, emitted with the kernels that
 * use it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface Builtin {
    /** The spelling where the kernel computes as Java does. */
    String value();

    /** The spelling under {@link MathMode#FAST}; empty where it is the same. */
    String fast() default "";
}
