package dev.smelt.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * In a map kernel, marks a parameter whose value is the same for all elements; the others are taken from arrays, one
 * element each. In a grid kernel plain values are uniform without it.
 *
 * <p>The uniforms of a kernel share one block of at most 4,096 bytes.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Uniform {}
