package dev.smelt.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an array parameter of a grid kernel as threadgroup memory: one array for each threadgroup, which its threads
 * share. It isn't zeroed. The caller of the wrapper doesn't pass it.
 *
 * <p>A kernel's threadgroup memory is at most 32,768 bytes in all.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Threadgroup {
    /** The number of elements: a constant expression, above zero. */
    int value();
}
