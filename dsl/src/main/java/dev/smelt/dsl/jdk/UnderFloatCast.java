package dev.smelt.dsl.jdk;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the mirror of a JDK method on doubles that kernels may call only where a cast to float stands directly before
 * it and its arguments are floats, or ints or smaller: {@code (float) Math.sin(x)}. Cast and call together are then the
 * function of floats declared here.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface UnderFloatCast {}
