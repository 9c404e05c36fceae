package dev.smelt.dsl.jdk;

import dev.smelt.dsl.Builtin;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an interface whose methods stand for static methods of a JDK class. A method {@code m(T, U)} here, with its
 * {@link Builtin} spelling, says: a kernel may call the static {@code m(T, U)} of {@link #value}, and this is what it
 * becomes. As the mirrored method is static, {@code $0} is its first argument.
 *
 * <p>A method marked {@link UnderFloatCast} stands for the one whose parameters and result are {@code double} where
 * they are {@code float} here.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Mirrors {
    /** The class of the JDK whose methods are mirrored. */
    Class<?> value();
}
